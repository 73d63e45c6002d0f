package org.junheng.population;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.junheng.policy.Scheme;
import org.junheng.policy.Unit;
import org.junheng.population.internal.sweep.Workroom;
import org.junheng.tables.Row;

/**
 * What a set of schemes does to people that none of them says: who falls between two, who is covered twice although no
 * exclusion names it, and which conditions never decide anything.
 */
public final class GapAnalysis {

    private static final String TABLES = """
            CREATE OR REPLACE TABLE gap (a SMALLINT, a_missed BIGINT, b SMALLINT, b_missed BIGINT, area BIGINT, units BIGINT);
            CREATE OR REPLACE TABLE near (unit VARCHAR, id BIGINT, scheme SMALLINT, missed BIGINT, area BIGINT);
            CREATE OR REPLACE TABLE twice (a SMALLINT, b SMALLINT, area BIGINT, units BIGINT, a_amount BIGINT, b_amount BIGINT)
            """;

    private static final String NEAR = """
            INSERT INTO near
            SELECT '%s', id, decided.scheme, all_bits & ~true_mask, area
              FROM decided JOIN (VALUES %s) AS s(scheme, all_bits) ON s.scheme = decided.scheme
             WHERE unknown_mask = 0 AND bit_count(all_bits & ~true_mask) = 1
            """;

    private static final String SAME_UNIT = """
            INSERT INTO gap
            SELECT a.scheme, a.missed, b.scheme, b.missed, a.area, count(*)
              FROM near a JOIN near b ON b.unit = a.unit AND b.id = a.id AND b.scheme > a.scheme
             GROUP BY ALL
            """;

    /** A family is the mother's: her children, she and her husband, their marriage. */
    private static final String SAME_FAMILY = """
            INSERT INTO gap
              WITH family AS (SELECT 'child' AS unit, child AS id, coalesce(mother, father) AS family FROM snapshot.kinship
                               UNION ALL
                              SELECT 'person', p.key, coalesce(u.wife, p.key)
                                FROM snapshot.person p LEFT JOIN snapshot."union" u ON u.husband = p.key AND u.ended IS NULL
                               UNION ALL
                              SELECT 'couple', key, wife FROM snapshot."union"),
                   missed AS (SELECT DISTINCT n.unit, n.scheme, n.missed, n.area, f.family
                                FROM near n JOIN family f ON f.unit = n.unit AND f.id = n.id)
            SELECT a.scheme, a.missed, b.scheme, b.missed, a.area, count(DISTINCT a.family)
              FROM missed a JOIN missed b ON b.family = a.family AND b.unit <> a.unit AND b.scheme > a.scheme
             GROUP BY ALL
            """;

    private static final String TWICE = """
            INSERT INTO twice
            SELECT a.scheme, b.scheme, a.area, count(*), CAST(coalesce(sum(a.amount), 0) AS BIGINT),
                   CAST(coalesce(sum(b.amount), 0) AS BIGINT)
              FROM decided a JOIN decided b ON b.id = a.id AND b.scheme > a.scheme
             WHERE a.outcome = 2 AND b.outcome = 2
             GROUP BY ALL
            """;

    private static final String ALL_GAPS = """
            SELECT a, a_missed, b, b_missed, area, CAST(sum(units) AS BIGINT) AS units
              FROM gap GROUP BY ALL ORDER BY ALL
            """;

    private static final String ALL_TWICE = """
            SELECT a, b, area, CAST(sum(units) AS BIGINT) AS units, CAST(sum(a_amount) AS BIGINT) AS a_amount,
                   CAST(sum(b_amount) AS BIGINT) AS b_amount
              FROM twice GROUP BY ALL ORDER BY ALL
            """;

    private GapAnalysis() {}

    /**
     * What was found.
     *
     * @param swept the sweep it rests on
     * @param gaps by pair of conditions and area
     * @param overlaps by pair of schemes and area
     */
    public record Findings(Swept swept, List<Gap> gaps, List<Overlap> overlaps) {
        public Findings {
            gaps = List.copyOf(gaps);
            overlaps = List.copyOf(overlaps);
        }
    }

    /** What a gap counts. */
    public enum Counted {
        /** Children, persons or couples who miss two schemes that decide about the same. */
        UNITS,
        /** Families in which one misses one scheme and another the other. */
        FAMILIES
    }

    /** Who misses two schemes, each by one condition only. */
    public record Gap(
            long area,
            String one,
            String oneCondition,
            String other,
            String otherCondition,
            Counted counted,
            long units) {}

    /**
     * Units eligible under two schemes.
     *
     * @param excluded whether one of the two names the other as excluded
     */
    public record Overlap(
            long area, String one, String other, boolean excluded, long units, long oneFen, long otherFen) {}

    /**
     * Sweeps and looks for gaps and overlaps.
     *
     * @throws SnapshotFaulty if the snapshot lacks a table, or a column for a fact of the schemes
     */
    public static Findings run(SweepQuestion question, List<Scheme> schemes, SweepProgress progress) {
        Search search = new Search(schemes);
        Swept swept = PopulationSweep.run(question, schemes, search, progress);
        return new Findings(
                swept,
                search.gaps.stream().map(raw -> raw.named(swept.schemes())).toList(),
                search.overlaps.stream().map(raw -> raw.named(swept.schemes())).toList());
    }

    /** Gathers near misses chunk by chunk; what stands after the last is what was found. */
    private static final class Search implements PopulationSweep.Watcher {

        private final List<Scheme> schemes;
        private String bits = "";
        private List<RawGap> gaps = List.of();
        private List<RawOverlap> overlaps = List.of();

        Search(List<Scheme> schemes) {
            this.schemes = schemes;
        }

        @Override
        public void decided(Workroom room, Unit unit) {
            if (bits.isEmpty()) {
                bits = bits(schemes, room);
                room.tables().execute(TABLES);
            }
            room.tables().execute(NEAR.formatted(unit.id(), bits));
            room.tables().execute(TWICE);
        }

        @Override
        public void ended(Workroom room) {
            if (bits.isEmpty()) {
                return; // nobody was decided
            }
            room.tables().execute(SAME_UNIT);
            room.tables().execute(room.over(SAME_FAMILY));
            gaps = room.tables().list(ALL_GAPS, List.of(), RawGap::of);
            overlaps = room.tables().list(ALL_TWICE, List.of(), RawOverlap::of);
        }
    }

    private static String bits(List<Scheme> schemes, Workroom room) {
        List<SweptScheme> swept = schemes.stream()
                .map(scheme -> new SweptScheme(scheme, room.findSweep(scheme)))
                .toList();
        List<String> rows = new ArrayList<>();
        swept.forEach(scheme -> rows.add("(%d, %d::BIGINT)".formatted(rows.size(), scheme.allBits())));
        return rows.stream().collect(joining(", "));
    }

    private record RawGap(int a, long aMissed, int b, long bMissed, long area, long units) {

        static RawGap of(Row row) {
            return new RawGap(
                    row.getInt("a"),
                    row.getLong("a_missed"),
                    row.getInt("b"),
                    row.getLong("b_missed"),
                    row.getLong("area"),
                    row.getLong("units"));
        }

        Gap named(List<SweptScheme> schemes) {
            SweptScheme one = schemes.get(a);
            SweptScheme other = schemes.get(b);
            return new Gap(
                    area,
                    one.scheme().id(),
                    condition(one, aMissed),
                    other.scheme().id(),
                    condition(other, bMissed),
                    one.scheme().unit().equals(other.scheme().unit()) ? Counted.UNITS : Counted.FAMILIES,
                    units);
        }

        private static String condition(SweptScheme scheme, long missed) {
            return scheme.conditions().get(Long.numberOfTrailingZeros(missed)).id();
        }
    }

    private record RawOverlap(int a, int b, long area, long units, long aAmount, long bAmount) {

        static RawOverlap of(Row row) {
            return new RawOverlap(
                    row.getInt("a"),
                    row.getInt("b"),
                    row.getLong("area"),
                    row.getLong("units"),
                    row.getLong("a_amount"),
                    row.getLong("b_amount"));
        }

        Overlap named(List<SweptScheme> schemes) {
            Scheme one = schemes.get(a).scheme();
            Scheme other = schemes.get(b).scheme();
            boolean excluded =
                    one.excludes().contains(other.id()) || other.excludes().contains(one.id());
            return new Overlap(area, one.id(), other.id(), excluded, units, aAmount, bAmount);
        }
    }
}
