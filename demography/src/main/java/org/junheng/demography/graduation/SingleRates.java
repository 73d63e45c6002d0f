package org.junheng.demography.graduation;

import java.util.Arrays;

/** Rates by single age from rates by age group, as published tables give them. */
public final class SingleRates {

    private static final int GROUP = 5;
    private static final int ROUNDS = 8;
    private static final double[] EARLY_CHILDHOOD = {1.7, 1.0, 0.7, 0.6};

    private SingleRates() {}

    /**
     * Death rates by single age 0 … from those of an abridged table (0, 1 to 4, then five years each). Between the
     * middles of the groups their logarithm follows a straight line; ages 1 to 4 fall in fixed proportions around the
     * group's rate; every group's rate, weighted by those who live in it, is the one given; the last, open group's rate
     * is kept for its first age.
     *
     * @param abridged death rates, all above zero
     * @return as many single ages as the table has before its open age, and that
     */
    public static double[] deaths(double[] abridged) {
        double[] knots = abridged.clone();
        double[] rates = between(knots);
        for (int round = 0; round < ROUNDS; round++) {
            double[] found = groupRates(rates, abridged.length);
            for (int i = 1; i < knots.length - 1; i++) {
                knots[i] *= abridged[i] / found[i];
            }
            rates = between(knots);
        }
        return rates;
    }

    private static double[] between(double[] knots) {
        int open = (knots.length - 2) * GROUP;
        double[] rates = new double[open + 1];
        rates[0] = knots[0];
        for (int age = 1; age < GROUP; age++) {
            rates[age] = knots[1] * EARLY_CHILDHOOD[age - 1];
        }
        for (int age = GROUP; age < open; age++) {
            double position = (age + 0.5 - 7.5) / GROUP + 2;
            int below = Math.clamp((int) Math.floor(position), 2, knots.length - 3);
            double slope = Math.log(knots[below + 1] / knots[below]);
            rates[age] = knots[below] * Math.exp(slope * (position - below));
        }
        rates[open] = knots[knots.length - 1];
        return rates;
    }

    /** Deaths over years lived in each group of a stationary population. */
    private static double[] groupRates(double[] rates, int groups) {
        double[] deaths = new double[groups];
        double[] years = new double[groups];
        double alive = 1;
        for (int age = 0; age < rates.length - 1; age++) {
            int group = age == 0 ? 0 : age / GROUP + 1;
            double survivors = alive * Math.exp(-rates[age]);
            deaths[group] += alive - survivors;
            years[group] += (alive - survivors) / rates[age];
            alive = survivors;
        }
        for (int i = 0; i < groups; i++) {
            deaths[i] = years[i] > 0 ? deaths[i] / years[i] : 0;
        }
        return deaths;
    }

    /**
     * Fertility by single age from shares of five-year groups: Beers' formula with nobody fertile on either side; every
     * group keeps its sum.
     *
     * @param firstAge first age of the first group, a multiple of five and at least 10
     * @param shares share of each group
     * @param ages how many single ages from 0 to return
     */
    public static double[] fertility(int firstAge, double[] shares, int ages) {
        double[] padded = new double[shares.length + 4];
        System.arraycopy(shares, 0, padded, 2, shares.length);
        double[] singles = Graduation.BEERS_ORDINARY.graduate(padded);
        double[] rates = new double[ages];
        int from = firstAge - 2 * GROUP;
        for (int i = 0; i < singles.length && from + i < ages; i++) {
            rates[from + i] = singles[i];
        }
        return rates;
    }

    /**
     * Persons by single age up to an open age from a census table: age 0, 1 to 4, then five years each, the last group
     * open. Beers' formula gives the outline, known sizes of the birth cohorts the ripples on it; every group keeps its
     * sum and nobody is negative. The open group is spread as a stationary population would be.
     *
     * @param groups persons by age group
     * @param ripples relative size of the cohort of each single age against its neighbours; 1 where unknown
     * @param personYears years lived by single age in a life table, the last of them open
     */
    public static double[] persons(double[] groups, double[] ripples, double[] personYears) {
        int closed = groups.length - 2;
        double[] five = new double[closed];
        five[0] = groups[0] + groups[1];
        System.arraycopy(groups, 2, five, 1, closed - 1);
        double[] outline = Graduation.BEERS_ORDINARY.graduate(five);
        int open = closed * GROUP;
        double[] persons = new double[personYears.length];
        for (int age = 1; age < open; age++) {
            persons[age] = outline[age] * ripples[age];
        }
        persons[0] = groups[0];
        fit(persons, 1, GROUP, groups[1]);
        for (int group = 1; group < closed; group++) {
            fit(persons, group * GROUP, (group + 1) * GROUP, five[group]);
        }
        System.arraycopy(personYears, open, persons, open, personYears.length - open);
        fit(persons, open, persons.length, groups[groups.length - 1]);
        return persons;
    }

    private static void fit(double[] persons, int from, int to, double total) {
        double sum = Arrays.stream(persons, from, to).sum();
        for (int age = from; age < to; age++) {
            persons[age] = sum > 0 ? persons[age] * (total / sum) : total / (to - from);
        }
    }
}
