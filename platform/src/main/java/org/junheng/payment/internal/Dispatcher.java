package org.junheng.payment.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Empties the outbox: sends frozen rolls to the bank until it has answered. A roll is taken from the outbox for a while
 * before it is sent, so that a process that dies meanwhile, or an answer that is lost, leads to another sending; the
 * bank knows a roll by id and hash and takes it once.
 */
@Component
class Dispatcher {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int KEPT_OF_ANSWER = 300;

    private static final String NEXT = """
               UPDATE payment.dispatch
                  SET attempts = attempts + 1, next_at = :until
                WHERE roll_id = (SELECT roll_id FROM payment.dispatch
                                  WHERE delivered_at IS NULL AND next_at <= :now
                                  ORDER BY next_at LIMIT 1
                                    FOR UPDATE SKIP LOCKED)
            RETURNING roll_id, area, attempts
            """;

    private static final String DELIVERED = """
            UPDATE payment.dispatch
               SET delivered_at = now(), outcome = 'accepted', last_answer = :answer
             WHERE roll_id = :roll AND delivered_at IS NULL
            """;

    private static final String AT_BANK = """
            UPDATE payment.roll
               SET state = 'at-bank'
             WHERE id = :roll AND state = 'queued'
            """;

    private static final String LATER = """
            UPDATE payment.dispatch
               SET next_at = :at, outcome = :outcome, last_answer = :answer
             WHERE roll_id = :roll AND delivered_at IS NULL
            """;

    private final BankLine bank;
    private final JdbcClient loader;
    private final TransactionTemplate work;
    private final Clock clock;
    private final Duration lease;

    /**
     * Sends over the line.
     *
     * @param lease how long a roll is left to the one who took it out; longer than a sending can last
     */
    Dispatcher(
            BankLine bank,
            @Loader JdbcClient loader,
            @Loader TransactionTemplate work,
            Clock clock,
            @Value("${junheng.payment.send-lease:2m}") Duration lease) {
        this.bank = bank;
        this.loader = loader;
        this.work = work;
        this.clock = clock;
        this.lease = lease;
    }

    /** Sends what is due. */
    @Scheduled(fixedDelayString = "${junheng.payment.send-every:2s}")
    void dispatch() {
        Actors.run(ServiceActor.DISPATCH, () -> {
            for (var due = next(); due.isPresent(); due = next()) {
                send(due.orElseThrow());
            }
        });
    }

    private record Due(UUID roll, AreaCode area, int attempt) {}

    private Optional<Due> next() {
        var now = clock.instant();
        return work.execute(status -> loader.sql(NEXT)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(lease)))
                .query((row, number) -> new Due(
                        row.getObject("roll_id", UUID.class),
                        new AreaCode(row.getLong("area")),
                        row.getInt("attempts")))
                .optional());
    }

    private void send(Due due) {
        var answer = Actors.call(sender(due), () -> bank.send(due.roll()));
        switch (answer.outcome()) {
            case ACCEPTED -> delivered(due, answer);
            case REFUSED, STRANGER -> later(due, answer, LONGEST_PAUSE);
            case UNWELL, NO_ANSWER -> later(due, answer, pause(due.attempt()));
        }
    }

    /** Reads the roll as a finance service of its own area would. */
    private static Actor sender(Due due) {
        return new Actor(
                ServiceActor.DISPATCH.subject(),
                Role.FINANCE_OFFICER,
                java.util.List.of(due.area()),
                Purpose.PAYMENT,
                Optional.empty());
    }

    private void delivered(Due due, BankLine.Answer answer) {
        work.executeWithoutResult(status -> {
            loader.sql(DELIVERED)
                    .param("roll", due.roll())
                    .param("answer", kept(answer.text()))
                    .update();
            loader.sql(AT_BANK).param("roll", due.roll()).update();
        });
    }

    private void later(Due due, BankLine.Answer answer, Duration pause) {
        work.executeWithoutResult(status -> loader.sql(LATER)
                .param("roll", due.roll())
                .param("answer", kept(answer.text()))
                .param("outcome", answer.outcome().code())
                .param("at", Timestamp.from(clock.instant().plus(pause)))
                .update());
    }

    /** Two seconds, then twice as long each time. */
    static Duration pause(int attempt) {
        var pause = Duration.ofSeconds(1L << Math.min(attempt, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static String kept(String text) {
        return text.substring(0, Math.min(text.length(), KEPT_OF_ANSWER));
    }
}
