package org.junheng.demography.stochastic;

import java.util.Arrays;

/**
 * How a process would have done in the past: from every year on, the series is forecast with what was known by then,
 * and compared with what came.
 *
 * @param horizon years ahead
 * @param forecasts how many were made
 * @param within80 share of what came inside the 80 % interval
 * @param within95 share of what came inside the 95 % interval
 * @param crps mean continuous ranked probability score, in the unit of the series
 * @param unchanged mean absolute error of "it stays as it is", the score to beat
 */
public record BackTest(int horizon, int forecasts, double within80, double within95, double crps, double unchanged) {

    private static final double Z80 = Normal.quantile(0.9);
    private static final double Z95 = Normal.quantile(0.975);

    /**
     * Forecasts by autoregression around the mean of the years known last; the size of the yearly shocks is that of the
     * changes in them.
     *
     * @param window years known that the mean and the shocks are taken from
     * @param horizon years ahead
     * @param persistence share of a deviation left after a year
     */
    public static BackTest of(double[] series, int window, int horizon, double persistence) {
        int forecasts = series.length - window - horizon + 1;
        if (forecasts < 1) {
            throw new IllegalArgumentException("%d values: a window of %d and a horizon of %d leave nothing to compare"
                    .formatted(series.length, window, horizon));
        }
        double[] mean = new double[forecasts];
        double[] came = new double[forecasts];
        double[] spread = new double[forecasts];
        double crps = 0;
        double unchanged = 0;
        for (int i = 0; i < forecasts; i++) {
            double[] known = Arrays.copyOfRange(series, i, i + window);
            double last = known[window - 1];
            double centre = Arrays.stream(known).average().orElse(last);
            mean[i] = centre + Math.pow(persistence, horizon) * (last - centre);
            spread[i] = new Autoregression(persistence, changes(known)).spread(horizon);
            came[i] = series[i + window + horizon - 1];
            crps += Scores.crps(mean[i], spread[i], came[i]) / forecasts;
            unchanged += Math.abs(came[i] - last) / forecasts;
        }
        return new BackTest(
                horizon, forecasts, within(mean, spread, Z80, came), within(mean, spread, Z95, came), crps, unchanged);
    }

    private static double within(double[] mean, double[] spread, double z, double[] came) {
        double[] lower = new double[mean.length];
        double[] upper = new double[mean.length];
        Arrays.setAll(lower, i -> mean[i] - z * spread[i]);
        Arrays.setAll(upper, i -> mean[i] + z * spread[i]);
        return Scores.coverage(lower, upper, came);
    }

    private static double changes(double[] known) {
        double squares = 0;
        for (int i = 1; i < known.length; i++) {
            double change = known[i] - known[i - 1];
            squares += change * change;
        }
        return Math.sqrt(squares / (known.length - 1));
    }
}
