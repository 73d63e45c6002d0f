package org.junheng.cli.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junheng.cli.frame.CsvTable;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.demography.BySex;
import org.junheng.population.outlook.BasePlace;
import org.junheng.population.outlook.BasePopulation;

/**
 * A census table in the layout of the yearbooks' county tables as a base population: a row for the province, its cities
 * and its counties. Rows without a code are counties too. What does not add up is refused.
 */
final class CensusFile {

    private final CsvTable table;

    private CensusFile(CsvTable table) {
        this.table = table;
    }

    static BasePopulation read(Run run, int year) {
        return new CensusFile(run.table("population").need("code", "name", "pop")).population(year);
    }

    private BasePopulation population(int year) {
        BasePopulation.Named province = null;
        Map<String, String> cities = new LinkedHashMap<>();
        List<BasePlace> places = new ArrayList<>();
        Map<String, CsvTable.Row> totals = new LinkedHashMap<>();
        String city = "";
        Set<String> seen = new HashSet<>();
        for (CsvTable.Row row : table.rows()) {
            String name = row.text("name").strip();
            String code = row.text("code");
            if (!seen.add(code + name)) {
                throw row.wrong("name", "each area once");
            }
            switch (level(row, code)) {
                case "province" -> province = new BasePopulation.Named(code, name);
                case "city" -> {
                    city = name;
                    cities.put(name, code);
                    totals.put(name, row);
                }
                default -> places.add(place(row, code, name, table.has("city") ? row.text("city") : city));
            }
        }
        if (places.isEmpty()) {
            throw new InputWrong(
                    table.file() + ": no county among the rows; a projection of regions needs at least one");
        }
        totals.forEach((name, row) -> checkSum(row, name, places));
        BasePopulation.Named whole = province == null ? new BasePopulation.Named("all", "all") : province;
        return new BasePopulation(year, whole, cities, places);
    }

    private String level(CsvTable.Row row, String code) {
        if (table.has("level")) {
            return row.text("level");
        }
        return code.endsWith("0000") ? "province" : code.endsWith("00") ? "city" : "county";
    }

    private BasePlace place(CsvTable.Row row, String code, String name, String city) {
        BySex groups = new BySex(counts(row, "m_"), counts(row, "f_"));
        if (groups.total() != row.number("pop")) {
            throw row.wrong("pop", "the sum of the age groups, " + (long) groups.total());
        }
        return new BasePlace(
                code.isEmpty() ? name : code,
                name,
                city,
                groups,
                optional(row, "migr_other_county_same_prov"),
                optional(row, "migr_from_other_prov"));
    }

    private double optional(CsvTable.Row row, String column) {
        double value = table.has(column) ? row.number(column, 0) : 0;
        if (value < 0 || value > row.number("pop")) {
            throw row.wrong(column, "a number of residents, zero to the population");
        }
        return value;
    }

    private double[] counts(CsvTable.Row row, String sex) {
        double[] counts = new double[BasePlace.AGES.length];
        for (int i = 0; i < counts.length; i++) {
            String column = sex + group(i);
            counts[i] = row.number(column);
            if (counts[i] < 0) {
                throw row.wrong(column, "a number of persons, zero or more");
            }
        }
        return counts;
    }

    private static String group(int i) {
        int[] ages = BasePlace.AGES;
        if (i == 0) {
            return "0";
        }
        return i == ages.length - 1 ? ages[i] + "+" : ages[i] + "-" + (ages[i + 1] - 1);
    }

    private static void checkSum(CsvTable.Row row, String city, List<BasePlace> places) {
        double sum = places.stream()
                .filter(place -> place.city().equals(city))
                .mapToDouble(place -> place.groups().total())
                .sum();
        if (sum > 0 && sum != row.number("pop")) {
            throw row.wrong("pop", "the sum of the city's counties, " + (long) sum);
        }
    }
}
