package org.junheng.projection.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.projection.internal.JdbcProjections.Series;
import org.junheng.projection.internal.RunReader.View;
import org.junheng.web.ExcelExport;
import org.junheng.web.ExcelExport.Column;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** A run's figures as files. Every row says which scenario, base and hash it comes from: rows get copied. */
@Component
class Downloads {

    private static final int MEDIAN = 2;
    private static final int BOUNDS = 5;

    private final Words words;
    private final ExcelExport excel;

    Downloads(Words words, ExcelExport excel) {
        this.words = words;
        this.excel = excel;
    }

    /** One row: a series' quantiles of one year. */
    private record Figure(View view, Series series, int year) {

        @Nullable
        Integer quantile(int number) {
            if (series.uncertain()) {
                return series.in(number, year);
            }
            return number == MEDIAN ? Integer.valueOf(series.in(year)) : null;
        }

        String scenario() {
            var first = view.scenario().name();
            return view.against().map(against -> first + " − " + against.name()).orElse(first);
        }

        String version() {
            var first = Integer.toString(view.scenario().version());
            return view.against()
                    .map(against -> first + " − " + against.version())
                    .orElse(first);
        }
    }

    private static Stream<Figure> figures(View view, List<Series> all) {
        return all.stream()
                .flatMap(series -> IntStream.rangeClosed(series.firstYear(), series.lastYear())
                        .mapToObj(year -> new Figure(view, series, year)));
    }

    void csv(HttpServletResponse response, View view, List<Series> all) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(view.scenario().name() + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (var csv =
                CsvWriter.builder().build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            csv.writeRecord(
                    "area",
                    "name",
                    "series",
                    "year",
                    "q025",
                    "q10",
                    "q50",
                    "q90",
                    "q975",
                    "scenario",
                    "version",
                    "trajectories",
                    "seed",
                    "base",
                    "fingerprint");
            figures(view, all).forEach(figure -> csv.writeRecord(cells(figure)));
        }
    }

    private List<String> cells(Figure figure) {
        var run = figure.view().run();
        var quantiles = IntStream.range(0, BOUNDS)
                .mapToObj(figure::quantile)
                .map(value -> value == null ? "" : value.toString());
        return Stream.of(
                        Stream.of(
                                figure.series().place().id(),
                                words.place(figure.series().place()),
                                figure.series().id(),
                                Integer.toString(figure.year())),
                        quantiles,
                        Stream.of(
                                figure.scenario(),
                                figure.version(),
                                Integer.toString(run.settings().trajectories()),
                                Long.toString(run.settings().seed()),
                                run.settings().base(),
                                run.fingerprint()))
                .flatMap(each -> each)
                .toList();
    }

    void excel(HttpServletResponse response, View view, List<Series> all) throws IOException {
        List<Column<Figure>> columns = List.of(
                new Column<>(
                        "projection.column.code",
                        figure -> figure.series().place().id()),
                new Column<>(
                        "projection.area", figure -> words.place(figure.series().place())),
                new Column<>(
                        "projection.column.series",
                        figure -> words.series(figure.series().id())),
                new Column<>("projection.column.year", Figure::year),
                new Column<>("projection.chart.q025", figure -> figure.quantile(0)),
                new Column<>("projection.chart.q10", figure -> figure.quantile(1)),
                new Column<>("projection.chart.q50", figure -> figure.quantile(MEDIAN)),
                new Column<>("projection.chart.q90", figure -> figure.quantile(3)),
                new Column<>("projection.chart.q975", figure -> figure.quantile(4)),
                new Column<>("projection.scenario", Figure::scenario),
                new Column<>("projection.version", Figure::version),
                new Column<>(
                        "projection.trajectories",
                        figure -> figure.view().run().settings().trajectories()),
                new Column<>(
                        "projection.base-population",
                        figure -> figure.view().run().settings().base()),
                new Column<>(
                        "projection.fingerprint", figure -> figure.view().run().fingerprint()));
        excel.send(response, "projection.title", columns, figures(view, all));
    }
}
