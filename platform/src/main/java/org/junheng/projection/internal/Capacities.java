package org.junheng.projection.internal;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.projection.internal.JdbcCapacities.Entered;
import org.junheng.projection.internal.RunReader.View;
import org.junheng.resource.ResourceKind;
import org.junheng.resource.Resources;
import org.junheng.web.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an area has of what is needed: the sum of its service resources today, unless the scenario has been given a
 * figure of its own.
 */
@Component
class Capacities {

    private static final Map<ResourceKind, String> SERIES = Map.of(
            ResourceKind.NURSERY, "nursery_places",
            ResourceKind.KINDERGARTEN, "kindergarten_places",
            ResourceKind.PRIMARY_SCHOOL, "primary_places",
            ResourceKind.JUNIOR_SCHOOL, "junior_places",
            ResourceKind.SENIOR_SCHOOL, "senior_places",
            ResourceKind.MATERNITY, "maternity_beds",
            ResourceKind.OBSTETRIC, "obstetric_staff");

    private final JdbcCapacities entered;
    private final Resources resources;
    private final TransactionTemplate work;
    private final Clock clock;

    Capacities(JdbcCapacities entered, Resources resources, TransactionTemplate work, Clock clock) {
        this.entered = entered;
        this.resources = resources;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What there is.
     *
     * @param source who says so
     * @param own whether it was entered for the scenario
     * @param whole whether it is all there is, and not what some counties of the area have
     */
    record There(long units, Text source, boolean own, boolean whole) {}

    Map<String, There> of(View view) {
        var there = new HashMap<>(ofResources(view));
        var own = Objects.requireNonNull(work.execute(
                status -> entered.of(view.scenario().id(), view.place().id())));
        own.values()
                .forEach(each -> each.units()
                        .ifPresent(units -> there.put(
                                each.series(),
                                new There(units, Text.of("projection.capacity.entered", each.source()), true, true))));
        return there;
    }

    private Map<String, There> ofResources(View view) {
        var there = new HashMap<String, There>();
        if (view.place().isCoded()) {
            var today = AdministrativeTime.dayOf(clock.instant());
            int counties = view.codedCounties();
            resources.held(view.place().guard(), today).forEach((kind, held) -> {
                boolean whole = held.counties() >= counties;
                var key = "projection.capacity." + (whole ? "resources" : "part") + (held.sample() ? ".sample" : "");
                var source = Text.of(key, today, held.institutions(), held.counties(), counties);
                there.put(Objects.requireNonNull(SERIES.get(kind)), new There(held.units(), source, false, whole));
            });
        }
        return there;
    }

    /** Takes so many for the scenario that is looked at; none to go back to the service resources. */
    void enter(View view, String series, Optional<Integer> units, String source) {
        work.executeWithoutResult(status ->
                entered.add(view.scenario().id(), view.place(), new Entered(series, units, source), clock.instant()));
    }
}
