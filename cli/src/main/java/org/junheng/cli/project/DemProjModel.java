package org.junheng.cli.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junheng.cli.frame.CsvOut;
import org.junheng.cli.frame.CsvTable;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.demography.BySex;
import org.junheng.demography.projection.DemProj;
import org.junheng.demography.projection.Plausibility;
import org.junheng.demography.projection.Step;

/**
 * {@code model: demproj}: Spectrum's rules on a folder of its figures, ages 0 … 80+. The base population is that of the
 * first year, from {@code in_base_pop.csv} or else from the published population.
 */
final class DemProjModel implements Model {

    private static final int OPEN_AGE = 80;
    private static final int[] AGES = Grid.singleAges(OPEN_AGE);
    private static final int[] GROUPS = Grid.fiveYearAges(OPEN_AGE);

    @Override
    public void project(Run run) {
        run.spec().allow("model", "folder", "migration");
        DemProj.Migration migration = run.spec().text("migration", "end").equals("midyear")
                ? DemProj.Migration.MIDYEAR
                : DemProj.Migration.END_OF_YEAR;
        Inputs inputs = new Inputs(run, run.spec().path("folder"));
        BySex population = inputs.base;
        List<BySex> populations = new ArrayList<>(List.of(population));
        List<Step> steps = new ArrayList<>();
        for (int year : inputs.totals.yearsFrom(inputs.first + 1, 1)) {
            Step step = DemProj.step(population, inputs.year(year), migration);
            population = step.population();
            populations.add(population);
            steps.add(step);
        }
        PopulationFiles.bySingleAge(run, inputs.first, populations);
        try (CsvOut out = run.csv("totals.csv", PopulationFiles.TOTALS)) {
            out.row(inputs.first, populations.getFirst().total(), null, null, null);
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                out.row(
                        inputs.first + 1 + i,
                        step.population().total(),
                        step.births(),
                        Arrays.stream(step.cohortDeaths().male()).sum(),
                        Arrays.stream(step.cohortDeaths().female()).sum());
            }
        }
    }

    /** The folder's tables. */
    private static final class Inputs {
        private final Grid survival;
        private final Grid fertility;
        private final Grid groups;
        private final Grid excess;
        private final Grid totals;
        private final int first;
        private final BySex base;

        Inputs(Run run, Path folder) {
            survival = Grid.complete(
                    table(run, folder, "in_survival").need("year", "age", "Sx_m", "Sx_f"),
                    Grid.singleAges(OPEN_AGE + 1),
                    new Grid.Keys(row -> row.integer("year"), Inputs::ageSurvivedTo));
            fertility = Grid.partial(
                    table(run, folder, "in_asfr_single").need("year", "age", "asfr"), AGES, Grid.Keys.YEAR_AND_AGE);
            groups = Grid.complete(
                    table(run, folder, "in_mig_age_dist_pct").need("year", "age5", "pct_m", "pct_f"),
                    GROUPS,
                    new Grid.Keys(row -> row.integer("year"), row -> row.age("age5")));
            excess = Grid.complete(
                    table(run, folder, "in_excess_deaths_hiv")
                            .need("year", "age", "excess_deaths_m", "excess_deaths_f"),
                    AGES,
                    Grid.Keys.YEAR_AND_AGE);
            totals = Grid.partial(
                    table(run, folder, "in_totals").need("year", "tfr", "srb_m_per_100f", "netmig_m", "netmig_f"),
                    new int[] {0},
                    new Grid.Keys(row -> row.integer("year"), row -> 0));
            CsvTable people = has(folder, "in_base_pop")
                    ? table(run, folder, "in_base_pop")
                    : table(run, folder, "expected_pop_spectrum");
            Grid grid = Grid.complete(people.need("year", "age", "pop_m", "pop_f"), AGES, Grid.Keys.YEAR_AND_AGE);
            first = grid.firstYear();
            base = new BySex(grid.column(first, "pop_m"), grid.column(first, "pop_f"));
            grid.refuse(Plausibility.persons("pop_m", first, 1, base.male()));
            grid.refuse(Plausibility.persons("pop_f", first, 1, base.female()));
        }

        DemProj.Year year(int year) {
            BySex ratios = new BySex(survival.column(year, "Sx_m"), survival.column(year, "Sx_f"));
            survival.refuse(Plausibility.shares("Sx_m", year, 1, ratios.male()));
            survival.refuse(Plausibility.shares("Sx_f", year, 1, ratios.female()));
            double[] rates = fertility.column(year, "asfr");
            fertility.refuse(Plausibility.fertility("asfr", year, 1, rates));
            return new DemProj.Year(
                    ratios,
                    rates,
                    shareOfBoys(year),
                    new BySex(migrants(year, "m", ratios.male()), migrants(year, "f", ratios.female())),
                    new BySex(excess.column(year, "excess_deaths_m"), excess.column(year, "excess_deaths_f")));
        }

        private double shareOfBoys(int year) {
            double boys = totals.column(year, "srb_m_per_100f")[0];
            if (boys < 90 || boys > 140) {
                totals.refuse(List.of(new Plausibility.Fault(
                        "srb_m_per_100f",
                        year,
                        0,
                        boys,
                        "boys per 100 girls between 90 and 140; multiply boys per girl by 100")));
            }
            return boys / (100 + boys);
        }

        private double[] migrants(int year, String sex, double[] ratios) {
            double total = totals.column(year, "netmig_" + sex)[0];
            double[] percent = groups.column(year, "pct_" + sex);
            double sum = Arrays.stream(percent).sum();
            if (total != 0 && Math.abs(sum - 100) > 1) {
                groups.refuse(List.of(new Plausibility.Fault(
                        "pct_" + sex, year, -1, sum, "percentages of net migrants that sum to 100 over the ages")));
            }
            double[] persons =
                    Arrays.stream(percent).map(share -> total * share / 100).toArray();
            return DemProj.migrantsBySingleAge(persons, ratios);
        }

        /**
         * Row 80 leads from 79 to the open group, row 80+ keeps those already in it: the two are told apart by the
         * plus.
         */
        private static int ageSurvivedTo(CsvTable.Row row) {
            return row.text("age").endsWith("+") ? OPEN_AGE + 1 : row.age("age");
        }

        private static CsvTable table(Run run, Path folder, String name) {
            for (String ending : new String[] {".csv", ".csv.gz"}) {
                Path file = folder.resolve(name + ending);
                if (Files.exists(file)) {
                    return run.table(file);
                }
            }
            throw new InputWrong("%s: no file %s.csv or %s.csv.gz in it".formatted(folder, name, name));
        }

        private static boolean has(Path folder, String name) {
            return Files.exists(folder.resolve(name + ".csv")) || Files.exists(folder.resolve(name + ".csv.gz"));
        }
    }
}
