package org.junheng.demography.graduation;

/**
 * Splitting five-year age groups into single ages. {@link #split} is the published formula and nothing else;
 * {@link #graduate} adds what a population needs: nobody is lost from any group and no age is negative.
 *
 * <p>The groups given are all closed; an open group is set aside by the caller, because nothing in it says how far it
 * reaches.
 */
public enum Graduation {
    /** Beers' six-term ordinary formula: reproduces the group totals (Beers 1944). */
    BEERS_ORDINARY,
    /**
     * Beers' six-term modified formula: smooths across groups, so it reproduces the overall total only (Beers 1945).
     */
    BEERS_MODIFIED,
    /** Sprague's fifth-difference formula: reproduces the group totals (Sprague 1880). */
    SPRAGUE,
    /**
     * Monotone cubic through the cumulated counts: reproduces the group totals and is never negative (Fritsch and
     * Carlson 1980).
     */
    MONOTONE;

    private static final int GROUP = 5;
    private static final int FEWEST_GROUPS = 5;

    /** Single ages as the formula gives them; they may be negative where the groups change fast. */
    public double[] split(double[] groups) {
        if (groups.length < FEWEST_GROUPS) {
            throw new IllegalArgumentException("%d age groups: splitting needs at least %d closed five-year groups"
                    .formatted(groups.length, FEWEST_GROUPS));
        }
        return switch (this) {
            case BEERS_ORDINARY -> Coefficients.BEERS_ORDINARY.apply(groups);
            case BEERS_MODIFIED -> Coefficients.BEERS_MODIFIED.apply(groups);
            case SPRAGUE -> Coefficients.SPRAGUE.apply(groups);
            case MONOTONE -> MonotoneCubic.split(groups, GROUP);
        };
    }

    /**
     * Single ages that sum to every group and are never negative: a group in which the formula goes below zero takes
     * the monotone split, and what rounding or smoothing moved between groups is put back in proportion.
     */
    public double[] graduate(double[] groups) {
        double[] singles = split(groups);
        double[] monotone = MonotoneCubic.split(groups, GROUP);
        for (int group = 0; group < groups.length; group++) {
            int start = group * GROUP;
            if (hasNegative(singles, start)) {
                System.arraycopy(monotone, start, singles, start, GROUP);
            }
            scale(singles, start, groups[group]);
        }
        return singles;
    }

    /**
     * Johnson's adjustment of ages under ten to a known count at age 0 (Census Bureau's DAPPS; Stover and Kirmeyer
     * 2008), on top of the ordinary Beers split: age 0 is kept, ages 2 to 8 follow, the totals under 5 and 5 to 9 stay.
     */
    public static double[] johnson(double ageZero, double[] groups) {
        double[] singles = BEERS_ORDINARY.split(groups);
        double[] known = {
            singles[1],
            groups[0] - ageZero - singles[1],
            singles[5] + singles[6] + singles[7] + singles[8],
            singles[9],
            singles[10]
        };
        singles[0] = ageZero;
        for (int i = 0; i < JOHNSON.length; i++) {
            double value = 0;
            for (int k = 0; k < known.length; k++) {
                value += JOHNSON[i][k] * known[k];
            }
            singles[2 + i] = value;
        }
        return singles;
    }

    private static final double[][] JOHNSON = {
        {0.2333, 0.3445, -0.1222, 0.3778, -0.1556},
        {-0.0875, 0.3847, -0.0236, 0.0389, -0.0111},
        {-0.1458, 0.2708, 0.1458, -0.4167, 0.1667},
        {-0.0833, 0.1151, 0.2817, -0.6111, 0.2222},
        {0.0000, -0.0080, 0.3254, -0.3889, 0.1111},
        {0.0458, -0.0613, 0.2637, 0.1833, -0.1000},
        {0.0375, -0.0458, 0.1292, 0.8167, -0.2333}
    };

    private static boolean hasNegative(double[] singles, int start) {
        for (int i = start; i < start + GROUP; i++) {
            if (singles[i] < 0) {
                return true;
            }
        }
        return false;
    }

    private static void scale(double[] singles, int start, double total) {
        double sum = 0;
        for (int i = start; i < start + GROUP; i++) {
            sum += singles[i];
        }
        for (int i = start; i < start + GROUP; i++) {
            singles[i] = sum > 0 ? singles[i] * (total / sum) : total / GROUP;
        }
    }
}
