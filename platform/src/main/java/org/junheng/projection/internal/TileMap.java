package org.junheng.projection.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junheng.kernel.AreaCode;
import org.junheng.projection.internal.JdbcProjections.Series;
import org.springframework.stereotype.Component;

/**
 * The counties as tiles of equal size, city by city, the cities about where they lie. Boundaries with a licence are not
 * at hand, and on a true map the counties with most people are the smallest.
 */
@Component
class TileMap {

    private static final double[] EDGES = {-0.3, -0.15, -0.05, -0.01, 0.01, 0.05, 0.15, 0.3};

    private final Map<Long, String> spots = spots();
    private final Words words;

    TileMap(Words words) {
        this.words = words;
    }

    /**
     * A city's counties.
     *
     * @param spot row and column of the grid, as "2 / 3"; empty where they follow each other
     */
    record City(AreaCode code, String spot, List<Tile> tiles) {}

    /**
     * A county.
     *
     * @param shade 0 the deepest fall, 4 about the same, 8 the greatest rise
     * @param change against the first year, written out
     * @param value in the year, written out
     */
    record Tile(String id, String name, int shade, String change, String value) {}

    List<City> of(List<Series> counties, int year) {
        var byCity = counties.stream()
                .collect(Collectors.groupingBy(
                        series -> series.place().guard().city(), LinkedHashMap::new, Collectors.toList()));
        return byCity.entrySet().stream()
                .map(city -> new City(
                        city.getKey(),
                        spots.getOrDefault(city.getKey().value(), ""),
                        city.getValue().stream()
                                .map(series -> tile(series, year))
                                .toList()))
                .toList();
    }

    private Tile tile(Series series, int year) {
        double first = series.in(series.firstYear());
        double change = first == 0 ? 0 : series.in(year) / first - 1;
        return new Tile(
                series.place().id(),
                words.place(series.place()),
                shade(change),
                change(change),
                words.written(series.id(), series.in(year)));
    }

    private static String change(double share) {
        long percent = Math.round(100 * share);
        return percent == 0 ? "0%" : "%+d%%".formatted(percent).replace('-', '−');
    }

    private static int shade(double change) {
        int shade = 0;
        while (shade < EDGES.length && change >= EDGES[shade]) {
            shade++;
        }
        return shade;
    }

    private static Map<Long, String> spots() {
        var stream = Objects.requireNonNull(TileMap.class.getResourceAsStream("city-tiles.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(
                            cells -> AreaCode.of(cells[0]).value(), cells -> cells[1] + " / " + cells[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
