package org.junheng.payment.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits: to be paid, to be recovered, to be sent; as the present actor may see it. */
@Repository
class JdbcDues {

    private static final String DUE = """
            SELECT count(*) FILTER (WHERE p.amount_fen > 0) AS payable,
                   coalesce(sum(p.amount_fen - p.set_off) FILTER (WHERE p.amount_fen > 0), 0)::bigint AS payable_fen,
                   count(*) FILTER (WHERE p.amount_fen < 0) AS recoveries,
                   coalesce(sum(-p.amount_fen - p.set_off) FILTER (WHERE p.amount_fen < 0), 0)::bigint AS recovery_fen,
                   count(*) FILTER (WHERE p.amount_fen > 0 AND p.tried) AS returned
              FROM (SELECT p.amount_fen,
                           coalesce((SELECT sum(s.amount_fen) FROM payment.set_off s
                                      WHERE s.payable_id = p.instruction_id OR s.recovery_id = p.instruction_id), 0) AS set_off,
                           EXISTS (SELECT FROM payment.transfer t WHERE t.instruction_id = p.instruction_id) AS tried
                      FROM payment.payable p
                     WHERE NOT EXISTS (SELECT FROM payment.transfer t
                                        WHERE t.instruction_id = p.instruction_id AND t.state IN ('pending', 'paid'))) p
             WHERE p.set_off < abs(p.amount_fen)
            """;

    private static final String DISPATCH = """
            SELECT attempts, last_answer, next_at, delivered_at
              FROM payment.dispatch
             WHERE roll_id = :roll
            """;

    private static final String FILES = """
              SELECT id, received_at, received_by, outcome, lines
                FROM payment.return_file
            ORDER BY received_at DESC
               LIMIT 20
            """;

    private final JdbcClient app;

    JdbcDues(JdbcClient app) {
        this.app = app;
    }

    /** Something counted and summed. */
    record Sum(long count, Money sum) {}

    /**
     * What waits.
     *
     * @param payable to be paid and on no roll
     * @param recoveries to be recovered and not set off
     * @param returned of the payable those that came back
     */
    record Due(Sum payable, Sum recoveries, long returned) {}

    /** A roll in the outbox. */
    record Dispatch(int attempts, String lastAnswer, Instant nextAt, Optional<Instant> deliveredAt) {}

    /** A return file in a list. */
    record File(UUID id, Instant receivedAt, String receivedBy, String outcome, int lines) {}

    Due due() {
        return app.sql(DUE)
                .query((row, number) -> new Due(
                        new Sum(row.getLong("payable"), Money.ofFen(row.getLong("payable_fen"))),
                        new Sum(row.getLong("recoveries"), Money.ofFen(row.getLong("recovery_fen"))),
                        row.getLong("returned")))
                .single();
    }

    Optional<Dispatch> findDispatch(UUID roll) {
        return app.sql(DISPATCH)
                .param("roll", roll)
                .query((row, number) -> new Dispatch(
                        row.getInt("attempts"),
                        row.getString("last_answer"),
                        row.getTimestamp("next_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("delivered_at")).map(Timestamp::toInstant)))
                .optional();
    }

    List<File> listFiles() {
        return app.sql(FILES)
                .query((row, number) -> new File(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("received_by"),
                        row.getString("outcome"),
                        row.getInt("lines")))
                .list();
    }
}
