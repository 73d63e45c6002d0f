package org.junheng.demography.regional;

import java.util.Arrays;

/**
 * What distinguishes the trajectories from each other: factors by which each one's rates differ from the central ones.
 * Exactly 1 leaves a rate as it is, to the last bit.
 *
 * @param trajectories number of trajectories
 * @param years number of years
 * @param regions number of regions
 * @param fertility factor on fertility at [(trajectory · years + year) · regions + region]
 * @param mortality factor on the force of mortality at [trajectory · years + year]
 * @param leaving factor on the shares leaving a region at [trajectory · years + year]
 * @param external factor on external net migrants at [trajectory · years + year]
 */
public record Draws(
        int trajectories,
        int years,
        int regions,
        double[] fertility,
        double[] mortality,
        double[] leaving,
        double[] external) {

    public Draws {
        int paths = trajectories * years;
        if (fertility.length != paths * regions
                || mortality.length != paths
                || leaving.length != paths
                || external.length != paths) {
            throw new IllegalArgumentException(
                    "factors for %d trajectories, %d years, %d regions have %d, %d, %d, %d values"
                            .formatted(
                                    trajectories,
                                    years,
                                    regions,
                                    fertility.length,
                                    mortality.length,
                                    leaving.length,
                                    external.length));
        }
    }

    /** Trajectories that all follow the central rates. */
    public static Draws central(int trajectories, int years, int regions) {
        int paths = trajectories * years;
        return new Draws(trajectories, years, regions, ones(paths * regions), ones(paths), ones(paths), ones(paths));
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
