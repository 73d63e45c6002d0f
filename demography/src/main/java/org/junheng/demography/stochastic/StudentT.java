package org.junheng.demography.stochastic;

/** Student's t distribution. */
final class StudentT {

    private StudentT() {}

    /**
     * Quantile by the expansion of Fisher and Cornish in the degrees of freedom; with five degrees or more it is within
     * 0.003 of the tables up to 0.975 (Abramowitz and Stegun 26.7.5).
     */
    static double quantile(double probability, int degrees) {
        double z = Normal.quantile(probability);
        double z2 = z * z;
        double g1 = z * (z2 + 1) / 4;
        double g2 = z * ((5 * z2 + 16) * z2 + 3) / 96;
        double g3 = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
        double g4 = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
        double n = degrees;
        return z + g1 / n + g2 / (n * n) + g3 / (n * n * n) + g4 / (n * n * n * n);
    }
}
