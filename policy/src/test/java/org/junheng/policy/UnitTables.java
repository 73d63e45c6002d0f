package org.junheng.policy;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** Loads units into tables of DuckDB, as a sweep finds them in a snapshot. */
final class UnitTables {

    private UnitTables() {}

    /** Creates and fills the tables of a unit; the position in the list is the key. */
    static SweepTables load(Connection connection, Unit unit, List<Facts> units, LocalDate day) throws SQLException {
        String name = "unit_" + unit.id();
        create(connection, name, "id", unit.facts());
        try (DuckDBAppender rows = appender(connection, name)) {
            for (int id = 0; id < units.size(); id++) {
                append(rows, id, unit.facts(), units.get(id).numbers(day));
            }
        }
        Map<String, String> relations = new HashMap<>();
        for (int i = 0; i < unit.relations().size(); i++) {
            Relation relation = unit.relations().get(i);
            String table = name + "_" + relation.table();
            create(connection, table, "owner", relation.facts());
            try (DuckDBAppender rows = appender(connection, table)) {
                for (int id = 0; id < units.size(); id++) {
                    long[][] members = units.get(id).members(i);
                    if (members != null) {
                        for (long[] member : members) {
                            append(rows, id, relation.facts(), member);
                        }
                    }
                }
            }
            relations.put(relation.name(), table);
        }
        return new SweepTables(name, relations);
    }

    /** The same units many times over, with keys of their own. */
    static SweepTables copies(Connection connection, SweepTables few, int count, int copies) throws SQLException {
        Map<String, String> relations = new HashMap<>();
        copy(connection, few.units(), "id", count, copies);
        for (Map.Entry<String, String> relation : few.relations().entrySet()) {
            copy(connection, relation.getValue(), "owner", count, copies);
            relations.put(relation.getKey(), relation.getValue() + "_many");
        }
        return new SweepTables(few.units() + "_many", relations);
    }

    private static void copy(Connection connection, String table, String key, int count, int copies)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE OR REPLACE TABLE %1$s_many AS
                    SELECT t.* REPLACE (CAST(t.%2$s + n.n * %3$d AS INTEGER) AS %2$s)
                      FROM range(%4$d) n(n), %1$s t""".formatted(table, key, count, copies));
        }
    }

    private static DuckDBAppender appender(Connection connection, String table) throws SQLException {
        return connection.unwrap(DuckDBConnection.class).createAppender(table);
    }

    private static void create(Connection connection, String table, String key, List<FactDefinition> facts)
            throws SQLException {
        String columns = facts.stream()
                .map(fact -> ", " + fact.column() + " " + type(fact.type().kind()))
                .collect(joining());
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE OR REPLACE TABLE " + table + " (" + key + " INTEGER" + columns + ")");
        }
    }

    private static String type(ValueType.Kind kind) {
        return switch (kind) {
            case BOOL -> "BOOLEAN";
            case INT -> "INTEGER";
            case MONEY, AREA -> "BIGINT";
            case DATE -> "DATE";
            case CODE -> "VARCHAR";
        };
    }

    private static void append(DuckDBAppender rows, int key, List<FactDefinition> facts, long[] numbers)
            throws SQLException {
        rows.beginRow();
        rows.append(key);
        for (int slot = 0; slot < numbers.length; slot++) {
            append(rows, facts.get(slot).type(), numbers[slot]);
        }
        rows.endRow();
    }

    private static void append(DuckDBAppender rows, ValueType type, long number) throws SQLException {
        if (number == Statements.UNKNOWN || number == Statements.NONE) {
            rows.appendNull();
            return;
        }
        switch (type.kind()) {
            case BOOL -> rows.append(number != 0);
            case INT -> rows.append((int) number);
            case MONEY, AREA -> rows.append(number);
            case DATE -> rows.append(ValueType.unpack(number));
            case CODE -> rows.append(type.choices().codes().get((int) number));
        }
    }
}
