package org.junheng.simulation.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.catalogue.Catalogue;
import org.junheng.job.Progress;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Scheme;
import org.junheng.population.Bunching;
import org.junheng.population.GapAnalysis;
import org.junheng.population.SweepQuestion;
import org.junheng.simulation.internal.JdbcSearches.Search;
import org.springframework.stereotype.Component;

/** Looks over all schemes at once for what none of them says: gaps, overlaps, idle conditions, bunching. */
@Component
class GapDesk {

    private static final long PART = 100;
    private static final long PARTS = 3;

    private final Catalogue catalogue;
    private final RegisterSnapshot snapshots;
    private final JdbcSearches searches;
    private final SimulationDesk.Work work;
    private final Clock clock;

    GapDesk(
            Catalogue catalogue,
            RegisterSnapshot snapshots,
            JdbcSearches searches,
            SimulationDesk.Work work,
            Clock clock) {
        this.catalogue = catalogue;
        this.snapshots = snapshots;
        this.searches = searches;
        this.work = work;
        this.clock = clock;
    }

    /** Starts a search in the actor's area as a job. */
    UUID start() {
        var actor = Actors.get();
        var area = actor.areas().getFirst();
        return work.jobs().start("gaps", progress -> "/gaps/" + search(actor, area, progress));
    }

    private UUID search(Actor actor, AreaCode area, Progress progress) {
        var today = AdministrativeTime.dayOf(clock.instant());
        var folder = snapshots.of(area, today, part(progress, 0));
        var question = new SweepQuestion(folder, today, today, AreaCode.Level.COUNTY, RegisterSnapshot.limits(folder));
        var schemes = List.<Scheme>copyOf(catalogue.book().schemes());
        Path files = catalogue.folder();
        var findings = GapAnalysis.run(question, schemes, part(progress, 1)::at);
        var thresholds = Bunching.run(question, files, schemes, part(progress, 2)::at);
        var search = new Search(UUID.randomUUID(), area, today, actor.subject(), clock.instant());
        work.transactions().executeWithoutResult(status -> searches.add(search, Found.of(findings, thresholds)));
        return search.id();
    }

    /** One of the parts of the work, each as long as the others. */
    private static Progress part(Progress progress, long before) {
        return (done, total) -> progress.at(before * PART + done * PART / Math.max(1, total), PARTS * PART);
    }

    List<Search> searches() {
        return Objects.requireNonNull(work.transactions().execute(status -> searches.list()));
    }

    Optional<Search> find(UUID search) {
        return Objects.requireNonNull(work.transactions().execute(status -> searches.find(search)));
    }

    Found found(UUID search) {
        return Objects.requireNonNull(work.transactions().execute(status -> searches.found(search)));
    }
}
