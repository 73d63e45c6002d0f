package org.junheng.demography.regional;

import java.util.Arrays;

/**
 * Sample quantiles of type 7 of Hyndman and Fan (1996): straight lines between the order statistics, the default of R
 * and NumPy.
 */
public final class Quantiles {

    private Quantiles() {}

    /**
     * Quantiles of a stretch of values, which is sorted in place.
     *
     * @param from first index of the stretch
     * @param count values in it, at least one
     * @param probabilities between 0 and 1
     */
    public static double[] of(double[] values, int from, int count, double[] probabilities) {
        Arrays.sort(values, from, from + count);
        double[] quantiles = new double[probabilities.length];
        for (int k = 0; k < quantiles.length; k++) {
            double position = (count - 1) * probabilities[k];
            int below = (int) position;
            double low = values[from + below];
            double high = values[from + Math.min(below + 1, count - 1)];
            quantiles[k] = low + (position - below) * (high - low);
        }
        return quantiles;
    }
}
