package org.junheng.population;

/**
 * Usual residents of an age group by sex.
 *
 * @param from first age at last birthday
 * @param to first age no longer, {@link #OPEN} for 85 and above
 */
public record AgeCell(int from, int to, int male, int female) {

    /** Above every age. */
    public static final int OPEN = 200;

    /** As tables head it: 0, 1-4, 85+. */
    public String label() {
        if (to == OPEN) {
            return from + "+";
        }
        return to == from + 1 ? Integer.toString(from) : from + "-" + (to - 1);
    }

    public boolean contains(int age) {
        return age >= from && age < to;
    }

    public int count(boolean ofMen) {
        return ofMen ? male : female;
    }
}
