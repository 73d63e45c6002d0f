package org.junheng.population;

import java.nio.file.Path;
import java.util.List;
import org.junheng.policy.Period;
import org.junheng.policy.Scheme;
import org.junheng.tables.Tables;

/**
 * What every scheme gives today's people in a year, by county, sex, age and birth order: what a projection needs to say
 * what it will cost when there are more or fewer of them.
 *
 * <p>Monthly amounts count twelve times. What is paid once counts for children in their first year of life, whose
 * number is that of a year's births; schemes that pay a couple or a grown-up once are left out, because a snapshot does
 * not say how many come to it in a year. A couple is counted at the wife's age. Birth order is told for children under
 * eighteen, unknown ones as first; everybody else has order 0, any.
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
            ), given AS (
                SELECT d.scheme, k.county, k.sex, k.age, k.birth_order, CAST(sum(d.amount) AS BIGINT) AS amount
                  FROM read_parquet('%4$s') d
                  LEFT JOIN read_parquet('%5$s') u ON d.unit = 'couple' AND u.key = d.id
                  JOIN kinds k ON k.key = coalesce(u.wife, d.id)
                 WHERE d.outcome = 'eligible' AND d.amount > 0
                 GROUP BY ALL
            )
            SELECT scheme, county, sex, age, birth_order, persons, amount
              FROM given JOIN there USING (county, sex, age, birth_order)
             ORDER BY ALL
            """;

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
     */
    public static List<Cell> of(SweepQuestion question, List<Scheme> schemes, Path decisions) {
        var folder = question.snapshot();
        var query = CELLS.formatted(
                question.on(),
                folder.resolve(SnapshotSchema.PERSON.fileName()),
                folder.resolve(SnapshotSchema.KINSHIP.fileName()),
                decisions,
                folder.resolve(SnapshotSchema.UNION.fileName()));
        try (Tables tables = Tables.open(question.limits())) {
            List<Cell> cells = tables.list(
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
            return schemes.stream()
                    .flatMap(scheme -> cells.stream()
                            .filter(cell -> cell.scheme().equals(scheme.id()))
                            .flatMap(cell -> inAYear(scheme, cell).stream()))
                    .toList();
        }
    }

    private static List<Cell> inAYear(Scheme scheme, Cell cell) {
        return switch (scheme.period()) {
            case Period.Length.YEAR -> List.of(cell);
            case Period.Length.MONTH ->
                List.of(new Cell(
                        cell.scheme,
                        cell.county,
                        cell.male,
                        cell.age,
                        cell.birthOrder,
                        cell.persons,
                        MONTHS * cell.amountFen));
            case Period.Length.ONCE -> cell.age == 0 ? List.of(cell) : List.of();
        };
    }
}
