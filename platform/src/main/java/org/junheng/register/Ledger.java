package org.junheng.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Following the ledger: whoever derives something from life events reads them by a cursor, in batches, up to the ledger
 * horizon, so that a transaction which began earlier and ends later is never passed over. For service actors only.
 */
public interface Ledger {

    /** Everything below the horizon has ended: nothing new can appear there. */
    long horizon();

    /** Events after the cursor and below the horizon, in cursor order. */
    List<Entry> listAfter(Cursor cursor, int limit);

    /**
     * A place in the ledger.
     *
     * @param xid transaction
     * @param event the event last read
     */
    record Cursor(long xid, UUID event) {

        /** Before everything. */
        public static final Cursor START = new Cursor(0, new UUID(0, 0));
    }

    /**
     * An event, with the person it is linked to now.
     *
     * @param cursor its place
     * @param kind what happened; for a revocation, of what it revokes
     * @param person whose event it is
     * @param occurredOn when it happened
     */
    record Entry(Cursor cursor, EventKind kind, UUID person, LocalDate occurredOn) {}
}
