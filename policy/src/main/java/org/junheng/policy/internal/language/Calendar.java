package org.junheng.policy.internal.language;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.junheng.policy.Statements;
import org.junheng.policy.ValueType;

/** The legal conventions about time, on dates written as the number yyyymmdd. */
final class Calendar {

    private Calendar() {}

    /**
     * Completed years (周岁). A year is completed on the birthday; who was born on 29 February completes it, in a year
     * without that day, on 1 March.
     */
    static long age(long birth, long on) {
        return Math.floorDiv(on - birth, 10_000L);
    }

    /** Completed months: a month is completed on the day of the same number, or else on the first of the next month. */
    static long monthsBetween(long from, long to) {
        long months = monthIndex(to) - monthIndex(from);
        return to % 100 < from % 100 ? months - 1 : months;
    }

    static long daysBetween(long from, long to) {
        return ChronoUnit.DAYS.between(ValueType.unpack(from), ValueType.unpack(to));
    }

    /** The month counted from January of the year 0, so that months can be added and compared as numbers. */
    static long monthIndex(long date) {
        return date / 10_000 * 12 + date / 100 % 100 - 1;
    }

    /**
     * The day of that number in the month of that index; the month's last day if the month is shorter. Outside the
     * years 1 to 9999 there is no such day: unknown.
     */
    static long dayInMonth(long monthIndex, long day) {
        if (monthIndex < 12 || monthIndex >= 120_000) {
            return Statements.UNKNOWN;
        }
        YearMonth month = YearMonth.of((int) (monthIndex / 12), (int) (monthIndex % 12) + 1);
        return ValueType.pack(month.atDay((int) Math.clamp(day, 1, month.lengthOfMonth())));
    }

    /** How many codes lie at or below an area; {@code AreaCode.to() - from()} without making one. */
    static long areaSpan(long area) {
        if (area % 1_000_000 != 0) {
            return area % 1_000 != 0 ? 1 : 1_000;
        }
        if (area % 100_000_000 != 0) {
            return 1_000_000;
        }
        return area % 10_000_000_000L != 0 ? 100_000_000 : 10_000_000_000L;
    }
}
