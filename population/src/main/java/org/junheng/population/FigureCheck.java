package org.junheng.population;

import java.time.LocalDate;

/**
 * A published or derived figure of the county and what the synthetic one has.
 *
 * @param id stable name
 * @param base whom it counts: hukou or usual residents
 * @param on the day, or the last day of the year counted
 * @param target at the scale of the county
 */
public record FigureCheck(
        String id, String zh, String en, String base, LocalDate on, double target, double synthetic, String source) {

    private static final double SHARE = 0.01;

    /** Whether the two differ by no more than one percent. */
    public boolean isWithin() {
        return Math.abs(synthetic - target) <= SHARE * target;
    }
}
