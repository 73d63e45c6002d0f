package org.junheng.linkage;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Two dates of birth that are written differently: how many slips of the pen, or how much time, is between them. */
final class WrittenDate {

    private static final int SAME_YEAR = 2;
    private static final int SAME_MONTH = 3;
    private static final int TWO_SLIPS = 4;
    private static final int ONE_SLIP = 5;

    private static final int MONTH_DAYS = 31;
    private static final int YEAR_DAYS = 366;

    private WrittenDate() {}

    /** The level of two dates that are not the same text. */
    static int level(String left, String right) {
        String a = digits(left);
        String b = digits(right);
        int slips = isSwapped(a, b) ? 1 : Strings.distance(a, b);
        if (slips <= 1) {
            return ONE_SLIP;
        }
        if (slips == 2) {
            return TWO_SLIPS;
        }
        LocalDate first = day(a);
        LocalDate second = day(b);
        if (first == null || second == null) {
            return Comparison.DIFFERENT;
        }
        long days = Math.abs(first.toEpochDay() - second.toEpochDay());
        return days <= MONTH_DAYS ? SAME_MONTH : days <= YEAR_DAYS ? SAME_YEAR : Comparison.DIFFERENT;
    }

    private static String digits(String text) {
        return text.replace("-", "").replace("/", "").replace(".", "");
    }

    private static boolean isSwapped(String a, String b) {
        return a.length() == 8
                && b.length() == 8
                && a.regionMatches(0, b, 0, 4)
                && a.regionMatches(4, b, 6, 2)
                && a.regionMatches(6, b, 4, 2);
    }

    private static @Nullable LocalDate day(String digits) {
        try {
            int number = digits.length() == 8 ? Integer.parseInt(digits) : 0;
            return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }
}
