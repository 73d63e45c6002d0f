package org.junheng.population;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    private static final String DECIDED = """
            CREATE OR REPLACE TABLE decided (id BIGINT, area BIGINT, scheme SMALLINT, true_mask BIGINT, unknown_mask BIGINT,
                                             outcome TINYINT, amount BIGINT, enrolled BOOLEAN)
            """;

    private static final String DECIDE = """
            INSERT INTO decided
            SELECT s.id, %s, %d, s.true_mask, s.unknown_mask, s.outcome, s.amount, b.unit_key IS NOT NULL
              FROM (%s) s
              LEFT JOIN claim b ON b.unit_key = s.id AND b.scheme = '%s'
            """;

    private static final String CELLS = """
            CREATE TABLE cell (scheme SMALLINT, area BIGINT, true_mask BIGINT, unknown_mask BIGINT, outcome TINYINT,
                               enrolled BOOLEAN, units BIGINT, amount BIGINT)
            """;

    private static final String COUNT = """
            INSERT INTO cell
            SELECT scheme, area, true_mask, unknown_mask, outcome, enrolled, count(*), CAST(coalesce(sum(amount), 0) AS BIGINT)
              FROM decided GROUP BY ALL
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
            SELECT '%s' AS unit, id, nullif(area, 0) AS area, (%s)[scheme + 1] AS scheme, true_mask, unknown_mask,
                   ['not_eligible', 'undetermined', 'eligible'][outcome + 1] AS outcome, amount, enrolled
              FROM decided WHERE %s ORDER BY decided.scheme, id
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

        /** A chunk is decided: the table {@code decided} has a row per unit and scheme. */
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
        boolean rowsWanted = decisions.file().isPresent() || watcher.isPresent();
        if (rowsWanted) {
            room.tables().execute(DECIDED);
        }
        String decide = rowsWanted ? DECIDE : DECIDE_AND_COUNT;
        room.sideBySide(IntStream.range(0, schemes.size())
                .filter(place -> schemes.get(place).scheme().unit() == chunk.unit())
                .mapToObj(place -> decide(decide, place))
                .toList());
        if (rowsWanted) {
            room.tables().execute(COUNT);
            decisions.file().ifPresent(file -> write(chunk));
            watcher.ifPresent(each -> each.decided(room, chunk.unit()));
        }
    }

    private String decide(String statement, int place) {
        Scheme scheme = schemes.get(place).scheme();
        return statement.formatted(room.area("s.region"), place, room.statement(scheme), scheme.id());
    }

    private void write(Workroom.Chunk chunk) {
        Path part = room.file("decisions_" + parts.size() + ".parquet");
        String ids =
                schemes.stream().map(each -> "'" + each.scheme().id() + "'").collect(joining(", ", "[", "]"));
        room.tables().export(DECISIONS.formatted(chunk.unit().id(), ids, where()), part);
        parts.add(part);
    }

    private String where() {
        if (decisions.rows() == Rows.ALL) {
            return "TRUE";
        }
        String all = schemes.stream()
                .map(scheme -> scheme.allBits() + "::BIGINT")
                .collect(joining(", ", "([", "])[decided.scheme + 1]"));
        return "outcome > 0 OR enrolled OR (unknown_mask = 0 AND bit_count(%s & ~true_mask) = 1)".formatted(all);
    }

    /** A single part is the file; of several, one file is made. */
    private void join(Path file) {
        try {
            if (parts.size() == 1) {
                Files.move(parts.getFirst(), file, StandardCopyOption.REPLACE_EXISTING);
            } else {
                String all = parts.stream()
                        .map(part -> "SELECT * FROM " + Workroom.parquet(part))
                        .collect(joining(" UNION ALL "));
                room.tables().export(all, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
