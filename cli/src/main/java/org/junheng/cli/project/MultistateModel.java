package org.junheng.cli.project;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junheng.cli.frame.CsvOut;
import org.junheng.cli.frame.CsvTable;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.demography.projection.Multistate;

/** {@code model: multistate}: the Swiss rules for nationals and foreigners, with rates and flows. */
final class MultistateModel implements Model {

    private static final int OPEN_AGE = 100;
    private static final double GIRLS = 100.0 / 205;
    private static final List<String> SEXES = List.of("m", "f");
    private static final String[] COLUMNS = {
        "year",
        "nat",
        "sex",
        "age",
        "start_n",
        "birthrate",
        "int_mothers",
        "mor",
        "emi_int",
        "emi_nat",
        "acq",
        "imm_int_n",
        "imm_nat_n"
    };

    @Override
    public void project(Run run) {
        run.spec().allow("model", "parameters.file", "nationals");
        CsvTable table = run.table("parameters.file").need(COLUMNS);
        List<String> nationalities = nationalities(run, table);
        TreeMap<Integer, List<CsvTable.Row>> years = table.rows().stream()
                .collect(Collectors.groupingBy(row -> row.integer("year"), TreeMap::new, Collectors.toList()));
        checkYears(table, years);
        try (CsvOut out = run.csv("population.csv", "year,nat,sex,age,n")) {
            double[][][] start = cells(table, years.firstEntry().getValue(), nationalities, "start_n", Bound.PERSONS);
            for (Map.Entry<Integer, List<CsvTable.Row>> year : years.entrySet()) {
                Multistate.Outcome outcome = Multistate.step(start, rates(table, year.getValue(), nationalities));
                write(out, year.getKey(), nationalities, outcome.population());
                start = Multistate.birthday(outcome.population());
            }
        }
    }

    private static List<String> nationalities(Run run, CsvTable table) {
        String nationals = run.spec().text("nationals", "ch");
        List<String> found =
                table.rows().stream().map(row -> row.text("nat")).distinct().toList();
        if (found.size() != 2 || !found.contains(nationals)) {
            throw new InputWrong(
                    "%s: column nat: %s: expected two groups, one of them \"%s\" (name the nationals with the key nationals)"
                            .formatted(table.file(), found, nationals));
        }
        String others = found.get(0).equals(nationals) ? found.get(1) : found.get(0);
        return List.of(nationals, others);
    }

    private static void checkYears(CsvTable table, TreeMap<Integer, List<CsvTable.Row>> years) {
        for (int year = years.firstKey(); year <= years.lastKey(); year++) {
            if (!years.containsKey(year)) {
                throw new InputWrong("%s: column year: no rows for %d, between %d and %d"
                        .formatted(table.file(), year, years.firstKey(), years.lastKey()));
            }
        }
    }

    private static Multistate.Year rates(CsvTable table, List<CsvTable.Row> rows, List<String> nationalities) {
        double[][][] fertility = cells(table, rows, nationalities, "birthrate", Bound.SHARE);
        return new Multistate.Year(
                cells(table, rows, nationalities, "mor", Bound.SHARE),
                sum(
                        cells(table, rows, nationalities, "emi_int", Bound.SHARE),
                        cells(table, rows, nationalities, "emi_nat", Bound.SHARE)),
                cells(table, rows, nationalities, "acq", Bound.SHARE),
                sum(
                        cells(table, rows, nationalities, "imm_int_n", Bound.PERSONS),
                        cells(table, rows, nationalities, "imm_nat_n", Bound.PERSONS)),
                new double[][] {fertility[0][1], fertility[1][1]},
                share(rows),
                GIRLS);
    }

    private static double share(List<CsvTable.Row> rows) {
        CsvTable.Row first = rows.getFirst();
        double share = first.number("int_mothers");
        for (CsvTable.Row row : rows) {
            if (row.number("int_mothers") != share || share < 0 || share > 1) {
                throw row.wrong("int_mothers", "a share between 0 and 1, the same for the whole year");
            }
        }
        return share;
    }

    private enum Bound {
        SHARE,
        PERSONS
    }

    private static double[][][] cells(
            CsvTable table, List<CsvTable.Row> rows, List<String> nationalities, String column, Bound bound) {
        double[][][] cells = new double[2][2][OPEN_AGE + 1];
        boolean[][][] seen = new boolean[2][2][OPEN_AGE + 1];
        for (CsvTable.Row row : rows) {
            int nationality = nationalities.indexOf(row.text("nat"));
            int sex = SEXES.indexOf(row.text("sex"));
            int age = row.age("age");
            if (sex < 0) {
                throw row.wrong("sex", "m or f");
            }
            if (age < 0 || age > OPEN_AGE || seen[nationality][sex][age]) {
                throw row.wrong("age", "each age from 0 to the open age 100 once for each nationality and sex");
            }
            seen[nationality][sex][age] = true;
            cells[nationality][sex][age] = value(row, column, bound);
        }
        if (rows.size() != 4 * (OPEN_AGE + 1)) {
            throw new InputWrong(
                    "%s: year %s: %d rows; expected ages 0 to 100+ for two nationalities and sexes, 404 rows"
                            .formatted(table.file(), rows.getFirst().text("year"), rows.size()));
        }
        return cells;
    }

    private static double value(CsvTable.Row row, String column, Bound bound) {
        double value = row.number(column);
        switch (bound) {
            case SHARE -> {
                if (value < 0 || value > 1) {
                    throw row.wrong(column, "a rate between 0 and 1; divide by 1,000 if it is per 1,000");
                }
            }
            case PERSONS -> {
                if (value < 0) {
                    throw row.wrong(column, "a number of persons, zero or more");
                }
            }
        }
        return value;
    }

    private static double[][][] sum(double[][][] a, double[][][] b) {
        double[][][] sum = new double[2][2][OPEN_AGE + 1];
        for (int n = 0; n < 2; n++) {
            for (int s = 0; s < 2; s++) {
                for (int x = 0; x <= OPEN_AGE; x++) {
                    sum[n][s][x] = a[n][s][x] + b[n][s][x];
                }
            }
        }
        return sum;
    }

    private static void write(CsvOut out, int year, List<String> nationalities, double[][][] population) {
        for (int n = 0; n < 2; n++) {
            for (int s = 0; s < 2; s++) {
                for (int x = 0; x <= OPEN_AGE; x++) {
                    out.row(year, nationalities.get(n), SEXES.get(s), x, population[n][s][x]);
                }
            }
        }
    }
}
