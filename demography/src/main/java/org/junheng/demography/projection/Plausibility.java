package org.junheng.demography.projection;

import java.util.ArrayList;
import java.util.List;
import org.junheng.demography.BySex;

/**
 * Checks of projection inputs for the mistakes that run through silently and ruin the result: rates per 1,000, a sex
 * ratio per 100, ages shifted by one, migrants in another unit than the population, negative persons. Every check
 * returns the faults found, with advice; none changes a value.
 */
public final class Plausibility {

    private static final double LOWEST_SEX_RATIO = 0.9;
    private static final double HIGHEST_SEX_RATIO = 1.4;
    private static final double HIGHEST_TOTAL_FERTILITY = 12;
    private static final int YOUNGEST_MOTHER = 9;
    private static final int OLDEST_MOTHER = 60;
    private static final double SMALLEST_MIGRATION = 2e-5;
    private static final double LARGEST_MIGRATION = 0.5;
    private static final int SENESCENT = 40;

    private Plausibility() {}

    /**
     * A value that cannot be right.
     *
     * @param series name of the series, as the caller gave it
     * @param year year of the value
     * @param age first age of its group, or -1 where the value has no age
     * @param value the value found
     * @param expected what was expected, with advice
     */
    public record Fault(String series, int year, int age, double value, String expected) {}

    /** Persons: none negative, not all zero. */
    public static List<Fault> persons(String series, int year, int width, double[] persons) {
        List<Fault> faults = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < persons.length; i++) {
            if (persons[i] < 0) {
                faults.add(new Fault(series, year, i * width, persons[i], "a number of persons, zero or more"));
            }
            total += persons[i];
        }
        if (total == 0) {
            faults.add(new Fault(series, year, 0, 0, "a population; every age is empty"));
        }
        return faults;
    }

    /** Survival ratios and other shares: between 0 and 1. */
    public static List<Fault> shares(String series, int year, int width, double[] shares) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] < 0 || shares[i] > 1) {
                String advice = shares[i] > 1 ? "; divide by 100 or 1,000 if it is per cent or per 1,000" : "";
                faults.add(new Fault(series, year, i * width, shares[i], "a share between 0 and 1" + advice));
            }
        }
        return faults;
    }

    /** Death rates: zero or more, and below two where nobody dies that fast. */
    public static List<Fault> deathRates(String series, int year, int[] ages, double[] rates) {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            if (rates[i] < 0 || (rates[i] > 2 && ages[i] < 80)) {
                String advice = rates[i] > 2 ? "; divide rates per 1,000 by 1,000" : "";
                faults.add(new Fault(series, year, ages[i], rates[i], "deaths per person-year" + advice));
            }
        }
        return faults;
    }

    /** Fertility rates: per woman and year, at ages that can bear children. */
    public static List<Fault> fertility(String series, int year, int width, double[] rates) {
        List<Fault> faults = new ArrayList<>();
        double total = 0;
        for (int i = 0; i < rates.length; i++) {
            total += width * rates[i];
            int last = (i + 1) * width - 1;
            if (rates[i] < 0 || rates[i] >= 1) {
                String advice = rates[i] >= 1 ? "; divide rates per 1,000 women by 1,000" : "";
                faults.add(new Fault(series, year, i * width, rates[i], "births per woman and year, 0 to 1" + advice));
            } else if (rates[i] > 0 && (last < YOUNGEST_MOTHER || i * width > OLDEST_MOTHER)) {
                faults.add(new Fault(
                        series,
                        year,
                        i * width,
                        rates[i],
                        "no births at this age; are the ages shifted against the rates?"));
            }
        }
        if (faults.isEmpty() && total > HIGHEST_TOTAL_FERTILITY) {
            faults.add(new Fault(
                    series, year, -1, total, "a total fertility below 12; divide rates per 1,000 women by 1,000"));
        }
        return faults;
    }

    /** The sex ratio at birth: boys per girl, about 1.05. */
    public static List<Fault> sexRatio(String series, int year, double ratio) {
        if (ratio >= LOWEST_SEX_RATIO && ratio <= HIGHEST_SEX_RATIO) {
            return List.of();
        }
        String advice = ratio >= 100 * LOWEST_SEX_RATIO && ratio <= 100 * HIGHEST_SEX_RATIO
                ? "; %s looks like boys per 100 girls: divide by 100".formatted(ratio)
                : "";
        return List.of(new Fault(series, year, -1, ratio, "boys per girl between 0.9 and 1.4" + advice));
    }

    /**
     * Survival of births must be lower than that of children a year older; where it is not, the ratios have slipped by
     * an age. Judged on the mean of all years, because a small area may have a year without infant deaths.
     */
    public static List<Fault> infancy(String series, int year, List<double[]> survivalByYear) {
        double births = survivalByYear.stream().mapToDouble(s -> s[0]).average().orElse(0);
        double infants =
                survivalByYear.stream().mapToDouble(s -> s[1]).average().orElse(1);
        return births < infants || (births == 1 && infants == 1)
                ? List.of()
                : List.of(new Fault(
                        series,
                        year,
                        0,
                        births,
                        "survival of births below that of age 0 to 1 (%s); are the ages shifted by one?"
                                .formatted(infants)));
    }

    /** Survival ratios of older ages must fit the death rates of the same ages, not those of the age above or below. */
    public static List<Fault> survivalAgainstRates(String series, int year, double[] survival, double[] rates) {
        double same = distance(survival, rates, 0);
        double closest = Math.min(distance(survival, rates, 1), distance(survival, rates, -1));
        return closest >= same / 4
                ? List.of()
                : List.of(new Fault(
                        series,
                        year,
                        SENESCENT,
                        survival[SENESCENT],
                        "a survival ratio that goes with the death rates of ages %d and %d; the ages are shifted by one"
                                .formatted(SENESCENT - 1, SENESCENT)));
    }

    /**
     * Net migrants in the unit of the population: over the whole horizon, persons moving (regardless of direction)
     * should be neither next to nobody nor half of everybody.
     *
     * @param years years a step takes
     */
    public static List<Fault> migration(String series, int year, int years, BySex population, List<BySex> migrants) {
        double largest = 0;
        for (BySex step : migrants) {
            largest = Math.max(largest, gross(step.male()) + gross(step.female()));
        }
        double share = largest / population.total() / years;
        if (share > LARGEST_MIGRATION) {
            return List.of(
                    new Fault(
                            series,
                            year,
                            -1,
                            largest,
                            "net migrants in the unit of the population; here they exceed half of it a year. Is the population in thousands?"));
        }
        if (largest > 0 && share < SMALLEST_MIGRATION) {
            return List.of(
                    new Fault(
                            series,
                            year,
                            -1,
                            largest,
                            "net migrants in the unit of the population; here they are below 0.002 % of it a year. Are they in thousands?"));
        }
        return List.of();
    }

    private static double gross(double[] migrants) {
        double sum = 0;
        for (double value : migrants) {
            sum += Math.abs(value);
        }
        return sum;
    }

    private static double distance(double[] survival, double[] rates, int shift) {
        double sum = 0;
        for (int x = SENESCENT; x < survival.length - 3; x++) {
            double hazard = (rates[x - 1 + shift] + rates[x + shift]) / 2;
            if (hazard > 0 && survival[x] > 0 && survival[x] < 1) {
                double difference = Math.log(-Math.log(survival[x]) / hazard);
                sum += difference * difference;
            }
        }
        return sum;
    }
}
