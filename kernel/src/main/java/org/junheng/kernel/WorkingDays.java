package org.junheng.kernel;

import java.io.Reader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The working-day calendar: Monday to Friday, less the official holidays, plus the weekend days worked instead, as the
 * State Council's yearly notices set them. Immutable.
 *
 * <p>A year without a notice is not guessed: asking for it throws {@link CalendarYearUnknown}.
 */
public final class WorkingDays {

    private final NavigableSet<Integer> years;
    private final Map<LocalDate, Boolean> exceptions;
    private final boolean estimating;

    private WorkingDays(NavigableSet<Integer> years, Map<LocalDate, Boolean> exceptions, boolean estimating) {
        this.years = years;
        this.exceptions = exceptions;
        this.estimating = estimating;
    }

    /** The calendar that comes with this library. */
    public static WorkingDays load() {
        return of(Csv.resource("holidays.csv"));
    }

    /**
     * A calendar of the same columns as {@code holidays.csv}: year (of the notice), first and last day, kind (rest or
     * work), zh, en.
     */
    public static WorkingDays read(Reader reader) {
        return of(Csv.read(reader));
    }

    private static WorkingDays of(Csv csv) {
        NavigableSet<Integer> years = new TreeSet<>();
        Map<LocalDate, Boolean> exceptions = new HashMap<>();
        for (Csv.Row row : csv.rows()) {
            years.add(Integer.valueOf(row.get("year")));
            boolean working = row.get("kind").equals("work");
            LocalDate last = LocalDate.parse(row.get("last"));
            for (LocalDate day = LocalDate.parse(row.get("first")); !day.isAfter(last); day = day.plusDays(1)) {
                exceptions.put(day, working);
            }
        }
        return new WorkingDays(years, exceptions, false);
    }

    /**
     * The same calendar, but years without a notice count Monday to Friday. For due dates far ahead: they may be too
     * early by the length of a holiday, and are to be reckoned again when the notice is out.
     */
    public WorkingDays estimating() {
        return new WorkingDays(years, exceptions, true);
    }

    /** Whether the notice of the year is in the calendar. */
    public boolean isPublished(int year) {
        return years.contains(year);
    }

    /** @throws CalendarYearUnknown if the notice of its year is not in the calendar */
    public boolean isWorkingDay(LocalDate day) {
        if (!estimating && !isPublished(day.getYear())) {
            throw new CalendarYearUnknown(day.getYear(), years.first(), years.last());
        }
        boolean weekday = day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
        return exceptions.getOrDefault(day, weekday);
    }

    /**
     * The last day of a period of {@code count} working days, the day itself not counted: 1 gives the next working day,
     * 0 the day itself.
     *
     * @throws CalendarYearUnknown if the period runs into a year without a notice
     */
    public LocalDate plus(LocalDate day, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("A period of %d working days does not exist.".formatted(count));
        }
        LocalDate end = day;
        for (int left = count; left > 0; ) {
            end = end.plusDays(1);
            if (isWorkingDay(end)) {
                left--;
            }
        }
        return end;
    }

    /**
     * How many working days are left: those after the one day, up to the other and with it, so that {@code between(d,
     * plus(d, n))} is n. Negative when the other day lies before: the working days overdue.
     *
     * @throws CalendarYearUnknown if a day falls in a year without a notice
     */
    public int between(LocalDate day, LocalDate other) {
        if (other.isBefore(day)) {
            return -between(other, day);
        }
        long count = day.plusDays(1)
                .datesUntil(other.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
        return Math.toIntExact(count);
    }
}
