package org.junheng.population.internal.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A figure sheet of this library: UTF-8, comment lines beginning with #, one header line, commas, no quotes. */
public record Sheet(List<Row> rows) {

    private static final String FOLDER = "/org/junheng/population/";

    /** One line by column name. */
    public record Row(String place, Map<String, String> cells) {

        public String text(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("%s has no column %s.".formatted(place, column));
            }
            return cell;
        }

        public double number(String column) {
            try {
                return Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(
                        "%s, column %s: '%s' is no number.".formatted(place, column, text(column)), e);
            }
        }

        public int whole(String column) {
            return Math.toIntExact(Math.round(number(column)));
        }
    }

    public static Sheet of(String name) {
        try (InputStream stream = Sheet.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("The sheet " + name + " is missing.");
            }
            return parse(
                    name,
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sheet parse(String name, List<String> lines) {
        List<Row> rows = new ArrayList<>();
        String[] header = {};
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            if (lines.get(i).startsWith("#")) {
                continue;
            }
            if (header.length == 0) {
                header = cells;
            } else {
                rows.add(row("%s line %d".formatted(name, i + 1), header, cells));
            }
        }
        return new Sheet(List.copyOf(rows));
    }

    private static Row row(String place, String[] header, String[] cells) {
        if (cells.length != header.length) {
            throw new IllegalArgumentException(
                    "%s has %d cells, expected %d.".formatted(place, cells.length, header.length));
        }
        Map<String, String> byColumn = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            byColumn.put(header[i], cells[i]);
        }
        return new Row(place, byColumn);
    }
}
