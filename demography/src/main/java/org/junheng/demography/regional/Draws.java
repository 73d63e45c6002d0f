package org.junheng.demography.regional;

import java.util.Arrays;

/**
 * What distinguishes the trajectories from each other: factors by which each one's rates differ from the central ones.
 * Exactly 1 leaves a rate as it is, to the last bit.
 *
 * @param shape how many trajectories, years, regions and birth orders the factors are for
 * @param fertility factor on fertility at [(trajectory · years + year) · regions + region]
 * @param byOrder factor on the fertility of a birth order at [(trajectory · years + year) · orders + order − 1]
 * @param mortality factor on the force of mortality at [trajectory · years + year]
 * @param leaving factor on the shares leaving a region at [trajectory · years + year]
 * @param external factor on external net migrants at [trajectory · years + year]
 */
public record Draws(
        Shape shape, double[] fertility, double[] byOrder, double[] mortality, double[] leaving, double[] external) {

    public Draws {
        int paths = shape.paths();
        if (fertility.length != paths * shape.regions()
                || byOrder.length != paths * shape.orders()
                || mortality.length != paths
                || leaving.length != paths
                || external.length != paths) {
            throw new IllegalArgumentException("factors for %s have %d, %d, %d, %d, %d values"
                    .formatted(
                            shape,
                            fertility.length,
                            byOrder.length,
                            mortality.length,
                            leaving.length,
                            external.length));
        }
    }

    /**
     * How many of what.
     *
     * @param trajectories number of trajectories
     * @param years number of years
     * @param regions number of regions
     * @param orders number of birth orders told apart
     */
    public record Shape(int trajectories, int years, int regions, int orders) {

        /** Years of all trajectories. */
        public int paths() {
            return Math.multiplyExact(trajectories, years);
        }
    }

    /** Trajectories that all follow the central rates, births of all orders together. */
    public static Draws central(int trajectories, int years, int regions) {
        return central(new Shape(trajectories, years, regions, 1));
    }

    /** Trajectories that all follow the central rates. */
    public static Draws central(Shape shape) {
        int paths = shape.paths();
        return new Draws(
                shape,
                ones(Math.multiplyExact(paths, shape.regions())),
                ones(paths * shape.orders()),
                ones(paths),
                ones(paths),
                ones(paths));
    }

    public int trajectories() {
        return shape.trajectories();
    }

    public int years() {
        return shape.years();
    }

    public int regions() {
        return shape.regions();
    }

    public int orders() {
        return shape.orders();
    }

    /** The factors of one trajectory in one year. */
    Walker.Factors factors(int trajectory, int year) {
        int path = trajectory * years() + year;
        return new Walker.Factors(this, path);
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }
}
