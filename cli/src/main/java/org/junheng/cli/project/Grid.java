package org.junheng.cli.project;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.junheng.cli.frame.CsvTable;
import org.junheng.cli.frame.InputWrong;
import org.junheng.demography.projection.Plausibility.Fault;

/** A table by year and age turned into arrays by age. Every age must be there exactly once in every year. */
final class Grid {

    private final CsvTable table;
    private final int[] ages;
    private final Keys keys;
    private final Map<Integer, TreeMap<Integer, CsvTable.Row>> rows = new TreeMap<>();

    private Grid(CsvTable table, int[] ages, Keys keys) {
        this.table = table;
        this.ages = ages;
        this.keys = keys;
    }

    /** How a row tells its year and its age. */
    record Keys(ToIntFunction<CsvTable.Row> year, ToIntFunction<CsvTable.Row> age) {
        static final Keys YEAR_AND_AGE = new Keys(row -> row.integer("year"), row -> row.age("age"));

        /** All rows belong to one year. */
        static Keys ageIn(int year) {
            return new Keys(row -> year, row -> row.age("age"));
        }
    }

    /** A grid in which each year has all the given ages, the last of them open. */
    static Grid complete(CsvTable table, int[] ages, Keys keys) {
        Grid grid = partial(table, ages, keys);
        grid.rows.forEach(grid::checkAges);
        return grid;
    }

    /** A grid that may lack ages, which then count as zero. */
    static Grid partial(CsvTable table, int[] ages, Keys keys) {
        Grid grid = new Grid(table, ages, keys);
        for (CsvTable.Row row : table.rows()) {
            grid.put(keys.year().applyAsInt(row), row);
        }
        if (grid.rows.isEmpty()) {
            throw new InputWrong(table.file() + ": no rows");
        }
        return grid;
    }

    /** Single ages 0 … open. */
    static int[] singleAges(int open) {
        int[] ages = new int[open + 1];
        Arrays.setAll(ages, x -> x);
        return ages;
    }

    /** First ages of five-year groups 0, 5 … open. */
    static int[] fiveYearAges(int open) {
        int[] ages = new int[open / 5 + 1];
        Arrays.setAll(ages, i -> 5 * i);
        return ages;
    }

    /** Years in the table, ascending. */
    List<Integer> years() {
        return List.copyOf(rows.keySet());
    }

    int firstYear() {
        return rows.keySet().iterator().next();
    }

    /** The years from the first given one on, which must follow each other without a gap. */
    List<Integer> yearsFrom(int first, int step) {
        List<Integer> years =
                rows.keySet().stream().filter(year -> year >= first).toList();
        for (int i = 0; i < Math.max(1, years.size()); i++) {
            int expected = first + i * step;
            if (years.isEmpty() || years.get(i) != expected) {
                throw new InputWrong("%s: column year: no rows for %d, which the projection needs (years here: %s)"
                        .formatted(table.file(), expected, rows.keySet()));
            }
        }
        return years;
    }

    double[] column(int year, String name) {
        Map<Integer, CsvTable.Row> own = rows.get(year);
        if (own == null) {
            throw new InputWrong("%s: column year: no rows for %d".formatted(table.file(), year));
        }
        double[] values = new double[ages.length];
        for (int i = 0; i < ages.length; i++) {
            CsvTable.Row row = own.get(ages[i]);
            values[i] = row == null ? 0 : row.number(name);
        }
        return values;
    }

    /** Reports the first fault at its place in the file. */
    void refuse(List<Fault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        Fault fault = faults.getFirst();
        Map<Integer, CsvTable.Row> own = rows.getOrDefault(fault.year(), new TreeMap<>());
        CsvTable.Row row = own.get(fault.age());
        String more = faults.size() == 1 ? "" : " (%d such values in %d)".formatted(faults.size(), fault.year());
        if (row == null || fault.age() < 0) {
            throw new InputWrong("%s: column %s, year %d: %s: expected %s%s"
                    .formatted(table.file(), fault.series(), fault.year(), fault.value(), fault.expected(), more));
        }
        throw row.wrong(fault.series(), fault.expected() + more);
    }

    private void put(int year, CsvTable.Row row) {
        int age = keys.age().applyAsInt(row);
        CsvTable.Row before = rows.computeIfAbsent(year, y -> new TreeMap<>()).put(age, row);
        if (before != null) {
            throw row.wrong(
                    "age",
                    "each age once a year; age %d of %d is already in line %d".formatted(age, year, before.line()));
        }
        if (Arrays.binarySearch(ages, age) < 0 && age <= ages[ages.length - 1]) {
            throw row.wrong("age", "one of the age groups " + Arrays.toString(ages));
        }
    }

    private void checkAges(int year, TreeMap<Integer, CsvTable.Row> own) {
        int last = ages[ages.length - 1];
        int lowest = own.firstKey();
        int highest = own.lastKey();
        if (lowest == 1 && highest == last + 1) {
            throw new InputWrong(
                    "%s: column age: ages of %d run from 1 to %d; expected 0 to %d. Subtract one if ages are counted from 1"
                            .formatted(table.file(), year, highest, last));
        }
        if (highest > last) {
            throw own.lastEntry()
                    .getValue()
                    .wrong("age", "ages up to %d, the open age; add the older ones to it".formatted(last));
        }
        for (int age : ages) {
            if (!own.containsKey(age)) {
                String what = age == last ? "the open age %d+".formatted(age) : "age " + age;
                throw new InputWrong("%s: column age: %s of year %d is missing; expected all of %d … %d+"
                        .formatted(table.file(), what, year, ages[0], last));
            }
        }
    }
}
