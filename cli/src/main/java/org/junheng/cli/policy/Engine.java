package org.junheng.cli.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.SetEngine;
import org.junheng.tables.Limits;
import org.junheng.tables.Row;
import org.junheng.tables.Tables;

/** The set engine of the tables, for the golden cases. */
final class Engine implements SetEngine, AutoCloseable {

    private static final int MEMORY_MEGABYTES = 256;
    private static final List<String> COLUMNS =
            List.of("id", "true_mask", "unknown_mask", "outcome", "months", "amount", "days");

    private final Tables tables;
    private final Path spill;

    Engine() {
        try {
            spill = Files.createTempDirectory("junheng-check");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        tables = Tables.open(new Limits(MEMORY_MEGABYTES, 1, spill));
    }

    @Override
    public List<List<@Nullable Long>> run(String sql) {
        return tables.list(sql, List.of(), Engine::numbers);
    }

    private static List<@Nullable Long> numbers(Row row) {
        List<@Nullable Long> numbers = new ArrayList<>();
        COLUMNS.forEach(column -> numbers.add(row.findLong(column).orElse(null)));
        return numbers;
    }

    @Override
    public void close() {
        tables.close();
        try (Stream<Path> files = Files.walk(spill)) {
            for (Path file : files.toList().reversed()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
