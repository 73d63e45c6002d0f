package org.junheng.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junheng.OwnPlatform;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * Opens an empty register with as many synthetic persons as {@code -Dpersons} says (default 100,000). Then, in the same
 * run, the measure of it: all the rows that came of it are copied into bare tables, and the same indexes are built.
 */
@Tag("bench")
class OpeningLoadBenchmark {

    private static final int PERSONS = Integer.getInteger("persons", 100_000);
    private static final List<String> TABLES = List.of(
            "person",
            "source_record",
            "person_link",
            "identity",
            "life_event",
            "participant",
            "vital",
            "standing",
            "couple",
            "parentage");

    private static final String INDEXES = """
              SELECT replace(indexdef, ' ON register.', ' ON bare.')
                FROM pg_indexes
               WHERE schemaname = 'register' AND tablename = ?
            ORDER BY indexname
            """;

    @Test
    void an_empty_register_is_opened_and_measured_against_the_bare_copy_of_its_rows(@TempDir Path folder)
            throws SQLException, IOException {
        try (var platform = OwnPlatform.start(folder.resolve("data"))) {
            long from = System.nanoTime();
            var opened = Actors.call(
                    Actor.service("benchmark", Purpose.UPKEEP),
                    () -> platform.getBean(Arrivals.class).open(new ManyPersons(PERSONS), (stage, done, all) -> {
                        if (done == all) {
                            System.out.printf("  %s done at %.1f s%n", stage, seconds(from));
                        }
                    }));
            double load = seconds(from);
            System.out.printf(
                    "opening load: %,d persons, %,d events in %.1f s%n", opened.persons(), opened.events(), load);
            assertThat(opened.persons()).isEqualTo(PERSONS);
            try (var owner =
                    platform.getBean("ownerDataSource", DataSource.class).getConnection()) {
                double bare = bare(owner, folder);
                System.out.printf("opening load / bare copy and index build = %.2f (target 3)%n", load / bare);
            }
        }
    }

    private static double bare(Connection owner, Path folder) throws SQLException, IOException {
        for (var table : TABLES) {
            try (var out = Files.newOutputStream(folder.resolve(table))) {
                owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY register.%s TO STDOUT WITH (FORMAT binary)".formatted(table), out);
            }
        }
        var indexes = new ArrayList<String>();
        for (var table : TABLES) {
            indexes.addAll(indexes(owner, table));
        }
        owner.setAutoCommit(false);
        execute(owner, "SET LOCAL maintenance_work_mem = '512MB'");
        execute(owner, "SET LOCAL max_parallel_maintenance_workers = 1");
        execute(owner, "CREATE SCHEMA bare");
        long from = System.nanoTime();
        long rows = 0;
        for (var table : TABLES) {
            execute(owner, "CREATE TABLE bare.%1$s (LIKE register.%1$s)".formatted(table));
            try (var in = Files.newInputStream(folder.resolve(table))) {
                rows += owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY bare.%s FROM STDIN WITH (FORMAT binary, FREEZE)".formatted(table), in, 1 << 18);
            }
        }
        double copied = seconds(from);
        for (var index : indexes) {
            execute(owner, index);
        }
        owner.commit();
        double all = seconds(from);
        System.out.printf(
                "bare: %,d rows in %d tables copied in %.1f s, %d indexes built, %.1f s in all%n",
                rows, TABLES.size(), copied, indexes.size(), all);
        return all;
    }

    private static List<String> indexes(Connection owner, String table) throws SQLException {
        try (var statement = owner.prepareStatement(INDEXES)) {
            statement.setString(1, table);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double seconds(long from) {
        return (System.nanoTime() - from) / 1e9;
    }
}
