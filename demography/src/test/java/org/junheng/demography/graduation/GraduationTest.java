package org.junheng.demography.graduation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junheng.demography.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class GraduationTest {

    @Test
    void beers_formulas_reproduce_the_published_examples() {
        JsonNode box = Reference.json("vectors/beers_ordinary_modified_examples.json");
        double[] groups = Reference.numbers(box.get("subdivide_input"));
        double[] points = Reference.numbers(box.get("interp_input"));
        assertStarts(Graduation.BEERS_ORDINARY.split(groups), box.get("sub_ordinary_first21"));
        assertStarts(Graduation.BEERS_MODIFIED.split(groups), box.get("sub_modified_first12"));
        assertStarts(BeersInterpolation.ORDINARY.interpolate(points), box.get("int_ordinary_first11"));
    }

    @ParameterizedTest
    @EnumSource(Graduation.class)
    void an_even_population_stays_even(Graduation method) {
        double[] even = new double[18];
        Arrays.fill(even, 500);
        double[] flat = new double[90];
        Arrays.fill(flat, 100);
        assertThat(method.split(even)).containsExactly(flat, within(0.05));
    }

    @ParameterizedTest
    @EnumSource(Graduation.class)
    void nobody_is_lost_from_any_group_and_no_age_is_negative_however_rough_the_groups(Graduation method) {
        Random random = new Random(20);
        for (int trial = 0; trial < 200; trial++) {
            double[] groups = new double[5 + random.nextInt(17)];
            Arrays.setAll(groups, i -> random.nextInt(10) == 0 ? 0 : 1000 * Math.pow(random.nextDouble(), 4));
            double[] singles = method.graduate(groups);
            for (int g = 0; g < groups.length; g++) {
                assertThat(Arrays.stream(singles, 5 * g, 5 * g + 5).sum()).isCloseTo(groups[g], offset(1e-9));
            }
            assertThat(Arrays.stream(singles).min().orElseThrow()).isNotNegative();
        }
    }

    @ParameterizedTest
    @EnumSource(BeersInterpolation.class)
    void between_points_on_a_line_the_interpolated_values_lie_on_it_up_to_the_last_point(BeersInterpolation method) {
        double[] points = {0, 50, 100, 150, 200, 250, 300};
        double[] line = new double[31];
        Arrays.setAll(line, year -> 10 * year);
        assertThat(method.interpolate(points)).containsExactly(line, within(0.15));
    }

    @Test
    void sprague_and_beers_follow_a_cubic_exactly() {
        double[] groups = new double[12];
        double[] truth = new double[60];
        for (int x = 0; x < 60; x++) {
            truth[x] = integral(x + 1.0) - integral(x);
            groups[x / 5] += truth[x];
        }
        assertThat(Graduation.SPRAGUE.split(groups)).containsExactly(truth, within(0.5));
        assertThat(Graduation.BEERS_ORDINARY.split(groups)).containsExactly(truth, within(0.5));
    }

    @Test
    void johnsons_adjustment_keeps_age_zero_and_both_totals() {
        double[] groups = {752124, 582662, 463534, 369976, 286946, 235867, 199561};
        double[] singles = Graduation.johnson(184499, groups);
        assertThat(singles[0]).isEqualTo(184499);
        assertThat(Arrays.stream(singles, 0, 5).sum()).isCloseTo(groups[0], offset(60.0));
        assertThat(Arrays.stream(singles, 5, 10).sum()).isCloseTo(groups[1], offset(60.0));
        for (int age = 2; age < 10; age++) {
            assertThat(singles[age]).as("age " + age).isLessThan(singles[age - 1]);
        }
    }

    @Test
    void too_few_groups_are_refused() {
        assertThatThrownBy(() -> Graduation.SPRAGUE.split(new double[4])).hasMessageContaining("at least 5");
    }

    private static double integral(double x) {
        return 4000 * x - 30 * x * x + 0.3 * x * x * x - 0.004 * x * x * x * x / 4;
    }

    private static void assertStarts(double[] actual, JsonNode expected) {
        assertThat(Arrays.copyOf(actual, expected.size())).containsExactly(Reference.numbers(expected), within(0.0006));
    }
}
