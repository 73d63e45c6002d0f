package org.junheng.demography.fertility;

/**
 * Birth rates by age of mother: births per woman-year in successive age groups of one width.
 *
 * @param firstAge first age of the first group
 * @param width years in each group
 * @param rates births per woman per year, by group
 */
public record FertilitySchedule(int firstAge, int width, double[] rates) {

    public FertilitySchedule {
        for (int i = 0; i < rates.length; i++) {
            if (!(rates[i] >= 0 && rates[i] < 1)) {
                throw new IllegalArgumentException(
                        "birth rate %s at age %d: births per woman and year lie between 0 and 1. Divide rates per 1,000 by 1,000."
                                .formatted(rates[i], firstAge + i * width));
            }
        }
    }

    /** Total fertility rate: the children a woman would have who went through life at these rates. */
    public double total() {
        double sum = 0;
        for (double rate : rates) {
            sum += rate;
        }
        return width * sum;
    }

    /** Mean age at childbearing, from the middle of each group; not a number where no births occur. */
    public double meanAge() {
        double births = 0;
        double weighted = 0;
        for (int i = 0; i < rates.length; i++) {
            births += rates[i];
            weighted += rates[i] * (firstAge + (i + 0.5) * width);
        }
        return weighted / births;
    }

    /** General fertility rate: births per woman of the given ages and year. */
    public static double general(double births, double[] womenByAge) {
        double women = 0;
        for (double count : womenByAge) {
            women += count;
        }
        return births / women;
    }
}
