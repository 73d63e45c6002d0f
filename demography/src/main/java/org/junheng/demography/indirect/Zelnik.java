package org.junheng.demography.indirect;

import java.util.Arrays;

/**
 * Ages freed of digit preference by Zelnik's eleven-term average (Zelnik 1961; Gray 1987): a mean over ten years, the
 * outer ages half, which no preference for a last digit survives; applied again to what it took away, so that a curve
 * of the third degree passes unchanged.
 */
public final class Zelnik {

    private static final int HALF = 5;

    private Zelnik() {}

    /**
     * Smoothed persons by single age; not a number at the ages that are too near either end.
     *
     * @param persons persons by single age
     * @param order 1 uses ten ages on either side, 2 uses fifteen and keeps a curve of the fifth degree
     */
    public static double[] smooth(double[] persons, int order) {
        if (order != 1 && order != 2) {
            throw new IllegalArgumentException("order %d: 1 or 2".formatted(order));
        }
        double[] smooth = new double[persons.length];
        double[] rest = persons;
        for (int round = 0; round <= order; round++) {
            double[] part = average(rest);
            smooth = plus(smooth, part, 1);
            rest = plus(rest, part, -1);
        }
        int edge = HALF * (order + 1);
        for (int age = 0; age < smooth.length; age++) {
            if (age < edge || age >= smooth.length - edge) {
                smooth[age] = Double.NaN;
            }
        }
        return smooth;
    }

    private static double[] average(double[] values) {
        double[] average = new double[values.length];
        Arrays.fill(average, Double.NaN);
        for (int age = HALF; age + HALF < values.length; age++) {
            double sum = (values[age - HALF] + values[age + HALF]) / 2;
            for (int x = age - HALF + 1; x < age + HALF; x++) {
                sum += values[x];
            }
            average[age] = sum / (2 * HALF);
        }
        return average;
    }

    private static double[] plus(double[] a, double[] b, int sign) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + sign * b[i]);
        return sum;
    }
}
