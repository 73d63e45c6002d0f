package org.junheng.monitoring.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.database.Loader;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.register.EventKind;
import org.junheng.register.Ledger;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the ledger every two seconds: one transaction reads on, counts anew what is concerned, and moves the cursor.
 */
@Component
class LedgerFollower {

    static final Actor FOLLOWER = Actor.service("monitoring", Purpose.STATISTICS);

    /** More events than this are not read one by one: counting everything is then quicker. */
    private static final int BATCH = 20_000;

    private static final Set<EventKind> COUNTED = EnumSet.of(
            EventKind.BIRTH,
            EventKind.DEATH,
            EventKind.REGISTERED_RESIDENCE,
            EventKind.USUAL_RESIDENCE,
            EventKind.SERVICE_AREA,
            EventKind.LINKING);

    private final Ledger ledger;
    private final CellStore cells;
    private final Counting counting;
    private final TransactionTemplate work;
    private final Clock clock;

    LedgerFollower(Ledger ledger, CellStore cells, Counting counting, @Loader TransactionTemplate work, Clock clock) {
        this.ledger = ledger;
        this.cells = cells;
        this.counting = counting;
        this.work = work;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2_000)
    void follow() {
        var now = clock.instant();
        Actors.run(FOLLOWER, () -> work.executeWithoutResult(status -> advance(now)));
    }

    private void advance(Instant now) {
        var today = AdministrativeTime.dayOf(now);
        var before = cells.lockProgress();
        var horizon = ledger.horizon();
        var entries = ledger.listAfter(before.cursor(), BATCH);
        if (!before.countedOn().equals(today) || entries.size() == BATCH) {
            counting.countEverything(today);
            cells.advance(new Progress(upTo(horizon), horizon, today, now));
            return;
        }
        countAround(entries, today);
        var cursor = entries.isEmpty() ? before.cursor() : entries.getLast().cursor();
        cells.advance(new Progress(cursor, horizon, today, now));
    }

    private void countAround(List<Ledger.Entry> entries, LocalDate today) {
        var persons = entries.stream()
                .filter(entry -> COUNTED.contains(entry.kind()))
                .map(Ledger.Entry::person)
                .distinct()
                .toList();
        if (!persons.isEmpty()) {
            counting.countAround(persons, today);
        }
    }

    /** Everything below the horizon was visible when counting began; what comes is at the horizon or above. */
    private static Ledger.Cursor upTo(long horizon) {
        return new Ledger.Cursor(horizon, new UUID(0, 0));
    }
}
