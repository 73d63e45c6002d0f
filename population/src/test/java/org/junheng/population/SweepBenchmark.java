package org.junheng.population;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Scheme;
import org.junheng.policy.SchemeBook;
import org.junheng.policy.Schemes;
import org.junheng.population.PopulationSweep.Decisions;
import org.junheng.population.PopulationSweep.Rows;
import org.junheng.tables.Column;
import org.junheng.tables.Limits;
import org.junheng.tables.TableSchema;
import org.junheng.tables.Tables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long a sweep of many persons with all schemes takes, in a process of its own, with that process's peak memory.
 * The population is a synthetic county (seed 1) many times over, with other keys and counties.
 *
 * <p>{@code -Dsweep.persons=10000000 -Dsweep.folder=… -Dsweep.memory=1500 -Dsweep.rows=all|open|none}; for 65 million
 * persons {@code -Dsweep.memory=7000}
 */
@Tag("bench")
class SweepBenchmark {

    private static final LocalDate ON = LocalDate.of(2025, 12, 31);

    @Test
    void a_population_is_swept_with_all_schemes() throws Exception {
        long persons = Long.getLong("sweep.persons", 1_000_000);
        Path folder = Path.of(System.getProperty(
                "sweep.folder", Files.createTempDirectory("sweep").toString()));
        Path snapshot = folder.resolve("snapshot-" + persons);
        if (!Files.exists(snapshot.resolve("complete"))) {
            make(folder, snapshot, persons);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process once = new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Once.class.getName(),
                        snapshot.toString(),
                        System.getProperty("sweep.memory", "1500"),
                        System.getProperty("sweep.rows", "all"))
                .redirectErrorStream(true)
                .start();
        once.inputReader().lines().forEach(System.out::println);
        assertThat(once.waitFor()).isZero();
    }

    private static void make(Path folder, Path snapshot, long persons) throws IOException {
        Files.createDirectories(snapshot);
        try (MadeCounty made = new MadeCounty(1, ON, 1);
                Tables tables = Tables.open(new Limits(2048, 2, folder))) {
            long one = made.count("SELECT count(*) FROM person");
            long keys = 1
                    + made.count(
                            "SELECT max(k) FROM (SELECT max(key) FROM person UNION ALL SELECT max(key) FROM \"union\")"
                                    + " t(k)");
            long copies = (persons + one - 1) / one;
            for (TableSchema schema : SnapshotSchema.list()) {
                Path county = made.folder.resolve("snapshot").resolve(schema.fileName());
                boolean unread = schema == SnapshotSchema.RESIDENCE || schema == SnapshotSchema.HOSPITAL;
                tables.export(copy(schema, county, unread ? 1 : copies, keys), snapshot.resolve(schema.fileName()));
            }
            System.out.printf("made %d persons: %d counties of %d%n", one * copies, copies, one);
        }
        Files.createFile(snapshot.resolve("complete"));
    }

    private static String copy(TableSchema schema, Path county, long copies, long keys) {
        String columns = schema.columns().stream()
                .map(column -> column(column, keys) + " AS " + column.name())
                .collect(joining(", "));
        List<String> all = new ArrayList<>();
        for (long i = 0; i < copies; i++) {
            all.add("SELECT %s FROM read_parquet('%s')"
                    .formatted(columns.replace("{i}", Long.toString(i)), county.toString()));
        }
        return String.join(" UNION ALL ", all);
    }

    private static String column(Column column, long keys) {
        boolean area = column.name().endsWith("area") || column.name().equals("office");
        return switch (column.type()) {
            case INTEGER -> "CAST(%s + {i} * %d AS INTEGER)".formatted(column.name(), keys);
            case BIGINT -> area ? column.name() + " + {i} * 1000000" : column.name();
            case BOOLEAN, TINYINT, SMALLINT, DATE, VARCHAR -> column.name();
        };
    }

    /** One sweep, and what it took. */
    static final class Once {

        private Once() {}

        public static void main(String[] arguments) throws IOException {
            long began = System.nanoTime();
            Path snapshot = Path.of(arguments[0]);
            int memory = Integer.parseInt(arguments[1]);
            Path spill = Files.createTempDirectory(snapshot.getParent(), "spill");
            Limits limits = new Limits(memory, Runtime.getRuntime().availableProcessors(), spill);
            SchemeBook book = Schemes.load(Path.of("../schemes"));
            Path file = spill.resolve("decisions.parquet");
            Decisions decisions = arguments[2].equals("none")
                    ? Decisions.NONE
                    : new Decisions(Optional.of(file), Rows.valueOf(arguments[2].toUpperCase(Locale.ROOT)));
            Swept swept = PopulationSweep.run(
                    new SweepQuestion(snapshot, ON, ON, AreaCode.Level.COUNTY, limits),
                    List.<Scheme>copyOf(book.schemes()),
                    decisions,
                    SweepProgress.SILENT);
            double seconds = (System.nanoTime() - began) / 1e9;
            long rows = swept.cells().stream().mapToLong(SweepCell::units).sum();
            System.out.printf(
                    "sweep: %d schemes, %,d decisions, %s written, %.1f s wall, %.1f processor s, load %.1f, %,d cells, %s%n",
                    book.schemes().size(),
                    rows,
                    arguments[2],
                    seconds,
                    processorSeconds(),
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                    swept.cells().size(),
                    peak());
            Files.deleteIfExists(file);
            Files.deleteIfExists(spill);
        }

        private static double processorSeconds() {
            return ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .orElseThrow()
                            .toMillis()
                    / 1e3;
        }

        private static String peak() throws IOException {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .findFirst()
                    .orElse("peak unknown");
        }
    }
}
