package org.junheng.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Scheme;
import org.junheng.policy.Schemes;
import org.junheng.population.internal.sweep.Comparisons;
import org.junheng.tables.Limits;
import org.junit.jupiter.api.Test;

class BunchingTest {

    private static final LocalDate ON = LocalDate.of(2025, 12, 31);
    private static final Path SHIPPED = Path.of("../schemes");
    private static final List<Scheme> SUBSIDY =
            List.of(Schemes.read(SHIPPED).book().get("childcare-subsidy"));

    @Test
    void births_put_off_until_a_scheme_begins_are_found_and_ordinary_births_are_not() throws IOException {
        try (var made = new MadeCounty(0.4, ON, 3)) {
            Path snapshot = made.folder.resolve("snapshot");
            SweepQuestion question =
                    new SweepQuestion(snapshot, ON, ON, AreaCode.Level.COUNTY, new Limits(512, 2, made.folder));
            assertThat(atTheStart(question).z()).as("ordinary births").isBetween(-3.0, 3.0);

            Path person = snapshot.resolve("person.parquet");
            Path moved = made.folder.resolve("moved.parquet");
            made.tables.export("""
                    SELECT * REPLACE (CASE WHEN birth BETWEEN DATE '2024-12-02' AND DATE '2024-12-31'
                                           THEN CAST(birth + 30 AS DATE) ELSE birth END AS birth)
                      FROM read_parquet('%s') ORDER BY key
                    """.formatted(person), moved);
            Files.move(moved, person, StandardCopyOption.REPLACE_EXISTING);
            assertThat(atTheStart(question).z()).as("births put off").isGreaterThan(3);
        }
    }

    private static Bunching.Threshold atTheStart(SweepQuestion question) {
        List<Bunching.Threshold> all = Bunching.run(question, SHIPPED, SUBSIDY);
        return all.stream()
                .filter(each -> each.comparison().equals("child.born < startsOn"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not among " + all));
    }

    @Test
    void a_density_on_a_line_is_continued_to_the_threshold() {
        assertThat(Bunching.density(new double[] {95, 85, 75, 65, 55})).isCloseTo(100, within(1e-9));
        assertThat(Bunching.density(new double[] {40, 40, 40, 40, 40})).isCloseTo(40, within(1e-9));
    }

    @Test
    void comparisons_are_found_with_both_their_sides() {
        assertThat(Comparisons.in("has(claim.firstFiledOn) || (age(person.born, on) >= minAge && !(a < b))"))
                .extracting(each -> each.left() + " " + each.operator() + " " + each.right())
                .containsExactly("age(person.born, on) >= minAge", "a < b");
        assertThat(Comparisons.in("kind == \"<odd>\"")).isEmpty();
    }
}
