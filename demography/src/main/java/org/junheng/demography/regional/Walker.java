package org.junheng.demography.regional;

import java.util.Arrays;

/**
 * Takes the regions of one trajectory through one year. Order of events: everybody ages and survives; women before and
 * after give birth; then those who leave a region arrive in another; then migrants from outside come (or go, down to
 * nobody). Holds scratch space, so one per thread. Inner loops run over one row from its start, the form the compiler
 * turns into vector instructions.
 */
final class Walker {

    /** Fertile ages: from 10 until before 56, an even number of them. */
    static final int FIRST_MOTHER = 10;

    static final int MOTHERS_END = 56;

    private final Layout layout;
    private final double[] level;
    private final double[] sensitivity;
    private final double ceiling;
    private final double[] dying;
    private final double[] pool;
    private final double[][] moving;
    private final Flows flows = Flows.best();
    private final Tally tally;

    Walker(RegionalModel model) {
        this(model, Tally.NOTHING);
    }

    /** @param tally receives the births and deaths of every step */
    Walker(RegionalModel model, Tally tally) {
        this.layout = model.layout();
        this.level = model.mortalityLevel();
        this.sensitivity = model.sensitivity();
        this.ceiling = 1 / Math.max(1, Arrays.stream(level).max().orElse(1));
        this.dying = new double[layout.rowLength()];
        this.pool = new double[layout.rowLength()];
        this.moving = layout.empty();
        this.tally = tally;
    }

    /** A trajectory's factors in one year: a path of the draws. */
    record Factors(Draws draws, int path) {

        double fertility(int region, int order) {
            return draws.fertility()[path * draws.regions() + region] * draws.byOrder()[path * draws.orders() + order];
        }
    }

    /** Fills {@code next} with the population a year after {@code now}. */
    void step(RegionalYear year, Factors factors, double[][] now, double[][] next) {
        live(year, factors, now, next);
        move(year, factors, next);
        settle(year, next);
        enter(year, factors, next);
    }

    /** Everybody ages, survives or dies; the year's children are born. */
    void live(RegionalYear year, Factors factors, double[][] now, double[][] next) {
        mortality(year.survival(), factors.draws().mortality()[factors.path()]);
        int ages = layout.ages();
        for (int region = 0; region < layout.regions(); region++) {
            double own = level[region];
            survive(now[region], next[region], 0, own);
            survive(now[region], next[region], ages, own);
            double births = 0;
            for (int order = 0; order < year.orders(); order++) {
                double born = births(year.fertility()[order][region], now[region], next[region])
                        * factors.fertility(region, order);
                tally.births(region, order, born);
                births += born;
            }
            double girls = births / (1 + year.sexRatioAtBirth());
            next[region][0] = (births - girls) * (1 - own * dying[0]);
            next[region][ages] = girls * (1 - own * dying[ages]);
            tally.deaths(region, births, now[region], next[region]);
        }
    }

    /** Those who leave a region arrive in another. */
    void move(RegionalYear year, Factors factors, double[][] next) {
        double leaving = factors.draws().leaving()[factors.path()];
        switch (year.movement()) {
            case Movement.None none -> {}
            case Movement.Pool migrants -> pool(migrants, leaving, next);
            case Movement.OriginDestination migrants -> {
                for (int region = 0; region < next.length; region++) {
                    leave(next[region], migrants.leaving()[region], leaving, moving[region]);
                }
                flows.add(moving, migrants.destinations(), next);
            }
        }
    }

    /** Status changes within places. */
    void settle(RegionalYear year, double[][] next) {
        for (Settling settling : year.settling()) {
            double[] from = next[settling.from()];
            double[] to = next[settling.to()];
            for (int i = 0; i < from.length; i++) {
                double settlers = from[i] * settling.share()[i];
                from[i] -= settlers;
                to[i] += settlers;
            }
        }
    }

    /** Migrants from outside come or go. */
    void enter(RegionalYear year, Factors factors, double[][] next) {
        double external = factors.draws().external()[factors.path()];
        for (int region = 0; region < next.length; region++) {
            external(next[region], year.external()[region], external);
        }
    }

    /** Chances of dying in the year under a scaled force of mortality: 1 − S^factor, and certain death in no region. */
    private void mortality(double[] survival, double factor) {
        double log = Math.log(factor);
        for (int i = 0; i < survival.length; i++) {
            double s = survival[i];
            if (factor != 1) {
                s = Math.pow(s, sensitivity.length == 0 ? factor : Math.exp(sensitivity[i] * log));
            }
            dying[i] = Math.min(1 - s, ceiling);
        }
    }

    private void survive(double[] now, double[] next, int from, double own) {
        int open = from + layout.ages() - 1;
        for (int x = from + 1; x < open; x++) {
            next[x] = now[x - 1] * (1 - own * dying[x]);
        }
        next[open] = (now[open - 1] + now[open]) * (1 - own * dying[open]);
    }

    private double births(double[] fertility, double[] now, double[] next) {
        int women = layout.ages();
        double even = 0;
        double odd = 0;
        for (int x = FIRST_MOTHER; x < MOTHERS_END; x += 2) {
            even += fertility[x] * (now[women + x] + next[women + x]);
            odd += fertility[x + 1] * (now[women + x + 1] + next[women + x + 1]);
        }
        return (even + odd) / 2;
    }

    private void pool(Movement.Pool migrants, double factor, double[][] population) {
        Arrays.fill(pool, 0);
        for (int region = 0; region < population.length; region++) {
            join(pool, population[region], migrants.leaving()[region], factor);
        }
        for (int region = 0; region < population.length; region++) {
            arrive(population[region], migrants.arriving()[region], pool);
        }
    }

    private static void join(double[] pool, double[] population, double[] leaving, double factor) {
        for (int i = 0; i < pool.length; i++) {
            double leavers = population[i] * Math.min(1, factor * leaving[i]);
            population[i] -= leavers;
            pool[i] += leavers;
        }
    }

    private static void arrive(double[] population, double[] arriving, double[] pool) {
        for (int i = 0; i < population.length; i++) {
            population[i] += arriving[i] * pool[i];
        }
    }

    private static void leave(double[] population, double[] leaving, double factor, double[] leavers) {
        for (int i = 0; i < population.length; i++) {
            leavers[i] = population[i] * Math.min(1, factor * leaving[i]);
        }
        for (int i = 0; i < population.length; i++) {
            population[i] -= leavers[i];
        }
    }

    private static void external(double[] population, double[] external, double factor) {
        for (int i = 0; i < population.length; i++) {
            population[i] = Math.max(0, population[i] + factor * external[i]);
        }
    }
}
