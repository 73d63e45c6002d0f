package org.junheng.demography.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.junheng.demography.Reference;
import org.junheng.demography.comparison.Dissimilarity;
import org.junheng.demography.comparison.Standardisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class QualityTest {

    @Test
    void heaping_indices_of_the_singage_example() {
        JsonNode box = Reference.json("vectors/age_heaping_pop1m_pasex.json");
        double[] p = Reference.numbers(box.get("values"));
        JsonNode expected = box.get("expected");
        assertIndex(expected, "whipple_05_25_60", AgeHeaping.whipple(p));
        assertIndex(expected, "whipple_0_25_60", AgeHeaping.whipple(p, 0));
        assertIndex(expected, "whipple_5_25_60", AgeHeaping.whipple(p, 5));
        assertIndex(expected, "myers_10_89_orig", AgeHeaping.myers(p, 10, 89));
        assertIndex(expected, "myers_23_82_orig", AgeHeaping.myers(p, 23, 82));
        assertIndex(expected, "myers_10_89_pasex", AgeHeaping.myersPasex(p, 10, 89));
        assertIndex(expected, "bachi_23_77_orig", AgeHeaping.bachi(p));
        assertIndex(expected, "noumbissi_0", AgeHeaping.noumbissi(p, 0));
        assertIndex(expected, "noumbissi_1", AgeHeaping.noumbissi(p, 1));
        assertIndex(expected, "noumbissi_5", AgeHeaping.noumbissi(p, 5));
        assertIndex(expected, "noumbissi_7", AgeHeaping.noumbissi(p, 7));
        assertIndex(expected, "spoorenberg_20_64", AgeHeaping.spoorenberg(p));
        assertIndex(expected, "coale_li_65_95_d0", AgeHeaping.coaleLi(p, 0));
        assertIndex(expected, "kannisto_90", AgeHeaping.kannisto(p, 90));
        assertIndex(expected, "kannisto_95", AgeHeaping.kannisto(p, 95));
    }

    @Test
    void a_population_without_preference_scores_as_the_definitions_say() {
        double[] even = new double[100];
        Arrays.fill(even, 1000);
        assertThat(AgeHeaping.whipple(even)).isCloseTo(1, offset(1e-12));
        assertThat(AgeHeaping.myers(even, 10, 89)).isCloseTo(0, offset(1e-9));
        assertThat(AgeHeaping.bachi(even)).isCloseTo(0, offset(1e-9));
        assertThat(AgeHeaping.spoorenberg(even)).isCloseTo(0, offset(1e-9));
    }

    @Test
    void age_sex_accuracy_of_the_agesex_example() {
        JsonNode box = Reference.json("vectors/pas_agesex_accuracy.json");
        AgeSexAccuracy accuracy =
                AgeSexAccuracy.of(Reference.numbers(box.get("males")), Reference.numbers(box.get("females")));
        JsonNode expected = box.get("expected");
        assertThat(accuracy.maleAgeRatioScore())
                .isCloseTo(expected.get("age_ratio_score_m").asDouble(), offset(0.001));
        assertThat(accuracy.femaleAgeRatioScore())
                .isCloseTo(expected.get("age_ratio_score_f").asDouble(), offset(0.001));
        assertThat(accuracy.sexRatioScore())
                .isCloseTo(expected.get("sex_ratio_score").asDouble(), offset(0.001));
        assertThat(accuracy.index())
                .isCloseTo(expected.get("un_age_sex_accuracy_index").asDouble(), offset(0.001));
    }

    @Test
    void dissimilarity_of_two_populations() {
        JsonNode box = Reference.json("vectors/siegel_swanson_7_20_dissimilarity.json");
        double[] one = Reference.numbers(box.get("pop1"));
        double[] two = Reference.numbers(box.get("pop2"));
        assertThat(Dissimilarity.index(one, two))
                .isCloseTo(box.get("expected_ID").asDouble(), offset(1e-6));
        assertThat(Dissimilarity.relative(one, two))
                .isCloseTo(box.get("expected_IRD").asDouble(), offset(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"5122, 4878, 1.05, 1.01, 1.092", "53, 50, 1.06, 0.72, 1.56"})
    void the_sex_ratio_at_birth_is_as_sure_as_the_births_are_many(
            long boys, long girls, double ratio, double lower, double upper) {
        SexRatioAtBirth srb = SexRatioAtBirth.of(boys, girls, 1.959964);
        assertThat(srb.ratio()).isCloseTo(ratio, offset(1e-3));
        assertThat(srb.lower()).isCloseTo(lower, offset(6e-3));
        assertThat(srb.upper()).isCloseTo(upper, offset(6e-3));
    }

    @Test
    void standardised_rates_are_those_of_the_standard_population() {
        assertThat(Standardisation.direct(new double[] {0.01, 0.05}, new double[] {300, 100}))
                .isCloseTo(0.02, offset(1e-15));
        assertThat(Standardisation.ratio(12, new double[] {100, 100}, new double[] {0.02, 0.10}))
                .isCloseTo(1, offset(1e-15));
    }

    private static void assertIndex(JsonNode expected, String name, double actual) {
        assertThat(actual).as(name).isCloseTo(expected.get(name).asDouble(), withinPercentage(1e-4));
    }
}
