package org.junheng.demography.projection;

import org.junheng.demography.BySex;
import org.junheng.demography.Sex;
import org.junheng.demography.mortality.LifeTable;

/**
 * Components of a five-year step in five-year age groups from what World Population Prospects publishes: abridged death
 * rates, total fertility and its percentage pattern by age, sex ratio at birth and net migrants.
 */
public final class FiveYear {

    private static final int WIDTH = 5;

    private FiveYear() {}

    /**
     * Fertility rates by age group of a population.
     *
     * @param total children per woman
     * @param percentByAge share of total fertility by age group, summing to 100
     * @return births per woman-year by age group
     */
    public static double[] fertility(double total, double[] percentByAge) {
        double[] rates = new double[percentByAge.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = total * percentByAge[i] / 100 / WIDTH;
        }
        return rates;
    }

    /** Abridged life tables (ages 0, 1, 5 … open) of both sexes, males first. */
    public static LifeTable[] lifeTables(BySex abridgedRates) {
        return new LifeTable[] {
            LifeTable.abridged(abridgedRates.male(), Sex.MALE), LifeTable.abridged(abridgedRates.female(), Sex.FEMALE)
        };
    }

    /** Survival ratios of the step from both sexes' life tables. */
    public static BySex survival(LifeTable[] tables) {
        return new BySex(tables[0].survivalRatios(WIDTH), tables[1].survivalRatios(WIDTH));
    }
}
