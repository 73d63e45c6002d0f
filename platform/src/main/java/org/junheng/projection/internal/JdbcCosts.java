package org.junheng.projection.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junheng.projection.internal.JdbcProjections.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What schemes will cost, by run, area and year. */
@Repository
class JdbcCosts {

    private static final String NEWEST = """
            SELECT place, scheme, first_year, cost_fen, source, sha256, made_at
              FROM projection.cost
             WHERE run_id = :run AND (:place = '' OR place = :place)
               AND made_at = (SELECT max(made_at) FROM projection.cost WHERE run_id = :run)
             ORDER BY place, scheme
            """;

    private static final String INSERT = """
            INSERT INTO projection.cost (run_id, place, guard, scheme, first_year, cost_fen, source, sha256, made_by, made_at)
            VALUES (:run, :place, :guard, :scheme, :first, CAST(:cost AS bigint[]), :source, :sha256, access.subject(), :at)
            """;

    private final JdbcClient app;

    JdbcCosts(JdbcClient app) {
        this.app = app;
    }

    /**
     * A scheme's cost in an area.
     *
     * @param fen by year from the first
     * @param sweep where the cells came from
     */
    record Cost(String place, String scheme, int firstYear, List<Long> fen, Sweep sweep) {}

    /**
     * A sweep whose cells were brought.
     *
     * @param source population and day
     * @param sha256 of the file
     */
    record Sweep(String source, String sha256, Instant at) {}

    /** Of the newest upload; of all areas if none is named. */
    List<Cost> newest(UUID run, String place) {
        return app.sql(NEWEST)
                .param("run", run)
                .param("place", place)
                .query((row, number) -> new Cost(
                        row.getString("place"),
                        row.getString("scheme"),
                        row.getInt("first_year"),
                        Stream.of((Long[]) row.getArray("cost_fen").getArray()).toList(),
                        new Sweep(
                                row.getString("source"),
                                row.getString("sha256"),
                                row.getTimestamp("made_at").toInstant())))
                .list();
    }

    void add(UUID run, Place place, String scheme, int firstYear, long[] fen, Sweep sweep) {
        app.sql(INSERT)
                .param("run", run)
                .param("place", place.id())
                .param("guard", place.guard().value())
                .param("scheme", scheme)
                .param("first", firstYear)
                .param("cost", Arrays.toString(fen).replace('[', '{').replace(']', '}'))
                .param("source", sweep.source())
                .param("sha256", sweep.sha256())
                .param("at", Timestamp.from(sweep.at()))
                .update();
    }
}
