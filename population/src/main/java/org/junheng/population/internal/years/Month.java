package org.junheng.population.internal.years;

import java.time.YearMonth;
import org.junheng.population.internal.model.Chance;
import org.junheng.population.internal.model.Day;

/**
 * A month of the simulation.
 *
 * @param first its first day
 * @param next the first day after it
 */
record Month(int year, int number, int first, int next) {

    /** The month of the census begins on the day after it: nothing happens on the day itself. */
    static Month of(YearMonth month) {
        return new Month(
                month.getYear(),
                month.getMonthValue(),
                Math.max(Day.of(month.atDay(1)), Day.CENSUS + 1),
                Day.of(month.plusMonths(1).atDay(1)));
    }

    /** A day of the month after a busy one; {@link Day#NEVER} if none is left. */
    int dayAfter(int busyUntil, Chance chance) {
        int from = Math.max(first, busyUntil == Integer.MIN_VALUE ? first : busyUntil + 1);
        return from >= next ? Day.NEVER : chance.between(from, next);
    }
}
