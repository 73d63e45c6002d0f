package org.junheng.policy.internal.engine;

import static org.junheng.policy.internal.engine.Frame.UNKNOWN;

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
            frame.member = members[i];
            long result = body.run(frame);
            held += result == 1 ? 1 : 0;
            unknown += result == UNKNOWN ? 1 : 0;
        }
        return answer(members.length, held, unknown);
    }

    private long answer(int members, long held, long unknown) {
        return switch (quantifier) {
            case EXISTS -> held > 0 ? 1 : unknown > 0 ? UNKNOWN : 0;
            case ALL -> held + unknown < members ? 0 : unknown > 0 ? UNKNOWN : 1;
            case COUNT -> unknown > 0 ? UNKNOWN : held;
        };
    }

    @Override
    public long explain(Frame frame, Reasons reasons) {
        long[][] members = frame.relations[relation];
        if (members == null) {
            reasons.relation(relation);
            return UNKNOWN;
        }
        int start = reasons.size();
        long[] results = new long[members.length];
        int[] ends = new int[members.length];
        long held = 0;
        long unknown = 0;
        for (int i = 0; i < members.length; i++) {
            frame.member = members[i];
            frame.memberIndex = i;
            results[i] = body.explain(frame, reasons);
            ends[i] = reasons.size();
            held += results[i] == 1 ? 1 : 0;
            unknown += results[i] == UNKNOWN ? 1 : 0;
        }
        long answer = answer(members.length, held, unknown);
        for (int i = members.length - 1; i >= 0; i--) {
            if (!decides(results[i], answer)) {
                reasons.cut(i == 0 ? start : ends[i - 1], ends[i]);
            }
        }
        return answer;
    }

    /** Whether what one member says is a reason for the answer. */
    private boolean decides(long member, long answer) {
        return switch (quantifier) {
            case EXISTS -> member == answer || answer == 0;
            case ALL -> member == answer || answer == 1;
            case COUNT -> member == UNKNOWN || answer != UNKNOWN;
        };
    }
}
