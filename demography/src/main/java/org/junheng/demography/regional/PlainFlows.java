package org.junheng.demography.regional;

/**
 * The product in plain loops, five origins together so that a destination's row is read and written once for five
 * products.
 */
final class PlainFlows implements Flows {

    private static final int TOGETHER = 5;

    @Override
    public void add(double[][] leavers, double[][] destinations, double[][] population) {
        int origins = leavers.length;
        for (int d = 0; d < population.length; d++) {
            int o = 0;
            for (; o + TOGETHER <= origins; o += TOGETHER) {
                five(leavers, destinations[d], o, population[d]);
            }
            for (; o < origins; o++) {
                one(leavers[o], destinations[d][o], population[d]);
            }
        }
    }

    private static void one(double[] leavers, double share, double[] population) {
        for (int i = 0; i < population.length; i++) {
            population[i] = Math.fma(share, leavers[i], population[i]);
        }
    }

    private static void five(double[][] leavers, double[] shares, int o, double[] population) {
        double[] a = leavers[o];
        double[] b = leavers[o + 1];
        double[] c = leavers[o + 2];
        double[] d = leavers[o + 3];
        double[] e = leavers[o + 4];
        double ofA = shares[o];
        double ofB = shares[o + 1];
        double ofC = shares[o + 2];
        double ofD = shares[o + 3];
        double ofE = shares[o + 4];
        for (int i = 0; i < population.length; i++) {
            double sum = Math.fma(ofA, a[i], population[i]);
            sum = Math.fma(ofB, b[i], sum);
            sum = Math.fma(ofC, c[i], sum);
            sum = Math.fma(ofD, d[i], sum);
            population[i] = Math.fma(ofE, e[i], sum);
        }
    }
}
