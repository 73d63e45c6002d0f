package org.junheng.demography.regional;

import java.util.Arrays;

/**
 * Sample quantiles of type 7 of Hyndman and Fan (1996): straight lines between the order statistics, the default of R
 * and NumPy. Only the order statistics that are needed are put in their places.
 */
public final class Quantiles {

    private static final int SMALL = 24;

    private Quantiles() {}

    /**
     * Quantiles of a stretch of values, which is rearranged.
     *
     * @param from first index of the stretch
     * @param count values in it, at least one; none of them not a number
     * @param probabilities between 0 and 1
     */
    public static double[] of(double[] values, int from, int count, double[] probabilities) {
        arrange(values, from, from + count - 1, ranks(from, count, probabilities), 0, 2 * probabilities.length);
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

    /** Indices whose values must be right, ascending. */
    private static int[] ranks(int from, int count, double[] probabilities) {
        int[] ranks = new int[2 * probabilities.length];
        for (int k = 0; k < probabilities.length; k++) {
            int below = (int) ((count - 1) * probabilities[k]);
            ranks[2 * k] = from + below;
            ranks[2 * k + 1] = from + Math.min(below + 1, count - 1);
        }
        Arrays.sort(ranks);
        return ranks;
    }

    /** Sorts only the parts of a stretch in which wanted ranks lie: those numbered r to s (not included). */
    private static void arrange(double[] values, int low, int high, int[] ranks, int r, int s) {
        int first = low;
        int last = high;
        int from = r;
        int to = s;
        while (from < to) {
            if (last - first < SMALL) {
                Arrays.sort(values, first, last + 1);
                return;
            }
            int split = partition(values, first, last);
            int middle = from;
            while (middle < to && ranks[middle] <= split) {
                middle++;
            }
            arrange(values, first, split, ranks, from, middle);
            first = split + 1;
            from = middle;
        }
    }

    /** Values up to the index returned are not greater than those after it (Hoare); both sides have some. */
    private static int partition(double[] values, int low, int high) {
        double pivot = median(values[low], values[low + (high - low) / 2], values[high]);
        int i = low - 1;
        int j = high + 1;
        while (true) {
            do {
                i++;
            } while (values[i] < pivot);
            do {
                j--;
            } while (values[j] > pivot);
            if (i >= j) {
                return Math.min(j, high - 1);
            }
            double swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
