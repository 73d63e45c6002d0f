package org.junheng.cli.frame;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * A comma-separated table with a header row, plain or gzipped, in UTF-8. Every row remembers its line for error
 * messages.
 */
public final class CsvTable {

    private final Path file;
    private final List<String> header;
    private final List<Row> rows;

    private CsvTable(Path file, List<String> header, List<Row> rows) {
        this.file = file;
        this.header = header;
        this.rows = rows;
    }

    static CsvTable read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InputWrong(file + ": no such file");
        }
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return read(file, reader);
        } catch (IOException e) {
            throw new InputWrong(file + ": not readable: " + e.getMessage());
        }
    }

    private static CsvTable read(Path file, BufferedReader reader) throws IOException {
        String first = reader.readLine();
        if (first == null || first.isBlank()) {
            throw new InputWrong(file + ":1: the file is empty; expected a header row");
        }
        List<String> header = fields(first.startsWith("\uFEFF") ? first.substring(1) : first);
        CsvTable table = new CsvTable(file, header, new ArrayList<>());
        int number = 1;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            List<String> fields = fields(line);
            if (fields.size() != header.size()) {
                throw new InputWrong(
                        "%s:%d: %d fields; the header has %d".formatted(file, number, fields.size(), header.size()));
            }
            if (fields.stream().allMatch(String::isEmpty)) {
                continue;
            }
            table.rows.add(new Row(table, number, fields));
        }
        return table;
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
