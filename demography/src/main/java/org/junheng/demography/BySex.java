package org.junheng.demography;

import java.util.function.UnaryOperator;

/**
 * One series by age for each sex, both of the same length (persons, rates or ratios; the holder says which). The arrays
 * are the holder's own: they are handed over, not copied, and must not be changed afterwards.
 *
 * @param male values for males by age
 * @param female values for females by age
 */
public record BySex(double[] male, double[] female) {

    public BySex {
        if (male.length != female.length) {
            throw new IllegalArgumentException("males have %d ages, females %d: both sexes need the same ages"
                    .formatted(male.length, female.length));
        }
    }

    /** A series of zeros over the given number of ages. */
    public static BySex zeros(int ages) {
        return new BySex(new double[ages], new double[ages]);
    }

    public double[] of(Sex sex) {
        return switch (sex) {
            case MALE -> male;
            case FEMALE -> female;
        };
    }

    /** Number of ages. */
    public int ages() {
        return male.length;
    }

    /** The same operation applied to either sex. */
    public BySex map(UnaryOperator<double[]> operation) {
        return new BySex(operation.apply(male), operation.apply(female));
    }

    /** Sum over both sexes and all ages, males first, in order of age. */
    public double total() {
        return sum(male) + sum(female);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
