package org.junheng.policy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** DuckDB in memory, as the set engine of the tests. */
final class DuckDb implements SetEngine, AutoCloseable {

    private final Connection connection;

    DuckDb() {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement settings = connection.createStatement()) {
                settings.execute("SET disabled_optimizers = 'partial_aggregate_pushdown'"); // as the module tables does
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public List<List<@Nullable Long>> run(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<@Nullable Long>> all = new ArrayList<>();
            while (rows.next()) {
                List<@Nullable Long> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    long value = rows.getLong(i);
                    row.add(rows.wasNull() ? null : value);
                }
                all.add(row);
            }
            return all;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed.getMessage() + "\n" + sql, failed);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
