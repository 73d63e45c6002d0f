package org.junheng.population;

import java.util.Locale;

/**
 * A figure the synthetic county stands on that the census table does not give; pages show it beside what rests on it.
 *
 * @param id stable name; the year at the end where it belongs to one
 * @param unit persons, percent, rate …
 * @param source where it is printed, how it was derived, or why it was chosen
 */
public record Assumption(String id, String zh, String en, double value, String unit, Status status, String source) {

    /** How far a figure can be trusted. */
    public enum Status {
        /** Printed in the source named. */
        SOURCE,
        /** Computed from sources. */
        DERIVED,
        /** Chosen: no source at hand. */
        ASSUMPTION;

        /** As files say it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
