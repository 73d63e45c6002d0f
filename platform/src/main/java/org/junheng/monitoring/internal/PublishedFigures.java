package org.junheng.monitoring.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.MonthRange;
import org.junheng.register.Base;
import org.springframework.stereotype.Component;

/** What the statistics bureau has published of an area, beside what is counted here. */
@Component
class PublishedFigures {

    private final List<Published> published;
    private final Cells cells;

    PublishedFigures(Cells cells) {
        this.cells = cells;
        this.published = read();
    }

    /**
     * A published figure.
     *
     * @param area of which area
     * @param figure births, deaths or population: key of its name
     * @param base which population
     * @param year calendar year; a population is that of its last day
     * @param value the figure
     * @param source where it was published
     */
    record Published(AreaCode area, String figure, Base base, int year, long value, String source) {}

    /**
     * A published figure and ours.
     *
     * @param published the published one
     * @param counted ours; empty where the register does not reach back
     */
    record Compared(Published published, Optional<Long> counted) {}

    /** The published figures of an area beside those counted here, on whatever base they were published. */
    List<Compared> compare(Scope scope) {
        return published.stream()
                .filter(each -> each.area().equals(scope.area()))
                .map(each -> new Compared(each, counted(each, scope)))
                .toList();
    }

    private Optional<Long> counted(Published each, Scope scope) {
        if (!scope.choices().years().contains(each.year())) {
            return Optional.empty();
        }
        return Optional.of(
                switch (each.figure()) {
                    case "births" -> inYear(each).births();
                    case "deaths" -> inYear(each).deaths();
                    case "population" ->
                        cells.population(each.base(), each.area(), LocalDate.of(each.year(), 12, 31)).values().stream()
                                .mapToLong(Long::longValue)
                                .sum();
                    default ->
                        throw new IllegalStateException(
                                "published.csv has the figure '%s'; it may be births, deaths or population."
                                        .formatted(each.figure()));
                });
    }

    private VitalCounts inYear(Published each) {
        return cells.byYear(each.base(), each.area(), MonthRange.ofYear(each.year()))
                .getOrDefault(each.year(), VitalCounts.NONE);
    }

    private static List<Published> read() {
        try (var in = Objects.requireNonNull(PublishedFigures.class.getResourceAsStream("/monitoring/published.csv"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> published(line.split(",", 6)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Published published(String[] columns) {
        return new Published(
                AreaCode.of(columns[0]),
                columns[1],
                Base.ofCode(columns[2]),
                Integer.parseInt(columns[3]),
                Long.parseLong(columns[4]),
                columns[5]);
    }
}
