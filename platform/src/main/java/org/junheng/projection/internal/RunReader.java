package org.junheng.projection.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junheng.projection.ProjectionNotFound;
import org.junheng.projection.internal.JdbcProjections.Place;
import org.junheng.projection.internal.JdbcProjections.Run;
import org.junheng.projection.internal.JdbcProjections.Series;
import org.junheng.projection.internal.JdbcScenarios.Stored;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a run for the pages, as far as the reader may see it. */
@Component
class RunReader {

    private final JdbcProjections runs;
    private final JdbcScenarios scenarios;
    private final TransactionTemplate work;

    RunReader(JdbcProjections runs, JdbcScenarios scenarios, TransactionTemplate work) {
        this.runs = runs;
        this.scenarios = scenarios;
        this.work = work;
    }

    /**
     * A run with the area that is looked at.
     *
     * @param places areas the reader may choose
     * @param place the one chosen
     */
    record View(Run run, Stored scenario, Optional<Stored> against, List<Place> places, Place place) {

        /** The area with all that is in it. */
        public List<Place> counties() {
            return places.stream().filter(each -> each.level().equals("county")).toList();
        }

        /** How many counties with a code lie in the area that is looked at. */
        int codedCounties() {
            return Math.toIntExact(counties().stream()
                    .filter(each -> each.isCoded() && place.guard().contains(each.guard()))
                    .count());
        }
    }

    /** @throws ProjectionNotFound if it is not there, or has no area of the reader's */
    View view(UUID id, @Nullable String area) {
        return read(() -> {
            var run = runs.find(id).orElseThrow(() -> new ProjectionNotFound(id));
            var places = runs.places(id);
            var place = places.stream()
                    .filter(each -> each.id().equals(area))
                    .findFirst()
                    .or(() -> places.stream().findFirst())
                    .orElseThrow(() -> new ProjectionNotFound(id));
            var scenario = scenarios.find(run.scenario()).orElseThrow(() -> new ProjectionNotFound(id));
            return new View(run, scenario, run.against().flatMap(scenarios::find), places, place);
        });
    }

    Series series(View view, String series) {
        return read(() -> runs.find(view.run().id(), view.place().id(), series))
                .orElseThrow(() -> new ProjectionNotFound(view.run().id()));
    }

    /** The newest run of a scenario, not a comparison, that has the same years. */
    Optional<Run> newest(UUID scenario, Run like) {
        return read(() -> runs.list().stream()
                .filter(run -> run.scenario().equals(scenario) && !run.isComparison())
                .filter(run -> run.settings().lastYear() == like.settings().lastYear())
                .findFirst());
    }

    Optional<Series> series(Run run, Place place, String series) {
        return read(() -> runs.find(run.id(), place.id(), series));
    }

    List<Series> ages(View view) {
        return read(() -> runs.list(view.run().id(), view.place().id(), "^(?!men_|women_)"));
    }

    /** Everything of the area chosen, age groups last; of all areas without age groups if none is chosen. */
    List<Series> all(View view, boolean everywhere) {
        return read(() -> runs.list(
                view.run().id(),
                everywhere ? "" : view.place().id(),
                everywhere ? JdbcProjections.AGES : JdbcProjections.NONE));
    }

    List<Series> ofCounties(Run run, String series) {
        return read(() -> runs.ofCounties(run.id(), series));
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(work.execute(status -> query.get()));
    }
}
