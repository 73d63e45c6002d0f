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
import org.junheng.population.Effects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reforms tried and their effects as they are stored. */
@Repository
class JdbcRuns {

    private static final String LIST = """
            SELECT id, scheme, settings, area, on_day, made_by, made_at
              FROM simulation.run
             ORDER BY made_at DESC
             LIMIT 50
            """;

    private static final String BY_ID = """
            SELECT id, scheme, settings, area, on_day, made_by, made_at
              FROM simulation.run
             WHERE id = :id
            """;

    private static final String EFFECTS = """
            SELECT area, age, birth_order, winners, losers, unchanged, cost_fen, baseline_fen
              FROM simulation.effect
             WHERE run_id = :id
             ORDER BY area, age, birth_order
            """;

    private static final String UNDETERMINED = """
            SELECT undetermined
              FROM simulation.run
             WHERE id = :id
            """;

    private static final String INSERT = """
            INSERT INTO simulation.run (id, scheme, settings, area, on_day, made_by, made_at, undetermined)
            VALUES (:id, :scheme, :settings, :area, :on, :by, :at, :undetermined)
            """;

    private static final String INSERT_EFFECTS = """
            INSERT INTO simulation.effect (run_id, area, age, birth_order, winners, losers, unchanged, cost_fen, baseline_fen)
            SELECT :id, e.*
              FROM unnest(:areas::bigint[], :ages::integer[], :orders::integer[], :winners::bigint[], :losers::bigint[],
                          :unchanged::bigint[], :costs::bigint[], :baselines::bigint[]) e
            """;

    private final JdbcClient app;

    JdbcRuns(JdbcClient app) {
        this.app = app;
    }

    /** A reform tried; {@code settings} is a line {@code name=value} for each parameter set otherwise. */
    record Run(UUID id, String scheme, String settings, AreaCode area, LocalDate on, String by, Instant at) {}

    List<Run> list() {
        return app.sql(LIST).query(JdbcRuns::run).list();
    }

    Optional<Run> find(UUID id) {
        return app.sql(BY_ID).param("id", id).query(JdbcRuns::run).optional();
    }

    Effects effects(UUID run) {
        var cells = app.sql(EFFECTS)
                .param("id", run)
                .query((row, number) -> new Effects.Cell(
                        row.getLong("area"),
                        row.getInt("age"),
                        row.getInt("birth_order"),
                        row.getLong("winners"),
                        row.getLong("losers"),
                        row.getLong("unchanged"),
                        row.getLong("cost_fen"),
                        row.getLong("baseline_fen")))
                .list();
        return new Effects(
                cells, app.sql(UNDETERMINED).param("id", run).query(Long.class).single());
    }

    void add(Run run, Effects effects) {
        app.sql(INSERT)
                .param("id", run.id())
                .param("scheme", run.scheme())
                .param("settings", run.settings())
                .param("area", run.area().value())
                .param("on", Date.valueOf(run.on()))
                .param("by", run.by())
                .param("at", Timestamp.from(run.at()))
                .param("undetermined", effects.undetermined())
                .update();
        var cells = effects.cells();
        app.sql(INSERT_EFFECTS)
                .param("id", run.id())
                .param("areas", cells.stream().map(Effects.Cell::area).toArray(Long[]::new))
                .param("ages", cells.stream().map(Effects.Cell::age).toArray(Integer[]::new))
                .param("orders", cells.stream().map(Effects.Cell::birthOrder).toArray(Integer[]::new))
                .param("winners", cells.stream().map(Effects.Cell::winners).toArray(Long[]::new))
                .param("losers", cells.stream().map(Effects.Cell::losers).toArray(Long[]::new))
                .param("unchanged", cells.stream().map(Effects.Cell::unchanged).toArray(Long[]::new))
                .param("costs", cells.stream().map(Effects.Cell::costFen).toArray(Long[]::new))
                .param(
                        "baselines",
                        cells.stream().map(Effects.Cell::baselineFen).toArray(Long[]::new))
                .update();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getString("scheme"),
                row.getString("settings"),
                new AreaCode(row.getLong("area")),
                row.getDate("on_day").toLocalDate(),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant());
    }
}
