package org.junheng.demography.indirect;

import java.util.Arrays;
import org.junheng.demography.graduation.SingleRates;

/**
 * Brass's questions of a census: children ever born and surviving by age of the mother, seven groups from 15 to 49.
 *
 * <p>Child mortality is Trussell's version with the coefficients of model West (United Nations, Manual X, 1983).
 * Fertility is the P/F ratio with cumulated fertility taken from rates by single age instead of Trussell's
 * coefficients, which were made for tables.
 */
public final class ChildrenEverBorn {

    private static final int GROUPS = 7;
    private static final int FIRST_AGE = 15;
    private static final int WIDTH = 5;
    private static final int[] CHILD_AGES = {1, 2, 3, 5, 10, 15, 20};
    private static final double[][] MULTIPLIER = {
        {1.1415, -2.7070, 0.7663},
        {1.2563, -0.5381, -0.2637},
        {1.1851, 0.0633, -0.4177},
        {1.1720, 0.2341, -0.4272},
        {1.1865, 0.3080, -0.4452},
        {1.1746, 0.3314, -0.4537},
        {1.1639, 0.3190, -0.4435}
    };

    private ChildrenEverBorn() {}

    /**
     * Chance of dying before an age in childhood.
     *
     * @param childAge the age, in years
     * @param dying chance of dying before it
     */
    public record ChildMortality(int childAge, double dying) {}

    /**
     * Child mortality from the share of children who died, by age of the mother.
     *
     * @param born mean children ever born per woman by group
     * @param dead share of them who died by group
     */
    public static ChildMortality[] mortality(double[] born, double[] dead) {
        check(born, dead);
        double first = born[0] / born[1];
        double second = born[1] / born[2];
        ChildMortality[] estimates = new ChildMortality[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            double multiplier = MULTIPLIER[i][0] + MULTIPLIER[i][1] * first + MULTIPLIER[i][2] * second;
            estimates[i] = new ChildMortality(CHILD_AGES[i], multiplier * dead[i]);
        }
        return estimates;
    }

    /**
     * Ratios P/F by group: children ever born over those that the year's rates would have given. Around one at ages 20
     * to 34 where births are reported completely and fertility did not change; below one there, births are missing in
     * the past; above one, in the year.
     *
     * @param born mean children ever born per woman by group
     * @param rates births per woman and year by group
     */
    public static double[] ratios(double[] born, double[] rates) {
        check(born, rates);
        double[] expected = cumulated(rates);
        double[] ratios = new double[GROUPS];
        Arrays.setAll(ratios, i -> born[i] / expected[i]);
        return ratios;
    }

    /** Mean children per woman by group if the rates had always held. */
    public static double[] cumulated(double[] rates) {
        double[] sums = Arrays.stream(rates).map(rate -> WIDTH * rate).toArray();
        double[] single = SingleRates.fertility(FIRST_AGE, sums, FIRST_AGE + WIDTH * GROUPS);
        double[] cumulated = new double[GROUPS];
        double before = 0;
        for (int age = 0; age < single.length; age++) {
            int group = (age - FIRST_AGE) / WIDTH;
            if (age >= FIRST_AGE) {
                cumulated[group] += (before + single[age] / 2) / WIDTH;
            }
            before += single[age];
        }
        return cumulated;
    }

    private static void check(double[] born, double[] other) {
        if (born.length != GROUPS || other.length != GROUPS) {
            throw new IllegalArgumentException("%d and %d age groups of women: seven from 15 to 49 are needed"
                    .formatted(born.length, other.length));
        }
    }
}
