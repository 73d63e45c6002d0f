package org.junheng.population.internal.sweep;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junheng.policy.Scheme;
import org.junheng.policy.Sweep;
import org.junheng.policy.SweepTables;
import org.junheng.policy.Unit;
import org.junheng.population.SnapshotFaulty;
import org.junheng.population.SnapshotSchema;
import org.junheng.population.SweepProgress;
import org.junheng.population.SweepQuestion;
import org.junheng.tables.TableSchema;
import org.junheng.tables.Tables;

/**
 * Where a sweep works: it lays out the facts of each kind of unit once, sorted by key, and then takes one chunk of
 * units after the other into memory, with their relations and claims; so memory does not grow with the population.
 */
public final class Workroom implements AutoCloseable {

    /** Units in memory at a time; a multiple of the engine's row groups. */
    private static final long CHUNK = 4 * 122_880;

    private final SweepQuestion question;
    private final FactMap map = FactMap.load();
    private final Sql sql;
    private final Path folder;
    private final Tables tables;

    private Workroom(SweepQuestion question, Path folder) {
        this.question = question;
        this.folder = folder;
        this.sql = new Sql(question.snapshot(), question.on());
        this.tables = Tables.open(question.limits());
    }

    /**
     * Opens a snapshot.
     *
     * @throws SnapshotFaulty if a table is missing, or a fact of the schemes has no column in it
     */
    public static Workroom open(SweepQuestion question, List<Scheme> schemes) {
        for (TableSchema table : SnapshotSchema.list()) {
            if (!Files.isRegularFile(question.snapshot().resolve(table.fileName()))) {
                throw new SnapshotFaulty("%s has no %s; make the snapshot anew with junheng synthesize"
                        .formatted(question.snapshot(), table.fileName()));
            }
        }
        try {
            Path folder = Files.createTempDirectory(question.limits().spill(), "sweep");
            Workroom room = new Workroom(question, folder);
            room.check(schemes);
            return room;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(List<Scheme> schemes) {
        Set<String> missing = new TreeSet<>();
        schemes.forEach(scheme -> missing.addAll(map.missing(scheme.unit())));
        if (!missing.isEmpty()) {
            close();
            throw new SnapshotFaulty("the snapshot has no column for these facts of the vocabulary; add a line each to"
                    + " snapshot_facts.yaml (NULL if a snapshot cannot know it):\n  " + String.join("\n  ", missing));
        }
    }

    public Tables tables() {
        return tables;
    }

    /** A file that lives as long as this. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Takes the units of one kind, chunk by chunk in the order of their keys, into the table {@code unit}. */
    public void eachChunk(Unit unit, SweepProgress progress, Consumer<Chunk> work) {
        Path units = layOutUnits(unit);
        Map<String, Path> relations = new LinkedHashMap<>();
        unit.relations().forEach(relation -> relations.put(relation.table(), layOut(relation.table())));
        Range all = range(units);
        for (long from = all.from; from < all.to; from += all.step()) {
            long to = Math.min(all.to, from + all.step());
            take("unit", units, "id", from, to);
            for (Map.Entry<String, Path> relation : relations.entrySet()) {
                take("member_" + relation.getKey(), relation.getValue(), "owner", from, to);
            }
            takeClaims(unit, from, to);
            work.accept(new Chunk(unit, from, to));
            progress.at(all.count * (to - all.from) / (all.to - all.from), all.count);
        }
    }

    /** Some units in memory: keys from, inclusive, to, exclusive. */
    public record Chunk(Unit unit, long from, long to) {}

    private record Range(long from, long to, long count) {
        long step() {
            long chunks = Math.max(1, (count + CHUNK - 1) / CHUNK);
            return Math.max(1, (to - from + chunks - 1) / chunks);
        }
    }

    private Range range(Path units) {
        return tables.list(
                        "SELECT coalesce(min(id), 0) AS low, coalesce(max(id), -1) + 1 AS high, count(*) AS n FROM "
                                + parquet(units),
                        List.of(),
                        row -> new Range(row.getLong("low"), row.getLong("high"), row.getLong("n")))
                .getFirst();
    }

    private Path layOutUnits(Unit unit) {
        FactMap.Source source = map.unit(unit.id());
        String select = """
                SELECT CAST(%s AS BIGINT) AS id, CAST(%s AS BIGINT) AS home, %s AS birth, CAST(%s AS TINYINT) AS birth_order, %s
                  FROM %s
                 WHERE %s
                """.formatted(
                        source.text("id"),
                        source.text("home"),
                        source.text("birth"),
                        source.text("order"),
                        columns(source),
                        source.text("from"),
                        source.text("where"));
        return spill("unit_" + unit.id(), select + " ORDER BY id");
    }

    private Path layOut(String relation) {
        FactMap.Source source = map.relation(relation);
        String select = "SELECT CAST(%s AS BIGINT) AS owner, %s\n  FROM %s\n WHERE %s\n ORDER BY ALL"
                .formatted(source.text("owner"), columns(source), source.text("from"), source.text("where"));
        return spill("member_" + relation, select);
    }

    private static String columns(FactMap.Source source) {
        return source.facts().entrySet().stream()
                .map(fact -> fact.getValue() + " AS " + fact.getKey())
                .collect(joining(", "));
    }

    private Path spill(String name, String select) {
        Path file = folder.resolve(name + ".parquet");
        if (!Files.exists(file)) {
            tables.spill(sql.fill(select), file);
        }
        return file;
    }

    private void take(String table, Path file, String key, long from, long to) {
        tables.execute("CREATE OR REPLACE TABLE %s AS SELECT * FROM %s WHERE %s >= %d AND %s < %d"
                .formatted(table, parquet(file), key, from, key, to));
    }

    private void takeClaims(Unit unit, long from, long to) {
        tables.execute(sql.fill(
                "CREATE OR REPLACE TABLE claim AS SELECT * FROM snapshot.benefit WHERE unit = '%s' AND unit_key >= %d AND unit_key < %d"
                        .formatted(unit.id(), from, to)));
    }

    /** The statement that decides the units in memory; its columns are those of {@link Sweep}. */
    public String statement(Scheme scheme) {
        return findSweep(scheme).map(Sweep::sql).orElse("""
                SELECT id, CAST(NULL AS BIGINT) AS region, CAST(0 AS BIGINT) AS true_mask, CAST(0 AS BIGINT) AS unknown_mask,
                       0 AS outcome, CAST(NULL AS BIGINT) AS months, CAST(NULL AS BIGINT) AS amount
                  FROM unit""");
    }

    /** The sweep of a scheme; nothing if no version is in force on the day, so that nobody is eligible. */
    public Optional<Sweep> findSweep(Scheme scheme) {
        return scheme.sweep(question.on(), question.knownAt(), tablesOf(scheme));
    }

    /** Where the units in memory are, as a scheme sees them with its own claims. */
    public SweepTables tablesOf(Scheme scheme) {
        String claim = map.claim().entrySet().stream()
                .map(fact -> ", " + fact.getValue() + " AS " + fact.getKey())
                .collect(joining());
        Map<String, String> relations = new LinkedHashMap<>();
        scheme.unit().relations().forEach(relation -> relations.put(relation.name(), "member_" + relation.table()));
        return new SweepTables(
                "(SELECT u.*%s FROM unit u LEFT JOIN claim b ON b.unit_key = u.id AND b.scheme = '%s')"
                        .formatted(claim, scheme.id()),
                relations);
    }

    /** The area of a row for the results: at most as deep as the level asked for; 0 where it is not known. */
    public String area(String column) {
        long span = 1;
        for (int digits = question.level().digits(); digits < 12; digits++) {
            span *= 10;
        }
        return "coalesce(%1$s // %2$d * %2$d, 0)".formatted(column, span);
    }

    /** The file as a table of a statement. */
    public static String parquet(Path file) {
        return "read_parquet('" + Sql.literal(file) + "')";
    }

    @Override
    public void close() {
        tables.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
