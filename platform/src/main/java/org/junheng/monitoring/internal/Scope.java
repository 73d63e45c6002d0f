package org.junheng.monitoring.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.MonthRange;
import org.junheng.register.Base;

/**
 * What a page is about, and what else the reader may choose.
 *
 * @param base which population
 * @param area which area
 * @param year which calendar year
 * @param today the present day
 * @param choices the areas and years on offer
 */
record Scope(Base base, AreaCode area, int year, LocalDate today, Choices choices) {

    /**
     * What may be chosen.
     *
     * @param areas areas the reader answers for, and those directly below
     * @param years calendar years that the register covers from their first day, the latest first
     */
    record Choices(List<AreaCode> areas, List<Integer> years) {

        Choices {
            areas = List.copyOf(areas);
            years = List.copyOf(years);
        }
    }

    /** The months of the year up to the present one, which is not over. */
    public MonthRange months() {
        return isPresentYear()
                ? MonthRange.ofInclusive(YearMonth.of(year, 1), YearMonth.from(today))
                : MonthRange.ofYear(year);
    }

    /** The months of the year that are over; none in January. */
    int wholeMonths() {
        return isPresentYear() ? today.getMonthValue() - 1 : 12;
    }

    boolean isPresentYear() {
        return year == today.getYear();
    }

    /** The last day counted. */
    LocalDate end() {
        return isPresentYear() ? today : LocalDate.of(year, 12, 31);
    }

    LocalDate start() {
        return LocalDate.of(year, 1, 1);
    }

    /** The parameters that lead to this page again. */
    public String query() {
        return "base=%s&area=%s&year=%d".formatted(base.code(), area.shortText(), year);
    }
}
