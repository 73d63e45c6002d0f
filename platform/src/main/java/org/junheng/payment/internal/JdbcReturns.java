package org.junheng.payment.internal;

import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Return files, line by line. Every method takes part in the caller's transaction. */
@Repository
class JdbcReturns {

    private static final String KNOWN = """
            SELECT id
              FROM payment.return_file
             WHERE sha256 = :sha256 AND area = :area AND outcome = 'taken'
            """;

    private static final String KEEP = """
            INSERT INTO payment.return_file (area, roll_id, sha256, outcome, lines, total_fen, received_by)
            VALUES (:area, :roll, :sha256, :outcome, :lines, :total, access.subject())
            RETURNING id
            """;

    /** Judges every line against the transfers the actor may see, and keeps it with its verdict. */
    private static final String JUDGE = """
            WITH line AS (
                SELECT *
                  FROM unnest(:numbers, :raws, :transfers, :amounts, :results, :reasons)
                       AS l (line, raw, transfer_id, amount_fen, result, reason)),
            judged AS (
                SELECT l.*,
                       CASE WHEN :held THEN 'held'
                            WHEN l.transfer_id IS NULL OR l.amount_fen IS NULL OR l.result IS NULL THEN 'malformed'
                            WHEN t.id IS NULL                          THEN 'unknown-transfer'
                            WHEN t.roll_id <> CAST(:roll AS uuid)      THEN 'other-roll'
                            WHEN r.state IN ('draft', 'discarded')     THEN 'not-sent'
                            WHEN t.amount_fen <> l.amount_fen          THEN 'other-amount'
                            WHEN t.state = l.result                    THEN 'repeated'
                            WHEN t.state <> 'pending'                  THEN 'contradicts'
                            ELSE 'fits' END AS verdict
                  FROM line l
                  LEFT JOIN payment.transfer t ON t.id = l.transfer_id
                  LEFT JOIN payment.roll r     ON r.id = t.roll_id),
            compared AS (
                SELECT j.*,
                       row_number() OVER (PARTITION BY transfer_id, verdict ORDER BY line) AS nth,
                       min(result) OVER (PARTITION BY transfer_id, verdict)
                         <> max(result) OVER (PARTITION BY transfer_id, verdict) AS at_odds
                  FROM judged j)
            INSERT INTO payment.return_line (file_id, line, raw, transfer_id, amount_fen, result, reason, outcome)
            SELECT :file, line, raw, transfer_id, amount_fen, result, reason,
                   CASE WHEN verdict = 'fits' AND at_odds THEN 'contradicts'
                        WHEN verdict = 'fits' AND nth > 1 THEN 'duplicate-line'
                        WHEN verdict = 'fits'             THEN 'applied'
                        ELSE verdict END
              FROM compared
            """;

    private static final String APPLY = """
            UPDATE payment.transfer t
               SET state = l.result, reason = nullif(l.reason, ''), settled_at = now()
              FROM payment.return_line l
             WHERE l.file_id = :file AND l.outcome = 'applied' AND t.id = l.transfer_id AND t.state = 'pending'
            """;

    private static final String SETTLE = """
            UPDATE payment.roll r
               SET state = 'settled'
             WHERE r.state IN ('frozen', 'queued', 'at-bank')
               AND r.id IN (SELECT t.roll_id
                              FROM payment.return_line l
                              JOIN payment.transfer t ON t.id = l.transfer_id
                             WHERE l.file_id = :file AND l.outcome = 'applied')
               AND NOT EXISTS (SELECT FROM payment.transfer t WHERE t.roll_id = r.id AND t.state = 'pending')
            """;

    private static final String COUNTS = """
              SELECT outcome, count(*) AS lines
                FROM payment.return_line
               WHERE file_id = :file
            GROUP BY outcome
            ORDER BY outcome
            """;

    private static final String PROBLEMS = """
              SELECT line, raw, outcome
                FROM payment.return_line
               WHERE file_id = :file AND outcome <> 'applied'
            ORDER BY line
               LIMIT :limit
            """;

    private final JdbcClient app;

    JdbcReturns(JdbcClient app) {
        this.app = app;
    }

    JdbcClient client() {
        return app;
    }

    /**
     * A return file to be kept.
     *
     * @param area area of the one who delivered it
     * @param roll the roll it says it answers
     * @param sha256 hash of its bytes
     * @param held whether its control totals do not fit
     * @param file its lines
     */
    record Delivery(AreaCode area, Optional<UUID> roll, byte[] sha256, boolean held, ReturnFile file) {}

    /** A line that was not applied, and why. */
    record Problem(int line, String raw, String outcome) {}

    Optional<UUID> findTaken(AreaCode area, byte[] sha256) {
        return app.sql(KNOWN)
                .param("sha256", sha256)
                .param("area", area.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .optional();
    }

    /** Keeps the file and all its lines, applies those that fit, and settles rolls that are complete. */
    UUID take(Delivery delivery) {
        var file = keep(delivery);
        judge(file, delivery);
        app.sql(APPLY).param("file", file).update();
        app.sql(SETTLE).param("file", file).update();
        return file;
    }

    private UUID keep(Delivery delivery) {
        return app.sql(KEEP)
                .param("area", delivery.area().value())
                .param("roll", delivery.roll().orElse(null), Types.OTHER)
                .param("sha256", delivery.sha256())
                .param("outcome", delivery.held() ? "held" : "taken")
                .param("lines", delivery.file().count())
                .param("total", delivery.file().totalFen())
                .query((row, number) -> row.getObject("id", UUID.class))
                .single();
    }

    private void judge(UUID file, Delivery delivery) {
        var lines = delivery.file().lines();
        app.sql(JUDGE)
                .param("file", file)
                .param("held", delivery.held())
                .param("roll", delivery.roll().map(UUID::toString).orElse(null), Types.VARCHAR)
                .param("numbers", lines.stream().map(ReturnFile.Line::number).toArray(Integer[]::new))
                .param("raws", lines.stream().map(ReturnFile.Line::raw).toArray(String[]::new))
                .param(
                        "transfers",
                        lines.stream().map(l -> l.transfer().orElse(null)).toArray(UUID[]::new))
                .param("amounts", lines.stream().map(l -> l.fen().orElse(null)).toArray(Long[]::new))
                .param(
                        "results",
                        lines.stream().map(l -> l.result().orElse(null)).toArray(String[]::new))
                .param("reasons", lines.stream().map(ReturnFile.Line::reason).toArray(String[]::new))
                .update();
    }

    Map<String, Long> countByOutcome(UUID file) {
        var counts = new LinkedHashMap<String, Long>();
        app.sql(COUNTS).param("file", file).query(row -> {
            counts.put(row.getString("outcome"), row.getLong("lines"));
        });
        return counts;
    }

    List<Problem> listProblems(UUID file, int limit) {
        return app.sql(PROBLEMS)
                .param("file", file)
                .param("limit", limit)
                .query((row, number) -> new Problem(row.getInt("line"), row.getString("raw"), row.getString("outcome")))
                .list();
    }
}
