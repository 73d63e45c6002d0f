package org.junheng.projection.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junheng.population.outlook.BasePopulation;
import org.junheng.population.outlook.Outlook;
import org.junheng.population.outlook.Scenario;
import org.springframework.stereotype.Component;

/** The paths an assumption follows where nobody says otherwise; an editor opens with them. */
@Component
class CentralPaths {

    static final int LAST = 2100;

    private final Supplier<Paths> paths = new Once(CentralPaths::read);

    /**
     * The paths.
     *
     * @param from year of the first value
     * @param fertility children per woman
     * @param external net migrants from outside, persons a year
     */
    record Paths(int from, double[] fertility, double[] external) {

        double fertility(int year) {
            return fertility[year - from];
        }

        double external(int year) {
            return external[year - from];
        }
    }

    Paths get() {
        return paths.get();
    }

    private static Paths read() {
        return of(Scenario.central("central", LAST));
    }

    /** The paths of a scenario, what its measures add to fertility included. */
    static Paths of(Scenario scenario) {
        var outlook = Outlook.of(BasePopulation.census2020(), scenario, "pool");
        return new Paths(outlook.baseYear() + 1, outlook.effectiveFertility(), outlook.externalMigrants());
    }

    /** Works something out when it is first asked for. */
    private static final class Once implements Supplier<Paths> {

        private final Supplier<Paths> work;
        private volatile @Nullable Paths done;

        Once(Supplier<Paths> work) {
            this.work = work;
        }

        @Override
        public synchronized Paths get() {
            var now = done;
            if (now == null) {
                now = work.get();
                done = now;
            }
            return now;
        }
    }
}
