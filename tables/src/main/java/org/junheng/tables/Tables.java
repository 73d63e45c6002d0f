package org.junheng.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;

/**
 * An engine inside the process that writes and asks Parquet files. May be used by several threads; each statement has a
 * connection of its own.
 *
 * <pre>{@code
 * try (Tables tables = Tables.open(limits)) {
 *     tables.forEach("SELECT key, birth FROM read_parquet(?) ORDER BY key", List.of(file.toString()), row -> …);
 * }
 * }</pre>
 */
public final class Tables implements AutoCloseable {

    private final DuckDBConnection home;
    private final AtomicInteger staged = new AtomicInteger();

    private Tables(DuckDBConnection home) {
        this.home = home;
    }

    /** An engine without data of its own. */
    public static Tables open(Limits limits) {
        try {
            Connection connection = DriverManager.getConnection(DuckDb.IN_MEMORY, DuckDb.settings(limits));
            return new Tables(connection.unwrap(DuckDBConnection.class));
        } catch (SQLException e) {
            throw new StatementFailed("opening the engine with " + limits, e);
        }
    }

    /** Runs a statement that answers nothing. */
    public void execute(String statement) {
        try (Connection connection = home.duplicate();
                Statement plain = connection.createStatement()) {
            plain.execute(statement);
        } catch (SQLException e) {
            throw new StatementFailed(statement, e);
        }
    }

    /** Streams the rows of an answer in constant memory. The parameters stand for the question marks. */
    public void forEach(String query, List<?> parameters, Consumer<Row> reader) {
        try (Connection connection = home.duplicate();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.size(); i++) {
                prepared.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet answer = prepared.executeQuery()) {
                ResultRow row = new ResultRow(answer);
                while (answer.next()) {
                    reader.accept(row);
                }
            }
        } catch (SQLException e) {
            throw new StatementFailed(query, e);
        }
    }

    /** The rows of a short answer. */
    public <T> List<T> list(String query, List<?> parameters, Function<Row, T> reader) {
        List<T> all = new ArrayList<>();
        forEach(query, parameters, row -> all.add(reader.apply(row)));
        return all;
    }

    /**
     * Writes a Parquet file of the rows that {@code rows} appends, in that order. The file appears when it is complete,
     * or not at all.
     */
    public void write(Path file, TableSchema schema, Consumer<RowAppender> rows) {
        String table = schema.name() + "_" + staged.incrementAndGet();
        execute(DuckDb.createTable(table, schema));
        try {
            append(table, schema, rows);
            export(DuckDb.selectAll(table), file);
        } finally {
            execute(DuckDb.dropTable(table));
        }
    }

    /** Writes the answer of a query without parameters as a Parquet file, complete or not at all. */
    public void export(String query, Path file) {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        execute(DuckDb.copyToParquet(query, partial));
        try {
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the answer of a query as a file that is read soon and then deleted: large, but quickly written. */
    public void spill(String query, Path file) {
        execute(DuckDb.spillToParquet(query, file));
    }

    /** In one transaction: committing every batch of the appender would take most of the time. */
    private void append(String table, TableSchema schema, Consumer<RowAppender> rows) {
        try (DuckDBConnection connection = home.duplicate().unwrap(DuckDBConnection.class)) {
            connection.setAutoCommit(false);
            try (var appender = connection.createAppender(table)) {
                rows.accept(new TypedAppender(appender, schema));
            }
            connection.commit();
        } catch (SQLException e) {
            throw new StatementFailed("appending to " + table, e);
        }
    }

    @Override
    public void close() {
        try {
            home.close();
        } catch (SQLException e) {
            throw new StatementFailed("closing the engine", e);
        }
    }
}
