package org.junheng.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows, as the JSON that {@code static/js/charts.js} draws and writes out as a table.
 *
 * @param title what it shows, written out
 * @param unit unit of all values: 人, ‰, 元
 * @param base the population the figures are about, with its date; on every chart
 * @param categories labels along the axis: months, towns, age groups
 * @param series rows of values, each as long as the categories
 */
public record ChartData(String title, String unit, String base, List<String> categories, List<Series> series) {

    public ChartData {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        for (Series each : series) {
            if (each.values().size() != categories.size()) {
                throw new IllegalArgumentException("Series %s has %d values for %d categories."
                        .formatted(each.name(), each.values().size(), categories.size()));
            }
        }
    }

    /**
     * One row of values.
     *
     * @param name what it is called
     * @param values one for each category; null where nothing is known or nothing may be told
     */
    public record Series(String name, List<@Nullable Number> values) {

        public Series {
            values = Collections.unmodifiableList(new ArrayList<>(values));
        }

        /** A row of whole numbers, each known. */
        public static Series of(String name, LongStream values) {
            return new Series(
                    name, values.<@Nullable Number>mapToObj(value -> value).toList());
        }
    }
}
