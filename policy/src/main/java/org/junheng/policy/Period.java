package org.junheng.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junheng.kernel.DateRange;

/**
 * The stretch of time one amount is for; together with the unit and the scheme it names a payment for ever.
 *
 * @param length how long the scheme's periods are
 * @param start the first day
 * @param end the first day after it
 */
public record Period(Length length, LocalDate start, LocalDate end) {

    /** How often a scheme gives. */
    public enum Length {
        MONTH,
        YEAR,
        ONCE
    }

    /** The period that contains a day; of a one-off scheme, that day itself. */
    public static Period containing(LocalDate day, Length length) {
        LocalDate start = switch (length) {
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
            case ONCE -> day;
        };
        return new Period(length, start, after(start, length));
    }

    private static LocalDate after(LocalDate start, Length length) {
        return switch (length) {
            case MONTH -> start.plusMonths(1);
            case YEAR -> start.plusYears(1);
            case ONCE -> start.plusDays(1);
        };
    }

    /** The next period; a one-off scheme's next possible day. */
    public Period next() {
        return new Period(length, end, after(end, length));
    }

    /** This period and all that follow, up to the one that contains the day. */
    public Stream<Period> through(LocalDate last) {
        return Stream.iterate(this, period -> !period.start.isAfter(last), Period::next);
    }

    /** This period in parts that begin on its first day and on the days given, which lie within it. */
    public List<Period> cutAt(Collection<LocalDate> days) {
        List<Period> parts = new ArrayList<>();
        LocalDate from = start;
        for (LocalDate day : days) {
            parts.add(new Period(length, from, day));
            from = day;
        }
        parts.add(new Period(length, from, end));
        return parts;
    }

    public DateRange days() {
        return DateRange.of(start, end);
    }

    /** The day of this period nearest to the given one. */
    public LocalDate nearest(LocalDate day) {
        if (day.isBefore(start)) {
            return start;
        }
        return day.isBefore(end) ? day : end.minusDays(1);
    }

    /** What instructions and payments call it: {@code 2025}, {@code 2025-07}, {@code once}. */
    public String key() {
        return switch (length) {
            case MONTH -> start.toString().substring(0, 7);
            case YEAR -> Integer.toString(start.getYear());
            case ONCE -> "once";
        };
    }

    /** As people read it. */
    public Text label() {
        return switch (length) {
            case MONTH -> new Text("%d年%d月".formatted(start.getYear(), start.getMonthValue()), key());
            case YEAR -> new Text("%d年度".formatted(start.getYear()), key());
            case ONCE -> new Text("一次性", "one-off");
        };
    }
}
