package org.junheng.population.internal.model;

import java.util.NavigableMap;
import java.util.TreeMap;

/** How couples marry and how many children they have, by the wife's year of birth. */
public final class WifeCohorts {

    private record Wedding(double mean, double spread, double lead, double leadSpread) {}

    private static final String[] SIZES = {"none", "one", "two", "three", "four", "five", "six"};

    private final NavigableMap<Integer, Wedding> weddings = new TreeMap<>();
    private final NavigableMap<Integer, Lottery<Integer>> sizes = new TreeMap<>();

    public WifeCohorts() {
        for (Sheet.Row row : Sheet.of("marriage_ages.csv").rows()) {
            weddings.put(
                    row.whole("from"),
                    new Wedding(
                            row.number("mean"), row.number("spread"), row.number("lead"), row.number("lead_spread")));
        }
        for (Sheet.Row row : Sheet.of("family_sizes.csv").rows()) {
            Lottery<Integer> lottery = new Lottery<>();
            for (int size = 0; size < SIZES.length; size++) {
                lottery.put(size, row.number(SIZES[size]));
            }
            sizes.put(row.whole("from"), lottery);
        }
    }

    /** Age at first marriage in years, before the law is asked. */
    public double marriageAge(int wifeBirth, Chance chance) {
        Wedding cohort = at(weddings, wifeBirth);
        return chance.normal(cohort.mean, cohort.spread);
    }

    /** The husband's birth, on the average some years before his wife's. */
    public int husbandBirth(int wifeBirth, Chance chance) {
        Wedding cohort = at(weddings, wifeBirth);
        double lead = Math.clamp(chance.normal(cohort.lead, cohort.leadSpread), -5, 12);
        return wifeBirth - (int) Math.round(lead * Day.YEAR);
    }

    /** Children in the end. */
    public int familySize(int wifeBirth, Chance chance) {
        return at(sizes, wifeBirth).draw(chance);
    }

    private static <T> T at(NavigableMap<Integer, T> cohorts, int birth) {
        return cohorts.floorEntry(Day.year(birth)).getValue();
    }
}
