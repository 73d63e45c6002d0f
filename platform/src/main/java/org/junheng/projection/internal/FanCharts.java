package org.junheng.projection.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junheng.projection.internal.JdbcProjections.Run;
import org.junheng.projection.internal.JdbcProjections.Series;
import org.junheng.web.ChartData;
import org.springframework.stereotype.Component;

/** The charts of a projection. */
@Component
class FanCharts {

    private static final List<String> BOUNDS = List.of("q025", "q10", "q50", "q90", "q975");
    private static final int GROUPS = 21;
    private static final int OPEN = 100;

    private final Words words;

    FanCharts(Words words) {
        this.words = words;
    }

    /** A fan, or a line where there is one path only. */
    ChartData fan(Run run, Series series) {
        long largest = largest(series.quantiles());
        List<ChartData.Series> rows = new ArrayList<>();
        for (int i = 0; i < series.quantiles().size(); i++) {
            var name = series.uncertain() ? words.text("chart." + BOUNDS.get(i)) : words.text("chart.central");
            rows.add(row(name, series.quantiles().get(i), largest));
        }
        var title = run.isComparison()
                ? words.text("chart.difference", words.series(series.id()))
                : words.series(series.id());
        return new ChartData(title, words.unit(series.id(), largest), about(run, series), years(series), rows);
    }

    /** The medians of two runs. */
    ChartData medians(Run run, List<String> names, List<Series> both) {
        long largest = largest(both.stream().map(Series::median).toList());
        List<ChartData.Series> rows = new ArrayList<>();
        for (int i = 0; i < both.size(); i++) {
            rows.add(row(names.get(i), both.get(i).median(), largest));
        }
        var first = both.getFirst();
        return new ChartData(
                words.text("chart.medians", words.series(first.id())),
                words.unit(first.id(), largest),
                about(run, first),
                years(first),
                rows);
    }

    /** Men and women by age in a year, and those of the base year as outlines. */
    ChartData pyramid(Run run, List<Series> ages, int year) {
        var base = run.settings().firstYear();
        return new ChartData(
                words.text("chart.pyramid", words.place(ages.getFirst().place()), Integer.toString(year)),
                words.text("unit.persons"),
                words.text("chart.pyramid.base", Integer.toString(base)),
                IntStream.range(0, GROUPS).mapToObj(FanCharts::group).toList(),
                List.of(
                        group(words.text("men"), "men_", ages, series -> series.in(year)),
                        group(words.text("women"), "women_", ages, series -> series.in(year)),
                        group(words.text("men.base", Integer.toString(base)), "men_", ages, series -> series.in(base)),
                        group(
                                words.text("women.base", Integer.toString(base)),
                                "women_",
                                ages,
                                series -> series.in(base))));
    }

    /** The largest group of any year: the edge of a pyramid that is played. */
    static int widest(List<Series> ages) {
        return ages.stream()
                .flatMapToInt(series -> Arrays.stream(series.median()))
                .max()
                .orElse(0);
    }

    /** Two paths of an assumption: what a scenario says and what it would be otherwise. */
    ChartData paths(String key, List<String> names, List<double[]> paths, int from) {
        List<ChartData.Series> rows = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            rows.add(new ChartData.Series(
                    names.get(i),
                    Arrays.stream(paths.get(i))
                            .<@Nullable Number>mapToObj(value -> Math.round(value * 1000) / 1000.0)
                            .toList()));
        }
        return new ChartData(
                words.text(key),
                words.text(key + ".unit"),
                words.text("base"),
                IntStream.range(0, paths.getFirst().length)
                        .mapToObj(i -> Integer.toString(from + i))
                        .toList(),
                rows);
    }

    private String about(Run run, Series series) {
        return words.text(
                "chart.about", words.place(series.place()), run.settings().trajectories());
    }

    private ChartData.Series row(String name, int[] values, long largest) {
        return new ChartData.Series(
                name,
                Arrays.stream(values)
                        .<@Nullable Number>mapToObj(value -> words.scaled(value, largest))
                        .toList());
    }

    private static ChartData.Series group(String name, String sex, List<Series> ages, ToIntFunction<Series> value) {
        return ChartData.Series.of(
                name,
                IntStream.range(0, GROUPS)
                        .mapToLong(group -> ages.stream()
                                .filter(series -> series.id().equals(sex + 5 * group))
                                .mapToInt(value)
                                .sum()));
    }

    private static String group(int number) {
        int from = 5 * number;
        return from == OPEN ? "100+" : from + "–" + (from + 4);
    }

    private static List<String> years(Series series) {
        return IntStream.rangeClosed(series.firstYear(), series.lastYear())
                .mapToObj(Integer::toString)
                .toList();
    }

    private static long largest(List<int[]> rows) {
        return rows.stream()
                .flatMapToInt(Arrays::stream)
                .mapToLong(Math::abs)
                .max()
                .orElse(0);
    }
}
