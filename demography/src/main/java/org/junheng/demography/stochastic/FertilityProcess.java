package org.junheng.demography.stochastic;

/**
 * Total fertility of a population that has ended its transition (phase III of the United Nations' model): around a
 * central path, trajectories deviate by AR(1) and do not agree on where the path ends.
 *
 * @param yearly the yearly deviations, children per woman
 * @param ultimate standard deviation of the level in the long run that trajectories believe in
 * @param common correlation of a county's shocks with the province's, 0 … 1: shock = common · province's + √(1 −
 *     common²) · own, scaled so that the province's own spread is kept
 */
public record FertilityProcess(Autoregression yearly, double ultimate, double common) {

    /** Below this no trajectory falls, children per woman. */
    public static final double FLOOR = 0.3;

    public FertilityProcess {
        if (!(ultimate >= 0 && common > 0 && common <= 1)) {
            throw new IllegalArgumentException("ultimate spread %s, common part %s: zero or more, and above 0 up to 1"
                    .formatted(ultimate, common));
        }
    }

    /** No deviation. */
    public static final FertilityProcess NONE = new FertilityProcess(Autoregression.NONE, 0, 1);

    /**
     * A central path: from today's level toward another, the distance shrinking by the same share every year.
     *
     * @param persistence share of the distance left after a year
     * @return the years 1 … n
     */
    public static double[] towards(double start, double end, double persistence, int years) {
        double[] path = new double[years];
        double level = start;
        for (int year = 0; year < years; year++) {
            level = end + persistence * (level - end);
            path[year] = level;
        }
        return path;
    }

    /** A trajectory's total fertility over its central path. */
    public double[] path(double[] central, Shocks.Stream yearlyShocks, double ultimateShock) {
        double[] path = yearly.path(central.length, yearlyShocks);
        double believed = 0;
        for (int year = 0; year < path.length; year++) {
            believed = yearly.persistence() * believed + (1 - yearly.persistence()) * ultimate * ultimateShock;
            path[year] = Math.max(FLOOR, central[year] + path[year] + believed);
        }
        return path;
    }

    /** Standard deviation of the n-th year. */
    public double spread(int years) {
        double believed = ultimate * (1 - Math.pow(yearly.persistence(), years));
        return Math.hypot(yearly.spread(years), believed);
    }

    /** A county's own deviations, as logarithms of factors on the province's fertility. */
    double[] own(double[] central, Shocks.Stream shocks) {
        double share = Math.sqrt(1 - common * common) / common;
        double[] path = yearly.path(central.length, shocks);
        for (int year = 0; year < path.length; year++) {
            path[year] *= share / central[year];
        }
        return path;
    }
}
