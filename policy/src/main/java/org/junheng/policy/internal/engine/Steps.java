package org.junheng.policy.internal.engine;

import org.jspecify.annotations.Nullable;
import org.junheng.policy.Trace;
import org.junheng.policy.Truth;

/**
 * The steps of the traces of a version. What leads to a condition's result is one of few things that recur, so each is
 * put in words once. Two threads that find the same at once both make it, and either stands.
 */
final class Steps {

    private static final int PLACES = 4096;

    private final @Nullable Known[] known = new Known[PLACES];

    /** A step, and all that made it: the condition, its result, what was used, and the parameters in force. */
    private record Known(int bit, Truth result, long[] used, Law.InForce inForce, Trace.Step step) {

        boolean is(int otherBit, Truth otherResult, Reasons reasons, Law.InForce otherLaw) {
            return bit == otherBit && result == otherResult && inForce == otherLaw && reasons.are(used);
        }
    }

    /** The step of a condition; the reasons are only its own. */
    Trace.Step of(int bit, Truth result, Reasons reasons, Judgement judgement) {
        int place = (31 * reasons.hash() + 7 * bit + System.identityHashCode(judgement.inForce)) & (PLACES - 1);
        Known found = known[place];
        if (found != null && found.is(bit, result, reasons, judgement.inForce)) {
            return found.step;
        }
        long[] used = reasons.copy();
        Trace.Step step = judgement.step(bit, result, reasons);
        known[place] = new Known(bit, result, used, judgement.inForce, step);
        return step;
    }
}
