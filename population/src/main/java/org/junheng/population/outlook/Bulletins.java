package org.junheng.population.outlook;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junheng.population.internal.model.Sheet;

/** What the province's yearly bulletins say of residents, births and deaths. */
final class Bulletins {

    private static final double TEN_THOUSAND = 10_000;

    /**
     * One year of them.
     *
     * @param residents at the year's end
     * @param births in the year; not a number where not at hand
     * @param deaths in the year; not a number where not at hand
     */
    record Year(double residents, double births, double deaths) {

        boolean complete() {
            return !Double.isNaN(births) && !Double.isNaN(deaths);
        }
    }

    private final TreeMap<Integer, Year> years = new TreeMap<>();

    Bulletins() {
        for (Sheet.Row row : Sheet.of("outlook/bulletins.csv").rows()) {
            years.put(
                    row.whole("year"),
                    new Year(persons(row, "residents"), persons(row, "births"), persons(row, "deaths")));
        }
    }

    private static double persons(Sheet.Row row, String column) {
        return row.text(column).isEmpty() ? Double.NaN : row.number(column) * TEN_THOUSAND;
    }

    /** Years whose births and deaths are known. */
    List<Integer> complete() {
        return years.entrySet().stream()
                .filter(entry -> entry.getValue().complete())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A year that has a bulletin. */
    Year year(int year) {
        return Objects.requireNonNull(years.get(year), "no bulletin of " + year);
    }

    /**
     * Net migrants of the years whose residents, births and deaths are known: what births and deaths do not explain.
     */
    TreeMap<Integer, Double> netMigration() {
        TreeMap<Integer, Double> net = new TreeMap<>();
        years.forEach((year, is) -> {
            Year before = years.get(year - 1);
            if (before != null && is.complete()) {
                net.put(year, is.residents - before.residents - is.births + is.deaths);
            }
        });
        return net;
    }
}
