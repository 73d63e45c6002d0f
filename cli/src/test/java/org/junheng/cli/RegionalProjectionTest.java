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

class RegionalProjectionTest {

    private static final String SPECIFICATION = """
            model: regional
            population: census2020
            scenario: scenario.yaml
            trajectories: 24
            migration: pool
            """;

    @TempDir
    private Path folder;

    private Workbench bench;

    @BeforeEach
    void openTheBench() throws IOException {
        bench = new Workbench(folder);
        bench.write("scenario.yaml", "name: medium\nuntil: 2024\n");
    }

    @Test
    void a_census_table_becomes_quantiles_of_every_area_sex_and_age_group() throws IOException {
        Path census = Workbench.reference("china/zhejiang_census2020_county_age_sex.csv");
        Workbench.Outcome outcome = bench.run("project", SPECIFICATION.replace("census2020", census.toString()));
        assertThat(outcome.code()).as(outcome.said()).isZero();
        List<Map<String, String>> quantiles = bench.result("quantiles.csv");
        assertThat(String.join(",", quantiles.getFirst().keySet()))
                .isEqualTo("area,year,sex,age_group,q025,q10,q50,q90,q975");
        assertThat(quantiles).hasSize(103 * 5 * 3 * 22);
        var index = Workbench.index(quantiles, "area", "year", "sex", "age_group");
        assertThat(number(index.get(List.of("330000", "2020", "both", "all")), "q50"))
                .isEqualTo(64_567_588);
        assertThat(index).containsKey(List.of("温州经济技术开发区", "2024", "f", "85-89"));
        for (Map<String, String> row : quantiles) {
            assertThat(number(row, "q025")).isLessThanOrEqualTo(number(row, "q50"));
            assertThat(number(row, "q50")).isLessThanOrEqualTo(number(row, "q975"));
        }
    }

    @Test
    void totals_balance_and_counties_add_up_to_the_province() throws IOException {
        assertThat(bench.run("project", SPECIFICATION).code()).isZero();
        var totals = Workbench.index(bench.result("totals.csv"), "area", "year");
        double counties = 0;
        for (var entry : totals.entrySet()) {
            Map<String, String> row = entry.getValue();
            if (row.get("level").equals("county") && row.get("year").equals("2024")) {
                counties += number(row, "total");
            }
            Map<String, String> before =
                    totals.get(List.of(row.get("area"), Integer.toString(Integer.parseInt(row.get("year")) - 1)));
            if (before != null) {
                double change = number(row, "births")
                        - number(row, "deaths_m")
                        - number(row, "deaths_f")
                        + number(row, "net_internal")
                        + number(row, "net_external");
                assertThat(number(row, "total")).isCloseTo(number(before, "total") + change, offset(1e-3));
                assertThat(number(row, "births_1") + number(row, "births_2") + number(row, "births_3"))
                        .isCloseTo(number(row, "births"), offset(1e-3));
            }
        }
        assertThat(counties).isCloseTo(number(totals.get(List.of("330000", "2024")), "total"), offset(1e-2));
    }

    @Test
    void the_same_seed_gives_the_same_bytes_for_any_number_of_threads() throws IOException {
        String hashes = outputs("threads: 1\n");
        assertThat(outputs("threads: 2\n")).isEqualTo(hashes);
        assertThat(outputs("threads: 7\n")).isEqualTo(hashes);
    }

    @Test
    void two_scenarios_are_compared_trajectory_by_trajectory() throws IOException {
        bench.write("reform.yaml", """
                name: reform
                version: 2
                author: the office
                source: a study
                until: 2024
                measures:
                  - {name: second child, order: 2, from: 2023, phase_in: 1, effect: 0.1, se: 0.03, source: a study}
                """);
        Workbench.Outcome outcome = bench.run("project", SPECIFICATION + "compare: reform.yaml\n");
        assertThat(outcome.code()).as(outcome.said()).isZero();
        var events = Workbench.index(bench.result("difference_events.csv"), "area", "year", "event");
        Map<String, String> second = events.get(List.of("330000", "2024", "births_2"));
        Map<String, String> first = events.get(List.of("330000", "2024", "births_1"));
        assertThat(number(second, "q50")).isBetween(10_000.0, 25_000.0);
        assertThat(number(first, "q975")).isEqualTo(0);
        JsonNode compared = JsonMapper.shared()
                .readTree(bench.out().resolve("compared.json").toFile());
        assertThat(compared.get("fingerprint").asString()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            migration: teleport                     | pool, od, none
            trajectories: 0                         | trajectories
            """)
    void a_wrong_specification_names_key_and_value(String line, String said) throws IOException {
        String key = line.substring(0, line.indexOf(':') + 1);
        String specification = SPECIFICATION.replaceFirst("(?m)^" + key + ".*$", line);
        Workbench.Outcome outcome = bench.run("project", specification);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fertility: {total: {2025: 900}}         | total fertility of 2025 is 900
            fertlity: {ultimate: 1.2}               | fertlity
            variant: extreme                        | low, medium, high
            until: 1999                             | 1999
            """)
    void a_wrong_scenario_names_key_and_value(String line, String said) throws IOException {
        bench.write("scenario.yaml", "name: odd\n" + line + "\n");
        Workbench.Outcome outcome = bench.run("project", SPECIFICATION);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains(said);
        assertThat(bench.out()).doesNotExist();
    }

    @Test
    void the_year_places_run_out_and_the_cost_of_a_scheme_follow_from_the_outlook() throws IOException {
        bench.write("places.csv", """
                area,need,capacity
                330329,nursery_places,1
                330329,primary_places,9000000
                """);
        bench.write("cells.csv", """
                area,sex,age,order,persons,amount_fen
                330000,f,1,2,100,36000000
                330000,m,1,0,100,36000000
                """);
        String more = "capacity: places.csv\ncosts: {file: cells.csv, from: 2022, years: 3}\nplot: \"330329\"\n";
        Workbench.Outcome outcome = bench.run("project", SPECIFICATION + more);
        assertThat(outcome.code()).as(outcome.said()).isZero();
        List<Map<String, String>> exceeded = bench.result("exceeded.csv");
        assertThat(exceeded.getFirst()).containsEntry("exceeded_median", "2020");
        assertThat(exceeded.getLast()).containsEntry("exceeded_median", "");
        assertThat(bench.result("costs.csv"))
                .hasSize(3)
                .allMatch(row -> row.get("scheme").equals("all"));
        assertThat(Files.readString(bench.out().resolve("residents.svg")))
                .contains("泰顺县")
                .contains("<polygon");
        assertThat(Files.readString(bench.out().resolve("pyramid.svg"))).contains("2020 / 2024");
        bench.write("places.csv", "area,need,capacity\n330329,castles,1\n");
        assertThat(bench.run("project", SPECIFICATION + more).said())
                .contains("castles")
                .contains("nursery_places");
    }

    @Test
    void a_census_whose_counties_do_not_make_up_their_city_is_refused() throws IOException {
        Path census = Workbench.reference("china/zhejiang_census2020_county_age_sex.csv");
        List<String> lines = Files.readAllLines(census).stream()
                .filter(line -> !line.startsWith("330329"))
                .toList();
        bench.write("census.csv", String.join("\n", lines) + "\n");
        Workbench.Outcome outcome = bench.run("project", SPECIFICATION.replace("census2020", "census.csv"));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("the sum of the city's counties");
    }

    private String outputs(String more) throws IOException {
        assertThat(bench.run("project", SPECIFICATION + more).code()).isZero();
        return JsonMapper.shared()
                .readTree(bench.out().resolve("run.json").toFile())
                .get("outputs")
                .toString();
    }
}
