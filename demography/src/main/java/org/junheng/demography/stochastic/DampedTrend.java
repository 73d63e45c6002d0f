package org.junheng.demography.stochastic;

/**
 * A series whose yearly changes carry on and fade: c(t) = persistence · c(t−1) + ε(t) (the damped trend of Gardner and
 * McKenzie 1985). Rates that move for years in one direction, as total fertility does, need it: shocks taken from
 * yearly changes as if these were independent make intervals of five and ten years far too narrow.
 *
 * @param last last value known
 * @param change change into the last year known
 * @param persistence share of a change that is carried into the next year, 0 … 0.95
 * @param innovation standard deviation of what is new in a year's change
 * @param persistenceError standard error of the persistence
 * @param degrees degrees of freedom the innovation was estimated with
 */
public record DampedTrend(
        double last, double change, double persistence, double innovation, double persistenceError, int degrees) {

    private static final double MOST_PERSISTENT = 0.95;
    private static final int FEWEST = 6;

    /** Fitted to a record by least squares on its changes. */
    public static DampedTrend fit(double[] known) {
        if (known.length < FEWEST) {
            throw new IllegalArgumentException(
                    "%d values: a damped trend needs at least %d".formatted(known.length, FEWEST));
        }
        int changes = known.length - 1;
        double products = 0;
        double squares = 0;
        for (int i = 1; i < changes; i++) {
            double before = known[i] - known[i - 1];
            products += before * (known[i + 1] - known[i]);
            squares += before * before;
        }
        double persistence = squares == 0 ? 0 : Math.clamp(products / squares, 0, MOST_PERSISTENT);
        double residual = 0;
        for (int i = 1; i < changes; i++) {
            double error = known[i + 1] - known[i] - persistence * (known[i] - known[i - 1]);
            residual += error * error;
        }
        int degrees = changes - 2;
        double innovation = Math.sqrt(residual / degrees);
        return new DampedTrend(
                known[changes],
                known[changes] - known[changes - 1],
                persistence,
                innovation,
                squares == 0 ? 0 : innovation / Math.sqrt(squares),
                degrees);
    }

    /** What it expects so many years ahead. */
    public Prediction ahead(int years) {
        double mean = last;
        double variance = 0;
        double carried = 0;
        double slope = 0;
        for (int year = 1; year <= years; year++) {
            mean += change * Math.pow(persistence, year);
            carried += Math.pow(persistence, year - 1.0);
            slope += change * year * Math.pow(persistence, year - 1.0);
            variance += innovation * innovation * carried * carried;
        }
        double parameter = slope * persistenceError;
        return new Prediction(mean, Math.sqrt(variance + parameter * parameter), degrees);
    }

    /**
     * A forecast of one year.
     *
     * @param mean middle
     * @param spread standard deviation, that of the estimated persistence included
     * @param degrees degrees of freedom: intervals are Student's, because the spread is estimated from few years
     */
    public record Prediction(double mean, double spread, int degrees) {

        /** Whether a value lies within the central interval of the given probability. */
        public boolean holds(double value, double probability) {
            return Math.abs(value - mean) <= StudentT.quantile((1 + probability) / 2, degrees) * spread;
        }
    }
}
