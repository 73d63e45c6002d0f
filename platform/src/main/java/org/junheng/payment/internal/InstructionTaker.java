package org.junheng.payment.internal;

import java.util.List;
import java.util.UUID;
import org.junheng.access.Actors;
import org.junheng.benefit.Instruction;
import org.junheng.benefit.Instructions;
import org.junheng.database.Loader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes instructions over by cursor, each once, and sets recoveries off against what the same child is still to be paid
 * under the same scheme.
 */
@Component
class InstructionTaker {

    private static final int BATCH = 10_000;
    private static final String NAME = "instructions";

    private static final String BEGIN = """
            INSERT INTO payment.follower (name, xid, id)
            VALUES (:name, 0, '00000000-0000-0000-0000-000000000000')
                ON CONFLICT DO NOTHING
            """;

    private static final String WHERE = """
               SELECT xid, id
                 FROM payment.follower
                WHERE name = :name
                  FOR UPDATE
            """;

    private static final String MOVE = """
            UPDATE payment.follower
               SET xid = :xid, id = :id, updated_at = now()
             WHERE name = :name
            """;

    private static final String TAKE = """
            INSERT INTO payment.payable (instruction_id, unit_id, scheme, period, claim_id, amount_fen, area)
            SELECT *
              FROM unnest(:ids, :units, :schemes, :periods, :claims, :amounts, :areas)
                ON CONFLICT DO NOTHING
            """;

    /**
     * Within each child and scheme, the sums of what is to be paid and of what is to be recovered are laid side by side
     * as two lines of stretches; where stretches overlap, they settle each other. What is on a roll or paid is not
     * touched.
     */
    private static final String SET_OFF = """
            WITH open_payable AS (
                SELECT p.instruction_id, p.unit_id, p.scheme,
                       p.amount_fen - coalesce((SELECT sum(s.amount_fen) FROM payment.set_off s
                                                 WHERE s.payable_id = p.instruction_id), 0)::bigint AS open_fen
                  FROM payment.payable p
                 WHERE p.unit_id = ANY (:units) AND p.amount_fen > 0
                   AND NOT EXISTS (SELECT FROM payment.transfer t
                                    WHERE t.instruction_id = p.instruction_id AND t.state IN ('pending', 'paid'))),
            open_recovery AS (
                SELECT p.instruction_id, p.unit_id, p.scheme,
                       -p.amount_fen - coalesce((SELECT sum(s.amount_fen) FROM payment.set_off s
                                                  WHERE s.recovery_id = p.instruction_id), 0)::bigint AS open_fen
                  FROM payment.payable p
                 WHERE p.unit_id = ANY (:units) AND p.amount_fen < 0),
            payable_line AS (
                SELECT *, sum(open_fen) OVER (PARTITION BY unit_id, scheme ORDER BY instruction_id) AS ends
                  FROM open_payable WHERE open_fen > 0),
            recovery_line AS (
                SELECT *, sum(open_fen) OVER (PARTITION BY unit_id, scheme ORDER BY instruction_id) AS ends
                  FROM open_recovery WHERE open_fen > 0)
            INSERT INTO payment.set_off (payable_id, recovery_id, amount_fen)
            SELECT p.instruction_id, r.instruction_id, least(p.ends, r.ends) - greatest(p.ends - p.open_fen, r.ends - r.open_fen)
              FROM payable_line p
              JOIN recovery_line r USING (unit_id, scheme)
             WHERE p.ends - p.open_fen < r.ends AND r.ends - r.open_fen < p.ends
                ON CONFLICT (payable_id, recovery_id) DO UPDATE SET amount_fen = set_off.amount_fen + excluded.amount_fen
            """;

    private final Instructions instructions;
    private final JdbcClient loader;
    private final TransactionTemplate work;

    InstructionTaker(Instructions instructions, @Loader JdbcClient loader, @Loader TransactionTemplate work) {
        this.instructions = instructions;
        this.loader = loader;
        this.work = work;
    }

    /** Takes over what there is. */
    @Scheduled(fixedDelayString = "${junheng.payment.take-every:2s}")
    void take() {
        Actors.run(ServiceActor.TAKING, () -> {
            while (takeBatch()) {
                // the next batch
            }
        });
    }

    /** Whether there may be more. */
    private boolean takeBatch() {
        return work.execute(status -> {
            loader.sql(BEGIN).param("name", NAME).update();
            var cursor = loader.sql(WHERE)
                    .param("name", NAME)
                    .query((row, number) -> new Instruction.Cursor(row.getLong("xid"), row.getObject("id", UUID.class)))
                    .single();
            var batch = instructions.listAfter(cursor, BATCH);
            if (!batch.isEmpty()) {
                PaymentLock.take(loader);
                take(batch);
                setOff(batch);
                move(batch.getLast().cursor());
            }
            return batch.size() == BATCH;
        });
    }

    private void take(List<Instruction> batch) {
        loader.sql(TAKE)
                .param("ids", batch.stream().map(i -> i.cursor().id()).toArray(UUID[]::new))
                .param("units", batch.stream().map(i -> i.owed().unit()).toArray(UUID[]::new))
                .param("schemes", batch.stream().map(i -> i.owed().scheme()).toArray(String[]::new))
                .param("periods", batch.stream().map(i -> i.owed().period()).toArray(String[]::new))
                .param("claims", batch.stream().map(Instruction::claim).toArray(UUID[]::new))
                .param("amounts", batch.stream().map(i -> i.amount().fen()).toArray(Long[]::new))
                .param("areas", batch.stream().map(i -> i.area().value()).toArray(Long[]::new))
                .update();
    }

    private void setOff(List<Instruction> batch) {
        var units = batch.stream().map(i -> i.owed().unit()).distinct().toArray(UUID[]::new);
        loader.sql(SET_OFF).param("units", units).update();
    }

    private void move(Instruction.Cursor cursor) {
        loader.sql(MOVE)
                .param("name", NAME)
                .param("xid", cursor.xid())
                .param("id", cursor.id())
                .update();
    }
}
