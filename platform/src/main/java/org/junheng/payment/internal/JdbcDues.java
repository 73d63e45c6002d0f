package org.junheng.payment.internal;

import java.sql.Timestamp;
import java.sql.Types;
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
            SELECT attempts, outcome, last_answer, next_at, delivered_at
              FROM payment.dispatch
             WHERE roll_id = :roll
            """;

    /** Files, the latest first, with how many of their lines were neither applied nor applied before. */
    private static final String FILES = """
              SELECT f.id, f.received_at, f.received_by, f.outcome, f.lines,
                     (SELECT count(*) FROM payment.return_line l
                       WHERE l.file_id = f.id AND l.outcome NOT IN ('applied', 'repeated')) AS open
                FROM payment.return_file f
               WHERE f.roll_id = CAST(:roll AS uuid) OR CAST(:roll AS uuid) IS NULL
            ORDER BY f.received_at DESC
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

    /**
     * A roll in the outbox.
     *
     * @param attempts how often it was sent
     * @param outcome code of what came of the last sending
     * @param lastAnswer what the bank said
     * @param nextAt not to be sent again before
     * @param deliveredAt when the bank accepted it
     */
    record Dispatch(int attempts, String outcome, String lastAnswer, Instant nextAt, Optional<Instant> deliveredAt) {

        /** Whether it was tried and the bank has not accepted it. */
        public boolean inTrouble() {
            return deliveredAt.isEmpty() && !outcome.equals("waiting");
        }

        /** Whether somebody must look before it can go on. */
        public boolean needsSomebody() {
            return inTrouble() && (outcome.equals("refused") || outcome.equals("stranger"));
        }
    }

    /**
     * A return file in a list.
     *
     * @param id id
     * @param receivedAt when it came
     * @param receivedBy who brought it, by sign-in name
     * @param outcome taken or held
     * @param lines its lines
     * @param open lines of it that were not applied
     */
    record File(UUID id, Instant receivedAt, String receivedBy, String outcome, int lines, int open) {}

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
                        row.getString("outcome"),
                        row.getString("last_answer"),
                        row.getTimestamp("next_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("delivered_at")).map(Timestamp::toInstant)))
                .optional();
    }

    /** The last files of all rolls. */
    List<File> listFiles() {
        return listFiles(Optional.empty());
    }

    /** The last files that say they answer the roll. */
    List<File> listFilesOf(UUID roll) {
        return listFiles(Optional.of(roll));
    }

    private List<File> listFiles(Optional<UUID> roll) {
        return app.sql(FILES)
                .param("roll", roll.map(UUID::toString).orElse(null), Types.VARCHAR)
                .query((row, number) -> new File(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("received_by"),
                        row.getString("outcome"),
                        row.getInt("lines"),
                        row.getInt("open")))
                .list();
    }
}
