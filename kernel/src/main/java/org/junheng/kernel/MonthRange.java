package org.junheng.kernel;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Calendar months from {@code from} up to, but not including, {@code to}; never empty. Benefits are counted in these.
 *
 * @param from the first month
 * @param to the first month no longer in the range
 */
public record MonthRange(YearMonth from, YearMonth to) {

    public MonthRange {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException(
                    "A range from %s to %s holds no month. Ranges are half-open: 'to' is the first month after it."
                            .formatted(from, to));
        }
    }

    /** From the first to the last month, both included. */
    public static MonthRange ofInclusive(YearMonth first, YearMonth last) {
        return new MonthRange(first, last.plusMonths(1));
    }

    /** The twelve months of a calendar year. */
    public static MonthRange ofYear(int year) {
        return new MonthRange(YearMonth.of(year, 1), YearMonth.of(year + 1, 1));
    }

    /** The last month in the range. */
    public YearMonth last() {
        return to.minusMonths(1);
    }

    /** How many months it holds. */
    public int length() {
        return Math.toIntExact(ChronoUnit.MONTHS.between(from, to));
    }

    public boolean contains(YearMonth month) {
        return !month.isBefore(from) && month.isBefore(to);
    }

    public boolean overlaps(MonthRange other) {
        return other.from.isBefore(to) && from.isBefore(other.to);
    }

    /** Every month in order. */
    public Stream<YearMonth> months() {
        return IntStream.range(0, length()).mapToObj(from::plusMonths);
    }

    /** The part before the month and the part from it on; the whole range alone if the month does not cut it. */
    public List<MonthRange> splitAt(YearMonth month) {
        boolean cuts = month.isAfter(from) && month.isBefore(to);
        return cuts ? List.of(new MonthRange(from, month), new MonthRange(month, to)) : List.of(this);
    }

    /** The months in both ranges; empty if they share none. */
    public Optional<MonthRange> intersect(MonthRange other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        YearMonth later = from.isAfter(other.from) ? from : other.from;
        YearMonth earlier = to.isBefore(other.to) ? to : other.to;
        return Optional.of(new MonthRange(later, earlier));
    }

    /** All days of these months. */
    public DateRange toDates() {
        return DateRange.of(from.atDay(1), to.atDay(1));
    }

    /** As {@code [2025-01, 2026-01)}. */
    @Override
    public String toString() {
        return "[" + from + ", " + to + ")";
    }
}
