package org.junheng.cli.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junheng.cli.frame.CsvOut;
import org.junheng.cli.frame.CsvTable;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.cli.frame.Spec;
import org.junheng.demography.BySex;
import org.junheng.demography.projection.Components;
import org.junheng.demography.projection.MigrationTiming;
import org.junheng.demography.projection.Plausibility;
import org.junheng.demography.projection.Projection;
import org.junheng.demography.projection.Step;

/** {@code model: single-year}: the United Nations' rules by single age 0 … 100+ and calendar year. */
final class SingleYearModel implements Model {

    private static final int OPEN_AGE = 100;

    @Override
    public void project(Run run) {
        Spec spec = run.spec();
        spec.allow("model", "base.file", "base.year", "rates.file", "srb.file", "migration", "open_age", "accept");
        int year = spec.integer("base.year");
        int[] ages = Grid.singleAges(spec.has("open_age") ? spec.integer("open_age") : OPEN_AGE);
        MigrationTiming timing = switch (spec.choice("migration", "end", "even", "none")) {
            case "end" -> MigrationTiming.END;
            case "even" -> MigrationTiming.EVEN;
            default -> MigrationTiming.NONE;
        };
        BySex base = base(run, ages, year);
        List<Components> components = components(run, ages, year, base, timing);
        Projection projection = Projection.run(base, components, timing);
        Withheld.check(run, "", year, 1, projection);
        write(run, year, projection);
    }

    private static BySex base(Run run, int[] ages, int year) {
        Grid grid = Grid.complete(run.table("base.file").need("age", "pop_m", "pop_f"), ages, Grid.Keys.ageIn(year));
        BySex base = new BySex(grid.column(year, "pop_m"), grid.column(year, "pop_f"));
        grid.refuse(Plausibility.persons("pop_m", year, 1, base.male()));
        grid.refuse(Plausibility.persons("pop_f", year, 1, base.female()));
        return base;
    }

    private static List<Components> components(Run run, int[] ages, int first, BySex base, MigrationTiming timing) {
        CsvTable table = run.table("rates.file").need("year", "age", "Sx_m", "Sx_f", "asfr");
        if (timing != MigrationTiming.NONE) {
            table.need("netmig_m", "netmig_f");
        }
        Grid grid = Grid.complete(table, ages, Grid.Keys.YEAR_AND_AGE);
        List<Integer> years = grid.yearsFrom(first, 1);
        TreeMap<Integer, Double> sexRatios = sexRatios(run, years);
        List<Components> components = new ArrayList<>();
        for (int year : years) {
            BySex survival = new BySex(grid.column(year, "Sx_m"), grid.column(year, "Sx_f"));
            double[] fertility = grid.column(year, "asfr");
            grid.refuse(Plausibility.shares("Sx_m", year, 1, survival.male()));
            grid.refuse(Plausibility.shares("Sx_f", year, 1, survival.female()));
            grid.refuse(Plausibility.fertility("asfr", year, 1, fertility));
            checkAgainstRates(table, grid, year, survival);
            BySex migrants = timing == MigrationTiming.NONE
                    ? BySex.zeros(ages.length)
                    : new BySex(grid.column(year, "netmig_m"), grid.column(year, "netmig_f"));
            components.add(new Components(1, survival, fertility, sexRatio(sexRatios, year), migrants));
        }
        checkHorizon(run, grid, first, base, components);
        return components;
    }

    private static void checkAgainstRates(CsvTable table, Grid grid, int year, BySex survival) {
        if (table.has("mx_m") && table.has("mx_f")) {
            grid.refuse(Plausibility.survivalAgainstRates("Sx_m", year, survival.male(), grid.column(year, "mx_m")));
            grid.refuse(Plausibility.survivalAgainstRates("Sx_f", year, survival.female(), grid.column(year, "mx_f")));
        }
    }

    private static void checkHorizon(Run run, Grid grid, int first, BySex base, List<Components> components) {
        grid.refuse(Plausibility.infancy(
                "Sx_m", first, components.stream().map(c -> c.survival().male()).toList()));
        grid.refuse(Plausibility.infancy(
                "Sx_f",
                first,
                components.stream().map(c -> c.survival().female()).toList()));
        if (!run.spec().list("accept").contains("migration-scale")) {
            grid.refuse(Plausibility.migration(
                    "netmig_m+netmig_f",
                    first,
                    1,
                    base,
                    components.stream().map(Components::netMigration).toList()));
        }
    }

    private static TreeMap<Integer, Double> sexRatios(Run run, List<Integer> years) {
        CsvTable table = run.table("srb.file").need("year", "srb");
        TreeMap<Integer, Double> ratios = new TreeMap<>();
        for (CsvTable.Row row : table.rows()) {
            double ratio = row.number("srb");
            for (Plausibility.Fault fault : Plausibility.sexRatio("srb", row.integer("year"), ratio)) {
                throw row.wrong("srb", fault.expected());
            }
            if (ratios.put(row.integer("year"), ratio) != null) {
                throw row.wrong("year", "each year once");
            }
        }
        for (int year : years) {
            if (!ratios.containsKey(year)) {
                throw new InputWrong("%s: column year: no sex ratio at birth for %d".formatted(table.file(), year));
            }
        }
        return ratios;
    }

    private static double sexRatio(TreeMap<Integer, Double> ratios, int year) {
        return ratios.floorEntry(year).getValue();
    }

    private static void write(Run run, int first, Projection projection) {
        PopulationFiles.bySingleAge(run, first, projection.populations());
        try (CsvOut out = run.csv("totals.csv", PopulationFiles.TOTALS)) {
            for (int i = 0; i < projection.populations().size(); i++) {
                double total = projection.populations().get(i).total();
                if (i == projection.steps().size()) {
                    out.row(first + i, total, null, null, null);
                } else {
                    Step step = projection.steps().get(i);
                    out.row(
                            first + i,
                            total,
                            step.births(),
                            sum(step.cohortDeaths().male()),
                            sum(step.cohortDeaths().female()));
                }
            }
        }
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
