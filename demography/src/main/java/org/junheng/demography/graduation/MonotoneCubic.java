package org.junheng.demography.graduation;

/**
 * A cubic Hermite curve through the cumulated counts whose slopes are limited so that it never turns down (Fritsch and
 * Carlson 1980): differences of it are counts, and they cannot be negative.
 */
final class MonotoneCubic {

    private MonotoneCubic() {}

    static double[] split(double[] groups, int width) {
        double[] slopes = slopes(groups, width);
        double[] singles = new double[groups.length * width];
        for (int group = 0; group < groups.length; group++) {
            double before = 0;
            for (int i = 0; i < width; i++) {
                double t = (i + 1.0) / width;
                double cumulated = hermite(t, groups[group], width * slopes[group], width * slopes[group + 1]);
                singles[group * width + i] = Math.max(0, cumulated - before);
                before = cumulated;
            }
        }
        return singles;
    }

    /** Density at each boundary between groups, at most three times that of either neighbour. */
    private static double[] slopes(double[] groups, int width) {
        int n = groups.length;
        double[] slopes = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            double left = groups[Math.max(0, i - 1)] / width;
            double right = groups[Math.min(n - 1, i)] / width;
            double free = i == 0
                    ? right + (right - groups[1] / width) / 2
                    : i == n ? left + (left - groups[n - 2] / width) / 2 : (left + right) / 2;
            slopes[i] = Math.clamp(free, 0, 3 * Math.min(left, right));
        }
        return slopes;
    }

    private static double hermite(double t, double rise, double slopeLeft, double slopeRight) {
        double t2 = t * t;
        double t3 = t2 * t;
        return (3 * t2 - 2 * t3) * rise + (t3 - 2 * t2 + t) * slopeLeft + (t3 - t2) * slopeRight;
    }
}
