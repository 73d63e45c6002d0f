package org.junheng.population;

/** What a scheme says of a unit in bulk; the ordinal is the number the sweep's statement uses. */
public enum Outcome {
    NOT_ELIGIBLE("not_eligible"),
    UNDETERMINED("undetermined"),
    ELIGIBLE("eligible");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** As files have it. */
    public String word() {
        return word;
    }
}
