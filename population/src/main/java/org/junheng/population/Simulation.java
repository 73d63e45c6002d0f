package org.junheng.population;

import java.util.List;
import org.junheng.population.internal.sweep.Workroom;
import org.junheng.tables.Row;

/** Decides everybody in a snapshot under the law as it is and under a reform, in one scan, and tells the difference. */
public final class Simulation {

    private static final String EFFECTS = """
            CREATE TABLE effect (area BIGINT, age INTEGER, birth_order INTEGER, winners BIGINT, losers BIGINT,
                                 unchanged BIGINT, cost BIGINT, baseline BIGINT)
            """;

    private static final String COMPARE = """
            CREATE OR REPLACE TABLE compared AS
            SELECT *
              FROM (SELECT %1$s AS area,
                           year(%2$s) - year(u.birth)
                           - CASE WHEN month(%2$s) * 100 + day(%2$s) < month(u.birth) * 100 + day(u.birth) THEN 1 ELSE 0 END AS age,
                           coalesce(u.birth_order, 0) AS birth_order,
                           coalesce(b.amount, 0) AS before, coalesce(r.amount, 0) AS after, r.outcome = 1 AS open
                      FROM unit u
                      JOIN (%3$s) b ON b.id = u.id
                      JOIN (%4$s) r ON r.id = u.id)
             WHERE before > 0 OR after > 0 OR open
            """;

    private static final String COUNT = """
            INSERT INTO effect
            SELECT area, age, birth_order, count(*) FILTER (after > before), count(*) FILTER (after < before),
                   count(*) FILTER (after = before), CAST(sum(after) AS BIGINT), CAST(sum(before) AS BIGINT)
              FROM compared
             WHERE before > 0 OR after > 0
             GROUP BY ALL
            """;

    private static final String OPEN = "SELECT count(*) AS n FROM compared WHERE open";

    private static final String ALL = """
            SELECT area, age, birth_order, CAST(sum(winners) AS BIGINT) AS winners, CAST(sum(losers) AS BIGINT) AS losers,
                   CAST(sum(unchanged) AS BIGINT) AS unchanged, CAST(sum(cost) AS BIGINT) AS cost,
                   CAST(sum(baseline) AS BIGINT) AS baseline
              FROM effect GROUP BY ALL ORDER BY ALL
            """;

    private Simulation() {}

    /**
     * Simulates a reform.
     *
     * @throws SnapshotFaulty if the snapshot lacks a table, or a column for a fact of the scheme
     */
    public static Effects run(SweepQuestion question, Reform reform, SweepProgress progress) {
        try (Workroom room = Workroom.open(question, List.of(reform.base()))) {
            room.tables().execute(EFFECTS);
            String compare = COMPARE.formatted(
                    room.area("coalesce(r.region, b.region)"),
                    "DATE '" + question.on() + "'",
                    room.statement(reform.base()),
                    room.statement(reform.changed()));
            long[] open = new long[1];
            room.eachChunk(reform.base().unit(), progress, chunk -> {
                room.tables().execute(compare);
                room.tables().execute(COUNT);
                room.tables().forEach(OPEN, List.of(), row -> open[0] += row.getLong("n"));
            });
            return new Effects(room.tables().list(ALL, List.of(), Simulation::cell), open[0]);
        }
    }

    private static Effects.Cell cell(Row row) {
        return new Effects.Cell(
                row.getLong("area"),
                row.getInt("age"),
                row.getInt("birth_order"),
                row.getLong("winners"),
                row.getLong("losers"),
                row.getLong("unchanged"),
                row.getLong("cost"),
                row.getLong("baseline"));
    }
}
