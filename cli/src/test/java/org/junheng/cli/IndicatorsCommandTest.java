package org.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.junheng.cli.Workbench.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IndicatorsCommandTest {

    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void openTheBench() {
        bench = new Workbench(folder);
    }

    @Test
    void every_row_of_the_census_has_its_indicators_with_or_without_a_code() throws IOException {
        Path census = Workbench.reference("china/zhejiang_census2020_county_age_sex.csv");
        assertThat(bench.run("indicators", "census: " + census).code()).isZero();
        List<Map<String, String>> rows = bench.result("indicators.csv");
        assertThat(rows).hasSize(103);
        assertThat(String.join(",", rows.getFirst().keySet()))
                .isEqualTo(
                        "code,city,name,pop,sex_ratio,child_dep,old_dep,total_dep,pct_0_14,pct_60plus,pct_65plus,median_age,"
                                + "sex_ratio_age0,child_woman_ratio");
        assertThat(rows)
                .anyMatch(row -> row.get("code").isEmpty() && row.get("name").equals("温州经济技术开发区"));
        assertThat(number(rows.getFirst(), "pct_65plus")).isCloseTo(13.27, offset(0.005));
        assertThat(number(rows.getFirst(), "sex_ratio_age0")).isCloseTo(100.0 * 240618 / 218491, offset(1e-9));
    }

    @Test
    void the_census_of_2010_has_no_column_for_the_city_and_passes() throws IOException {
        Path census = Workbench.reference("china/zhejiang_census2010_county_age_sex.csv");
        Workbench.Outcome outcome = bench.run("indicators", "census: " + census);
        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(number(bench.result("indicators.csv").getFirst(), "pop")).isEqualTo(54_426_891);
    }

    @Test
    void a_census_whose_ages_do_not_add_up_is_refused() throws IOException {
        Path census = Workbench.reference("china/zhejiang_census2020_county_age_sex.csv");
        bench.write("census.csv", Files.readString(census).replaceFirst("64567588", "64567589"));
        Workbench.Outcome outcome = bench.run("indicators", "census: census.csv");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said())
                .contains("census.csv:2: column pop: \"64567589\"")
                .contains("64567588");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            age_heaping_pop1m_pasex,                1e-6
            beers_ordinary_modified_examples,       1e-3
            bongaarts_feeney_tempo_demor,           1e-10
            dasgupta_2_1_earnings_2factor,          1e-5
            dasgupta_2_2_birthrate_3factor,         1e-6
            nrr_demcore,                            1e-9
            pas_agesex_accuracy,                    1e-3
            phg_box3_1_austria_males_1992_lifetable, 1e-2
            phg_box5_1_us_1992_tfr,                 1e-3
            siegel_swanson_7_20_dissimilarity,      1e-6
            stable_population_US_females_1967,      1e-8
            """)
    void every_expected_value_of_a_vector_is_in_the_result(String name, double tolerance) throws IOException {
        Path file = Workbench.reference("vectors/" + name + ".json");
        Workbench.Outcome outcome = bench.run("indicators", "vector: " + file);
        assertThat(outcome.code()).as(outcome.said()).isZero();
        JsonNode published = JsonMapper.shared().readTree(file.toFile());
        JsonNode result =
                JsonMapper.shared().readTree(bench.out().resolve("result.json").toFile());
        int compared = 0;
        for (String key : published.propertyNames()) {
            if (key.startsWith("expected") || key.contains("_first")) {
                compare(key, published.get(key), result.get(key), tolerance);
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void swedens_step_is_known_by_its_keys() throws IOException {
        Path file = Workbench.reference("vectors/phg_box6_2_sweden_1993_projection.json");
        assertThat(bench.run("indicators", "vector: " + file).code()).isZero();
        JsonNode published = JsonMapper.shared().readTree(file.toFile());
        JsonNode result =
                JsonMapper.shared().readTree(bench.out().resolve("result.json").toFile());
        for (String key : List.of("birth_count_age_b", "pop_count_age_f_end", "pop_count_age_m_end")) {
            for (int i = 0; i < published.get(key).size(); i++) {
                assertThat(result.get(key).get(i).asDouble())
                        .isCloseTo(published.get(key).get(i).asDouble(), offset(1.0));
            }
        }
    }

    @Test
    void an_unknown_vector_is_refused() throws IOException {
        bench.write("odd.json", "{\"colour\": \"blue\"}");
        Workbench.Outcome outcome = bench.run("indicators", "vector: odd.json");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("colour").contains("no known kind");
    }

    @Test
    void fertility_per_thousand_in_a_vector_is_refused() throws IOException {
        bench.write("tfr.json", "{\"age\": [15, 20], \"asfr\": [12.5, 80.1]}");
        Workbench.Outcome outcome = bench.run("indicators", "vector: tfr.json");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("Divide rates per 1,000");
    }

    private static void compare(String path, JsonNode expected, JsonNode actual, double tolerance) {
        assertThat(actual).as(path).isNotNull();
        if (expected.isObject()) {
            expected.propertyNames()
                    .forEach(key -> compare(path + "." + key, expected.get(key), actual.get(key), tolerance));
        } else if (expected.isArray()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", expected.get(i), actual.get(i), tolerance);
            }
        } else {
            double size = Math.max(1, Math.abs(expected.asDouble()));
            assertThat(Math.abs(actual.asDouble() - expected.asDouble()) / size)
                    .as(path)
                    .isLessThan(tolerance);
        }
    }
}
