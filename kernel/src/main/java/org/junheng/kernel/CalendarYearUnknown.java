package org.junheng.kernel;

/** A working day was asked for in a year whose holidays are not in the calendar. */
public final class CalendarYearUnknown extends RuntimeException {

    private final int year;

    public CalendarYearUnknown(int year, int first, int last) {
        super(("The holidays of %d are not in the calendar, which knows %d to %d. The State Council publishes a year's"
                        + " notice in the autumn before: add it to holidays.csv, or use estimating().")
                .formatted(year, first, last));
        this.year = year;
    }

    public int year() {
        return year;
    }
}
