package org.junheng.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junheng.PlatformTest;
import org.junheng.database.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The data dictionary: every table and column with its comment, and whether rows are guarded. */
@PlatformTest
class DatabasePageTest {

    private static final String COLUMNS = """
              SELECT n.nspname AS module, c.relname AS table_name, obj_description(c.oid, 'pg_class') AS table_meaning,
                     c.relrowsecurity AS guarded, a.attname AS column_name,
                     format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
                     col_description(c.oid, a.attnum) AS column_meaning
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
               WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                 AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public', 'pg_toast')
            ORDER BY n.nspname, c.relname, a.attnum
            """;

    @Autowired
    @Loader
    private JdbcClient loader;

    /** A column with its table. */
    private record Column(Table table, String name, String type, boolean required, String meaning) {}

    private record Table(String module, String name, String meaning, boolean guarded) {}

    @Test
    void the_data_dictionary_tells_what_the_database_says_of_itself() throws IOException {
        var columns = loader.sql(COLUMNS)
                .query((row, number) -> new Column(
                        new Table(
                                row.getString("module"),
                                row.getString("table_name"),
                                row.getString("table_meaning"),
                                row.getBoolean("guarded")),
                        row.getString("column_name"),
                        row.getString("type"),
                        row.getBoolean("required"),
                        row.getString("column_meaning")))
                .list();

        ReferencePage.check("database.md", page(columns));
    }

    private static String page(List<Column> columns) {
        Map<Table, List<Column>> tables = columns.stream()
                .collect(groupingBy(Column::table, LinkedHashMap::new, java.util.stream.Collectors.toList()));
        return """
                # Data dictionary

                Written by a test from the comments in the database. Each module owns the schema of its name and touches no other. *Guarded* tables are
                under row-level security: without an actor a query returns nothing.

                %s
                """.formatted(tables.entrySet().stream()
                .map(entry -> section(entry.getKey(), entry.getValue()))
                .collect(joining("\n\n")));
    }

    private static String section(Table table, List<Column> columns) {
        return "## %s.%s%n%n%s%s%n%n| column | type | meaning |%n|---|---|---|%n%s"
                .formatted(
                        table.module,
                        table.name,
                        table.meaning,
                        table.guarded ? " *Guarded.*" : "",
                        columns.stream().map(DatabasePageTest::row).collect(joining("\n")));
    }

    private static String row(Column column) {
        return "| `%s` | %s%s | %s |"
                .formatted(
                        column.name,
                        column.type,
                        column.required ? "" : ", may be empty",
                        column.meaning.replace("|", "\\|"));
    }
}
