package org.junheng.demography.consequences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junheng.demography.BySex;
import org.junheng.demography.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsequencesTest {

    @Test
    void places_are_a_share_of_the_children_of_their_ages() {
        BySex persons = BySex.zeros(101);
        Arrays.fill(persons.male(), 100);
        Arrays.fill(persons.female(), 90);
        assertThat(Need.ofAges("nursery", 0, 3, 0.2, 101).of(persons)).isCloseTo(3 * 190 * 0.2, within(1e-9));
        assertThat(Need.ofAges("old", 65, 200, 1, 101).of(persons)).isCloseTo(36 * 190, within(1e-9));
        assertThatThrownBy(() -> Need.ofAges("odd", 6, 6, 1, 101)).hasMessageContaining("odd");
    }

    @Test
    void beds_and_staff_follow_births() {
        Maternity maternity = new Maternity(4, 0.75, 80);
        assertThat(maternity.beds(36_525)).isCloseTo(36_525 * 4 / 365.25 / 0.75, within(1e-9));
        assertThat(maternity.staff(4000)).isEqualTo(50);
        assertThatThrownBy(() -> new Maternity(4, 1.2, 80)).hasMessageContaining("1.2");
    }

    /** Examples of the table annexed to the decision. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            men,    1964, 12,  0
            men,    1965,  1,  1
            men,    1965,  4,  1
            men,    1965,  5,  2
            men,    1976,  8, 35
            men,    1976,  9, 36
            men,    1990,  1, 36
            cadres, 1970,  1,  1
            cadres, 1981,  9, 36
            workers,1975,  1,  1
            workers,1975,  3,  2
            workers,1984, 11, 60
            """)
    void the_pension_age_rises_by_month_of_birth(String who, int year, int month, int delay) {
        PensionAge age = switch (who) {
            case "men" -> PensionAge.MEN;
            case "cadres" -> PensionAge.WOMEN_CADRES;
            default -> PensionAge.WOMEN_WORKERS;
        };
        assertThat(age.delay(year, month)).isEqualTo(delay);
    }

    @Test
    void pensioners_are_everybody_over_the_age_and_some_of_those_at_it() {
        double[] persons = new double[101];
        Arrays.fill(persons, 12);
        assertThat(PensionAge.MEN.persons(persons, 2024)).isCloseTo(41 * 12, within(1e-9));
        assertThat(PensionAge.MEN.persons(persons, 2050)).isCloseTo(38 * 12, within(1e-9));
        assertThat(PensionAge.MEN.share(60, 2026)).isBetween(0.3, 0.8);
    }

    @Test
    void the_year_a_capacity_is_exceeded_is_the_first_one() {
        assertThat(Capacity.exceeded(2026, new double[] {80, 99, 101, 90, 120}, 100))
                .hasValue(2028);
        assertThat(Capacity.exceeded(2026, new double[] {80, 99}, 100)).isEmpty();
    }

    @Test
    void a_scheme_costs_in_proportion_to_its_people_and_exactly_today_what_the_sweep_found() {
        List<SchemeCost.Cell> cells = List.of(
                new SchemeCost.Cell("330329", Sex.FEMALE, 1, 2, 200, 72_000_000),
                new SchemeCost.Cell("330329", Sex.MALE, 1, 2, 210, 75_600_000),
                new SchemeCost.Cell("330328", Sex.MALE, 80, SchemeCost.ANY_ORDER, 50, 1_000_001));
        SchemeCost.People shrinking = (year, area, sex, age, order) -> {
            double start = age == 80 ? 50 : sex == Sex.MALE ? 210 : 200;
            return start * (age == 80 ? 1 : Math.pow(0.9, year - 2026));
        };
        long[] cost = SchemeCost.project(cells, shrinking, 2026, 10);
        assertThat(cost[0]).isEqualTo(148_600_001);
        assertThat(cost[1]).isEqualTo(Math.round(147_600_000 * 0.9) + 1_000_001);
        assertThat(cost).hasSize(10).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }
}
