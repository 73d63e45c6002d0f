package org.junheng.cli.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.junheng.cli.frame.CsvOut;
import org.junheng.cli.frame.Run;
import org.junheng.demography.consequences.Maternity;
import org.junheng.demography.consequences.Need;
import org.junheng.demography.regional.Accounts;
import org.junheng.demography.regional.Forecast;
import org.junheng.demography.regional.Summary;
import org.junheng.population.outlook.CentralPeople;
import org.junheng.population.outlook.Outlook;
import org.junheng.population.outlook.OutlookArea;

/** Result tables of a regional projection. */
final class OutlookFiles {

    private static final double[] PROBABILITIES = {0.025, 0.1, 0.5, 0.9, 0.975};
    private static final String QUANTILES = "q025,q10,q50,q90,q975";
    private static final String MAIN = "quantiles.csv";
    private static final List<String> SEXES = List.of("m", "f", "both");
    private static final int MOTHERS_FROM = 10;
    private static final int MOTHERS_TO = 55;
    private static final double ROUNDING = 1000;
    private static final double FINE_ROUNDING = 1e6;

    private final Run run;
    private final Outlook outlook;
    private final int orders;

    OutlookFiles(Run run, Outlook outlook) {
        this.run = run;
        this.outlook = outlook;
        this.orders = outlook.model().orders();
    }

    /** The scenario as it was understood, with what the central path makes of it and the hash of all it stands on. */
    void scenario(String name, int trajectories) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("fingerprint", outlook.fingerprint());
        content.put("scenario", outlook.scenario());
        content.put("base_year", outlook.baseYear());
        content.put("trajectories", trajectories);
        content.put("seed", run.seed());
        content.put("total_fertility", outlook.totalFertility());
        content.put("external_migrants", outlook.externalMigrants());
        content.put("mortality_level", outlook.mortalityLevel());
        content.put("uncertainty", outlook.uncertainty());
        run.json(name, content);
    }

    /** The central projection: population and flows of every area, births by order and age of the mother. */
    void accounts() {
        List<Accounts.Year> years = outlook.accounts();
        try (CsvOut totals = run.csv("totals.csv", totalsHeader());
                CsvOut births = run.csv("births.csv", "area,year,order,age_of_mother,births")) {
            for (OutlookArea area : outlook.listAreas()) {
                totals.row(base(area));
                for (int i = 0; i < years.size(); i++) {
                    int year = outlook.baseYear() + 1 + i;
                    totals.row(flows(area, year, years.get(i)));
                    births(births, area, year, years.get(i));
                }
            }
        }
    }

    private String totalsHeader() {
        StringBuilder header = new StringBuilder("area,name,level,year,total,births");
        for (int order = 1; order <= orders; order++) {
            header.append(",births_").append(order);
        }
        return header.append(",deaths_m,deaths_f,net_internal,net_external").toString();
    }

    private @Nullable Object[] base(OutlookArea area) {
        List<@Nullable Object> row =
                label(area, outlook.baseYear(), persons(area, outlook.model().base()));
        for (int i = 0; i < orders + 5; i++) {
            row.add(null);
        }
        return row.toArray();
    }

    private @Nullable Object[] flows(OutlookArea area, int number, Accounts.Year year) {
        List<@Nullable Object> row = label(area, number, persons(area, year.population()));
        row.add(sum(area, year, Accounts.Year::births));
        for (int order = 1; order <= orders; order++) {
            int of = order;
            row.add(sum(area, year, (y, region) -> y.births(region, of)));
        }
        row.add(sum(area, year, (y, region) -> y.deathsMale()[region]));
        row.add(sum(area, year, (y, region) -> y.deathsFemale()[region]));
        row.add(sum(area, year, (y, region) -> y.internal()[region]));
        row.add(sum(area, year, (y, region) -> y.external()[region]));
        return row.toArray();
    }

    private static List<@Nullable Object> label(OutlookArea area, int year, double total) {
        return new ArrayList<>(List.of(area.id(), area.zh(), area.level(), year, fine(total)));
    }

    private static double persons(OutlookArea area, double[][] population) {
        double sum = 0;
        for (int region : area.regions()) {
            for (double persons : population[region]) {
                sum += persons;
            }
        }
        return sum;
    }

    private static double sum(OutlookArea area, Accounts.Year year, ToDoubleBiFunction<Accounts.Year, Integer> of) {
        double sum = 0;
        for (int region : area.regions()) {
            sum += of.applyAsDouble(year, region);
        }
        return fine(sum);
    }

    private void births(CsvOut out, OutlookArea area, int number, Accounts.Year year) {
        for (int order = 1; order <= orders; order++) {
            for (int from = MOTHERS_FROM; from < MOTHERS_TO; from += 5) {
                double births = 0;
                for (int region : area.regions()) {
                    for (int age = from; age < from + 5; age++) {
                        births += year.births()[region][order - 1][age];
                    }
                }
                out.row(area.id(), number, order, from + "-" + (from + 4), rounded(births));
            }
        }
    }

    /** Quantiles over the trajectories: persons by area, sex and age group; births and deaths by area. */
    void quantiles(String persons, String events, Forecast forecast, List<? extends Forecast.Results> also) {
        Summary summary = outlook.summary();
        try (CsvOut people = run.csv(persons, "area,year,sex,age_group," + QUANTILES);
                CsvOut vital = run.csv(events, "area,year,event," + QUANTILES);
                CsvOut needs = run.csv(
                        persons.equals(MAIN) ? "needs.csv" : "difference_needs.csv", "area,year,need," + QUANTILES)) {
            forecast.quantiles(PROBABILITIES, (year, quantiles) -> {
                int number = outlook.baseYear() + year;
                also.forEach(receiver -> receiver.year(year, quantiles));
                for (OutlookArea area : outlook.listAreas()) {
                    people(people, summary, area, number, quantiles);
                    needs(needs, summary, area, number, quantiles);
                    if (year > 0) {
                        events(vital, summary, area, number, quantiles);
                    }
                }
            });
        }
    }

    private static void people(CsvOut out, Summary summary, OutlookArea area, int year, double[][] quantiles) {
        for (int sex = 0; sex < SEXES.size(); sex++) {
            for (int group = 0; group < summary.groups(); group++) {
                double[] q = quantiles[summary.index(area.index(), sex, group)];
                String label = group == summary.groups() - 1
                        ? "all"
                        : group == summary.groups() - 2 ? 5 * group + "+" : 5 * group + "-" + (5 * group + 4);
                row(out, q, area.id(), year, SEXES.get(sex), label);
            }
        }
    }

    private void events(CsvOut out, Summary summary, OutlookArea area, int year, double[][] quantiles) {
        for (int order = 0; order <= orders; order++) {
            String name = order == 0 ? "births" : "births_" + order;
            row(out, quantiles[summary.birthsIndex(area.index(), order)], area.id(), year, name);
        }
        row(out, quantiles[summary.deathsIndex(area.index())], area.id(), year, "deaths");
    }

    private void needs(CsvOut out, Summary summary, OutlookArea area, int year, double[][] quantiles) {
        List<Need> byAge = outlook.needs().byAge();
        for (int i = 0; i < byAge.size(); i++) {
            row(
                    out,
                    quantiles[summary.weightedIndex(area.index(), i)],
                    area.id(),
                    year,
                    byAge.get(i).id());
        }
        if (year > outlook.baseYear()) {
            Maternity maternity = outlook.needs().maternity();
            double[] births = quantiles[summary.birthsIndex(area.index(), 0)];
            row(out, Arrays.stream(births).map(maternity::beds).toArray(), area.id(), year, "maternity_beds");
            row(out, Arrays.stream(births).map(maternity::staff).toArray(), area.id(), year, "obstetric_staff");
        }
    }

    /** Persons of pension age in the central projection. */
    void pensions() {
        CentralPeople people = new CentralPeople(outlook);
        try (CsvOut out = run.csv("pensions.csv", "area,year,persons_of_pension_age")) {
            for (OutlookArea area : outlook.listAreas()) {
                for (int i = 0; i <= outlook.model().years().size(); i++) {
                    int year = outlook.baseYear() + i;
                    out.row(area.id(), year, rounded(outlook.needs().pensionable(people.persons(area, year), year)));
                }
            }
        }
    }

    private static void row(CsvOut out, double[] quantiles, Object... labels) {
        List<@Nullable Object> row = new ArrayList<>(List.of(labels));
        for (double value : quantiles) {
            row.add(rounded(value));
        }
        out.row(row.toArray());
    }

    private static double fine(double value) {
        return Math.rint(value * FINE_ROUNDING) / FINE_ROUNDING;
    }

    private static double rounded(double value) {
        return Math.rint(value * ROUNDING) / ROUNDING;
    }
}
