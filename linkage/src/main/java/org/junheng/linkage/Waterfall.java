package org.junheng.linkage;

import java.util.List;

/**
 * Why a pair has its weight: bar by bar from the prior to the sum. {@code probability} is that of {@code weight}, and
 * {@code weight} is the sum of the bars in their order, to the last bit.
 *
 * @param weight log2 of the odds that both records are of one person
 * @param personal bits of name, birth and number alone
 */
public record Waterfall(List<Bar> bars, double weight, double personal, double probability) {

    public Waterfall {
        bars = List.copyOf(bars);
    }

    /** One step; level 0 says that a value is missing, and has no bits. */
    public record Bar(String name, int level, double bits) {}

    /** The probability that belongs to a weight. */
    public static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }
}
