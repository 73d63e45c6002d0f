package org.junheng.population;

/**
 * One age group and sex at the census: counted and synthetic.
 *
 * @param ageGroup as tables head it, 85+
 * @param sex male or female
 */
public record CellCheck(String ageGroup, String sex, int census, int synthetic) {

    private static final int PERSONS = 5;
    private static final double SHARE = 0.01;

    public int difference() {
        return synthetic - census;
    }

    /** Whether the two differ by no more than one percent or five persons. */
    public boolean isWithin() {
        return Math.abs(difference()) <= Math.max(PERSONS, SHARE * census);
    }
}
