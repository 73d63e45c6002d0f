package org.junheng.demography.stochastic;

/**
 * Deviations that fade and are renewed every year, AR(1): d(t) = persistence · d(t−1) + innovation · ε(t).
 *
 * @param persistence share of a deviation that is left after a year, 0 … 1; with 1 it is a random walk
 * @param innovation standard deviation of a year's shock, in the unit of the series
 */
public record Autoregression(double persistence, double innovation) {

    public Autoregression {
        if (!(persistence >= 0 && persistence <= 1 && innovation >= 0)) {
            throw new IllegalArgumentException(
                    "persistence %s and innovation %s: the first lies between 0 and 1, the second is zero or more"
                            .formatted(persistence, innovation));
        }
    }

    /** No deviation at all. */
    public static final Autoregression NONE = new Autoregression(0, 0);

    /** Deviations of the years 1 … n that follow a year without one. */
    public double[] path(int years, Shocks.Stream shocks) {
        double[] path = new double[years];
        double deviation = 0;
        for (int year = 0; year < years; year++) {
            deviation = persistence * deviation + innovation * shocks.next();
            path[year] = deviation;
        }
        return path;
    }

    /** Standard deviation of the n-th year. */
    public double spread(int years) {
        return persistence == 1
                ? innovation * Math.sqrt(years)
                : innovation * Math.sqrt((1 - Math.pow(persistence, 2 * years)) / (1 - persistence * persistence));
    }

    /**
     * Fitted to an observed series of deviations by least squares through the origin; the persistence is kept below
     * one.
     */
    public static Autoregression fit(double[] deviations) {
        if (deviations.length < 5) {
            throw new IllegalArgumentException(
                    "%d values: an autoregression needs at least five".formatted(deviations.length));
        }
        double products = 0;
        double squares = 0;
        for (int i = 1; i < deviations.length; i++) {
            products += deviations[i] * deviations[i - 1];
            squares += deviations[i - 1] * deviations[i - 1];
        }
        double persistence = squares == 0 ? 0 : Math.clamp(products / squares, 0, 0.999);
        double residual = 0;
        for (int i = 1; i < deviations.length; i++) {
            double error = deviations[i] - persistence * deviations[i - 1];
            residual += error * error;
        }
        return new Autoregression(persistence, Math.sqrt(residual / (deviations.length - 2)));
    }
}
