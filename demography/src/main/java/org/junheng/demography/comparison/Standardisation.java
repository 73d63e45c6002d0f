package org.junheng.demography.comparison;

/** Rates made comparable between populations of different age structure. */
public final class Standardisation {

    private Standardisation() {}

    /** Direct: the rates a standard population would show. */
    public static double direct(double[] rates, double[] standardPopulation) {
        double events = 0;
        double persons = 0;
        for (int i = 0; i < rates.length; i++) {
            events += rates[i] * standardPopulation[i];
            persons += standardPopulation[i];
        }
        return events / persons;
    }

    /**
     * Indirect: observed events as a ratio to those expected at standard rates (1 = as expected); for small
     * populations.
     */
    public static double ratio(double observedEvents, double[] population, double[] standardRates) {
        double expected = 0;
        for (int i = 0; i < population.length; i++) {
            expected += population[i] * standardRates[i];
        }
        return observedEvents / expected;
    }
}
