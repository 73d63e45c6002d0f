package org.junheng.benefit;

import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;

/**
 * To pay, or to recover, the difference between what is owed for a period and what was instructed before.
 *
 * @param cursor its place in the stream of instructions; its id is the instruction's
 * @param owed unit, scheme, period
 * @param revision counts from 1 within what is owed
 * @param amount positive: to be paid out; negative: to be recovered
 * @param area the township concerned
 * @param claim the granted claim, which has the account
 */
public record Instruction(Cursor cursor, Owed owed, int revision, Money amount, AreaCode area, UUID claim) {

    /**
     * What is owed.
     *
     * @param unit the person the scheme decides about
     * @param scheme id of the scheme
     * @param period the period, such as 2026
     */
    public record Owed(UUID unit, String scheme, String period) {}

    /**
     * A place in the stream.
     *
     * @param xid transaction
     * @param id the instruction
     */
    public record Cursor(long xid, UUID id) {

        /** Before everything. */
        public static final Cursor START = new Cursor(0, new UUID(0, 0));
    }
}
