package org.junheng.population;

import java.time.LocalDate;
import org.junheng.kernel.AreaCode;

/**
 * Which synthetic county to make.
 *
 * @param area a county with calibrated figures; so far Taishun, 330329
 * @param scale 1 for as many people as there are; less for tests, more for load
 * @param on the day the county is brought forward to
 * @param seed the same seed gives the same people
 */
public record CountySpec(AreaCode area, double scale, LocalDate on, long seed) {

    /** Taishun County, the county with figures. */
    public static final AreaCode TAISHUN = AreaCode.of("330329");

    /** The day the county is brought forward to where none is named. */
    public static final LocalDate DEFAULT_DAY = LocalDate.of(2025, 12, 31);

    /** The census day, the first possible. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2020, 11, 1);

    /** The last day with figures for births, deaths and moves. */
    public static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 30);

    private static final double SMALLEST = 0.005;
    private static final double LARGEST = 20;

    public CountySpec {
        if (!area.equals(TAISHUN)) {
            throw new IllegalArgumentException(
                    "There are figures of births, deaths and hukou for 330329 Taishun only, not for %s."
                            .formatted(area.shortText()));
        }
        if (!(scale >= SMALLEST && scale <= LARGEST)) {
            throw new IllegalArgumentException("Scale %s is outside %s to %s.".formatted(scale, SMALLEST, LARGEST));
        }
        if (on.isBefore(FIRST_DAY) || on.isAfter(LAST_DAY)) {
            throw new IllegalArgumentException("The county can be brought forward to any day from %s to %s, not to %s."
                    .formatted(FIRST_DAY, LAST_DAY, on));
        }
    }

    /** Taishun at its size on the default day. */
    public static CountySpec taishun(long seed) {
        return new CountySpec(TAISHUN, 1, DEFAULT_DAY, seed);
    }
}
