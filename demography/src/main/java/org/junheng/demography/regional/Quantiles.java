package org.junheng.demography.regional;

import java.util.Arrays;

/**
 * Sample quantiles of type 7 of Hyndman and Fan (1996): straight lines between the order statistics, the default of R
 * and NumPy. Values are counted into bins of equal width, without a branch to guess wrong, and only the bins in which a
 * wanted order statistic lies are sorted.
 */
public final class Quantiles {

    private static final int MANY = 64;
    private static final int BINS = 512;

    private Quantiles() {}

    /**
     * Quantiles of a stretch of values, which may be rearranged.
     *
     * @param from first index of the stretch
     * @param count values in it, at least one; none of them not a number
     * @param probabilities between 0 and 1
     */
    public static double[] of(double[] values, int from, int count, double[] probabilities) {
        int[] ranks = ranks(count, probabilities);
        double[] statistics = statistics(values, from, count, ranks);
        double[] quantiles = new double[probabilities.length];
        for (int k = 0; k < quantiles.length; k++) {
            double position = (count - 1) * probabilities[k];
            double low = statistics[2 * k];
            quantiles[k] = low + (position - (int) position) * (statistics[2 * k + 1] - low);
        }
        return quantiles;
    }

    /** For every probability the ranks below and above its position. */
    private static int[] ranks(int count, double[] probabilities) {
        int[] ranks = new int[2 * probabilities.length];
        for (int k = 0; k < probabilities.length; k++) {
            int below = (int) ((count - 1) * probabilities[k]);
            ranks[2 * k] = below;
            ranks[2 * k + 1] = Math.min(below + 1, count - 1);
        }
        return ranks;
    }

    /** The values of the given ranks. */
    private static double[] statistics(double[] values, int from, int count, int[] ranks) {
        double least = values[from];
        double most = least;
        for (int i = from; i < from + count; i++) {
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        double scale = BINS / (most - least);
        if (count < MANY || !(scale > 0 && scale < Double.MAX_VALUE)) {
            return sorted(values, from, count, ranks);
        }
        return binned(values, from, count, ranks, new Bins(least, scale));
    }

    /** Bins from the least value on; greater values never lie in lower ones. */
    private record Bins(double least, double scale) {

        int of(double value) {
            return Math.min(BINS, (int) ((value - least) * scale));
        }
    }

    private static double[] binned(double[] values, int from, int count, int[] ranks, Bins bins) {
        int[] bin = new int[count];
        int[] start = new int[BINS + 2];
        for (int i = 0; i < count; i++) {
            bin[i] = bins.of(values[from + i]);
        }
        for (int i = 0; i < count; i++) {
            start[bin[i] + 1]++;
        }
        for (int b = 0; b <= BINS; b++) {
            start[b + 1] += start[b];
        }
        boolean[] wanted = new boolean[BINS + 1];
        for (int rank : ranks) {
            wanted[binOf(rank, start)] = true;
        }
        int[] next = start.clone();
        double[] ordered = new double[count];
        for (int i = 0; i < count; i++) {
            if (wanted[bin[i]]) {
                ordered[next[bin[i]]++] = values[from + i];
            }
        }
        for (int b = 0; b <= BINS; b++) {
            if (wanted[b]) {
                Arrays.sort(ordered, start[b], start[b + 1]);
            }
        }
        double[] statistics = new double[ranks.length];
        Arrays.setAll(statistics, k -> ordered[ranks[k]]);
        return statistics;
    }

    /** The bin in which a rank lies: the last that does not start after it. */
    private static int binOf(int rank, int[] start) {
        int low = 0;
        int high = BINS;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (start[middle] <= rank) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static double[] sorted(double[] values, int from, int count, int[] ranks) {
        Arrays.sort(values, from, from + count);
        double[] statistics = new double[ranks.length];
        Arrays.setAll(statistics, k -> values[from + ranks[k]]);
        return statistics;
    }
}
