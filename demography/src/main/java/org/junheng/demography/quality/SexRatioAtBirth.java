package org.junheng.demography.quality;

/**
 * A sex ratio at birth with the interval chance alone leaves it (Wilson's interval for the share of boys). Some 10,000
 * births are needed before ± 2 points per 100 can be seen.
 *
 * @param ratio boys per girl
 * @param lower lower bound
 * @param upper upper bound
 */
public record SexRatioAtBirth(double ratio, double lower, double upper) {

    /** @param z standard normal quantile of the wanted coverage: 1.959964 for 95 % */
    public static SexRatioAtBirth of(long boys, long girls, double z) {
        double n = (double) boys + girls;
        if (boys < 0 || girls < 0 || n == 0) {
            throw new IllegalArgumentException("%d boys and %d girls: a ratio needs births".formatted(boys, girls));
        }
        double share = boys / n;
        double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        return new SexRatioAtBirth(share / (1 - share), odds(centre - half), odds(centre + half));
    }

    private static double odds(double share) {
        return share / (1 - share);
    }
}
