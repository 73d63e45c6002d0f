package org.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junheng.cli.Workbench.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProjectCommandTest {

    private static final String CANADA = """
            model: single-year
            base: {file: %1$s/in_base_pop_1950.csv, year: 1950}
            rates: {file: %1$s/in_rates_1x1.csv.gz}
            srb: {file: %1$s/in_srb.csv}
            migration: end
            """;

    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void openTheBench() {
        bench = new Workbench(folder);
    }

    @Test
    void single_year_reproduces_canada_in_every_cell() throws IOException {
        Path canada = Workbench.reference("wpp/canada_1x1_end");
        assertThat(bench.run("project", CANADA.formatted(canada)).code()).isZero();

        var published = Workbench.index(Workbench.rows(canada.resolve("expected_pop_1x1.csv.gz")), "year", "age");
        List<Map<String, String>> rows = bench.result("population.csv");
        assertThat(rows).hasSize(published.size());
        assertThat(rows.getFirst().keySet()).containsExactly("year", "age", "pop_m", "pop_f");
        for (Map<String, String> row : rows) {
            Map<String, String> expected = published.get(List.of(row.get("year"), row.get("age")));
            assertThat(error(row, expected, "pop_m")).isLessThan(1e-12);
            assertThat(error(row, expected, "pop_f")).isLessThan(1e-12);
        }
        Map<String, String> first = bench.result("totals.csv").getFirst();
        assertThat(first.keySet()).containsExactly("year", "total", "births", "deaths_m", "deaths_f");
        assertThat(number(first, "births")).isCloseTo(372056.3056541662, offset(1e-6));
    }

    @Test
    void the_same_inputs_give_the_same_bytes_and_the_record_names_every_input() throws IOException {
        Path canada = Workbench.reference("wpp/canada_1x1_end");
        bench.run("project", CANADA.formatted(canada));
        byte[] once = Files.readAllBytes(bench.out().resolve("population.csv"));
        bench.run("project", CANADA.formatted(canada));
        assertThat(Files.readAllBytes(bench.out().resolve("population.csv"))).isEqualTo(once);
        JsonNode record =
                JsonMapper.shared().readTree(bench.out().resolve("run.json").toFile());
        assertThat(record.get("command").asString()).isEqualTo("project");
        assertThat(record.get("inputs").size()).isEqualTo(4);
        assertThat(record.get("inputs").valueStream().toList())
                .allMatch(hash -> hash.asString().matches("[0-9a-f]{64}"));
        assertThat(record.get("wall_seconds").asDouble()).isPositive();
        assertThat(record.get("peak_memory_bytes").asLong()).isPositive();
    }

    @Test
    void five_year_reproduces_the_world_population_prospects_of_every_country_in_the_files() throws IOException {
        Path wpp = Workbench.reference("wpp/wpp2024_5x5");
        String specification = """
                model: five-year
                base: {file: %1$s/in_base_pop_2025.csv}
                mortality: {file: %1$s/in_mx_abridged.csv}
                fertility: {tfr: %1$s/in_tfr.csv, pattern: %1$s/in_pasfr_percent.csv}
                srb: {file: %1$s/in_srb.csv}
                migration: {file: %1$s/in_netmig_by_age_thousands.csv, timing: even}
                """;
        assertThat(bench.run("project", specification.formatted(wpp)).code()).isZero();

        var own = Workbench.index(bench.result("population.csv"), "country_code", "year", "age");
        Map<List<String>, double[]> totals = new LinkedHashMap<>();
        for (Map<String, String> row : Workbench.rows(wpp.resolve("expected_pop_2030_2100.csv"))) {
            Map<String, String> ours = own.get(List.of(row.get("country_code"), row.get("year"), row.get("age")));
            double[] sums =
                    totals.computeIfAbsent(List.of(row.get("country_code"), row.get("year")), k -> new double[2]);
            sums[0] += number(row, "popM") + number(row, "popF");
            sums[1] += number(ours, "popM") + number(ours, "popF");
        }
        assertThat(totals).hasSize(60);
        totals.forEach((key, sums) -> assertThat(Math.abs(sums[1] / sums[0] - 1))
                .as(key.toString())
                .isLessThan(key.getFirst().equals("156") ? 0.002 : 0.003));
        var tables = Workbench.index(bench.result("life_expectancy.csv"), "country_code", "period");
        for (Map<String, String> row : Workbench.rows(wpp.resolve("ref_e0_published.csv"))) {
            Map<String, String> ours = tables.get(List.of(row.get("country_code"), row.get("period")));
            assertThat(Math.abs(number(ours, "e0M") - number(row, "e0M"))).isLessThan(0.02);
            assertThat(Math.abs(number(ours, "e0F") - number(row, "e0F"))).isLessThan(0.02);
        }
    }

    @Test
    void multistate_reproduces_aargau_within_a_person() throws IOException {
        Path fso = Workbench.reference("fso");
        String specification = """
                model: multistate
                parameters: {file: %s/in_parameters_aargau_reference.csv.gz}
                """;
        Workbench.Outcome outcome = bench.run("project", specification.formatted(fso));
        assertThat(outcome.code()).as(outcome.said()).isZero();
        var own = Workbench.index(bench.result("population.csv"), "year", "nat", "sex", "age");
        for (Map<String, String> row : Workbench.rows(fso.resolve("expected_fso_projection_aargau_reference.csv.gz"))) {
            Map<String, String> ours =
                    own.get(List.of(row.get("year"), row.get("nat"), row.get("sex"), row.get("age")));
            assertThat(Math.abs(number(ours, "n") - number(row, "fso_projection_n")))
                    .isLessThan(1);
        }
    }

    @Test
    void demproj_reproduces_france() throws IOException {
        Path france = Workbench.reference("spectrum/france_demproj_1970_1990");
        Workbench.Outcome outcome = bench.run("project", "model: demproj\nfolder: %s\n".formatted(france));
        assertThat(outcome.code()).as(outcome.said()).isZero();
        var own = Workbench.index(bench.result("population.csv"), "year", "age");
        for (Map<String, String> row : Workbench.rows(france.resolve("expected_pop_spectrum.csv.gz"))) {
            Map<String, String> ours = own.get(List.of(row.get("year"), row.get("age")));
            assertThat(error(ours, row, "pop_m")).isLessThan(2e-5);
            assertThat(error(ours, row, "pop_f")).isLessThan(2e-5);
        }
    }

    private static double error(Map<String, String> actual, Map<String, String> expected, String column) {
        double distance = Math.abs(number(actual, column) - number(expected, column));
        double size = Math.abs(number(expected, column));
        return size < 1 ? distance / 1e3 : distance / size;
    }
}
