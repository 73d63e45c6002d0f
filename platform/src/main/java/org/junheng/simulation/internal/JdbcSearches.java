package org.junheng.simulation.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Searches for gaps as they are stored. */
@Repository
class JdbcSearches {

    private static final String LIST = """
            SELECT id, area, on_day, made_by, made_at
              FROM simulation.search
             ORDER BY made_at DESC
             LIMIT 50
            """;

    private static final String BY_ID = """
            SELECT id, area, on_day, made_by, made_at
              FROM simulation.search
             WHERE id = :id
            """;

    private static final String FINDINGS = """
            SELECT findings
              FROM simulation.search
             WHERE id = :id
            """;

    private static final String INSERT = """
            INSERT INTO simulation.search (id, area, on_day, made_by, made_at, findings)
            VALUES (:id, :area, :on, :by, :at, :findings::jsonb)
            """;

    private final JdbcClient app;
    private final JsonMapper json;

    JdbcSearches(JdbcClient app, JsonMapper json) {
        this.app = app;
        this.json = json;
    }

    /** A search made. */
    record Search(UUID id, AreaCode area, LocalDate on, String by, Instant at) {}

    List<Search> list() {
        return app.sql(LIST).query(JdbcSearches::search).list();
    }

    Optional<Search> find(UUID id) {
        return app.sql(BY_ID).param("id", id).query(JdbcSearches::search).optional();
    }

    Found found(UUID search) {
        return app.sql(FINDINGS)
                .param("id", search)
                .query((row, number) -> json.readValue(row.getString("findings"), Found.class))
                .single();
    }

    void add(Search search, Found found) {
        app.sql(INSERT)
                .param("id", search.id())
                .param("area", search.area().value())
                .param("on", Date.valueOf(search.on()))
                .param("by", search.by())
                .param("at", Timestamp.from(search.at()))
                .param("findings", json.writeValueAsString(found))
                .update();
    }

    private static Search search(ResultSet row, int number) throws SQLException {
        return new Search(
                row.getObject("id", UUID.class),
                new AreaCode(row.getLong("area")),
                row.getDate("on_day").toLocalDate(),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant());
    }
}
