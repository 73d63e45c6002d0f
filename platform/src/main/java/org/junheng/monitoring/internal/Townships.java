package org.junheng.monitoring.internal;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junheng.access.Actors;
import org.junheng.kernel.Area;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.kernel.MonthRange;
import org.junheng.web.Sort;
import org.springframework.stereotype.Component;

/** The parts of an area side by side: townships of a county, counties of a city. */
@Component
class Townships {

    private final Cells cells;
    private final AreaTree areas;

    Townships(Cells cells, AreaTree areas) {
        this.cells = cells;
        this.areas = areas;
    }

    /**
     * A part of the area.
     *
     * @param area the part; the area itself for what is placed no finer
     * @param placed whether the part is one of the parts, and not what is placed no finer
     * @param counts births and deaths; zero where they may not be shown
     * @param events births and deaths as they may be shown
     * @param population at the end of the time
     * @param rates rates and the sex ratio, of a year only
     */
    record Row(
            AreaCode area, boolean placed, VitalCounts counts, Events events, long population, Optional<Rates> rates) {}

    /**
     * Births and deaths as they may be shown.
     *
     * @param births births
     * @param deaths deaths
     */
    record Events(SmallNumbers.Shown births, SmallNumbers.Shown deaths) {

        /** Births less deaths, where both are shown. */
        Optional<Long> change() {
            return births instanceof SmallNumbers.Shown.Exact(long born)
                            && deaths instanceof SmallNumbers.Shown.Exact(long died)
                    ? Optional.of(born - died)
                    : Optional.empty();
        }
    }

    /**
     * What is too unsteady for a month.
     *
     * @param birth births per 1,000
     * @param death deaths per 1,000
     * @param sexRatio boys per 100 girls
     */
    record Rates(Figure birth, Figure death, Figure sexRatio) {}

    /** The parts in one month of the year. */
    List<Row> inMonth(Scope scope, int month) {
        var counts = cells.byArea(
                scope.base(),
                scope.area(),
                new MonthRange(at(scope, month), at(scope, month).plusMonths(1)));
        var parts = parts(scope, counts);
        var births = shown(parts, counts, VitalCounts::births);
        var deaths = shown(parts, counts, VitalCounts::deaths);
        var population = cells.population(scope.base(), scope.area(), scope.end());
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Row(
                        parts.get(i),
                        isPart(scope, parts.get(i)),
                        VitalCounts.NONE,
                        new Events(births.get(i), deaths.get(i)),
                        population.getOrDefault(parts.get(i), 0L),
                        Optional.empty()))
                .toList();
    }

    /** The parts in the whole year, or its part so far. */
    List<Row> inYear(Scope scope) {
        var counts = cells.byArea(scope.base(), scope.area(), scope.months());
        var before = cells.population(scope.base(), scope.area(), scope.start().minusDays(1));
        var after = cells.population(scope.base(), scope.area(), scope.end());
        return parts(scope, counts).stream()
                .map(part -> {
                    var own = counts.getOrDefault(part, VitalCounts.NONE);
                    var start = before.containsKey(part) ? OptionalLong.of(before.get(part)) : OptionalLong.empty();
                    var exposure = Overview.exposure(scope, start, after.getOrDefault(part, 0L));
                    return new Row(
                            part,
                            isPart(scope, part),
                            own,
                            exact(own),
                            exposure.atEnd(),
                            Optional.of(rates(own, exposure)));
                })
                .toList();
    }

    /** The rows in the order the reader asked for. */
    static List<Row> sorted(List<Row> rows, Sort sort) {
        Comparator<Row> order = Comparator.comparing(Row::placed).reversed().thenComparing(Row::area);
        var key = KEYS.get(sort.key());
        if (key == null) {
            return rows.stream().sorted(order).toList();
        }
        var wanted = Comparator.comparingDouble(key);
        return rows.stream()
                .sorted((sort.descending() ? wanted.reversed() : wanted).thenComparing(order))
                .toList();
    }

    private static final Map<String, ToDoubleFunction<Row>> KEYS = Map.of(
            "area", row -> row.area().value(),
            "births", row -> number(row.events().births()),
            "deaths", row -> number(row.events().deaths()),
            "change", row -> row.events().change().orElse(0L),
            "population", Row::population,
            "third", row -> row.counts().third(),
            "birthRate", row -> row.rates().map(rates -> number(rates.birth())).orElse(-1.0),
            "deathRate", row -> row.rates().map(rates -> number(rates.death())).orElse(-1.0),
            "sexRatio",
                    row -> row.rates().map(rates -> number(rates.sexRatio())).orElse(-1.0));

    /** A hidden count sorts as the same number, whatever it is. */
    private static double number(SmallNumbers.Shown shown) {
        return switch (shown) {
            case SmallNumbers.Shown.Exact exact -> exact.count();
            case SmallNumbers.Shown.Few few -> 1.5;
            case SmallNumbers.Shown.Withheld withheld -> -1;
        };
    }

    private static double number(Figure figure) {
        return switch (figure) {
            case Figure.Known known -> known.value();
            case Figure.Estimated estimated -> estimated.value();
            case Figure.Refused refused -> -1;
        };
    }

    private static Events exact(VitalCounts counts) {
        return new Events(new SmallNumbers.Shown.Exact(counts.births()), new SmallNumbers.Shown.Exact(counts.deaths()));
    }

    private static Rates rates(VitalCounts counts, Indicators.Exposure exposure) {
        return new Rates(
                Indicators.rate(counts.births(), exposure),
                Indicators.rate(counts.deaths(), exposure),
                Indicators.sexRatio(counts.boys(), counts.girls()));
    }

    private List<SmallNumbers.Shown> shown(
            List<AreaCode> parts, Map<AreaCode, VitalCounts> counts, ToLongFunction<VitalCounts> which) {
        var numbers = parts.stream()
                .map(part -> which.applyAsLong(counts.getOrDefault(part, VitalCounts.NONE)))
                .toList();
        boolean townships = parts.stream().anyMatch(Overview::guards);
        return townships && !Actors.get().role().seesPersons()
                ? SmallNumbers.guard(numbers)
                : SmallNumbers.exact(numbers);
    }

    private List<AreaCode> parts(Scope scope, Map<AreaCode, VitalCounts> counts) {
        var level = scope.area().level().compareTo(AreaCode.Level.COUNTY) < 0
                ? AreaCode.Level.COUNTY
                : AreaCode.Level.TOWNSHIP;
        var parts = new LinkedHashSet<AreaCode>();
        areas.within(scope.area(), level).stream().map(Area::code).forEach(parts::add);
        parts.addAll(counts.keySet());
        return List.copyOf(parts);
    }

    private static boolean isPart(Scope scope, AreaCode part) {
        return !part.equals(scope.area()) || part.level() == AreaCode.Level.TOWNSHIP;
    }

    private static YearMonth at(Scope scope, int month) {
        return YearMonth.of(scope.year(), month);
    }
}
