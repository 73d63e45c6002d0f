package org.junheng.projection.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.demography.regional.Forecast;
import org.junheng.job.Jobs;
import org.junheng.job.Progress;
import org.junheng.population.outlook.BasePopulation;
import org.junheng.population.outlook.CentralPeople;
import org.junheng.population.outlook.Outlook;
import org.junheng.population.outlook.OutlookSeries;
import org.junheng.population.outlook.Scenario;
import org.junheng.projection.internal.JdbcProjections.Run;
import org.junheng.projection.internal.JdbcScenarios.Stored;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps scenarios, and works them out as jobs, one at a time: a projection fills the memory it is given. */
@Component
class ProjectionDesk {

    /** Trajectories where nobody asks for more: a fan in seconds, its bounds good to a twentieth of its width. */
    static final int TRAJECTORIES = 200;

    /** One seed for all, so that any two runs share their random numbers. */
    private static final long SEED = 1;

    private static final String BASE = "census2020";
    private static final long WAIT_MILLIS = 300;

    private final JdbcScenarios scenarios;
    private final JdbcProjections runs;
    private final Jobs jobs;
    private final TransactionTemplate work;
    private final Clock clock;
    private final ReentrantLock desk = new ReentrantLock(true);

    ProjectionDesk(JdbcScenarios scenarios, JdbcProjections runs, Jobs jobs, TransactionTemplate work, Clock clock) {
        this.scenarios = scenarios;
        this.runs = runs;
        this.jobs = jobs;
        this.work = work;
        this.clock = clock;
    }

    List<Stored> scenarios() {
        return read(scenarios::list);
    }

    Optional<Stored> findScenario(UUID id) {
        return read(() -> scenarios.find(id));
    }

    List<Run> runs() {
        return read(runs::list);
    }

    /** Keeps a scenario as the next version of its name. */
    UUID save(Scenario draft, String author) {
        var area = Actors.get().areas().getFirst();
        return read(() -> {
            int version = scenarios.nextVersion(area, draft.label().name());
            var label = new Scenario.Label(
                    draft.label().name(),
                    Integer.toString(version),
                    author,
                    draft.label().source());
            return scenarios.add(area, relabelled(draft, label), clock.instant());
        });
    }

    private static Scenario relabelled(Scenario draft, Scenario.Label label) {
        return new Scenario(
                label,
                draft.until(),
                draft.variant(),
                draft.fertility(),
                draft.mortality(),
                draft.migration(),
                draft.measures());
    }

    /** Starts a job that works a scenario out. */
    UUID start(Stored scenario, int trajectories) {
        var actor = Actors.get();
        return jobs.start(
                "projection",
                progress ->
                        "/projection/runs/" + alone(progress, () -> project(actor, scenario, trajectories, progress)));
    }

    /** Starts a job that subtracts a scenario from another, trajectory by trajectory. */
    UUID compare(Stored scenario, Stored against, int trajectories) {
        var actor = Actors.get();
        return jobs.start(
                "projection-comparison",
                progress -> "/projection/runs/"
                        + alone(progress, () -> subtract(actor, scenario, against, trajectories, progress)));
    }

    private UUID alone(Progress progress, Supplier<UUID> task) {
        try {
            while (!desk.tryLock(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.at(0, 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the platform is stopping", e);
        }
        try {
            return task.get();
        } finally {
            desk.unlock();
        }
    }

    private UUID project(Actor actor, Stored scenario, int trajectories, Progress progress) {
        var began = clock.instant();
        var outlook = outlook(scenario);
        var series = follow(outlook, outlook.forecast(trajectories, SEED, threads()), progress);
        var people = new CentralPeople(outlook);
        var rows = SeriesRows.of(outlook, actor, series, area -> series.pensionable(people, area));
        return keep(actor, began, outlook, new Worked(scenario, null, trajectories, outlook.fingerprint()), rows);
    }

    private UUID subtract(Actor actor, Stored scenario, Stored against, int trajectories, Progress progress) {
        var began = clock.instant();
        var outlook = outlook(scenario);
        var before = outlook(against);
        var series = follow(outlook, before.against(outlook, trajectories, SEED, threads()), progress);
        var people = new CentralPeople(outlook);
        var peopleBefore = new CentralPeople(before);
        var rows = SeriesRows.of(
                outlook,
                actor,
                series,
                area -> series.pensionable(people, area).minus(series.pensionable(peopleBefore, area)));
        var fingerprint = outlook.fingerprint() + " − " + before.fingerprint();
        return keep(actor, began, outlook, new Worked(scenario, against.id(), trajectories, fingerprint), rows);
    }

    static Outlook outlook(Stored scenario) {
        return Outlook.of(BasePopulation.census2020(), scenario.scenario(), "pool");
    }

    private static OutlookSeries follow(Outlook outlook, Forecast forecast, Progress progress) {
        var series = new OutlookSeries(outlook);
        long years = outlook.model().years().size() + 2L;
        forecast.quantiles(OutlookSeries.probabilities(), (year, quantiles) -> {
            series.year(year, quantiles);
            progress.at(year + 1L, years);
        });
        return series;
    }

    /** What was worked out. */
    private record Worked(Stored scenario, @Nullable UUID against, int trajectories, String fingerprint) {}

    private UUID keep(Actor actor, Instant began, Outlook outlook, Worked worked, List<JdbcProjections.Series> series) {
        var now = clock.instant();
        int first = outlook.baseYear();
        var run = new Run(
                UUID.randomUUID(),
                worked.scenario().id(),
                Optional.ofNullable(worked.against()),
                new JdbcProjections.Settings(
                        worked.trajectories(),
                        SEED,
                        BASE,
                        first,
                        first + outlook.model().years().size()),
                worked.fingerprint(),
                actor.subject(),
                now,
                Duration.between(began, now).toMillis());
        work.executeWithoutResult(status -> runs.add(run, actor.areas().getFirst(), series));
        return run.id();
    }

    private static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    private <T> T read(Supplier<T> query) {
        return Objects.requireNonNull(work.execute(status -> query.get()));
    }
}
