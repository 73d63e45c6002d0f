package org.junheng.cli.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.cli.frame.CsvOut;
import org.junheng.cli.frame.CsvTable;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.demography.BySex;
import org.junheng.demography.mortality.LifeTable;
import org.junheng.demography.projection.Components;
import org.junheng.demography.projection.FiveYear;
import org.junheng.demography.projection.MigrationTiming;
import org.junheng.demography.projection.Plausibility;
import org.junheng.demography.projection.Projection;

/**
 * {@code model: five-year}: WPP's published components in five-year ages and periods, every country of the base file.
 */
final class FiveYearModel implements Model {

    private static final int WIDTH = 5;
    private static final int OPEN_AGE = 100;
    private static final int[] AGES = Grid.fiveYearAges(OPEN_AGE);
    private static final Grid.Keys BY_PERIOD = new Grid.Keys(FiveYearModel::period, row -> row.age("age"));

    @Override
    public void project(Run run) {
        run.spec()
                .allow(
                        "model",
                        "base.file",
                        "mortality.file",
                        "fertility.tfr",
                        "fertility.pattern",
                        "srb.file",
                        "migration.file",
                        "migration.timing",
                        "accept");
        MigrationTiming timing = switch (run.spec().choice("migration.timing", "even", "end", "none")) {
            case "even" -> MigrationTiming.EVEN;
            case "end" -> MigrationTiming.END;
            default -> MigrationTiming.NONE;
        };
        Tables tables = Tables.read(run, timing);
        Map<String, String> countries = new LinkedHashMap<>();
        tables.base.rows().forEach(row -> countries.put(row.text("country_code"), row.text("country")));
        Map<String, Country> projected = new LinkedHashMap<>();
        countries.keySet().forEach(code -> projected.put(code, country(run, tables, code, timing)));
        write(run, countries, projected);
    }

    private record Country(int year, Projection projection, TreeMap<Integer, LifeTable[]> lifeTables) {}

    private record Tables(
            CsvTable base, CsvTable mortality, CsvTable tfr, CsvTable pattern, CsvTable srb, CsvTable migration) {

        static Tables read(Run run, MigrationTiming timing) {
            String code = "country_code";
            CsvTable base = run.table("base.file").need(code, "country", "year", "age", "popM", "popF");
            return new Tables(
                    base,
                    run.table("mortality.file").need(code, "period", "age", "mxM", "mxF"),
                    run.table("fertility.tfr").need(code, "period", "tfr"),
                    run.table("fertility.pattern").need(code, "period", "age", "pasfr"),
                    run.table("srb.file").need(code, "period", "srb"),
                    timing == MigrationTiming.NONE
                            ? base
                            : run.table("migration.file").need(code, "period", "age", "migM", "migF"));
        }
    }

    private static Country country(Run run, Tables tables, String code, MigrationTiming timing) {
        Grid base = Grid.complete(own(tables.base, code), AGES, Grid.Keys.YEAR_AND_AGE);
        int first = base.firstYear();
        if (base.years().size() > 1) {
            throw new InputWrong("%s: column year: country %s has years %s; expected one base year"
                    .formatted(tables.base.file(), code, base.years()));
        }
        BySex start = new BySex(base.column(first, "popM"), base.column(first, "popF"));
        base.refuse(Plausibility.persons("popM", first, WIDTH, start.male()));
        base.refuse(Plausibility.persons("popF", first, WIDTH, start.female()));
        TreeMap<Integer, LifeTable[]> lifeTables = lifeTables(tables, code);
        Grid pattern = Grid.partial(own(tables.pattern, code), AGES, BY_PERIOD);
        Map<Integer, Double> tfr = scalars(own(tables.tfr, code), "tfr");
        Map<Integer, Double> srb = sexRatios(own(tables.srb, code));
        Grid migration =
                timing == MigrationTiming.NONE ? base : Grid.complete(own(tables.migration, code), AGES, BY_PERIOD);
        List<Components> components = new ArrayList<>();
        for (Map.Entry<Integer, LifeTable[]> period : lifeTables.tailMap(first).entrySet()) {
            int year = first + WIDTH * components.size();
            if (period.getKey() != year) {
                throw new InputWrong("%s: column period: no rows for %s of country %s"
                        .formatted(tables.mortality.file(), label(year), code));
            }
            components.add(new Components(
                    WIDTH,
                    FiveYear.survival(period.getValue()),
                    fertility(pattern, year, value(tfr, year, tables.tfr, code)),
                    value(srb, year, tables.srb, code),
                    timing == MigrationTiming.NONE
                            ? BySex.zeros(AGES.length)
                            : new BySex(migration.column(year, "migM"), migration.column(year, "migF"))));
        }
        if (components.isEmpty()) {
            throw new InputWrong("%s: column period: no rows for %s of country %s, where the base year is %d"
                    .formatted(tables.mortality.file(), label(first), code, first));
        }
        if (!run.spec().list("accept").contains("migration-scale")) {
            migration.refuse(Plausibility.migration(
                    "migM+migF",
                    first,
                    WIDTH,
                    start,
                    components.stream().map(Components::netMigration).toList()));
        }
        Projection projection = Projection.run(start, components, timing);
        Withheld.check(run, "country " + code + ", ", first, WIDTH, projection);
        return new Country(first, projection, lifeTables);
    }

    private static TreeMap<Integer, LifeTable[]> lifeTables(Tables tables, String code) {
        int[] ages = new int[AGES.length + 1];
        ages[1] = 1;
        System.arraycopy(AGES, 1, ages, 2, AGES.length - 1);
        Grid grid = Grid.complete(own(tables.mortality, code), ages, BY_PERIOD);
        TreeMap<Integer, LifeTable[]> lifeTables = new TreeMap<>();
        for (int year : grid.years()) {
            BySex rates = new BySex(grid.column(year, "mxM"), grid.column(year, "mxF"));
            grid.refuse(Plausibility.deathRates("mxM", year, ages, rates.male()));
            grid.refuse(Plausibility.deathRates("mxF", year, ages, rates.female()));
            lifeTables.put(year, FiveYear.lifeTables(rates));
        }
        return lifeTables;
    }

    private static double[] fertility(Grid pattern, int year, double tfr) {
        double[] percent = pattern.column(year, "pasfr");
        double sum = 0;
        for (double share : percent) {
            sum += share;
        }
        if (Math.abs(sum - 100) > 0.5) {
            pattern.refuse(List.of(new Plausibility.Fault(
                    "pasfr", year, -1, sum, "percentages of total fertility that sum to 100 over the ages")));
        }
        double[] rates = FiveYear.fertility(tfr, percent);
        pattern.refuse(Plausibility.fertility("pasfr", year, WIDTH, rates));
        return rates;
    }

    private static Map<Integer, Double> sexRatios(CsvTable table) {
        for (CsvTable.Row row : table.rows()) {
            for (Plausibility.Fault fault : Plausibility.sexRatio("srb", period(row), row.number("srb"))) {
                throw row.wrong("srb", fault.expected());
            }
        }
        return scalars(table, "srb");
    }

    private static Map<Integer, Double> scalars(CsvTable table, String column) {
        Map<Integer, Double> values = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows()) {
            double value = row.number(column);
            if (value < 0 || (column.equals("tfr") && value > 12)) {
                throw row.wrong(column, "children per woman, 0 to 12; divide by 1,000 if it is per 1,000 women");
            }
            values.put(period(row), value);
        }
        return values;
    }

    private static double value(Map<Integer, Double> values, int year, CsvTable table, String code) {
        Double value = values.get(year);
        if (value == null) {
            throw new InputWrong(
                    "%s: column period: no row for %s of country %s".formatted(table.file(), label(year), code));
        }
        return value;
    }

    private static CsvTable own(CsvTable table, String code) {
        CsvTable own = table.where(row -> row.text("country_code").equals(code));
        if (own.rows().isEmpty()) {
            throw new InputWrong(
                    "%s: column country_code: no rows for country %s of the base file".formatted(table.file(), code));
        }
        return own;
    }

    private static int period(CsvTable.Row row) {
        String text = row.text("period");
        if (!text.matches("\\d{4}-\\d{4}")
                || Integer.parseInt(text.substring(5)) - Integer.parseInt(text.substring(0, 4)) != WIDTH) {
            throw row.wrong("period", "a five-year period such as 2025-2030");
        }
        return Integer.parseInt(text.substring(0, 4));
    }

    private static String label(int year) {
        return year + "-" + (year + WIDTH);
    }

    private static void write(Run run, Map<String, String> names, Map<String, Country> countries) {
        try (CsvOut out = run.csv("population.csv", "country_code,country,year,age,popM,popF")) {
            countries.forEach((code, country) -> {
                for (int i = 0; i < country.projection.populations().size(); i++) {
                    BySex population = country.projection.populations().get(i);
                    for (int age = 0; age < AGES.length; age++) {
                        String group = AGES[age] == OPEN_AGE ? "100+" : AGES[age] + "-" + (AGES[age] + 4);
                        out.row(
                                code,
                                names.get(code),
                                country.year + WIDTH * i,
                                group,
                                population.male()[age],
                                population.female()[age]);
                    }
                }
            });
        }
        try (CsvOut out = run.csv("life_expectancy.csv", "country_code,period,e0M,e0F")) {
            countries.forEach((code, country) -> country.lifeTables.forEach((period, tables) ->
                    out.row(code, label(period), tables[0].lifeExpectancy(), tables[1].lifeExpectancy())));
        }
    }
}
