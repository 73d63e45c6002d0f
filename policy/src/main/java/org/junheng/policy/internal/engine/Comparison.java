package org.junheng.policy.internal.engine;

import static org.junheng.policy.internal.engine.Frame.UNKNOWN;

import org.junheng.policy.internal.language.Op;

/**
 * A comparison, by far the most frequent operation.
 *
 * @param accepted the orders of the two that make it true: 1 less, 2 equal, 4 greater, added up
 * @param left what is compared
 * @param right with what
 */
record Comparison(int accepted, Code left, Code right) implements Code {

    private static final int LESS = 1;
    private static final int EQUAL = 2;
    private static final int GREATER = 4;

    /** The orders an operation accepts; zero if it is no comparison. */
    static int accepted(Op op) {
        return switch (op) {
            case LESS -> LESS;
            case LESS_OR_EQUAL -> LESS + EQUAL;
            case GREATER -> GREATER;
            case GREATER_OR_EQUAL -> GREATER + EQUAL;
            case EQUAL -> EQUAL;
            case NOT_EQUAL -> LESS + GREATER;
            default -> 0;
        };
    }

    @Override
    public long run(Frame frame) {
        long one = left.run(frame);
        return one == UNKNOWN ? UNKNOWN : compare(one, right.run(frame));
    }

    @Override
    public long explain(Frame frame, Reasons reasons) {
        int start = reasons.size();
        long one = left.explain(frame, reasons);
        int middle = reasons.size();
        long other = right.explain(frame, reasons);
        long result = compare(one, other);
        reasons.keepOfStrict(start, one, middle, other, result);
        return result;
    }

    private long compare(long one, long other) {
        if (one == UNKNOWN || other == UNKNOWN) {
            return UNKNOWN;
        }
        int order = one == other ? EQUAL : one < other ? LESS : GREATER;
        return (accepted & order) == 0 ? 0 : 1;
    }
}
