package org.junheng.benefit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.Money;

/** What became of the instructions of a child, as the present actor may see it. The payment module offers it. */
public interface PaymentProgress {

    /** Transfers and recoveries of a child, the oldest first. */
    List<Progress> listOf(UUID unit);

    /**
     * How far one instruction is.
     *
     * @param instruction the instruction
     * @param period the period it is for
     * @param amount its amount
     * @param state where it is
     * @param at since when it is there, where the bank has answered
     * @param reason reason code of the bank for a return
     */
    record Progress(
            UUID instruction, String period, Money amount, State state, Optional<Instant> at, Optional<String> reason) {

        /** The day of the bank's answer. */
        public Optional<LocalDate> on() {
            return at.map(AdministrativeTime::dayOf);
        }
    }

    /** Where an instruction is. */
    enum State {
        /** Waits for the next pay-roll. */
        WAITING,
        /** On a pay-roll or at the bank. */
        UNDER_WAY,
        PAID,
        /** Came back; another account may be needed. */
        RETURNED,
        /** To be recovered, or set off against what is still to be paid. */
        TO_RECOVER,
        /** Set off in full. */
        SET_OFF
    }
}
