package org.junheng.quality.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Role;
import org.junheng.database.Loader;
import org.junheng.job.Jobs;
import org.junheng.job.Progress;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.linking.OpenPairs;
import org.junheng.quality.internal.JdbcQuality.Held;
import org.junheng.register.Doubt;
import org.junheng.register.Doubts;
import org.junheng.worklist.LegalClock;
import org.junheng.worklist.NewTask;
import org.junheng.worklist.Worklist;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the register every question about its soundness, as a job, and gives each township its list. */
@Component
class QualityCheck {

    private static final int DAYS_TO_LOOK = 20;
    private static final int MOST_OF_ONE = 100_000;

    private final Doubts doubts;
    private final OpenPairs pairs;
    private final JdbcQuality store;
    private final Offices offices;
    private final Jobs jobs;
    private final TransactionTemplate loading;

    QualityCheck(
            Doubts doubts,
            OpenPairs pairs,
            JdbcQuality store,
            Offices offices,
            Jobs jobs,
            @Loader TransactionTemplate loading) {
        this.doubts = doubts;
        this.pairs = pairs;
        this.store = store;
        this.offices = offices;
        this.jobs = jobs;
        this.loading = loading;
    }

    /** Starts it for the present actor's first area. */
    UUID start() {
        var actor = Actors.get();
        var asked = new Doubts.Asked(actor.areas().getFirst(), offices.today());
        return jobs.start("quality", progress -> {
            check(actor, asked, progress);
            return "/quality";
        });
    }

    /** Checks and stores; returns how many findings there are. */
    int check(Actor actor, Doubts.Asked asked, Progress progress) {
        long began = System.nanoTime();
        var found = new ArrayList<Doubts.Found>();
        var held = new ArrayList<Held>();
        int steps = Doubt.values().length + 4;
        int step = 0;
        for (var doubt : Doubt.values()) {
            progress.at(step++, steps);
            Actors.run(actor, () -> found.addAll(found(doubt, asked)));
        }
        progress.at(step++, steps);
        Actors.run(actor, () -> {
            doubts.held(asked).forEach(each -> held.add(held(each, each.persons(), 0)));
            doubts.covered(asked).forEach(each -> held.add(held(each, 0, each.persons())));
        });
        progress.at(step, steps);
        Actors.run(actor, () -> store(asked, found, held, began));
        Actors.run(actor, () -> offices.tell(asked.area()));
        return found.size();
    }

    private static Held held(Doubts.Held each, long persons, long covered) {
        return new Held(each.place().township(), each.place().source(), persons, covered);
    }

    /**
     * A check that finds most of a county is a missing delivery, not a work list: beyond a hundred thousand it stops.
     */
    private List<Doubts.Found> found(Doubt doubt, Doubts.Asked asked) {
        var found = new ArrayList<Doubts.Found>();
        switch (doubt) {
            case DUPLICATE ->
                found.addAll(doubts.placed(
                        asked,
                        pairs.list().stream()
                                .flatMap(pair -> Stream.of(
                                        new Doubts.Two(pair.one(), pair.other()),
                                        new Doubts.Two(pair.other(), pair.one())))
                                .toList()));
            case ID_BROKEN -> doubts.eachNumber(asked, found::add);
            case ID_OTHER_BIRTH, ID_OTHER_SEX -> {}
            default -> doubts.each(doubt, asked, found::add);
        }
        return found.size() > MOST_OF_ONE ? found.subList(0, MOST_OF_ONE) : found;
    }

    private void store(Doubts.Asked asked, List<Doubts.Found> found, List<Held> held, long began) {
        var ages = doubts.ages(asked);
        var days = doubts.birthDays(asked);
        var late = doubts.late(asked);
        var run = UUID.randomUUID();
        loading.executeWithoutResult(status -> {
            store.addRun(run, asked, (System.nanoTime() - began) / 1_000_000);
            store.addHeld(run, held);
            store.addSpread(run, "age", ages);
            store.addSpread(run, "birth-day", days);
            store.addLate(run, late);
            store.keep(run, found);
            store.forget(run, asked.area());
        });
    }

    /** Who looks at what was found: one task for each township, open while it has open findings. */
    @Component
    static class Offices {

        private final JdbcQuality store;
        private final Worklist worklist;
        private final LegalClock legal;
        private final Clock clock;
        private final TransactionTemplate loading;
        private final TransactionTemplate work;

        Offices(
                JdbcQuality store,
                Worklist worklist,
                LegalClock legal,
                Clock clock,
                @Loader TransactionTemplate loading,
                TransactionTemplate work) {
            this.store = store;
            this.worklist = worklist;
            this.legal = legal;
            this.clock = clock;
            this.loading = loading;
            this.work = work;
        }

        java.time.LocalDate today() {
            return AdministrativeTime.dayOf(clock.instant());
        }

        void tell(AreaCode area) {
            var open = java.util.Objects.requireNonNull(loading.execute(status -> store.open(area)));
            work.executeWithoutResult(status -> open.forEach(each -> {
                if (each.open() > 0) {
                    worklist.add(task(each.township()));
                } else {
                    worklist.close(ref(each.township()));
                }
            }));
        }

        private NewTask task(AreaCode township) {
            return new NewTask(
                    ref(township),
                    "quality",
                    new NewTask.Office(Role.TOWNSHIP_OFFICER, township),
                    java.util.Optional.empty(),
                    "/quality/findings?area=" + township.shortText(),
                    legal.dueAfter(today(), DAYS_TO_LOOK));
        }

        private static String ref(AreaCode township) {
            return "quality:" + township.shortText();
        }
    }
}
