package org.junheng.demography.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junheng.demography.BySex;
import org.junheng.demography.Reference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UnitedNationsTest {

    private static final String CANADA = "wpp/canada_1x1_end/";

    @Test
    void every_cell_of_seventy_canadian_years_agrees_to_twelve_digits() {
        BySex base = new BySex(
                column(Reference.rows(CANADA + "in_base_pop_1950.csv"), "pop_m"),
                column(Reference.rows(CANADA + "in_base_pop_1950.csv"), "pop_f"));

        Projection projection = Projection.run(base, canada(), MigrationTiming.END);

        double worst = 0;
        for (Map<String, String> row : Reference.rows(CANADA + "expected_pop_1x1.csv.gz")) {
            BySex population = projection.populations().get(integer(row, "year") - 1950);
            worst = Math.max(worst, error(population.male()[integer(row, "age")], Reference.number(row, "pop_m")));
            worst = Math.max(worst, error(population.female()[integer(row, "age")], Reference.number(row, "pop_f")));
        }
        System.out.printf("Canada by single years: worst cell %.1e%n", worst);
        assertThat(worst).isLessThan(1e-12);
        assertThat(projection.steps()).allMatch(step -> step.withheld() == 0);
    }

    @Test
    void births_and_deaths_agree_to_twelve_digits() {
        BySex base = new BySex(
                column(Reference.rows(CANADA + "in_base_pop_1950.csv"), "pop_m"),
                column(Reference.rows(CANADA + "in_base_pop_1950.csv"), "pop_f"));
        Projection projection = Projection.run(base, canada(), MigrationTiming.END);
        for (Map<String, String> row : Reference.rows(CANADA + "expected_totals.csv")) {
            int i = integer(row, "year") - 1950;
            assertThat(error(projection.populations().get(i).total(), Reference.number(row, "total")))
                    .isLessThan(1e-12);
            if (i < projection.steps().size()) {
                Step step = projection.steps().get(i);
                assertThat(error(step.births(), Reference.number(row, "births")))
                        .isLessThan(1e-12);
                assertThat(error(
                                Arrays.stream(step.cohortDeaths().male()).sum(),
                                Reference.number(row, "deaths_cohort_m")))
                        .isLessThan(1e-12);
                assertThat(error(
                                Arrays.stream(step.cohortDeaths().female()).sum(),
                                Reference.number(row, "deaths_cohort_f")))
                        .isLessThan(1e-12);
            }
        }
    }

    @Test
    void sweden_1993_in_one_five_year_step_with_even_migration() {
        JsonNode box = Reference.json("vectors/phg_box6_2_sweden_1993_projection.json");
        BySex start = bySex(box, "pop_count_age_%s_begin");
        Components components = new Components(
                5,
                bySex(box, "survival_ratio_age_%s"),
                Reference.numbers(box.get("fert_rate_age_f")),
                box.get("srb").asDouble(),
                bySex(box, "mig_net_count_age_%s"));

        Step step = CohortComponent.step(start, components, MigrationTiming.EVEN);

        BySex expected = bySex(box, "pop_count_age_%s_end");
        assertThat(step.birthsByAge()).containsExactly(Reference.numbers(box.get("birth_count_age_b")), within(1.0));
        assertThat(step.population().female()).containsExactly(expected.female(), within(1.0));
        assertThat(step.population().male()).containsExactly(expected.male(), within(1.0));
    }

    @Test
    void nobody_leaves_who_is_not_there() {
        BySex start = new BySex(new double[] {10, 10, 10}, new double[] {10, 10, 10});
        BySex survival = new BySex(new double[] {1, 1, 1}, new double[] {1, 1, 1});
        BySex leaving = new BySex(new double[] {0, -25, 0}, new double[] {0, 0, 0});
        Components components = new Components(1, survival, new double[3], 1.05, leaving);
        for (MigrationTiming timing : new MigrationTiming[] {MigrationTiming.END, MigrationTiming.EVEN}) {
            Step step = CohortComponent.step(start, components, timing);
            assertThat(Arrays.stream(step.population().male()).min().orElseThrow())
                    .isNotNegative();
            assertThat(step.withheld()).isCloseTo(15, offset(0.001));
        }
    }

    private static List<Components> canada() {
        Map<Integer, Double> srb = new HashMap<>();
        Reference.rows(CANADA + "in_srb.csv")
                .forEach(row -> srb.put(integer(row, "year"), Reference.number(row, "srb")));
        List<Map<String, String>> rows = Reference.rows(CANADA + "in_rates_1x1.csv.gz");
        List<Components> years = new ArrayList<>();
        for (int year = 1950; year < 2020; year++) {
            List<Map<String, String>> own = rows.subList((year - 1950) * 101, (year - 1949) * 101);
            years.add(new Components(
                    1,
                    new BySex(column(own, "Sx_m"), column(own, "Sx_f")),
                    column(own, "asfr"),
                    srb.get(year),
                    new BySex(column(own, "netmig_m"), column(own, "netmig_f"))));
        }
        return years;
    }

    /**
     * Relative error; below one person, a thousandth of the distance in persons, so that 1e-12 means 1e-9 of a person.
     */
    private static double error(double actual, double expected) {
        double distance = Math.abs(actual - expected);
        return Math.abs(expected) < 1 ? distance / 1e3 : distance / Math.abs(expected);
    }

    private static BySex bySex(JsonNode box, String pattern) {
        return new BySex(
                Reference.numbers(box.get(pattern.formatted("m"))), Reference.numbers(box.get(pattern.formatted("f"))));
    }

    private static double[] column(List<Map<String, String>> rows, String name) {
        return rows.stream().mapToDouble(row -> Reference.number(row, name)).toArray();
    }

    private static int integer(Map<String, String> row, String name) {
        return Integer.parseInt(row.get(name));
    }
}
