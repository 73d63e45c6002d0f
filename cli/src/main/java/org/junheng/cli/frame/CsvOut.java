package org.junheng.cli.frame;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table being written: numbers in the shortest form that reads back to the same value, never in powers of ten. */
public final class CsvOut implements AutoCloseable {

    private final BufferedWriter writer;

    CsvOut(Path file, String header) {
        try {
            writer = Files.newBufferedWriter(file);
            writer.write(header + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row; texts with commas or quotes are quoted, null is an empty field. */
    public void row(@Nullable Object... values) {
        try {
            writer.write(Arrays.stream(values).map(CsvOut::field).collect(Collectors.joining(",", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String field(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return number(number);
        }
        String text = value.toString();
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return new BigDecimal(Double.toString(value)).toPlainString();
    }
}
