package org.junheng.demography.comparison;

/**
 * How different two age distributions are (Siegel and Swanson 2004, p. 158 f.). Inputs are rescaled to percent of their
 * total.
 */
public final class Dissimilarity {

    private Dissimilarity() {}

    /** Index of dissimilarity: the percentage of one population that would have to change age to be like the other. */
    public static double index(double[] first, double[] second) {
        double[] a = percent(first);
        double[] b = percent(second);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / 2;
    }

    /**
     * Index of relative difference: half the mean distance from 100 of the ratios (percent) of the second to the first.
     */
    public static double relative(double[] first, double[] second) {
        double[] a = percent(first);
        double[] b = percent(second);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(100 * b[i] / a[i] - 100);
        }
        return sum / a.length / 2;
    }

    private static double[] percent(double[] values) {
        double total = 0;
        for (double value : values) {
            total += value;
        }
        double[] percent = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            percent[i] = 100 * values[i] / total;
        }
        return percent;
    }
}
