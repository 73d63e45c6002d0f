package org.junheng.monitoring.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junheng.access.Actors;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.MonthRange;
import org.junheng.register.Base;
import org.springframework.stereotype.Component;

/** The figures of a year at a glance. */
@Component
class Overview {

    private final Cells cells;
    private final Wording wording;

    Overview(Cells cells, Wording wording) {
        this.cells = cells;
        this.wording = wording;
    }

    /**
     * A figure on the page.
     *
     * @param label key of its name; also the anchor of its definition
     * @param value written out
     * @param unit key of its unit
     * @param base population and time it is about, and what else must be said with it
     */
    record Tile(String label, String value, String unit, String base) {

        public String definition() {
            return "/monitoring/definitions#" + label;
        }
    }

    List<Tile> tiles(Scope scope) {
        var months = cells.byMonth(scope.base(), scope.area(), scope.months());
        var earlier = cells.byMonth(scope.base(), scope.area(), MonthRange.ofYear(scope.year() - 1));
        var total = sum(months, scope.year(), 12);
        var compared = new Compared(
                scope,
                sum(months, scope.year(), scope.wholeMonths()),
                sum(earlier, scope.year() - 1, scope.wholeMonths()));
        var exposure = exposure(scope, scope.area());
        return List.of(
                tile(scope, "births", total.births(), compared, Counted.BIRTHS),
                tile(scope, "deaths", total.deaths(), compared, Counted.DEATHS),
                tile(scope, "natural-change", total.naturalChange(), compared, Counted.CHANGE),
                population(scope, exposure),
                figure(scope, "birth-rate", Indicators.rate(total.births(), exposure), 2, "permille"),
                figure(scope, "death-rate", Indicators.rate(total.deaths(), exposure), 2, "permille"),
                figure(scope, "sex-ratio", Indicators.sexRatio(total.boys(), total.girls()), 1, "ratio"),
                orders(scope, total));
    }

    private enum Counted {
        BIRTHS,
        DEATHS,
        CHANGE;

        long of(VitalCounts counts) {
            return switch (this) {
                case BIRTHS -> counts.births();
                case DEATHS -> counts.deaths();
                case CHANGE -> counts.naturalChange();
            };
        }
    }

    /** The whole months of this year and the same months of the year before. */
    private record Compared(Scope scope, VitalCounts now, VitalCounts before) {

        /** The difference between a year so far and its whole months is one month: not told where that may be small. */
        boolean mayBeTold() {
            return scope.wholeMonths() > 0
                    && scope.choices().years().contains(scope.year() - 1)
                    && !(scope.isPresentYear() && guards(scope.area()));
        }
    }

    /** Whether small counts of a month in this area are kept from the present actor. */
    static boolean guards(AreaCode area) {
        return !Actors.get().role().seesPersons() && area.level().compareTo(AreaCode.Level.TOWNSHIP) >= 0;
    }

    private Tile tile(Scope scope, String key, long value, Compared compared, Counted counted) {
        var base = wording.about(scope);
        if (compared.mayBeTold()) {
            long now = counted.of(compared.now());
            long before = counted.of(compared.before());
            base += wording.text(
                    "monitoring.compared",
                    Integer.toString(scope.wholeMonths()),
                    now,
                    before,
                    counted == Counted.CHANGE ? signed(now - before) : wording.change(now, before));
        }
        return new Tile(key, wording.number(value), "persons", base);
    }

    private String signed(long change) {
        return change > 0 ? "+" + wording.number(change) : wording.number(change);
    }

    private Tile population(Scope scope, Indicators.Exposure exposure) {
        return new Tile("population", wording.number(exposure.atEnd()), "persons", wording.onDay(scope, scope.end()));
    }

    private Tile figure(Scope scope, String key, Figure figure, int decimals, String unit) {
        var remark = wording.remark(figure);
        var base = wording.about(scope)
                + (scope.isPresentYear() && unit.equals("permille") ? wording.text("monitoring.annualised") : "")
                + (remark.isEmpty() ? "" : wording.text("monitoring.remark", remark));
        return new Tile(key, wording.value(figure, decimals), unit, base);
    }

    private Tile orders(Scope scope, VitalCounts total) {
        var others = wording.text(
                "monitoring.shares",
                wording.percent(total.first(), total.ordered()),
                wording.percent(total.second(), total.ordered()));
        long unknown = total.births() - total.ordered();
        return new Tile(
                "birth-order",
                wording.percent(total.third(), total.ordered()),
                "of-ordered",
                wording.about(scope)
                        + others
                        + (unknown == 0 ? "" : wording.text("monitoring.order-unknown", unknown)));
    }

    /** Population of an area at the beginning and the end of the year. */
    Indicators.Exposure exposure(Scope scope, AreaCode area) {
        return exposure(
                scope,
                scope.choices().years().contains(scope.year())
                        ? total(scope.base(), area, scope.start().minusDays(1))
                        : OptionalLong.empty(),
                total(scope.base(), area, scope.end()).orElse(0));
    }

    static Indicators.Exposure exposure(Scope scope, OptionalLong atStart, long atEnd) {
        return new Indicators.Exposure(scope.start(), scope.end().getDayOfYear(), atStart, atEnd);
    }

    private OptionalLong total(Base base, AreaCode area, LocalDate day) {
        var parts = cells.population(base, area, day).values();
        return parts.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(parts.stream().mapToLong(Long::longValue).sum());
    }

    private static VitalCounts sum(Map<YearMonth, VitalCounts> months, int year, int upTo) {
        return months.entrySet().stream()
                .filter(each -> each.getKey().getYear() == year && each.getKey().getMonthValue() <= upTo)
                .map(Map.Entry::getValue)
                .reduce(VitalCounts.NONE, VitalCounts::plus);
    }
}
