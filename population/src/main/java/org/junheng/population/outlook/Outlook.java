package org.junheng.population.outlook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junheng.demography.regional.Accounts;
import org.junheng.demography.regional.Course;
import org.junheng.demography.regional.Draws;
import org.junheng.demography.regional.Forecast;
import org.junheng.demography.regional.RegionalModel;
import org.junheng.demography.regional.Summary;
import org.junheng.demography.stochastic.Autoregression;
import org.junheng.demography.stochastic.FertilityProcess;
import org.junheng.demography.stochastic.Trajectories;
import org.junheng.demography.stochastic.Uncertainty;

/**
 * A scenario worked out for a province: the model, its areas, and the trajectories to run. Years run from the day of
 * the base population; year 2021 of a census of 1 November 2020 ends on 1 November 2021.
 */
public final class Outlook {

    private final BasePopulation base;
    private final Scenario scenario;
    private final Assembly.Movements kind;
    private final Ground ground;
    private final Assembly assembly;
    private final RegionalModel model;
    private final List<OutlookArea> areas;

    private Outlook(BasePopulation base, Scenario scenario, Assembly.Movements kind) {
        this.base = base;
        this.scenario = scenario;
        this.kind = kind;
        this.ground = new Ground(base);
        this.assembly = new Assembly(ground, scenario, kind);
        if (assembly.years() < 1) {
            throw new IllegalArgumentException(
                    "the scenario ends in %d, the base population is of %d".formatted(scenario.until(), base.year()));
        }
        this.model = assembly.model();
        this.areas = areas();
    }

    /** @param migration how people move between the counties: pool, od or none */
    public static Outlook of(BasePopulation base, Scenario scenario, String migration) {
        Assembly.Movements kind = switch (migration.toLowerCase(Locale.ROOT)) {
            case "pool" -> Assembly.Movements.POOL;
            case "od" -> Assembly.Movements.MATRIX;
            case "none" -> Assembly.Movements.NONE;
            default ->
                throw new IllegalArgumentException("migration \"%s\": expected pool, od or none".formatted(migration));
        };
        return new Outlook(base, scenario, kind);
    }

    public Scenario scenario() {
        return scenario;
    }

    /** SHA-256 of everything this outlook stands on: scenario, base population and figures. */
    public String fingerprint() {
        return Fingerprint.of(base, scenario, kind.name());
    }

    public int baseYear() {
        return base.year();
    }

    public RegionalModel model() {
        return model;
    }

    /** Province first, then the cities, then the counties, then counties by status where told apart. */
    public List<OutlookArea> listAreas() {
        return areas;
    }

    /** What a forecast keeps: persons by area, sex and age group, births by order, deaths. */
    public Summary summary() {
        List<int[]> unions = areas.stream()
                .filter(area -> area.index() >= model.layout().regions())
                .sorted(Comparator.comparingInt(OutlookArea::index))
                .map(OutlookArea::regionNumbers)
                .toList();
        return new Summary(model.layout(), unions, model.orders(), needs().weights(model.layout()));
    }

    /** What the population needs. */
    public Needs needs() {
        return new Needs(ground.figures);
    }

    /** Central total fertility of the years projected, measures not counted. */
    public double[] totalFertility() {
        return assembly.totalFertility();
    }

    /** Central total fertility of the years projected with what the measures add to it. */
    public double[] effectiveFertility() {
        return assembly.effectiveFertility();
    }

    /** Central net migrants from outside the province by year. */
    public double[] externalMigrants() {
        return IntStream.range(0, assembly.years())
                .mapToDouble(assembly::externalTotal)
                .toArray();
    }

    /** Death risks of the province relative to the nation's, as the bulletins' deaths have it. */
    public double mortalityLevel() {
        return assembly.levels().mortality();
    }

    /** The central projection with all its flows. */
    public List<Accounts.Year> accounts() {
        return Accounts.of(model);
    }

    /** The trajectories; the same seed shares its random numbers with every other scenario of the same length. */
    public Course course(int trajectories, long seed) {
        int regions = model.layout().regions();
        Draws.Shape shape = new Draws.Shape(trajectories, assembly.years(), regions, model.orders());
        int[] places =
                IntStream.range(0, regions).map(assembly.statuses()::place).toArray();
        Draws draws = new Trajectories(shape, places, totalFertility(), assembly.knownYears(), assembly.levers())
                .draw(uncertainty(), seed);
        return new Course(model, draws);
    }

    /** All trajectories, ready to be reduced. */
    public Forecast forecast(int trajectories, long seed, int threads) {
        Course course = course(trajectories, seed);
        return new Forecast(model, course.draws(), summary(), threads);
    }

    /** What another scenario changes against this one, trajectory by trajectory. */
    public Forecast against(Outlook other, int trajectories, long seed, int threads) {
        return Forecast.difference(course(trajectories, seed), other.course(trajectories, seed), summary(), threads);
    }

    /** How uncertain each component is in this scenario. */
    public Uncertainty uncertainty() {
        Figures figures = ground.figures;
        double fertility = scenario.fertility().spread();
        double migration = scenario.migration().spread();
        double years = ground.yearsPerUnit(base.year() + 20.0, assembly.levels().mortality());
        return new Uncertainty(
                new FertilityProcess(
                        process("fertility", fertility),
                        fertility * figures.value("fertility.ultimate.spread"),
                        figures.value("fertility.common")),
                process("mortality", scenario.mortality().spread() / years),
                process("leaving", migration),
                process("external", migration));
    }

    private Autoregression process(String name, double spread) {
        return new Autoregression(
                ground.figures.value(name + ".persistence"), spread * ground.figures.value(name + ".innovation"));
    }

    private List<OutlookArea> areas() {
        int n = base.places().size();
        boolean apart = assembly.statuses().apart();
        int next = model.layout().regions();
        List<OutlookArea> counties = new ArrayList<>();
        List<OutlookArea> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            BasePlace place = base.places().get(i);
            List<Integer> regions = apart ? List.of(i, n + i) : List.of(i);
            counties.add(new OutlookArea(place.id(), place.zh(), "county", apart ? next++ : i, regions));
            if (apart) {
                parts.add(new OutlookArea(place.id() + ".local", place.zh(), "status", i, List.of(i)));
                parts.add(new OutlookArea(place.id() + ".incomer", place.zh(), "status", n + i, List.of(n + i)));
            }
        }
        List<OutlookArea> all = new ArrayList<>();
        for (var city : base.cities().entrySet()) {
            List<Integer> regions = IntStream.range(0, model.layout().regions())
                    .filter(r -> base.places().get(r % n).city().equals(city.getKey()))
                    .boxed()
                    .toList();
            if (!regions.isEmpty()) {
                all.add(new OutlookArea(city.getValue(), city.getKey(), "city", next++, regions));
            }
        }
        int[] everywhere = IntStream.range(0, model.layout().regions()).toArray();
        all.addFirst(new OutlookArea(
                base.province().id(),
                base.province().zh(),
                "province",
                next,
                Arrays.stream(everywhere).boxed().toList()));
        all.addAll(counties);
        all.addAll(parts);
        return List.copyOf(all);
    }
}
