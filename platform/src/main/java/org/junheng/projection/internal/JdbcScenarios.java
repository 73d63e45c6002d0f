package org.junheng.projection.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.junheng.population.outlook.Scenario;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scenarios as they are stored: added, never changed. */
@Repository
class JdbcScenarios {

    private static final String LIST = """
            SELECT id, area, name, version, assumptions, made_by, made_at
              FROM projection.scenario
             ORDER BY name, area, version DESC
            """;

    private static final String BY_ID = """
            SELECT id, area, name, version, assumptions, made_by, made_at
              FROM projection.scenario
             WHERE id = :id
            """;

    private static final String NEXT_VERSION = """
            SELECT coalesce(max(version), 0) + 1
              FROM projection.scenario
             WHERE area = :area AND name = :name
            """;

    private static final String INSERT = """
            INSERT INTO projection.scenario (areas, area, name, version, assumptions, made_by, made_at)
            VALUES (int8range(:from, :to), :from, :name, :version, :assumptions, access.subject(), :at)
            RETURNING id
            """;

    private final JdbcClient app;

    JdbcScenarios(JdbcClient app) {
        this.app = app;
    }

    /** A scenario as it is stored. */
    record Stored(UUID id, AreaCode area, String name, int version, String assumptions, String by, Instant at) {

        public Scenario scenario() {
            return ScenarioText.read(assumptions);
        }
    }

    /** All the reader may see, the newest version of each name first. */
    List<Stored> list() {
        return app.sql(LIST).query(JdbcScenarios::stored).list();
    }

    Optional<Stored> find(UUID id) {
        return app.sql(BY_ID).param("id", id).query(JdbcScenarios::stored).optional();
    }

    int nextVersion(AreaCode area, String name) {
        return app.sql(NEXT_VERSION)
                .param("area", area.value())
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    /** Adds a scenario under the name and version in its label. */
    UUID add(AreaCode area, Scenario scenario, Instant at) {
        return app.sql(INSERT)
                .param("from", area.from())
                .param("to", area.to())
                .param("name", scenario.label().name())
                .param("version", Integer.parseInt(scenario.label().version()))
                .param("assumptions", ScenarioText.write(scenario))
                .param("at", Timestamp.from(at))
                .query(UUID.class)
                .single();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                new AreaCode(row.getLong("area")),
                row.getString("name"),
                row.getInt("version"),
                row.getString("assumptions"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant());
    }
}
