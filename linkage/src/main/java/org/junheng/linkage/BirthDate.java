package org.junheng.linkage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A date of birth: the same; one digit off, day and month swapped, or just the lunar date of the other written as if it
 * were solar; as far apart as lunar dates lag; the same year; different.
 */
final class BirthDate implements Comparison {

    static final int YEAR = 2;
    static final int LAG = 3;
    static final int SLIP = 4;
    static final int SAME = 5;

    /** Days by which a lunar date lags behind the solar one. */
    private static final int LEAST_LAG = 17;

    private static final int MOST_LAG = 52;

    private static final Map<LocalDate, Value> KNOWN = new ConcurrentHashMap<>();

    private final String column;

    BirthDate(String column) {
        this.column = column;
    }

    /**
     * A day and what its lunar date looks like.
     *
     * @param day yyyymmdd
     * @param lunar yyyymmdd of the lunar calendar, leap months as the month before
     */
    record Value(int day, int lunar, String digits, int epochDay) {

        int year() {
            return day / 10_000;
        }
    }

    @Override
    public String name() {
        return "born";
    }

    @Override
    public @Nullable Value read(UnaryOperator<String> row) {
        LocalDate day = day(row.apply(column).strip());
        return day == null ? null : KNOWN.computeIfAbsent(day, BirthDate::value);
    }

    /** Reads 1990-03-07, 1990/3/7, 1990.03.07 and 19900307; null for anything else and for days that never were. */
    static @Nullable LocalDate day(String text) {
        int[] parts = new int[3];
        int part = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                parts[part] = Math.min(parts[part] * 10 + c - '0', 99_999_999);
            } else if ((c == '-' || c == '/' || c == '.') && part < 2) {
                part++;
            } else {
                return null;
            }
        }
        if (part == 0 && text.length() == 8) {
            parts = new int[] {parts[0] / 10_000, parts[0] / 100 % 100, parts[0] % 100};
        }
        boolean isDay = parts[0] >= 1000 && parts[0] <= 9999 && parts[1] >= 1 && parts[1] <= 12 && parts[2] >= 1;
        return isDay && parts[2] <= YearMonth.of(parts[0], parts[1]).lengthOfMonth()
                ? LocalDate.of(parts[0], parts[1], parts[2])
                : null;
    }

    private static Value value(LocalDate day) {
        int number = number(day);
        return new Value(number, LunarDate.of(day), Integer.toString(number), (int) day.toEpochDay());
    }

    private static int number(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    @Override
    public int level(Object a, Object b) {
        return level((Value) a, (Value) b);
    }

    private static int level(Value a, Value b) {
        if (a.day == b.day) {
            return SAME;
        }
        boolean sameYear = a.year() == b.year();
        if (Strings.hamming(a.digits, b.digits) == 1
                || (sameYear && isSwapped(a.day, b.day))
                || a.lunar == b.day
                || b.lunar == a.day) {
            return SLIP;
        }
        int apart = Math.abs(a.epochDay - b.epochDay);
        if (apart >= LEAST_LAG && apart <= MOST_LAG) {
            return LAG;
        }
        return sameYear ? YEAR : DIFFERENT;
    }

    private static boolean isSwapped(int a, int b) {
        return a / 100 % 100 == b % 100 && b / 100 % 100 == a % 100;
    }

    @Override
    public int top() {
        return SAME;
    }

    @Override
    public boolean isPersonal() {
        return true;
    }
}
