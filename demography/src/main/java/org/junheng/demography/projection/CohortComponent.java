package org.junheng.demography.projection;

import org.junheng.demography.BySex;
import org.junheng.demography.Sex;

/**
 * One step of the cohort-component method by the rules of the United Nations Population Division (ccmppWPP,
 * {@code project_ccmpp_z_by_z}), for age groups and steps of any one width.
 *
 * <p>With N* the start population, plus half the migrants if they come evenly:
 *
 * <ul>
 *   <li>deaths of the cohort reaching x: (1 − S(x))·N*(x−1); of the open group (1 − S(w))·(N*(w−1) + N*(w));
 *   <li>births: width · f(x) · (N*(x) + N′(x)) / 2 over women, where N′ is the end population before migrants of the
 *       end; the first and the open group bear no children; girls are 1 / (1 + sex ratio) of them;
 *   <li>nobody leaves who is not there: where N + M ≤ 0, M becomes 0.00001 − N; a cell that would still be negative
 *       becomes 0.0005.
 * </ul>
 */
public final class CohortComponent {

    private static final double LEFT_BEHIND = 0.00001;
    private static final double LEAST = 0.0005;

    private CohortComponent() {}

    /** The population one step later, with the births, deaths and migrants that led there. */
    public static Step step(BySex start, Components components, MigrationTiming timing) {
        int ages = start.ages();
        if (ages != components.survival().ages()) {
            throw new IllegalArgumentException("the population has %d ages, the rates %d: both must be the same"
                    .formatted(ages, components.survival().ages()));
        }
        BySex migrants = migrants(start, components.netMigration(), timing);
        BySex exposed = timing == MigrationTiming.EVEN ? plus(start, migrants, 0.5) : start;
        BySex deaths = new BySex(
                deaths(exposed.male(), components.survival().male()),
                deaths(exposed.female(), components.survival().female()));
        BySex end = new BySex(aged(exposed.male(), deaths.male()), aged(exposed.female(), deaths.female()));
        if (timing == MigrationTiming.EVEN) {
            end = plus(end, migrants, 0.5);
        }
        double[] births = births(exposed.female(), end.female(), components);
        newborns(end, deaths, births, components);
        if (timing == MigrationTiming.END) {
            end = plus(end, migrants, 1);
        }
        double withheld =
                difference(components.netMigration(), migrants, timing) + floor(end.male()) + floor(end.female());
        return new Step(end, births, deaths, migrants, withheld);
    }

    private static BySex migrants(BySex start, BySex intended, MigrationTiming timing) {
        if (timing == MigrationTiming.NONE) {
            return BySex.zeros(start.ages());
        }
        return new BySex(limited(start.male(), intended.male()), limited(start.female(), intended.female()));
    }

    private static double[] limited(double[] start, double[] intended) {
        double[] migrants = intended.clone();
        for (int x = 0; x < start.length; x++) {
            if (start[x] + migrants[x] <= 0) {
                migrants[x] = LEFT_BEHIND - start[x];
            }
        }
        return migrants;
    }

    private static double[] deaths(double[] exposed, double[] survival) {
        int open = exposed.length - 1;
        double[] deaths = new double[exposed.length];
        for (int x = 1; x < open; x++) {
            deaths[x] = (1 - survival[x]) * exposed[x - 1];
        }
        deaths[open] = (1 - survival[open]) * (exposed[open - 1] + exposed[open]);
        return deaths;
    }

    private static double[] aged(double[] exposed, double[] deaths) {
        int open = exposed.length - 1;
        double[] end = new double[exposed.length];
        for (int x = 1; x < open; x++) {
            end[x] = exposed[x - 1] - deaths[x];
        }
        end[open] = exposed[open - 1] + exposed[open] - deaths[open];
        return end;
    }

    private static double[] births(double[] women, double[] womenLater, Components components) {
        double[] births = new double[women.length];
        for (int x = 1; x < women.length - 1; x++) {
            births[x] = components.width() * components.fertility()[x] * (women[x] + womenLater[x]) / 2;
        }
        return births;
    }

    /** Puts the newborns into the first age group, on top of the migrants already there. */
    private static void newborns(BySex end, BySex deaths, double[] birthsByAge, Components components) {
        double births = 0;
        for (double value : birthsByAge) {
            births += value;
        }
        double girls = births * (1 / (1 + components.sexRatioAtBirth()));
        for (Sex sex : Sex.values()) {
            double born = sex == Sex.FEMALE ? girls : births - girls;
            deaths.of(sex)[0] = (1 - components.survival().of(sex)[0]) * born;
            end.of(sex)[0] = born - deaths.of(sex)[0] + end.of(sex)[0];
        }
    }

    private static BySex plus(BySex population, BySex migrants, double share) {
        return new BySex(
                plus(population.male(), migrants.male(), share), plus(population.female(), migrants.female(), share));
    }

    private static double[] plus(double[] population, double[] migrants, double share) {
        double[] sum = new double[population.length];
        for (int x = 0; x < sum.length; x++) {
            sum[x] = population[x] + share * migrants[x];
        }
        return sum;
    }

    private static double difference(BySex intended, BySex counted, MigrationTiming timing) {
        return timing == MigrationTiming.NONE ? 0 : counted.total() - intended.total();
    }

    private static double floor(double[] population) {
        double withheld = 0;
        for (int x = 0; x < population.length; x++) {
            if (population[x] < 0) {
                withheld -= population[x];
                population[x] = LEAST;
            }
        }
        return withheld;
    }
}
