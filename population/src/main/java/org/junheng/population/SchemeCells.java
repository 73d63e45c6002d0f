package org.junheng.population;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junheng.policy.Benefit;
import org.junheng.policy.Period;
import org.junheng.policy.Scheme;
import org.junheng.tables.Tables;

/**
 * What every scheme gives today's people in a year, by county, sex, age and birth order: what a projection needs to say
 * what it will cost when there are more or fewer of them.
 *
 * <p>Monthly amounts count twelve times. What is paid once counts for those who have come to it within the year: who is
 * owed it on the day and was not owed it a year before, as newborn children, couples newly married and people newly
 * retired are. A scheme without a version in force a year before has no such number and is left out: all whom the law
 * found at once are not what comes every year. Schemes that give days cost nothing here. A couple is counted at the
 * wife's age. Birth order is told for children under eighteen, unknown ones as first; everybody else has order 0, any.
 */
public final class SchemeCells {

    private static final String CELLS = """
            WITH people AS (
                SELECT p.key, p.residence_area // 1000000 AS county, p.sex,
                       CAST(date_sub('year', p.birth, DATE '%1$s') AS INTEGER) AS age, k.birth_order
                  FROM read_parquet('%2$s') p
                  LEFT JOIN (SELECT child, max(birth_order) AS birth_order FROM read_parquet('%3$s') GROUP BY child) k
                    ON k.child = p.key
                 WHERE p.birth <= DATE '%1$s' AND (p.death IS NULL OR p.death > DATE '%1$s')
            ), kinds AS (
                SELECT key, county, sex, age,
                       CAST(CASE WHEN age < 18 THEN greatest(1, least(3, coalesce(birth_order, 1))) ELSE 0 END AS INTEGER) AS birth_order
                  FROM people
            ), there AS (
                SELECT county, sex, age, birth_order, count(*) AS persons FROM kinds GROUP BY ALL
            ), earlier AS (
                %6$s
            ), given AS (
                SELECT d.scheme, k.county, k.sex, k.age, k.birth_order, CAST(sum(d.amount) AS BIGINT) AS amount
                  FROM read_parquet('%4$s') d
                  LEFT JOIN read_parquet('%5$s') u ON d.unit = 'couple' AND u.key = d.id
                  JOIN kinds k ON k.key = coalesce(u.wife, d.id)
                  LEFT JOIN earlier e ON e.scheme = d.scheme AND e.id = d.id
                 WHERE d.outcome = 'eligible' AND d.amount > 0 AND e.id IS NULL
                 GROUP BY ALL
            )
            SELECT scheme, county, sex, age, birth_order, persons, amount
              FROM given JOIN there USING (county, sex, age, birth_order)
             ORDER BY ALL
            """;

    private static final String EARLIER = """
            SELECT scheme, id FROM read_parquet('%s') WHERE outcome = 'eligible'""";

    private static final String NOTHING_EARLIER = "SELECT '' AS scheme, 0::BIGINT AS id WHERE FALSE";

    private static final int MONTHS = 12;

    private SchemeCells() {}

    /**
     * One kind of people.
     *
     * @param county six digits
     * @param male whether they are male
     * @param age completed years on the day
     * @param birthOrder 1 to 3 for children, 0 for any
     * @param persons how many there are, with or without a claim
     * @param amountFen what the scheme gives them together in a year
     */
    public record Cell(
            String scheme, int county, boolean male, int age, int birthOrder, long persons, long amountFen) {}

    /**
     * Reads them off the decisions of a sweep of the same day.
     *
     * @param decisions the file the sweep has written
     * @param aYearBefore a file to be made: the decisions of a year before on what is paid once
     */
    public static List<Cell> of(SweepQuestion question, List<Scheme> schemes, Path decisions, Path aYearBefore) {
        var before = aYearBefore(question);
        var paidOnce = schemes.stream()
                .filter(scheme -> scheme.period() == Period.Length.ONCE && paid(scheme, before.on()))
                .toList();
        if (!paidOnce.isEmpty()) {
            PopulationSweep.run(
                    before,
                    paidOnce,
                    new PopulationSweep.Decisions(Optional.of(aYearBefore), PopulationSweep.Rows.OPEN),
                    (done, total) -> {});
        }
        var earlier = paidOnce.isEmpty() ? NOTHING_EARLIER : EARLIER.formatted(aYearBefore);
        return cells(question, decisions, earlier).stream()
                .flatMap(cell -> schemes.stream()
                        .filter(scheme -> scheme.id().equals(cell.scheme()) && paid(scheme, before.on()))
                        .map(scheme -> inAYear(scheme, cell)))
                .toList();
    }

    private static SweepQuestion aYearBefore(SweepQuestion question) {
        return new SweepQuestion(
                question.snapshot(),
                question.on().minusYears(1),
                question.knownAt(),
                question.level(),
                question.limits());
    }

    /** Whether a scheme pays money, and if once, has done so for a year. */
    private static boolean paid(Scheme scheme, LocalDate aYearBefore) {
        return scheme.gives() == Benefit.MONEY
                && (scheme.period() != Period.Length.ONCE
                        || scheme.versions().stream()
                                .anyMatch(version -> !version.from().isAfter(aYearBefore)));
    }

    private static List<Cell> cells(SweepQuestion question, Path decisions, String earlier) {
        var folder = question.snapshot();
        var query = CELLS.formatted(
                question.on(),
                folder.resolve(SnapshotSchema.PERSON.fileName()),
                folder.resolve(SnapshotSchema.KINSHIP.fileName()),
                decisions,
                folder.resolve(SnapshotSchema.UNION.fileName()),
                earlier);
        try (Tables tables = Tables.open(question.limits())) {
            return tables.list(
                    query,
                    List.of(),
                    row -> new Cell(
                            row.getString("scheme"),
                            row.getInt("county"),
                            row.getInt("sex") == 1,
                            row.getInt("age"),
                            row.getInt("birth_order"),
                            row.getLong("persons"),
                            row.getLong("amount")));
        }
    }

    private static Cell inAYear(Scheme scheme, Cell cell) {
        long times = scheme.period() == Period.Length.MONTH ? MONTHS : 1;
        return new Cell(
                cell.scheme, cell.county, cell.male, cell.age, cell.birthOrder, cell.persons, times * cell.amountFen);
    }
}
