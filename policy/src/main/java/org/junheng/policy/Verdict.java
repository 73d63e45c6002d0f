package org.junheng.policy;

import java.util.List;

/** Whether a scheme somebody is eligible for can be drawn beside the others (no double benefit). */
public sealed interface Verdict {

    /** Nothing stands against it. */
    record Free() implements Verdict {}

    /**
     * Another scheme that excludes it is drawn already.
     *
     * @param by the schemes drawn
     */
    record Barred(List<String> by) implements Verdict {
        public Barred {
            by = List.copyOf(by);
        }
    }

    /**
     * One of several can be drawn, and the family chooses.
     *
     * @param among the others it would exclude
     * @param largest whether it gives the most of them for the period decided
     */
    record Choice(List<String> among, boolean largest) implements Verdict {
        public Choice {
            among = List.copyOf(among);
        }
    }
}
