package org.junheng.monitoring.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.UUID;
import org.junheng.register.PopulationCounts;
import org.springframework.stereotype.Component;

/**
 * Brings cells in line with the register. Nothing is added to or taken from a cell: whatever an event may have changed
 * is counted anew, so that counting twice, late or in another order gives the same.
 *
 * <p>Births and deaths are counted anew by month, in all townships at once, because a move or a correction concerns the
 * township left as much as the one reached; persons by year of birth, because that is the one thing nobody leaves.
 */
@Component
class Counting {

    private final PopulationCounts counts;
    private final CellStore cells;
    private final Coverage coverage;

    Counting(PopulationCounts counts, CellStore cells, Coverage coverage) {
        this.counts = counts;
        this.cells = cells;
        this.coverage = coverage;
    }

    /** Counts everything: the first time, on a new day, and when there is more to read than to count. */
    void countEverything(LocalDate today) {
        var months = coverage.months(today);
        var all = months.months().toList();
        var days = coverage.days(today);
        cells.keepOnly(months, days);
        countBirths(all);
        countDeaths(all);
        countPersons(coverage.birthYears(today), today);
    }

    /** Counts what events of these persons may have changed. */
    void countAround(Collection<UUID> persons, LocalDate today) {
        var concerned = counts.listConcerned(persons);
        var months = coverage.months(today);
        countBirths(concerned.births().stream().filter(months::contains).toList());
        countDeaths(concerned.deaths().stream().filter(months::contains).toList());
        countPersons(concerned.birthYears(), today);
    }

    private void countBirths(Collection<YearMonth> months) {
        if (!months.isEmpty()) {
            cells.replaceBirths(months, counts.countBirths(months));
        }
    }

    private void countDeaths(Collection<YearMonth> months) {
        if (!months.isEmpty()) {
            cells.replaceDeaths(months, counts.countDeaths(months));
        }
    }

    private void countPersons(Collection<Integer> birthYears, LocalDate today) {
        if (!birthYears.isEmpty()) {
            cells.replacePersons(
                    birthYears, counts.countPersons(birthYears, coverage.days(today), coverage.completeFrom()));
        }
    }
}
