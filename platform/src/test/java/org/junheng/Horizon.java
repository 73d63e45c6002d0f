package org.junheng;

import java.time.Duration;
import java.time.Instant;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the ledger horizon pass what was committed so far, so that whoever follows by cursor sees it. Any transaction on
 * the server that began earlier and still runs, even the database's own upkeep, holds the horizon back for a moment.
 */
public final class Horizon {

    private static final Actor WAITING = Actor.service("test-horizon", Purpose.UPKEEP);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Horizon() {}

    public static void pass(JdbcClient loader, TransactionTemplate work) {
        long now = number(loader, work, "SELECT pg_current_xact_id()::text::bigint");
        var end = Instant.now().plus(PATIENCE);
        while (number(loader, work, "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint") <= now) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("The horizon stays at or below %d for %s".formatted(now, PATIENCE));
            }
            Thread.onSpinWait();
        }
    }

    private static long number(JdbcClient loader, TransactionTemplate work, String sql) {
        return Actors.call(
                WAITING,
                () -> work.execute(status -> loader.sql(sql).query(Long.class).single()));
    }
}
