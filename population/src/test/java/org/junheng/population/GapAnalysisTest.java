package org.junheng.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Scheme;
import org.junheng.policy.Schemes;
import org.junheng.population.PopulationSweep.Decisions;
import org.junheng.population.PopulationSweep.Rows;
import org.junheng.tables.Limits;
import org.junit.jupiter.api.Test;

class GapAnalysisTest {

    private static final LocalDate ON = LocalDate.of(2025, 12, 31);
    private static final Path SHIPPED = Path.of("../schemes");

    @Test
    void families_between_two_schemes_and_covered_twice_are_counted_as_a_join_of_the_decisions_counts_them()
            throws IOException {
        try (var made = new MadeCounty(0.02, ON, 5)) {
            List<Scheme> schemes = twins(made.folder);
            SweepQuestion question = new SweepQuestion(
                    made.folder.resolve("snapshot"), ON, ON, AreaCode.Level.COUNTY, new Limits(512, 2, made.folder));
            Path file = made.folder.resolve("both.parquet");
            PopulationSweep.run(question, schemes, new Decisions(Optional.of(file), Rows.ALL), SweepProgress.SILENT);

            GapAnalysis.Findings findings = GapAnalysis.run(question, schemes, SweepProgress.SILENT);

            String pairs = "FROM read_parquet('" + file + "') a JOIN read_parquet('" + file
                    + "') b ON b.id = a.id AND b.unit = a.unit AND a.scheme = 'childcare-subsidy' AND b.scheme ="
                    + " 'stricter'";
            long twice =
                    made.count("SELECT count(*) " + pairs + " WHERE a.outcome = 'eligible' AND b.outcome = 'eligible'");
            long between = made.count("SELECT count(*) " + pairs + " WHERE a.unknown_mask = 0 AND b.unknown_mask = 0"
                    + " AND bit_count(63 & ~a.true_mask) = 1 AND bit_count(63 & ~b.true_mask) = 1");
            assertThat(findings.overlaps().stream()
                            .mapToLong(GapAnalysis.Overlap::units)
                            .sum())
                    .isEqualTo(twice)
                    .isPositive();
            assertThat(findings.gaps().stream()
                            .mapToLong(GapAnalysis.Gap::units)
                            .sum())
                    .isEqualTo(between)
                    .isPositive();
            assertThat(findings.overlaps())
                    .allSatisfy(overlap -> assertThat(overlap.excluded()).isFalse());
            assertThat(findings.gaps())
                    .anySatisfy(gap -> assertThat(gap.oneCondition()).isEqualTo("months_due"));
        }
    }

    /** The childcare subsidy and a stricter one beside it. */
    private static List<Scheme> twins(Path folder) throws IOException {
        Path schemes = folder.resolve("schemes");
        Path one = Files.createDirectories(schemes.resolve("childcare-subsidy"));
        Path other = Files.createDirectories(schemes.resolve("stricter"));
        Files.copy(SHIPPED.resolve("vocabulary.yaml"), schemes.resolve("vocabulary.yaml"));
        String text = Files.readString(SHIPPED.resolve("childcare-subsidy/scheme.yaml"));
        Files.writeString(one.resolve("scheme.yaml"), text);
        Files.writeString(
                other.resolve("scheme.yaml"),
                text.replace("scheme: childcare-subsidy", "scheme: stricter")
                        .replace("value: 3, legal", "value: 2, legal"));
        return List.copyOf(Schemes.load(schemes).schemes());
    }
}
