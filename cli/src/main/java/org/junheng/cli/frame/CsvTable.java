package org.junheng.cli.frame;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A comma-separated table with a header row, plain or gzipped, in UTF-8. Every row remembers its line for error
 * messages.
 */
public final class CsvTable {

    /** So many rows of a large table are read before they are worked on. */
    private static final int BATCH = 20_000;

    private final Path file;
    private final List<String> header;
    private final List<Row> rows;

    private CsvTable(Path file, List<String> header, List<Row> rows) {
        this.file = file;
        this.header = header;
        this.rows = rows;
    }

    static CsvTable read(Path file) {
        try (BufferedReader reader = open(file)) {
            CsvTable table = header(file, reader);
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Row row = table.row(++number, line);
                if (row != null) {
                    table.rows.add(row);
                }
            }
            return table;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Reads a table that is too large to be held: every row is made into something at once, on all processors, and
     * forgotten.
     *
     * @return what was made, in the order of the file
     */
    static <T> List<T> map(Path file, Set<String> needed, Function<Row, T> made) {
        try (BufferedReader reader = open(file)) {
            CsvTable table = header(file, reader).need(needed.toArray(String[]::new));
            List<T> all = new ArrayList<>();
            int first = 2;
            for (List<String> lines = lines(reader); !lines.isEmpty(); lines = lines(reader)) {
                int number = first;
                List<String> batch = lines;
                all.addAll(IntStream.range(0, batch.size())
                        .parallel()
                        .mapToObj(i -> table.row(number + i, batch.get(i)))
                        .filter(Objects::nonNull)
                        .map(made)
                        .toList());
                first += batch.size();
            }
            return all;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The columns of a table. */
    static List<String> columns(Path file) {
        try (BufferedReader reader = open(file)) {
            return header(file, reader).header;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static List<String> lines(BufferedReader reader) throws IOException {
        List<String> lines = new ArrayList<>(BATCH);
        while (lines.size() < BATCH) {
            String line = reader.readLine();
            if (line == null) {
                break;
            }
            lines.add(line);
        }
        return lines;
    }

    /** A reader that complains where bytes are no UTF-8, instead of making question marks of them. */
    private static BufferedReader open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new InputWrong(file + ": no such file");
        }
        InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    }

    private static InputWrong unreadable(Path file, IOException e) {
        return new InputWrong(
                e instanceof CharacterCodingException
                        ? file
                                + ": not in UTF-8; save the table as \"CSV UTF-8\" (files of Chinese systems are often in"
                                + " GB18030: iconv -f GB18030 -t UTF-8)"
                        : file + ": not readable: " + e.getMessage());
    }

    private static CsvTable header(Path file, BufferedReader reader) throws IOException {
        String first = reader.readLine();
        if (first == null || first.isBlank()) {
            throw new InputWrong(file + ":1: the file is empty; expected a header row");
        }
        List<String> header = fields(first.startsWith("\uFEFF") ? first.substring(1) : first);
        return new CsvTable(file, header, new ArrayList<>());
    }

    private @Nullable Row row(int number, String line) {
        if (line.isBlank()) {
            return null;
        }
        List<String> fields = fields(line);
        if (fields.size() != header.size()) {
            throw new InputWrong(
                    "%s:%d: %d fields; the header has %d".formatted(file, number, fields.size(), header.size()));
        }
        return fields.stream().allMatch(String::isEmpty) ? null : new Row(this, number, fields);
    }

    public Path file() {
        return file;
    }

    public List<Row> rows() {
        return rows;
    }

    public boolean has(String column) {
        return header.contains(column);
    }

    /** Refuses a table that lacks one of the columns. */
    public CsvTable need(String... columns) {
        for (String column : columns) {
            if (!has(column)) {
                throw new InputWrong("%s:1: column %s is missing; the header has %s"
                        .formatted(file, column, String.join(", ", header)));
            }
        }
        return this;
    }

    /** The rows for which a condition holds, as a table of the same file. */
    public CsvTable where(Predicate<Row> condition) {
        return new CsvTable(file, header, rows.stream().filter(condition).toList());
    }

    private static List<String> fields(String line) {
        if (line.indexOf('"') < 0) {
            return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
        }
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    /** One row of the table. */
    public static final class Row {
        private final CsvTable table;
        private final int line;
        private final List<String> fields;

        private Row(CsvTable table, int line, List<String> fields) {
            this.table = table;
            this.line = line;
            this.fields = fields;
        }

        public int line() {
            return line;
        }

        public String text(String column) {
            int index = table.header.indexOf(column);
            if (index < 0) {
                table.need(column);
            }
            return fields.get(index);
        }

        public double number(String column) {
            String text = text(column);
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // fall through to the same complaint
            }
            throw wrong(column, "a number");
        }

        /** A number, or the given one where the field is empty. */
        public double number(String column, double whereEmpty) {
            return text(column).isEmpty() ? whereEmpty : number(column);
        }

        public int integer(String column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                throw wrong(column, "a whole number");
            }
        }

        /** The lower bound of an age or age group: 7, 5-9, 80+ or 100+. */
        public int age(String column) {
            String text = text(column);
            String digits = text.replaceFirst("[-+].*$", "");
            try {
                return Integer.parseInt(digits);
            } catch (NumberFormatException e) {
                throw wrong(column, "an age such as 7, 5-9 or 100+");
            }
        }

        /** What is wrong with this field. */
        public InputWrong wrong(String column, String expected) {
            return InputWrong.at(table.file, line, column, text(column), expected);
        }
    }
}
