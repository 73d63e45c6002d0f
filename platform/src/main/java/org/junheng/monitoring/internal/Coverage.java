package org.junheng.monitoring.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junheng.kernel.MonthRange;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Since when the register holds every birth, death and move. A register opened with the living of a day knows little of
 * those who died or left before it: earlier figures would look like figures and be none.
 */
@Component
class Coverage {

    private static final int OLDEST = 130;

    private final LocalDate completeFrom;

    /** Complete from a day on; the opening load of this country's registers is the census of 2020-11-01. */
    Coverage(@Value("${junheng.monitoring.complete-from:2020-11-01}") String completeFrom) {
        this.completeFrom = LocalDate.parse(completeFrom);
    }

    LocalDate completeFrom() {
        return completeFrom;
    }

    /** The months of which there are figures, the present one included. */
    MonthRange months(LocalDate today) {
        return MonthRange.ofInclusive(YearMonth.from(completeFrom), YearMonth.from(today));
    }

    /** The days whose population is kept: the last of every year, and the present one. */
    List<LocalDate> days(LocalDate today) {
        var yearEnds =
                IntStream.range(completeFrom.getYear(), today.getYear()).mapToObj(year -> LocalDate.of(year, 12, 31));
        return Stream.concat(yearEnds, Stream.of(today)).toList();
    }

    /** Every year in which somebody alive since then may have been born. */
    List<Integer> birthYears(LocalDate today) {
        return IntStream.rangeClosed(completeFrom.getYear() - OLDEST, today.getYear())
                .boxed()
                .toList();
    }

    /** The whole years of which there are figures, the present one included, the latest first. */
    List<Integer> years(LocalDate today) {
        int first = completeFrom.getDayOfYear() == 1 ? completeFrom.getYear() : completeFrom.getYear() + 1;
        return IntStream.rangeClosed(first, today.getYear()).boxed().toList().reversed();
    }
}
