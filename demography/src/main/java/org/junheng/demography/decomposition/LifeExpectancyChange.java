package org.junheng.demography.decomposition;

import org.junheng.demography.mortality.LifeTable;

/**
 * A difference in life expectancy at birth by the ages, and causes, of death that make it (Arriaga 1984; the symmetric
 * form is that of Andreev 1982: the mean of both directions). Contributions are in years and sum to the difference.
 */
public final class LifeExpectancyChange {

    private LifeExpectancyChange() {}

    /** Contribution of each age interval to e0(second) − e0(first); both tables must have the same intervals. */
    public static double[] byAge(LifeTable first, LifeTable second) {
        double[] forth = arriaga(first, second);
        double[] back = arriaga(second, first);
        double[] mean = new double[forth.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (forth[i] - back[i]) / 2;
        }
        return mean;
    }

    /**
     * Contribution by [cause][age]: each age's years shared over the causes in proportion to their part in the change
     * of the death rate. An age whose total rate did not change carries no contribution.
     *
     * @param causes1 death rates by [cause][age] of the first population, summing to its all-cause rates
     * @param causes2 the same for the second
     */
    public static double[][] byCause(LifeTable first, LifeTable second, double[][] causes1, double[][] causes2) {
        double[] years = byAge(first, second);
        double[][] contributions = new double[causes1.length][years.length];
        for (int age = 0; age < years.length; age++) {
            double change = second.m()[age] - first.m()[age];
            for (int cause = 0; cause < causes1.length && change != 0; cause++) {
                contributions[cause][age] = years[age] * (causes2[cause][age] - causes1[cause][age]) / change;
            }
        }
        return contributions;
    }

    private static double[] arriaga(LifeTable one, LifeTable two) {
        int open = one.ages().length - 1;
        double[] years = new double[open + 1];
        for (int i = 0; i <= open; i++) {
            double l1 = one.l()[i];
            double l2 = two.l()[i];
            years[i] = i == open
                    ? l1 * (two.e()[i] - one.e()[i])
                    : l1 * (two.personYears()[i] / l2 - one.personYears()[i] / l1)
                            + two.yearsAhead()[i + 1] * (l1 / l2 - one.l()[i + 1] / two.l()[i + 1]);
        }
        return years;
    }
}
