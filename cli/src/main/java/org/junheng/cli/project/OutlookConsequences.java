package org.junheng.cli.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junheng.cli.frame.CsvOut;
import org.junheng.cli.frame.CsvTable;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.demography.Sex;
import org.junheng.demography.consequences.Capacity;
import org.junheng.demography.consequences.Need;
import org.junheng.demography.consequences.SchemeCost;
import org.junheng.demography.regional.Forecast;
import org.junheng.demography.regional.Summary;
import org.junheng.population.outlook.CentralPeople;
import org.junheng.population.outlook.Outlook;
import org.junheng.population.outlook.OutlookArea;

/**
 * What follows from an outlook where the specification asks: the year in which a county's places run out, and what a
 * scheme will cost.
 */
final class OutlookConsequences implements Forecast.Results {

    private static final int MEDIAN = 2;
    private static final int NINETY = 3;
    private static final int YEARS = 10;

    private final Run run;
    private final Outlook outlook;
    private final Summary summary;
    private final Map<CsvTable.Row, int[]> capacities = new LinkedHashMap<>();
    private final List<double[][]> needed = new ArrayList<>();

    OutlookConsequences(Run run, Outlook outlook) {
        this.run = run;
        this.outlook = outlook;
        this.summary = outlook.summary();
        if (run.spec().has("capacity")) {
            CsvTable table = run.table("capacity").need("area", "need", "capacity");
            table.rows().forEach(row -> capacities.put(row, new int[] {area(row).index(), need(row)}));
        }
    }

    @Override
    public void year(int year, double[][] quantiles) {
        double[][] own = new double[capacities.size()][];
        int i = 0;
        for (int[] place : capacities.values()) {
            own[i++] = quantiles[summary.weightedIndex(place[0], place[1])];
        }
        needed.add(own);
    }

    /** Writes what was asked for. */
    void write() {
        if (run.spec().has("capacity")) {
            exceeded();
        }
        if (run.spec().has("costs")) {
            costs();
        }
    }

    private void exceeded() {
        String header = "area,need,capacity,exceeded_median,exceeded_one_in_ten";
        try (CsvOut out = run.csv("exceeded.csv", header)) {
            int i = 0;
            for (CsvTable.Row row : capacities.keySet()) {
                double there = row.number("capacity");
                if (there < 0) {
                    throw row.wrong("capacity", "a number of places, zero or more");
                }
                out.row(row.text("area"), row.text("need"), there, year(i, MEDIAN, there), year(i, NINETY, there));
                i++;
            }
        }
    }

    private @Nullable Integer year(int number, int probability, double there) {
        double[] path =
                needed.stream().mapToDouble(own -> own[number][probability]).toArray();
        OptionalInt year = Capacity.exceeded(outlook.baseYear(), path, there);
        return year.isPresent() ? year.getAsInt() : null;
    }

    private void costs() {
        CsvTable table = run.table("costs.file").need("area", "sex", "age", "order", "persons", "amount_fen");
        Map<String, List<SchemeCost.Cell>> schemes = cells(table);
        int from = run.spec().integer("costs.from");
        int years = run.spec().has("costs.years") ? run.spec().integer("costs.years") : YEARS;
        int last = outlook.baseYear() + outlook.model().years().size();
        if (from < outlook.baseYear() || years < 1 || from + years - 1 > last) {
            throw new InputWrong(
                    "%s: key costs.from: \"%d\": expected %d to %d, so that %d years lie within the outlook"
                            .formatted(run.spec().file(), from, outlook.baseYear(), last - years + 1, years));
        }
        CentralPeople people = new CentralPeople(outlook);
        try (CsvOut out = run.csv("costs.csv", "scheme,year,cost_fen");
                CsvOut byArea = run.csv("costs_by_area.csv", "scheme,area,year,cost_fen")) {
            schemes.forEach((scheme, cells) -> {
                long[] cost = SchemeCost.project(cells, people, from, years);
                for (int i = 0; i < years; i++) {
                    out.row(scheme, from + i, cost[i]);
                }
                cells.stream()
                        .collect(Collectors.groupingBy(SchemeCost.Cell::area, TreeMap::new, Collectors.toList()))
                        .forEach((area, own) -> {
                            long[] fen = SchemeCost.project(own, people, from, years);
                            for (int i = 0; i < years; i++) {
                                byArea.row(scheme, area, from + i, fen[i]);
                            }
                        });
            });
        }
    }

    /** By scheme. A sweep also finds people who live elsewhere: they are left out, and that is told. */
    private Map<String, List<SchemeCost.Cell>> cells(CsvTable table) {
        Set<String> areas = outlook.listAreas().stream().map(OutlookArea::id).collect(Collectors.toSet());
        Map<String, List<SchemeCost.Cell>> schemes = new TreeMap<>();
        int elsewhere = 0;
        for (CsvTable.Row row : table.rows()) {
            if (areas.contains(row.text("area"))) {
                String scheme = table.has("scheme") ? row.text("scheme") : "all";
                schemes.computeIfAbsent(scheme, id -> new ArrayList<>()).add(cell(row));
            } else {
                elsewhere++;
            }
        }
        if (schemes.isEmpty()) {
            throw new InputWrong(table.file() + ": column area: no row is of an area of the population");
        }
        if (elsewhere > 0) {
            run.tell("%s: %d rows of areas outside the population left out".formatted(table.file(), elsewhere));
        }
        return schemes;
    }

    private SchemeCost.Cell cell(CsvTable.Row row) {
        Sex sex = switch (row.text("sex")) {
            case "m" -> Sex.MALE;
            case "f" -> Sex.FEMALE;
            default -> throw row.wrong("sex", "m or f");
        };
        int age = row.integer("age");
        if (age < 0 || age >= outlook.model().layout().ages()) {
            throw row.wrong("age", "a completed age from 0 to 100");
        }
        try {
            return new SchemeCost.Cell(
                    row.text("area"),
                    sex,
                    age,
                    row.integer("order"),
                    row.number("persons"),
                    Long.parseLong(row.text("amount_fen")));
        } catch (NumberFormatException e) {
            throw row.wrong("amount_fen", "a whole number of fen");
        } catch (IllegalArgumentException e) {
            throw row.wrong("persons", "persons above zero and an amount of zero or more");
        }
    }

    private OutlookArea area(CsvTable.Row row) {
        return outlook.listAreas().stream()
                .filter(area -> area.id().equals(row.text("area")))
                .findFirst()
                .orElseThrow(() -> row.wrong("area", "an area of the population"));
    }

    private int need(CsvTable.Row row) {
        List<String> ids = outlook.needs().byAge().stream().map(Need::id).toList();
        int number = ids.indexOf(row.text("need"));
        if (number < 0) {
            throw row.wrong("need", "one of " + String.join(", ", ids));
        }
        return number;
    }
}
