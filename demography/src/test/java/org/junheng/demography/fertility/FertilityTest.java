package org.junheng.demography.fertility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junheng.demography.Reference;
import org.junheng.demography.mortality.LifeTable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FertilityTest {

    @Test
    void total_fertility_of_the_united_states_in_1992() {
        JsonNode box = Reference.json("vectors/phg_box5_1_us_1992_tfr.json");
        FertilitySchedule schedule = new FertilitySchedule(10, 5, Reference.numbers(box.get("asfr")));
        assertThat(schedule.total()).isCloseTo(box.get("expected_tfr").asDouble(), offset(1e-12));
    }

    @Test
    void net_reproduction_as_published() {
        JsonNode box = Reference.json("vectors/nrr_demcore.json");
        double nrr = StablePopulation.netReproduction(
                Reference.numbers(box.get("asfr")),
                Reference.numbers(box.get("nLx_per_1")),
                box.get("srb").asDouble());
        assertThat(nrr).isCloseTo(box.get("expected_nrr").asDouble(), offset(1e-9));
    }

    @Test
    void tempo_adjustment_keeps_mean_ages_unrounded() {
        JsonNode box = Reference.json("vectors/bongaarts_feeney_tempo_demor.json");
        Tempo tempo = Tempo.adjust(schedules(box, "past"), schedules(box, "present"), schedules(box, "post"));
        JsonNode expected = box.get("expected");
        assertThat(tempo.shift()).containsExactly(Reference.numbers(expected.get("r_by_order")), within(1e-10));
        assertThat(tempo.adjusted())
                .containsExactly(Reference.numbers(expected.get("adjusted_by_order")), within(1e-10));
        assertThat(tempo.total()).isCloseTo(expected.get("tfr").asDouble(), offset(1e-10));
        assertThat(tempo.adjustedTotal()).isCloseTo(expected.get("adjusted_tfr").asDouble(), offset(1e-10));
        assertThat(tempo.doubts()).hasSize(2).allMatch(doubt -> doubt.contains("more than 0.25"));
    }

    @Test
    void the_stable_population_of_american_women_in_1967() {
        JsonNode box = Reference.json("vectors/stable_population_US_females_1967.json");
        double[] women = Reference.numbers(box.get("nKx"));
        double[] births = Reference.numbers(box.get("births"));
        LifeTable table = keyfitz(box, women);
        double[] years = table.personYearsByGroup(5);
        double[] daughters = new double[years.length];
        double[] all = new double[years.length];
        for (int i = 2; i < women.length; i++) {
            all[i - 1] = births[i] / women[i];
            daughters[i - 1] = all[i - 1] / 2.05;
        }

        StablePopulation stable = StablePopulation.of(5, daughters, years);

        JsonNode expected = box.get("expected");
        assertThat(table.lifeExpectancy()).isCloseTo(expected.get("e0").asDouble(), withinPercentage(1e-6));
        assertThat(new FertilitySchedule(0, 5, all).total())
                .isCloseTo(expected.get("TFR").asDouble(), withinPercentage(1e-6));
        assertThat(stable.netReproduction()).isCloseTo(expected.get("NRR").asDouble(), withinPercentage(1e-6));
        assertThat(stable.growth()).isCloseTo(expected.get("intrinsic_r").asDouble(), withinPercentage(1e-6));
        assertThat(stable.birthRate())
                .isCloseTo(expected.get("intrinsic_birth_rate").asDouble(), withinPercentage(1e-6));
        assertThat(stable.deathRate())
                .isCloseTo(expected.get("intrinsic_death_rate").asDouble(), withinPercentage(1e-6));
        assertThat(stable.generation()).isCloseTo(expected.get("generation_T").asDouble(), withinPercentage(1e-6));
        assertThat(stable.meanAgeOfMothers())
                .isCloseTo(expected.get("mean_age_stable_AB").asDouble(), withinPercentage(1e-6));
        assertThat(stable.ageShares())
                .containsExactly(Reference.numbers(expected.get("stable_age_5yr")), within(1e-10));
    }

    @Test
    void census_parity_progression() {
        double[] ratios = ParityProgression.ofCensus(new double[] {10, 30, 40, 20});
        assertThat(ratios).containsExactly(new double[] {0.9, 60.0 / 90, 20.0 / 60}, within(1e-15));
    }

    @Test
    void period_parity_progression_of_a_cohort_that_lives_at_the_rates_is_the_cohorts_own() {
        double[][] births = {{100, 180}, {0, 40}};
        double[][] women = {{950, 1_810}, {50, 180}};
        double[] ratios = ParityProgression.ofPeriod(births, women);
        double first = 2 * (100 / 950.0) / (2 + 100 / 950.0);
        double later = (1 - first) * 2 * (180 / 1810.0) / (2 + 180 / 1810.0);
        assertThat(ratios[0]).isCloseTo(first + later, offset(1e-15));
        assertThat(ratios[1]).isCloseTo(first * (2 * (40 / 180.0) / (2 + 40 / 180.0)) / (first + later), offset(1e-15));
    }

    @Test
    void rates_per_thousand_are_refused_with_advice() {
        assertThatThrownBy(() -> new FertilitySchedule(15, 5, new double[] {12.5}))
                .hasMessageContaining("12.5 at age 15")
                .hasMessageContaining("Divide");
    }

    private static LifeTable keyfitz(JsonNode box, double[] women) {
        int[] ages = Arrays.stream(Reference.numbers(box.get("age")))
                .mapToInt(a -> (int) a)
                .toArray();
        double[] deaths = Reference.numbers(box.get("nDx"));
        double[] m = new double[ages.length];
        double[] a = new double[ages.length];
        for (int i = 0; i < m.length; i++) {
            m[i] = deaths[i] / women[i];
            a[i] = 2.5;
        }
        a[0] = 0.07 + 1.7 * m[0];
        a[1] = 1.5;
        return LifeTable.of(ages, m, a);
    }

    private static List<FertilitySchedule> schedules(JsonNode box, String year) {
        List<FertilitySchedule> schedules = new ArrayList<>();
        for (JsonNode order : box.get(year)) {
            schedules.add(new FertilitySchedule(15, 5, Reference.numbers(order)));
        }
        return schedules;
    }
}
