package org.junheng.demography.stochastic;

import java.util.Arrays;
import java.util.function.Function;

/**
 * How forecasts would have done in the past: from every year on, the series is forecast with what was known by then,
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

    private static final int MANY_DEGREES = 1_000_000;

    /**
     * Forecasts by a damped trend fitted to the years known last.
     *
     * @param window years known that the trend is fitted to
     * @param horizon years ahead
     */
    public static BackTest of(double[] series, int window, int horizon) {
        return of(series, window, horizon, known -> DampedTrend.fit(known).ahead(horizon));
    }

    /**
     * Forecasts that it stays as it is, give or take: holds a width that was assumed, not estimated from the series,
     * against it.
     *
     * @param window years left out at the beginning, so that both ways make the same forecasts
     * @param spread standard deviation of the year forecast
     */
    public static BackTest ofSpread(double[] series, int window, int horizon, double spread) {
        return of(
                series,
                window,
                horizon,
                known -> new DampedTrend.Prediction(known[known.length - 1], spread, MANY_DEGREES));
    }

    private static BackTest of(
            double[] series, int window, int horizon, Function<double[], DampedTrend.Prediction> forecast) {
        int forecasts = series.length - window - horizon + 1;
        if (forecasts < 1) {
            throw new IllegalArgumentException("%d values: a window of %d and a horizon of %d leave nothing to compare"
                    .formatted(series.length, window, horizon));
        }
        double within80 = 0;
        double within95 = 0;
        double crps = 0;
        double unchanged = 0;
        for (int i = 0; i < forecasts; i++) {
            double[] known = Arrays.copyOfRange(series, i, i + window);
            double came = series[i + window + horizon - 1];
            DampedTrend.Prediction prediction = forecast.apply(known);
            within80 += prediction.holds(came, 0.8) ? 1 : 0;
            within95 += prediction.holds(came, 0.95) ? 1 : 0;
            crps += Scores.crps(prediction.mean(), prediction.spread(), came);
            unchanged += Math.abs(came - known[window - 1]);
        }
        return new BackTest(
                horizon,
                forecasts,
                within80 / forecasts,
                within95 / forecasts,
                crps / forecasts,
                unchanged / forecasts);
    }
}
