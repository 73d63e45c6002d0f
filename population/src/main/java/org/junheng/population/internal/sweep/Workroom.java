package org.junheng.population.internal.sweep;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Question;
import org.junheng.policy.Scheme;
import org.junheng.policy.SchemeVersion;
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
 * Where a sweep works: it takes one chunk of units after the other into memory, by ranges of their keys, with what
 * their facts, relations and claims are made of; so memory does not grow with the population.
 */
public final class Workroom implements AutoCloseable {

    /** Units in memory at a time, for each megabyte the engine may use. */
    private static final long UNITS_PER_MEGABYTE = 600;

    private static final FactMap MAP = FactMap.load();

    private static final String CLAIMS = "SELECT * FROM snapshot.benefit WHERE unit = '%s' AND {keys:unit_key}";

    private final SweepQuestion question;
    private final Path folder;
    private final Tables tables;

    private Workroom(SweepQuestion question, Path folder) {
        this.question = question;
        this.folder = folder;
        this.tables = Tables.open(question.limits());
    }

    /**
     * Opens a snapshot.
     *
     * @throws SnapshotFaulty if a table is missing, or a fact of the schemes has no column in it
     */
    public static Workroom open(SweepQuestion question, List<Scheme> schemes) {
        for (TableSchema table : SnapshotSchema.lacking(question.snapshot())) {
            if (!MAP.optional().containsKey(table.name())) {
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
        schemes.forEach(scheme -> missing.addAll(MAP.missing(scheme.unit())));
        if (!missing.isEmpty()) {
            close();
            throw new SnapshotFaulty("the snapshot has no column for these facts of the vocabulary; add a line each to"
                    + " snapshot_facts.yaml (NULL if a snapshot cannot know it):\n  " + String.join("\n  ", missing));
        }
    }

    public Tables tables() {
        return tables;
    }

    /** A statement over the tables of the snapshot, {@code snapshot.person} and so on. */
    public String over(String statement) {
        return sql().fill(statement);
    }

    /** A file that lives as long as this. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Takes the units of one kind, chunk by chunk in the order of their keys, into the table {@code unit}. */
    public void eachChunk(Unit unit, SweepProgress progress, Consumer<Chunk> work) {
        Range all = range(MAP.unit(unit.id()));
        long step = all.step(question.limits().memoryMegabytes() * UNITS_PER_MEGABYTE);
        for (long from = all.from; from < all.to; from += step) {
            long to = Math.min(all.to, from + step);
            take(unit, sql().ofKeys(from, to));
            work.accept(new Chunk(unit, from, to));
            progress.at(all.count * (to - all.from) / (all.to - all.from), all.count);
        }
    }

    /** Some units in memory: keys from, inclusive, to, exclusive. */
    public record Chunk(Unit unit, long from, long to) {}

    private record Range(long from, long to, long count) {
        long step(long most) {
            long chunks = Math.max(1, (count + most - 1) / most);
            return Math.max(1, (to - from + chunks - 1) / chunks);
        }
    }

    private Range range(FactMap.Source source) {
        String rows =
                "SELECT coalesce(min(%1$s), 0) AS low, coalesce(max(%1$s), -1) + 1 AS high, count(*) AS n FROM %2$s WHERE %3$s"
                        .formatted(source.text("id"), source.text("rows"), source.text("where"));
        return tables.list(
                        sql().fill(rows),
                        List.of(),
                        row -> new Range(row.getLong("low"), row.getLong("high"), row.getLong("n")))
                .getFirst();
    }

    private void take(Unit unit, Sql sql) {
        FactMap.Source source = MAP.unit(unit.id());
        first(source, sql);
        unit.relations().forEach(relation -> first(MAP.relation(relation.table()), sql));
        List<String> all = new ArrayList<>();
        all.add(make("unit", sql.fill(units(source))));
        unit.relations()
                .forEach(relation ->
                        all.add(make("member_" + relation.table(), sql.fill(members(MAP.relation(relation.table()))))));
        all.add(make("claim", sql.fill(CLAIMS.formatted(unit.id()))));
        sideBySide(all, tables::execute);
    }

    private void first(FactMap.Source source, Sql sql) {
        source.first().forEach((name, select) -> tables.execute(make(name, sql.fill(select))));
    }

    private static String units(FactMap.Source source) {
        return """
                SELECT CAST(%s AS BIGINT) AS id, CAST(%s AS BIGINT) AS home, %s AS birth, CAST(%s AS TINYINT) AS birth_order, %s
                  FROM %s %s
                 WHERE %s
                """.formatted(
                        source.text("id"),
                        source.text("home"),
                        source.text("birth"),
                        source.text("order"),
                        columns(source),
                        source.text("rows"),
                        source.text("from"),
                        source.text("where"));
    }

    private static String members(FactMap.Source source) {
        return "SELECT CAST(%s AS BIGINT) AS owner, %s\n  FROM %s\n WHERE %s"
                .formatted(source.text("owner"), columns(source), source.text("from"), source.text("where"));
    }

    private static String make(String table, String select) {
        return "CREATE OR REPLACE TABLE %s AS %s".formatted(table, select);
    }

    /** Does work on things of which none needs another: while one statement is planned, the other is computed. */
    public <T> void sideBySide(List<T> things, Consumer<T> work) {
        Stream<T> all = question.limits().threads() > 1 ? things.parallelStream() : things.stream();
        all.forEach(work);
    }

    private Sql sql() {
        return new Sql(question.snapshot(), question.on());
    }

    private static String columns(FactMap.Source source) {
        return source.facts().entrySet().stream()
                .map(fact -> fact.getValue() + " AS " + fact.getKey())
                .collect(joining(", "));
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
        String claim = MAP.claim().entrySet().stream()
                .map(fact -> ", " + fact.getValue() + " AS " + fact.getKey())
                .collect(joining());
        Map<String, String> relations = new LinkedHashMap<>();
        scheme.unit().relations().forEach(relation -> relations.put(relation.name(), "member_" + relation.table()));
        return new SweepTables(
                "(SELECT u.*%s FROM unit u LEFT JOIN claim b ON b.unit_key = u.id AND b.scheme = '%s')"
                        .formatted(claim, scheme.id()),
                relations,
                unknown(SnapshotSchema.lacking(question.snapshot())));
    }

    /** The columns of which a snapshot without these tables knows nothing. */
    private static Set<String> unknown(List<TableSchema> lacking) {
        return lacking.stream()
                .flatMap(table -> MAP.optional().getOrDefault(table.name(), List.of()).stream())
                .collect(toSet());
    }

    /** The facts a scheme may ask for of which a snapshot without these tables knows nothing of anybody. */
    public static List<FactDefinition> unknown(List<TableSchema> lacking, Scheme scheme) {
        Set<String> columns = unknown(lacking);
        Set<String> asked = scheme.questions().stream().map(Question::fact).collect(toSet());
        String rules = rules(scheme);
        Stream<FactDefinition> own = scheme.unit().facts().stream().filter(fact -> asked.contains(fact.name()));
        Stream<FactDefinition> ofMembers = scheme.unit().relations().stream()
                .flatMap(relation -> relation.facts().stream())
                .filter(fact -> rules.contains("." + fact.name()));
        return Stream.concat(own, ofMembers)
                .filter(fact -> columns.contains(fact.column()))
                .toList();
    }

    private static String rules(Scheme scheme) {
        return scheme.versions().stream()
                .flatMap(version -> Stream.concat(
                        version.conditions().stream().map(SchemeVersion.Condition::when),
                        version.values().stream().map(SchemeVersion.ComputedValue::value)))
                .collect(joining("\n"));
    }

    /** The area of a row for the results: at most as deep as the level asked for; 0 where it is not known. */
    public String area(String column) {
        long span = 1;
        for (int digits = question.level().digits(); digits < 12; digits++) {
            span *= 10;
        }
        return "coalesce(%1$s // %2$d * %2$d, 0)".formatted(column, span);
    }

    /** The files, one after the other, as a table of a statement. */
    public static String parquet(List<Path> files) {
        return files.stream().map(file -> "'" + Sql.literal(file) + "'").collect(joining(", ", "read_parquet([", "])"));
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
