package org.junheng.tables;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.Properties;

/** The engine's own words: everything that is not plain SQL is here. */
final class DuckDb {

    static final String IN_MEMORY = "jdbc:duckdb:";

    private DuckDb() {}

    /** Nothing is fetched from the net, files keep the order of their rows, answers are streamed. */
    static Properties settings(Limits limits) {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("memory_limit", limits.memoryMegabytes() + "MB");
        settings.setProperty("threads", Integer.toString(limits.threads()));
        settings.setProperty("temp_directory", limits.spill().toString());
        settings.setProperty("preserve_insertion_order", "true");
        settings.setProperty("jdbc_stream_results", "true");
        // It copies what columns are computed from into sums above a join, each into the next: planning took seconds.
        settings.setProperty("disabled_optimizers", "partial_aggregate_pushdown");
        return settings;
    }

    static String createTable(String name, TableSchema schema) {
        return schema.columns().stream()
                .map(column -> quoted(column.name()) + " " + column.type() + (column.optional() ? "" : " NOT NULL"))
                .collect(joining(", ", "CREATE TABLE " + quoted(name) + " (", ")"));
    }

    static String dropTable(String name) {
        return "DROP TABLE IF EXISTS " + quoted(name);
    }

    static String selectAll(String name) {
        return "SELECT * FROM " + quoted(name);
    }

    /** Zstandard at its usual level: half the size of Snappy, no slower to read. */
    static String copyToParquet(String select, Path file) {
        return "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                .formatted(select, file.toString().replace("'", "''"));
    }

    /** Snappy, the quickest to write that is still smaller than nothing. */
    static String spillToParquet(String select, Path file) {
        return "COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION snappy)"
                .formatted(select, file.toString().replace("'", "''"));
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
