package org.junheng.demography.stochastic;

import java.util.Arrays;

/** How a probabilistic forecast did against what came. */
public final class Scores {

    private Scores() {}

    /**
     * Continuous ranked probability score of a sample of trajectories, in the unit of the series: the mean distance of
     * the trajectories from what came less half their mean distance from each other. Lower is better; for a forecast
     * without spread it is the absolute error (Gneiting and Raftery 2007).
     */
    public static double crps(double[] trajectories, double came) {
        double[] sorted = trajectories.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        double among = 0;
        for (int i = 0; i < n; i++) {
            distance += Math.abs(sorted[i] - came);
            among += (2.0 * i - n + 1) * sorted[i];
        }
        return distance / n - among / ((double) n * n);
    }

    /** The same of a normal distribution. */
    public static double crps(double mean, double spread, double came) {
        if (spread == 0) {
            return Math.abs(came - mean);
        }
        double z = (came - mean) / spread;
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return spread * (z * (2 * distribution(z) - 1) + 2 * density - 1 / Math.sqrt(Math.PI));
    }

    /** Share of the values that lie within their intervals. */
    public static double coverage(double[] lower, double[] upper, double[] came) {
        int within = 0;
        for (int i = 0; i < came.length; i++) {
            within += came[i] >= lower[i] && came[i] <= upper[i] ? 1 : 0;
        }
        return within / (double) came.length;
    }

    /** Share of the normal distribution below a value, by a continued fraction or a series to some twelve digits. */
    static double distribution(double z) {
        double x = Math.abs(z);
        if (x > 38) {
            return z > 0 ? 1 : 0;
        }
        double density = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        double upper;
        if (x < 3) {
            double term = x;
            double sum = x;
            for (int i = 1; i < 200 && term > 1e-17 * sum; i++) {
                term *= x * x / (2 * i + 1);
                sum += term;
            }
            upper = 0.5 - density * sum;
        } else {
            double fraction = x;
            for (int i = 60; i > 0; i--) {
                fraction = x + i / fraction;
            }
            upper = density / fraction;
        }
        return z > 0 ? 1 - upper : upper;
    }
}
