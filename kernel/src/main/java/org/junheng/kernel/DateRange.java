package org.junheng.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days from {@code from} up to, but not including, {@code to}; never empty.
 *
 * @param from the first day
 * @param to the first day no longer in the range; null means an open end
 */
public record DateRange(LocalDate from, @Nullable LocalDate to) {

    public DateRange {
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException(
                    "A range from %s to %s holds no day. Ranges are half-open: 'to' is the first day after it."
                            .formatted(from, to));
        }
    }

    public static DateRange of(LocalDate from, LocalDate to) {
        return new DateRange(from, to);
    }

    /** From a day on, without an end. */
    public static DateRange from(LocalDate from) {
        return new DateRange(from, null);
    }

    /** One single day. */
    public static DateRange day(LocalDate day) {
        return new DateRange(day, day.plusDays(1));
    }

    /** From the first to the last day, both included. */
    public static DateRange ofInclusive(LocalDate first, LocalDate last) {
        return new DateRange(first, last.plusDays(1));
    }

    public boolean isOpen() {
        return to == null;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /** Whether every day of the other range is in this one. */
    public boolean contains(DateRange other) {
        return intersect(other).filter(other::equals).isPresent();
    }

    public boolean overlaps(DateRange other) {
        return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
    }

    /** Whether one begins on the very day the other ends, with no day between and none shared. */
    public boolean adjoins(DateRange other) {
        return from.equals(other.to) || other.from.equals(to);
    }

    /** The days in both ranges; empty if they share none. */
    public Optional<DateRange> intersect(DateRange other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        return Optional.of(new DateRange(later, earlier(to, other.to)));
    }

    /**
     * How many days it holds.
     *
     * @throws IllegalStateException if the range has no end
     */
    public long days() {
        if (to == null) {
            throw new IllegalStateException(
                    "The range from " + from + " has no end. Intersect it with a bounded range first.");
        }
        return ChronoUnit.DAYS.between(from, to);
    }

    /** As {@code [2025-01-01, 2026-01-01)}, or {@code [2025-01-01, )} with an open end. */
    @Override
    public String toString() {
        return "[" + from + ", " + (to == null ? "" : to) + ")";
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
