package org.junheng.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AssumptionsTest {

    private final Assumptions assumptions = Assumptions.load();

    @Test
    void each_says_in_both_languages_what_it_is_and_where_it_comes_from() {
        assertThat(assumptions.list()).hasSizeGreaterThan(60).allSatisfy(each -> {
            assertThat(each.zh()).matches(".*\\p{IsHan}.*");
            assertThat(each.en()).isNotBlank();
            assertThat(each.unit()).isNotBlank();
            assertThat(each.source()).isNotBlank();
        });
    }

    @Test
    void the_bulletin_of_2023_is_carried_as_printed() {
        assertThat(assumptions.value("births", 2023)).isEqualTo(2115);
        assertThat(assumptions.value("deaths", 2023)).isEqualTo(2789);
        assertThat(assumptions.value("residents", 2023)).isEqualTo(269_400);
        assertThat(assumptions.value("hukou.male", 2023) + assumptions.value("hukou.female", 2023))
                .isEqualTo(365_300);
        assertThat(assumptions.get("births.2023").status()).isEqualTo(Assumption.Status.SOURCE);
    }

    @Test
    void the_mean_population_of_2023_gives_the_bulletins_rates() {
        double mean = (hukou(2022) + hukou(2023)) / 2;

        assertThat(1000 * 2115 / mean).isBetween(5.765, 5.775);
        assertThat(1000 * 2789 / mean).isBetween(7.605, 7.615);
    }

    private double hukou(int year) {
        return assumptions.value("hukou.male", year) + assumptions.value("hukou.female", year);
    }

    @Test
    void one_that_is_not_there_is_named() {
        assertThatThrownBy(() -> assumptions.value("births", 1999)).hasMessageContaining("births.1999");
    }
}
