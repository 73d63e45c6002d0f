package org.junheng.population;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Scheme;
import org.junheng.policy.Unit;
import org.junheng.population.internal.sweep.Workroom;
import org.junheng.tables.Row;
import org.junheng.tables.TableSchema;
import org.junheng.tables.Tables;

/**
 * Decides schemes for everybody in a snapshot: who is owed what, who is to be offered, reviewed or verified, and why
 * not. The rows are those the JVM decides, one by one; the same snapshot gives the same bytes on any number of threads.
 */
public final class PopulationSweep {

    /** The decisions of one scheme about one chunk. */
    private static final String DECIDE = """
            CREATE OR REPLACE TABLE decided_%2$d AS
            SELECT s.id, CAST(%1$s AS BIGINT) AS area, CAST(%2$d AS SMALLINT) AS scheme, s.true_mask, s.unknown_mask,
                   CAST(s.outcome AS TINYINT) AS outcome, s.amount, b.unit_key IS NOT NULL AS enrolled
              FROM (%3$s) s
              LEFT JOIN claim b ON b.unit_key = s.id AND b.scheme = '%4$s'
            """;

    private static final String CELLS = """
            CREATE TABLE cell (scheme SMALLINT, area BIGINT, true_mask BIGINT, unknown_mask BIGINT, outcome TINYINT,
                               enrolled BOOLEAN, units BIGINT, amount BIGINT)
            """;

    private static final String COUNT = """
            INSERT INTO cell
            SELECT scheme, area, true_mask, unknown_mask, outcome, enrolled, count(*), CAST(coalesce(sum(amount), 0) AS BIGINT)
              FROM decided_%d GROUP BY ALL
            """;

    /** The same at once, where no row is wanted. */
    private static final String DECIDE_AND_COUNT = """
            INSERT INTO cell
            SELECT %2$d, %1$s AS area, s.true_mask, s.unknown_mask, s.outcome, b.unit_key IS NOT NULL AS enrolled, count(*),
                   CAST(coalesce(sum(s.amount), 0) AS BIGINT)
              FROM (%3$s) s
              LEFT JOIN claim b ON b.unit_key = s.id AND b.scheme = '%4$s'
             GROUP BY ALL
            """;

    private static final String ALL_CELLS = """
            SELECT scheme, area, true_mask, unknown_mask, outcome, enrolled,
                   CAST(sum(units) AS BIGINT) AS units, CAST(sum(amount) AS BIGINT) AS amount
              FROM cell GROUP BY ALL ORDER BY ALL
            """;

    private static final String DECISIONS = """
            SELECT '%s' AS unit, id, nullif(area, 0) AS area, '%s' AS scheme, true_mask, unknown_mask,
                   CASE outcome WHEN 2 THEN 'eligible' WHEN 1 THEN 'undetermined' ELSE 'not_eligible' END AS outcome,
                   amount, enrolled
              FROM decided_%d WHERE %s ORDER BY id
            """;

    /** Which decisions are written. */
    public enum Rows {
        /** Every unit and scheme. */
        ALL,
        /** Only what somebody must act on, and who is missed by one condition. */
        OPEN
    }

    /**
     * What to write beside the sums.
     *
     * @param file where the decisions go; empty if only sums are wanted
     * @param rows which of them
     */
    public record Decisions(Optional<Path> file, Rows rows) {

        /** Only sums. */
        public static final Decisions NONE = new Decisions(Optional.empty(), Rows.ALL);
    }

    private final Workroom room;
    private final Decisions decisions;
    private final List<SweptScheme> schemes;
    private final List<Path> parts = new ArrayList<>();
    private Optional<Watcher> watcher = Optional.empty();

    private PopulationSweep(Workroom room, List<Scheme> schemes, Decisions decisions) {
        this.room = room;
        this.decisions = decisions;
        this.schemes = schemes.stream()
                .map(scheme -> new SweptScheme(scheme, room.findSweep(scheme)))
                .toList();
    }

    /**
     * Sweeps.
     *
     * @throws SnapshotFaulty if the snapshot lacks a table, or a column for a fact of the schemes
     */
    public static Swept run(SweepQuestion question, List<Scheme> schemes, Decisions decisions, SweepProgress progress) {
        try (Workroom room = Workroom.open(question, schemes)) {
            return new PopulationSweep(room, schemes, decisions).run(progress);
        }
    }

    /**
     * The facts a scheme may ask for of which a snapshot without these tables knows nothing of anybody: what hangs on
     * them is undetermined.
     */
    public static List<FactDefinition> unknown(List<TableSchema> lacking, Scheme scheme) {
        return Workroom.unknown(lacking, scheme);
    }

    /** Looks at a sweep as it goes. */
    interface Watcher {

        /** A chunk is decided: {@code decided} has a row per unit and scheme. */
        void decided(Workroom room, Unit unit);

        /** All are. */
        void ended(Workroom room);
    }

    /** Sweeps under the eyes of somebody. */
    static Swept run(SweepQuestion question, List<Scheme> schemes, Watcher watcher, SweepProgress progress) {
        try (Workroom room = Workroom.open(question, schemes)) {
            PopulationSweep sweep = new PopulationSweep(room, schemes, Decisions.NONE);
            sweep.watcher = Optional.of(watcher);
            return sweep.run(progress);
        }
    }

    private Swept run(SweepProgress progress) {
        Tables tables = room.tables();
        tables.execute(CELLS);
        for (Unit unit : units()) {
            room.eachChunk(unit, progress, this::decide);
        }
        decisions.file().ifPresent(this::join);
        watcher.ifPresent(each -> each.ended(room));
        return new Swept(schemes, tables.list(ALL_CELLS, List.of(), this::cell));
    }

    private List<Unit> units() {
        return schemes.stream().map(each -> each.scheme().unit()).distinct().toList();
    }

    private void decide(Workroom.Chunk chunk) {
        List<Integer> places = IntStream.range(0, schemes.size())
                .filter(place -> schemes.get(place).scheme().unit() == chunk.unit())
                .boxed()
                .toList();
        if (decisions.file().isEmpty() && watcher.isEmpty()) {
            room.sideBySide(places, place -> room.tables().execute(decide(DECIDE_AND_COUNT, place)));
            return;
        }
        int first = parts.size();
        decisions.file().ifPresent(file -> places.forEach(place -> parts.add(part())));
        room.sideBySide(places, place -> {
            room.tables().execute(decide(DECIDE, place));
            room.tables().execute(COUNT.formatted(place));
            decisions.file().ifPresent(file -> write(place, parts.get(first + places.indexOf(place))));
        });
        watcher.ifPresent(each -> {
            room.tables().execute(together(places));
            each.decided(room, chunk.unit());
        });
    }

    private String decide(String statement, int place) {
        Scheme scheme = schemes.get(place).scheme();
        return statement.formatted(room.area("s.region"), place, room.statement(scheme), scheme.id());
    }

    private static String together(List<Integer> places) {
        return places.stream()
                .map(place -> "SELECT * FROM decided_" + place)
                .collect(joining(" UNION ALL ", "CREATE OR REPLACE VIEW decided AS ", ""));
    }

    private Path part() {
        return room.file("decisions_" + parts.size() + ".parquet");
    }

    private void write(int place, Path part) {
        Scheme scheme = schemes.get(place).scheme();
        room.tables()
                .spill(DECISIONS.formatted(scheme.unit().id(), scheme.id(), place, where(schemes.get(place))), part);
    }

    private String where(SweptScheme scheme) {
        return decisions.rows() == Rows.ALL
                ? "TRUE"
                : "outcome > 0 OR enrolled OR (unknown_mask = 0 AND bit_count(%d::BIGINT & ~true_mask) = 1)"
                        .formatted(scheme.allBits());
    }

    /** Of the parts, in their order, one file is made; none where there is nobody. */
    private void join(Path file) {
        if (parts.isEmpty()) {
            return;
        }
        room.tables().export("SELECT * FROM " + Workroom.parquet(parts), file);
    }

    private SweepCell cell(Row row) {
        return new SweepCell(
                schemes.get(row.getInt("scheme")).scheme().id(),
                row.getLong("area"),
                row.getLong("true_mask"),
                row.getLong("unknown_mask"),
                Outcome.values()[row.getInt("outcome")],
                row.getBoolean("enrolled"),
                row.getLong("units"),
                row.getLong("amount"));
    }
}
