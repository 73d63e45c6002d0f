package org.junheng.simulation.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.catalogue.Catalogue;
import org.junheng.job.Jobs;
import org.junheng.job.Progress;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Scheme;
import org.junheng.population.Effects;
import org.junheng.population.PopulationSweep;
import org.junheng.population.Reform;
import org.junheng.population.Simulation;
import org.junheng.population.SweepQuestion;
import org.junheng.simulation.internal.JdbcRuns.Run;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries reforms: which parameters can be moved, and the work itself as a job. */
@Component
class SimulationDesk {

    private static final long SCAN_PARTS = 100;

    private final Catalogue catalogue;
    private final RegisterSnapshot snapshots;
    private final JdbcRuns runs;
    private final Jobs jobs;
    private final TransactionTemplate work;
    private final Clock clock;

    SimulationDesk(Catalogue catalogue, RegisterSnapshot snapshots, JdbcRuns runs, Work work, Clock clock) {
        this.catalogue = catalogue;
        this.snapshots = snapshots;
        this.runs = runs;
        this.jobs = work.jobs();
        this.work = work.transactions();
        this.clock = clock;
    }

    /** What long work needs. */
    @Component
    record Work(Jobs jobs, TransactionTemplate transactions) {}

    /** Schemes in which anything can be moved. */
    List<Scheme> schemes() {
        return catalogue.book().schemes().stream()
                .filter(scheme -> !levers(scheme).isEmpty())
                .toList();
    }

    /** The parameters the present actor may move. */
    List<Levers.Lever> levers(Scheme scheme) {
        return new Levers(Actors.get().areas().getFirst(), today()).of(scheme);
    }

    /** The facts of the scheme of which the copy of the register knows nothing of anybody. */
    static List<FactDefinition> unknown(Scheme scheme) {
        return PopulationSweep.unknown(RegisterSnapshot.NOT_HELD, scheme);
    }

    /**
     * Compiles the reform, so that what is wrong is said before any work.
     *
     * @throws org.junheng.population.ReformFaulty with everything that is wrong
     */
    void check(String scheme, Map<String, String> settings) {
        Reform.setting(catalogue.folder(), scheme, settings, today());
    }

    /** Starts a job that tries the reform in the actor's area. */
    UUID start(String scheme, Map<String, String> settings) {
        var actor = Actors.get();
        var area = actor.areas().getFirst();
        return jobs.start(
                "simulation",
                progress -> "/simulation/" + simulate(actor, area, new Tried(scheme, settings), progress));
    }

    /** What is tried. */
    record Tried(String scheme, Map<String, String> settings) {

        String text() {
            return new TreeMap<>(settings)
                    .entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("\n"));
        }
    }

    private UUID simulate(Actor actor, AreaCode area, Tried tried, Progress progress) {
        var today = today();
        var folder = snapshots.of(area, today, (done, total) -> progress.at(done * SCAN_PARTS / total, 2 * SCAN_PARTS));
        var reform = Reform.setting(catalogue.folder(), tried.scheme(), tried.settings(), today);
        var question =
                new SweepQuestion(folder, today, today, AreaCode.Level.TOWNSHIP, RegisterSnapshot.limits(folder));
        var effects = Simulation.run(
                question, reform, (done, total) -> progress.at(SCAN_PARTS + done * SCAN_PARTS / total, 2 * SCAN_PARTS));
        var run =
                new Run(UUID.randomUUID(), tried.scheme(), tried.text(), area, today, actor.subject(), clock.instant());
        work.executeWithoutResult(status -> runs.add(run, effects));
        return run.id();
    }

    List<Run> runs() {
        return Objects.requireNonNull(work.execute(status -> runs.list()));
    }

    Optional<Run> find(UUID run) {
        return Objects.requireNonNull(work.execute(status -> runs.find(run)));
    }

    Effects effects(UUID run) {
        return Objects.requireNonNull(work.execute(status -> runs.effects(run)));
    }

    private LocalDate today() {
        return AdministrativeTime.dayOf(clock.instant());
    }
}
