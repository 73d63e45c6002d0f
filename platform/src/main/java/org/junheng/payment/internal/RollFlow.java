package org.junheng.payment.internal;

import static org.junheng.payment.internal.RollFlow.Action.*;
import static org.junheng.payment.internal.RollState.*;

import java.util.List;
import java.util.Optional;
import org.junheng.kernel.Coded;

/**
 * How a pay-roll goes: made (制表), approved and frozen by another person (审批), sent to the bank or handed over as a
 * file, settled by the bank's return file. Drawn in {@code docs/reference/states/pay-roll.md}.
 */
final class RollFlow {

    static final List<Transition> TABLE = List.of(
            new Transition(DRAFT, FREEZE, FROZEN),
            new Transition(DRAFT, DISCARD, DISCARDED),
            new Transition(FROZEN, SEND, QUEUED),
            new Transition(FROZEN, LAST_RETURN, SETTLED),
            new Transition(QUEUED, ACCEPTED_BY_BANK, AT_BANK),
            new Transition(QUEUED, LAST_RETURN, SETTLED),
            new Transition(AT_BANK, LAST_RETURN, SETTLED));

    /** What is done with a roll, or happens to it. */
    enum Action implements Coded {
        FREEZE("审批锁定", "Approve and freeze"),
        DISCARD("作废", "Discard"),
        SEND("送银行", "Send to the bank"),
        ACCEPTED_BY_BANK("银行收妥", "Accepted by the bank"),
        LAST_RETURN("最后一笔回盘", "Last line returned");

        private final String zh;
        private final String en;

        Action(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        @Override
        public String code() {
            return name();
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }
    }

    /** A row of the table. */
    record Transition(RollState from, Action action, RollState to) {}

    private RollFlow() {}

    /** The state after an action; empty if it cannot happen in that state. */
    static Optional<RollState> after(RollState from, Action action) {
        return TABLE.stream()
                .filter(row -> row.from() == from && row.action() == action)
                .map(Transition::to)
                .findFirst();
    }
}
