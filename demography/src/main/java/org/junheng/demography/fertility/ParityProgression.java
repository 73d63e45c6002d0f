package org.junheng.demography.fertility;

/**
 * Parity progression ratios: of women with at least i children, the share that goes on to have another.
 *
 * <p>From a census they describe women past childbearing; from the rates of a year they describe a synthetic cohort
 * that passes through childbearing at those rates (the period fertility table of the Human Fertility Database,
 * Jasilioniene et al. 2015).
 */
public final class ParityProgression {

    private ParityProgression() {}

    /**
     * Ratios of a census.
     *
     * @param women women by children ever born 0, 1, 2 …, the last class open
     * @return a(0), a(1) …, one fewer than classes
     */
    public static double[] ofCensus(double[] women) {
        double[] ratios = new double[women.length - 1];
        double beyond = 0;
        for (int parity = women.length - 1; parity > 0; parity--) {
            beyond += women[parity];
            double reached = beyond + women[parity - 1];
            ratios[parity - 1] = reached == 0 ? 0 : beyond / reached;
        }
        return ratios;
    }

    /**
     * Ratios of a period.
     *
     * @param births births by [order − 1][single age]; the last order may be open
     * @param women women of exactly order − 1 children by [order − 1][single age], at risk of that order (for an open
     *     order, of at least so many)
     * @return by order, the share of the synthetic cohort's women of the parity before who go on
     */
    public static double[] ofPeriod(double[][] births, double[][] women) {
        int orders = births.length;
        double[] atParity = new double[orders + 1];
        double[] reached = new double[orders + 1];
        atParity[0] = 1;
        reached[0] = 1;
        for (int age = 0; age < births[0].length; age++) {
            double arriving = 0;
            for (int order = 0; order < orders; order++) {
                double moving = atParity[order] * probability(births[order][age], women[order][age]);
                atParity[order] += arriving - moving;
                reached[order + 1] += moving;
                arriving = moving;
            }
            atParity[orders] += arriving;
        }
        double[] ratios = new double[orders];
        for (int order = 0; order < orders; order++) {
            ratios[order] = reached[order] == 0 ? 0 : reached[order + 1] / reached[order];
        }
        return ratios;
    }

    /** The chance of a birth within a year of age from its rate, births spread evenly over the year. */
    private static double probability(double births, double women) {
        if (women <= 0) {
            return 0;
        }
        double rate = births / women;
        return Math.min(1, rate / (1 + rate / 2));
    }
}
