package org.junheng.monitoring.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.MonthRange;
import org.junheng.kernel.Sex;
import org.junheng.web.ChartData;
import org.springframework.stereotype.Component;

/** The figures as charts. */
@Component
class Charts {

    private static final int AGE_GROUPS = 21;

    private final Cells cells;
    private final Coverage coverage;
    private final Wording wording;

    Charts(Cells cells, Coverage coverage, Wording wording) {
        this.cells = cells;
        this.coverage = coverage;
        this.wording = wording;
    }

    /** Births and deaths month by month, with the births of the year before. */
    ChartData months(Scope scope) {
        var now = cells.byMonth(scope.base(), scope.area(), MonthRange.ofYear(scope.year()));
        var before = cells.byMonth(scope.base(), scope.area(), MonthRange.ofYear(scope.year() - 1));
        var year = Integer.toString(scope.year());
        var series = new ArrayList<ChartData.Series>();
        series.add(series(wording.text("monitoring.chart.births", year), scope, now, VitalCounts::births));
        if (scope.choices().years().contains(scope.year() - 1)) {
            var name = wording.text("monitoring.chart.births", Integer.toString(scope.year() - 1));
            series.add(new ChartData.Series(name, values(scope, scope.year() - 1, 12, before, VitalCounts::births)));
        }
        series.add(series(wording.text("monitoring.chart.deaths", year), scope, now, VitalCounts::deaths));
        var names = IntStream.rangeClosed(1, 12)
                .mapToObj(month -> wording.text("monitoring.month-" + month))
                .toList();
        return new ChartData(
                wording.text("monitoring.chart.months"),
                wording.text("monitoring.unit.persons"),
                wording.about(scope),
                names,
                series);
    }

    private ChartData.Series series(
            String name, Scope scope, Map<YearMonth, VitalCounts> months, ToLongFunction<VitalCounts> which) {
        return new ChartData.Series(
                name, values(scope, scope.year(), scope.months().length(), months, which));
    }

    /** Values of the first months of a year; nothing for months to come, nor where nothing may be told. */
    private static List<@Nullable Number> values(
            Scope scope, int year, int upTo, Map<YearMonth, VitalCounts> months, ToLongFunction<VitalCounts> which) {
        var counts = IntStream.rangeClosed(1, upTo)
                .mapToObj(month -> which.applyAsLong(months.getOrDefault(YearMonth.of(year, month), VitalCounts.NONE)))
                .toList();
        var shown = Overview.guards(scope.area()) ? SmallNumbers.guard(counts) : SmallNumbers.exact(counts);
        var values = new ArrayList<@Nullable Number>();
        for (int i = 0; i < 12; i++) {
            values.add(i < upTo ? shown.get(i).orGap() : null);
        }
        return values;
    }

    /** Births by birth order, year by year. */
    ChartData orders(Scope scope) {
        var years = cells.byYear(scope.base(), scope.area(), coverage.months(scope.today()));
        var shown = scope.choices().years().reversed();
        return new ChartData(
                wording.text("monitoring.chart.orders"),
                wording.text("monitoring.unit.persons"),
                wording.text("monitoring.about.years", scope.base(), Integer.toString(shown.getFirst()), scope.today()),
                shown.stream().map(year -> Integer.toString(year)).toList(),
                List.of(
                        order("monitoring.order.first", shown, years, VitalCounts::first),
                        order("monitoring.order.second", shown, years, VitalCounts::second),
                        order("monitoring.order.third", shown, years, VitalCounts::third),
                        order("monitoring.order.unknown", shown, years, counts -> counts.births() - counts.ordered())));
    }

    private ChartData.Series order(
            String key, List<Integer> years, Map<Integer, VitalCounts> counts, ToLongFunction<VitalCounts> which) {
        var values = new ArrayList<@Nullable Number>();
        years.forEach(year -> values.add(which.applyAsLong(counts.getOrDefault(year, VitalCounts.NONE))));
        return new ChartData.Series(wording.text(key), values);
    }

    /** The population by age and sex at the end of a day, men first, the youngest first. */
    ChartData pyramid(Scope scope, LocalDate day) {
        var ages = cells.ages(scope.base(), scope.area(), day);
        var groups = IntStream.range(0, AGE_GROUPS)
                .mapToObj(i -> i == AGE_GROUPS - 1 ? "100+" : "%d–%d".formatted(i * 5, i * 5 + 4))
                .toList();
        return new ChartData(
                wording.text("monitoring.chart.pyramid"),
                wording.text("monitoring.unit.persons"),
                wording.onDay(scope, day),
                ages.isEmpty() ? List.of() : groups,
                List.of(side(Sex.MALE, ages, "monitoring.men"), side(Sex.FEMALE, ages, "monitoring.women")));
    }

    private ChartData.Series side(Sex sex, Map<String, long[]> ages, String key) {
        var values = new ArrayList<@Nullable Number>();
        if (!ages.isEmpty()) {
            LongStream.of(ages.getOrDefault(sex.code(), new long[AGE_GROUPS])).forEach(values::add);
        }
        return new ChartData.Series(wording.text(key), values);
    }
}
