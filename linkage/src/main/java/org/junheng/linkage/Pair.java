package org.junheng.linkage;

import java.util.Comparator;
import java.util.Locale;

/**
 * Two records that are, or may be, one person.
 *
 * @param weight log2 of the odds
 */
public record Pair(String left, String right, double weight, double probability, Decision decision) {

    static final Comparator<Pair> IN_ORDER = Comparator.comparing(Pair::left).thenComparing(Pair::right);

    /** What is to be done with a pair. */
    public enum Decision {
        LINK,
        REVIEW;

        /** The word in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
