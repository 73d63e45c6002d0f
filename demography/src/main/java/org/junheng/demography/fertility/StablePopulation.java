package org.junheng.demography.fertility;

/**
 * The population to which unchanging rates of birth and death lead: Lotka's r solves Σ exp(−r·x̄)·F·L = 1 over the ages
 * of childbearing, x̄ the middle of the group (Preston et al. 2001, ch. 7).
 *
 * @param netReproduction daughters per woman who survive to their mother's age, Σ F·L
 * @param growth intrinsic rate of growth r, per year
 * @param birthRate intrinsic birth rate, per person-year
 * @param deathRate intrinsic death rate, per person-year
 * @param generation length of a generation, ln(NRR) / r, in years
 * @param meanAgeOfMothers mean age at birth of a daughter in the stable population, in years
 * @param ageShares share of each age group; the shares sum to one
 */
public record StablePopulation(
        double netReproduction,
        double growth,
        double birthRate,
        double deathRate,
        double generation,
        double meanAgeOfMothers,
        double[] ageShares) {

    private static final double TOLERANCE = 1e-15;

    /**
     * @param width years in each age group, the first beginning at birth
     * @param daughters female births per woman-year by group
     * @param personYears years lived by women by group, per girl born (the life table's L with radix 1)
     */
    public static StablePopulation of(int width, double[] daughters, double[] personYears) {
        double r = growth(width, daughters, personYears);
        double nrr = discounted(0, width, daughters, personYears);
        double lived = 0;
        double mothersAge = 0;
        double[] shares = new double[personYears.length];
        for (int i = 0; i < personYears.length; i++) {
            double middle = (i + 0.5) * width;
            shares[i] = Math.exp(-r * middle) * personYears[i];
            lived += shares[i];
            mothersAge += middle * shares[i] * daughters[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= lived;
        }
        double generation = Math.abs(r) < 1e-9 ? mothersAge : Math.log(nrr) / r;
        return new StablePopulation(nrr, r, 1 / lived, 1 / lived - r, generation, mothersAge, shares);
    }

    /**
     * Net reproduction rate: daughters per woman who survive to their mother's age, from all births and the sex ratio
     * at birth.
     */
    public static double netReproduction(double[] rates, double[] personYears, double sexRatioAtBirth) {
        double sum = 0;
        for (int i = 0; i < rates.length; i++) {
            sum += rates[i] * personYears[i];
        }
        return sum / (1 + sexRatioAtBirth);
    }

    private static double growth(int width, double[] daughters, double[] personYears) {
        double low = -0.5;
        double high = 0.5;
        if (!(discounted(low, width, daughters, personYears) > 1
                && discounted(high, width, daughters, personYears) < 1)) {
            throw new IllegalArgumentException(
                    "no rate of growth between -50 % and +50 % a year fits a net reproduction of "
                            + discounted(0, width, daughters, personYears));
        }
        while (high - low > TOLERANCE) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (discounted(middle, width, daughters, personYears) > 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double discounted(double r, int width, double[] daughters, double[] personYears) {
        double sum = 0;
        for (int i = 0; i < daughters.length; i++) {
            sum += Math.exp(-r * (i + 0.5) * width) * daughters[i] * personYears[i];
        }
        return sum;
    }
}
