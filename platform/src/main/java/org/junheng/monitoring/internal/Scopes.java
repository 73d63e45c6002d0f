package org.junheng.monitoring.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Actors;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.Area;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.register.Base;
import org.springframework.stereotype.Component;

/** Reads what a page is about from its address. Nonsense, and areas of others, mean the reader's own first area. */
@Component
class Scopes {

    private final AreaTree areas;
    private final Coverage coverage;
    private final Cells cells;
    private final Clock clock;

    Scopes(AreaTree areas, Coverage coverage, Cells cells, Clock clock) {
        this.areas = areas;
        this.coverage = coverage;
        this.cells = cells;
        this.clock = clock;
    }

    /**
     * As the address says.
     *
     * @param base code of a base
     * @param area digits of an area's code
     * @param year calendar year
     */
    record Asked(
            @Nullable String base,
            @Nullable String area,
            @Nullable String year) {}

    Scope resolve(Asked asked) {
        var today = cells.findProgress()
                .map(Progress::countedOn)
                .orElseGet(() -> AdministrativeTime.dayOf(clock.instant()));
        var choices = new Scope.Choices(offered(), coverage.years(today));
        return new Scope(base(asked), area(asked, choices), year(asked, choices, today), today, choices);
    }

    private List<AreaCode> offered() {
        return Actors.get().areas().stream()
                .flatMap(area -> Stream.concat(Stream.of(area), below(area)))
                .toList();
    }

    private Stream<AreaCode> below(AreaCode area) {
        var level = switch (area.level()) {
            case PROVINCE, CITY -> AreaCode.Level.COUNTY;
            case COUNTY -> AreaCode.Level.TOWNSHIP;
            case TOWNSHIP, VILLAGE -> null;
        };
        return level == null
                ? Stream.empty()
                : areas.within(area, level).stream().map(Area::code);
    }

    private static Base base(Asked asked) {
        return Stream.of(Base.values())
                .filter(base -> base.code().equals(asked.base()))
                .findFirst()
                .orElse(Base.HUKOU);
    }

    private static AreaCode area(Asked asked, Scope.Choices choices) {
        return choices.areas().stream()
                .filter(area -> area.shortText().equals(asked.area()))
                .findFirst()
                .orElseGet(() -> choices.areas().getFirst());
    }

    private static int year(Asked asked, Scope.Choices choices, LocalDate today) {
        return Optional.ofNullable(asked.year())
                .flatMap(text -> choices.years().stream()
                        .filter(year -> Objects.equals(year.toString(), text))
                        .findFirst())
                .orElse(today.getYear());
    }
}
