package org.junheng.population.outlook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.demography.regional.Layout;
import org.junheng.demography.regional.Movement;
import org.junheng.demography.regional.RegionalModel;
import org.junheng.demography.regional.RegionalYear;
import org.junheng.demography.regional.Settling;
import org.junheng.demography.stochastic.FertilityProcess;
import org.junheng.demography.stochastic.Lever;

/** Turns a scenario into the regional model's years. */
final class Assembly {

    private static final int STAGE = 5;

    private final Ground ground;
    private final Scenario scenario;
    private final Movements kind;
    private final Levels levels;
    private final Statuses statuses;
    private final Layout layout;
    private final int lastKnown;

    Assembly(Ground ground, Scenario scenario, Movements kind) {
        this.ground = ground;
        this.scenario = scenario;
        this.kind = kind;
        this.levels = Levels.of(ground);
        this.statuses = Statuses.of(ground, scenario.migration().residence());
        this.layout = new Layout(statuses.regions(), China.AGES);
        this.lastKnown = levels.fertility().isEmpty()
                ? ground.base.year()
                : levels.fertility().lastKey();
    }

    /** How the counties' people move. */
    enum Movements {
        POOL,
        MATRIX,
        NONE
    }

    Statuses statuses() {
        return statuses;
    }

    Levels levels() {
        return levels;
    }

    int years() {
        return scenario.until() - ground.base.year();
    }

    /** First years for which the province's births, deaths and migrants are known. */
    int knownYears() {
        return Math.min(lastKnown - ground.base.year(), years());
    }

    RegionalModel model() {
        double[] total = totalFertility();
        List<RegionalYear> steps = new ArrayList<>();
        Movement movement = new Movement.None();
        for (int i = 0; i < years(); i++) {
            if (i % STAGE == 0) {
                movement = movement(i);
            }
            steps.add(year(i, total[i], movement));
        }
        double[] level = new double[layout.regions()];
        Arrays.setAll(level, r -> levels.mortality() * ground.mortality[statuses.place(r)]);
        return new RegionalModel(layout, statuses.base(), level, ground.sensitivity(), steps);
    }

    /** The measures, by steps from the base. */
    List<Lever> levers() {
        return scenario.measures().stream()
                .map(m -> new Lever(
                        m.name(),
                        m.order(),
                        m.from() - ground.base.year() - 1,
                        m.phaseIn(),
                        m.effect(),
                        m.standardError()))
                .toList();
    }

    /** Central total fertility of the province by year, without measures. */
    double[] totalFertility() {
        double[] path = new double[years()];
        double distance = levels.distance();
        for (int i = 0; i < path.length; i++) {
            int year = ground.base.year() + 1 + i;
            path[i] = levels.fertility().getOrDefault(year, distance * ground.china.totalFertility(year));
        }
        Scenario.Fertility given = scenario.fertility();
        int known = Math.min(lastKnown - ground.base.year(), path.length);
        if (!Double.isNaN(given.ultimate())) {
            double start = known > 0 ? path[known - 1] : distance * ground.china.totalFertility(ground.base.year());
            double[] rest = FertilityProcess.towards(start, given.ultimate(), given.recovery(), path.length - known);
            System.arraycopy(rest, 0, path, known, rest.length);
        }
        for (int i = known; i < path.length; i++) {
            path[i] += shift(i - known + 1, ground.figures.value("fertility.variant"));
        }
        override(path, given.total());
        return path;
    }

    /** Central total fertility by year with what the measures add to it. */
    double[] effectiveFertility() {
        double[] total = totalFertility();
        BirthOrders byOrder = new BirthOrders(ground.figures);
        for (int i = 0; i < total.length; i++) {
            double[] pattern = ground.china.fertilityPattern(ground.base.year() + 1 + i);
            double[][] orders = byOrder.shares(pattern);
            double factor = 0;
            for (int order = 0; order < orders.length; order++) {
                factor += measured(order, i) * share(orders[order], pattern);
            }
            total[i] *= factor;
        }
        return total;
    }

    private static double share(double[] order, double[] pattern) {
        double share = 0;
        for (int age = 0; age < pattern.length; age++) {
            share += order[age] * pattern[age];
        }
        return share;
    }

    /** What the measures make of an order's fertility in a year; order from 0. */
    private double measured(int order, int i) {
        double factor = 1;
        for (Lever lever : levers()) {
            factor *= lever.factor(order + 1, i, lever.effect());
        }
        return factor;
    }

    private void override(double[] path, SortedMap<Integer, Double> given) {
        if (given.isEmpty()) {
            return;
        }
        Series series = new Series(given);
        for (int i = Math.max(0, given.firstKey() - ground.base.year() - 1); i < path.length; i++) {
            path[i] = series.at(ground.base.year() + 1 + i);
        }
    }

    /** What the variant adds so many years after the last known one. */
    private double shift(int years, double full) {
        double share = Math.min(1, years / ground.figures.value("fertility.variant.years"));
        return scenario.variant().direction() * full * share;
    }

    private RegionalYear year(int i, double total, Movement movement) {
        int year = ground.base.year() + 1 + i;
        double paced = Math.min(
                2100,
                lastKnown
                        + (year - lastKnown)
                                * (year > lastKnown ? scenario.mortality().pace() : 1));
        double ratio = ground.china.sexRatioAtBirth(year)
                * (ground.sexRatioOfInfants() / ground.china.sexRatioAtBirth(ground.base.year()));
        return new RegionalYear(
                ground.china.survival(paced, layout.rowLength()),
                fertility(i, total),
                Math.max(1.05, ratio),
                movement,
                external(i),
                settling());
    }

    private double[][][] fertility(int i, double total) {
        double[] pattern = ground.china.fertilityPattern(ground.base.year() + 1 + i);
        double[][] orders = new BirthOrders(ground.figures).shares(pattern);
        double[][][] rates = new double[BirthOrders.ORDERS][layout.regions()][China.AGES];
        for (int order = 0; order < rates.length; order++) {
            double factor = total * measured(order, i);
            for (int region = 0; region < layout.regions(); region++) {
                double level = factor * ground.fertility[statuses.place(region)];
                double[] shares = orders[order];
                Arrays.setAll(rates[order][region], age -> level * pattern[age] * shares[age]);
            }
        }
        return rates;
    }

    private Movement movement(int i) {
        if (kind == Movements.NONE || ground.base.places().size() == 1) {
            return new Movement.None();
        }
        Mobility mobility = new Mobility(
                ground.layout,
                ground.figures,
                ground.residents,
                ground.netRates(),
                scenario.migration().mobility());
        double kept = Math.pow(ground.figures.value("mobility.fading"), i);
        return statuses.spread(
                kind == Movements.POOL ? mobility.pool(kept) : mobility.matrix(kept, ground.base.places()));
    }

    /** Net migrants from outside the province in a year, central. */
    double externalTotal(int i) {
        int year = ground.base.year() + 1 + i;
        SortedMap<Integer, Double> given = scenario.migration().external();
        if (!given.isEmpty() && year >= given.firstKey()) {
            return new Series(given).at(year);
        }
        if (levels.fertility().isEmpty()) {
            return 0;
        }
        SortedMap<Integer, Double> path = new TreeMap<>(ground.figures.series("external"));
        path.putAll(new Bulletins().netMigration());
        int beyond = year - lastKnown;
        double factor = beyond > 0 ? 1 + shift(beyond, ground.figures.value("external.variant")) : 1;
        return factor * new Series(path).at(year);
    }

    private double[][] external(int i) {
        double[][] rows = layout.empty();
        if (kind == Movements.NONE) {
            return rows;
        }
        double total = externalTotal(i);
        double[] profile = ground.past.total() == 0 ? rows[0].clone() : ground.past.profile(layout.rowLength());
        double[] outside = ground.past.outside();
        for (int place = 0; place < outside.length; place++) {
            double share = total * outside[place];
            Arrays.setAll(rows[statuses.newcomers(place)], cell -> share * profile[cell]);
        }
        return rows;
    }

    private List<Settling> settling() {
        return statuses.settling(ground.figures.value("settling.yearly"));
    }
}
