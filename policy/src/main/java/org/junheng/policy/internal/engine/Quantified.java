package org.junheng.policy.internal.engine;

import static org.junheng.policy.internal.engine.Frame.UNKNOWN;

import java.util.function.LongPredicate;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Expr.Quantifier;

/**
 * A question to all members of a relation. An empty relation is known: nothing exists in it, everything holds for all,
 * and it counts zero.
 */
record Quantified(Quantifier quantifier, int relation, Code body) implements Code {

    static Code of(Expr.Over over, Code body) {
        return new Quantified(over.quantifier(), over.slot(), body);
    }

    @Override
    public long run(Frame frame) {
        long[][] members = frame.relations[relation];
        if (members == null) {
            return UNKNOWN;
        }
        long held = 0;
        long unknown = 0;
        for (int i = 0; i < members.length; i++) {
            long result = ask(frame, members, i);
            held += result == 1 ? 1 : 0;
            unknown += result == UNKNOWN ? 1 : 0;
        }
        return switch (quantifier) {
            case EXISTS -> held > 0 ? 1 : unknown > 0 ? UNKNOWN : 0;
            case ALL -> held + unknown < members.length ? 0 : unknown > 0 ? UNKNOWN : 1;
            case COUNT -> unknown > 0 ? UNKNOWN : held;
        };
    }

    private long ask(Frame frame, long[][] members, int i) {
        frame.member = members[i];
        frame.memberIndex = i;
        return body.run(frame);
    }

    @Override
    public void reasons(Frame frame, Reasons reasons) {
        long[][] members = frame.relations[relation];
        if (members == null) {
            reasons.relation(relation);
            return;
        }
        long result = run(frame);
        LongPredicate decides = switch (quantifier) {
            case EXISTS -> member -> member == result || result == 0;
            case ALL -> member -> member == result || result == 1;
            case COUNT -> member -> result != UNKNOWN || member == UNKNOWN;
        };
        for (int i = 0; i < members.length; i++) {
            if (decides.test(ask(frame, members, i))) {
                body.reasons(frame, reasons);
            }
        }
    }
}
