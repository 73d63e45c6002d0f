package org.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepCommandTest {

    private static @TempDir Path made;
    private @TempDir Path folder;

    @BeforeAll
    static void make() throws IOException {
        System.setProperty(
                "junheng.schemes", Path.of("../schemes").toAbsolutePath().toString());
        Workbench.Outcome outcome =
                new Workbench(made).run("synthesize", "{areas: [\"330329\"], scale: 0.01, on: 2025-12-31}");
        assertThat(outcome.code()).as(outcome.said()).isZero();
    }

    private static String spec(String more) {
        return "population: %s/out/snapshot%non: 2025-12-31%n%s".formatted(made, more);
    }

    @Test
    void a_sweep_writes_decisions_and_sums_by_area() throws IOException {
        Workbench bench = new Workbench(folder);

        Workbench.Outcome outcome = bench.run("sweep", spec("schemes: [childcare-subsidy]\nmemory: 8GB"));

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.said()).contains("childcare-subsidy");
        assertThat(bench.out().resolve("decisions.parquet")).isNotEmptyFile();
        List<Map<String, String>> summary = bench.result("summary.csv");
        assertThat(summary.getFirst())
                .containsOnlyKeys("area", "scheme", "eligible", "undetermined", "not_eligible", "amount_fen");
        assertThat(summary)
                .filteredOn(row -> row.get("area").equals("330329"))
                .singleElement()
                .satisfies(row -> assertThat(Workbench.number(row, "eligible")).isPositive());
        assertThat(bench.result("near_misses.csv")).isNotEmpty();
        assertThat(bench.result("enrolment.csv")).isNotEmpty();
        assertThat(bench.result("why_not.csv"))
                .extracting(row -> row.get("condition"))
                .contains("months_due");
    }

    @Test
    void all_schemes_are_swept_and_the_same_bytes_come_again() throws IOException {
        Workbench bench = new Workbench(folder);
        assertThat(bench.run("sweep", spec("schemes: all\nthreads: 1")).code()).isZero();
        byte[] decisions = Files.readAllBytes(bench.out().resolve("decisions.parquet"));
        byte[] summary = Files.readAllBytes(bench.out().resolve("summary.csv"));

        assertThat(bench.run("sweep", spec("schemes: all\nthreads: 2")).code()).isZero();

        assertThat(bench.out().resolve("decisions.parquet")).hasBinaryContent(decisions);
        assertThat(bench.out().resolve("summary.csv")).hasBinaryContent(summary);
    }

    @Test
    void a_reform_is_simulated_with_its_cost_by_area() throws IOException {
        Workbench bench = new Workbench(folder);
        bench.write("reform.yaml", "reform: more\nbase: childcare-subsidy\nset: {annual: 4800}\n");

        Workbench.Outcome outcome = bench.run("simulate", spec("reform: reform.yaml"));

        assertThat(outcome.code()).as(outcome.said()).isZero();
        List<Map<String, String>> effects = bench.result("effects.csv");
        assertThat(effects.getFirst())
                .containsOnlyKeys("area", "winners", "losers", "unchanged", "cost_fen", "baseline_fen");
        assertThat(effects)
                .allSatisfy(row -> assertThat(3 * Workbench.number(row, "cost_fen"))
                        .isEqualTo(4 * Workbench.number(row, "baseline_fen")));
        assertThat(bench.result("effects_by_age.csv")).hasSizeGreaterThan(1);
        assertThat(bench.result("effects_by_birth_order.csv")).hasSizeGreaterThan(1);
    }

    @Test
    void gaps_overlaps_and_conditions_are_told() throws IOException {
        Workbench bench = new Workbench(folder);

        Workbench.Outcome outcome = bench.run("gaps", spec("schemes: all"));

        assertThat(outcome.code()).as(outcome.said()).isZero();
        for (String file : List.of("gaps.csv", "overlaps.csv")) {
            assertThat(bench.out().resolve(file)).isNotEmptyFile();
        }
        assertThat(bench.result("conditions.csv"))
                .filteredOn(row -> row.get("scheme").equals("childcare-subsidy")
                        && row.get("condition").equals("chinese_national"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsEntry("never_false", "true"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sweep    | schemes: [childcare]           | key schemes: "childcare"
            sweep    | memory: much                   | key memory: "much"
            sweep    | memory: 100MB                  | at least
            sweep    | sheme: all                     | key sheme
            sweep    | areas: village                 | key areas
            simulate | reform: nowhere.yaml           | nowhere.yaml
            """)
    void a_wrong_specification_is_refused_by_its_value(String command, String more, String said) throws IOException {
        Workbench bench = new Workbench(folder);

        Workbench.Outcome outcome = bench.run(command, spec(more));

        assertThat(outcome.code()).as(outcome.said()).isEqualTo(2);
        assertThat(outcome.said()).contains(said);
        assertThat(bench.out()).doesNotExist();
    }

    @Test
    void a_folder_that_is_no_snapshot_is_refused() throws IOException {
        Workbench bench = new Workbench(folder);

        Workbench.Outcome outcome = bench.run("sweep", "{population: ., on: 2025-12-31, schemes: all}");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("person.parquet");
    }
}
