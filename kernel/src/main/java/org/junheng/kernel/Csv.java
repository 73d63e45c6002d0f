package org.junheng.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The plain form our own data files have: UTF-8, comment lines beginning with #, one header line, commas, no quotes.
 * Not for files from elsewhere.
 */
record Csv(List<String> comments, List<Row> rows) {

    /** One line by column name; a cell without content is the empty string. */
    record Row(int line, List<String> header, List<String> cells) {

        String get(String column) {
            int index = header.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException(
                        "Line %d has no column '%s', only %s.".formatted(line, column, header));
            }
            return cells.get(index);
        }
    }

    static Csv resource(String name) {
        try (InputStream stream = Csv.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("Resource " + name + " is not beside " + Csv.class.getName() + ".");
            }
            return read(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Csv read(Reader reader) {
        List<String> comments = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<String> header = null;
        List<String> lines = new BufferedReader(reader).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#")) {
                comments.add(line.substring(1).strip());
            } else if (header == null) {
                header = List.of(line.split(",", -1));
            } else {
                rows.add(row(i + 1, header, List.of(line.split(",", -1))));
            }
        }
        return new Csv(List.copyOf(comments), List.copyOf(rows));
    }

    private static Row row(int line, List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException("Line %d has %d cells, expected %d: %s."
                    .formatted(line, cells.size(), header.size(), String.join(",", header)));
        }
        return new Row(line, header, cells);
    }
}
