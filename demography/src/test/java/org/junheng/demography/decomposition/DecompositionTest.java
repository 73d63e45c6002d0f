package org.junheng.demography.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junheng.demography.Reference;
import org.junheng.demography.Sex;
import org.junheng.demography.mortality.LifeTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DecompositionTest {

    @Test
    void earnings_of_two_populations_in_two_factors() {
        JsonNode box = Reference.json("vectors/dasgupta_2_1_earnings_2factor.json");
        double[][] factors = factors(box);
        double[][] standard = DasGupta.standardise(DasGupta.product(factors), 2, 2);
        int k = 0;
        for (String factor : box.get("factors").propertyNames()) {
            double[] expected = Reference.numbers(box.get("expected").get("std").get(factor));
            assertThat(standard[k][0]).isCloseTo(expected[0], withinPercentage(1e-3));
            assertThat(standard[k][1]).isCloseTo(expected[1], withinPercentage(1e-3));
            assertThat(standard[k][1] - standard[k][0])
                    .isCloseTo(box.get("expected").get("effects").get(factor).asDouble(), withinPercentage(1e-3));
            k++;
        }
    }

    @Test
    void birth_rates_of_austria_and_chile_in_three_factors() {
        JsonNode box = Reference.json("vectors/dasgupta_2_2_birthrate_3factor.json");
        double[][] standard = DasGupta.standardise(DasGupta.product(factors(box)), 3, 2);
        int k = 0;
        for (String factor : box.get("factors").propertyNames()) {
            assertThat(standard[k][1] - standard[k][0])
                    .isCloseTo(box.get("expected_effects").get(factor).asDouble(), offset(1e-6));
            k++;
        }
    }

    @ParameterizedTest
    @CsvSource({"1,2,2", "2,4,2", "3,3,4", "4,5,3"})
    void effects_add_up_to_the_difference_of_the_crude_rates_for_any_pair(long seed, int factors, int populations) {
        Random random = new Random(seed);
        double[][][] values = new double[factors][populations][6];
        for (double[][] factor : values) {
            for (double[] population : factor) {
                Arrays.setAll(population, cell -> 0.1 + random.nextDouble());
            }
        }
        DasGupta.Rate rate = DasGupta.sumOfProducts(values);
        double[][] standard = DasGupta.standardise(rate, factors, populations);
        for (int p = 0; p < populations; p++) {
            for (int q = 0; q < populations; q++) {
                double sum = 0;
                for (double[] row : standard) {
                    sum += row[q] - row[p];
                }
                assertThat(sum).isCloseTo(crude(rate, factors, q) - crude(rate, factors, p), offset(1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void kitagawa_is_das_gupta_with_two_factors(long seed) {
        Random random = new Random(seed);
        double[][][] values = new double[2][2][5];
        for (double[][] factor : values) {
            for (double[] population : factor) {
                Arrays.setAll(population, cell -> random.nextDouble());
            }
        }
        Kitagawa kitagawa = Kitagawa.of(values[0][0], values[1][0], values[0][1], values[1][1]);
        double[][] standard = DasGupta.standardise(DasGupta.sumOfProducts(values), 2, 2);
        assertThat(kitagawa.rateEffect()).isCloseTo(standard[0][1] - standard[0][0], offset(1e-12));
        assertThat(kitagawa.compositionEffect()).isCloseTo(standard[1][1] - standard[1][0], offset(1e-12));
    }

    @Test
    void a_gain_in_life_expectancy_is_shared_out_over_ages_and_causes_without_rest() {
        double[] infants = rates(1.0);
        double[] lower = infants.clone();
        lower[0] /= 2;
        LifeTable before = LifeTable.single(infants, Sex.MALE);
        LifeTable after = LifeTable.single(lower, Sex.MALE);
        double gain = after.lifeExpectancy() - before.lifeExpectancy();

        double[] byAge = LifeExpectancyChange.byAge(before, after);
        double[][] byCause = LifeExpectancyChange.byCause(before, after, split(before.m(), 0.3), split(after.m(), 0.3));

        assertThat(Arrays.stream(byAge).sum()).isCloseTo(gain, offset(1e-12));
        assertThat(byAge[0]).as("only infants die less").isCloseTo(gain, offset(1e-9));
        assertThat(Arrays.stream(byCause[0]).sum()).isCloseTo(0.3 * gain, offset(1e-9));
        assertThat(Arrays.stream(byCause[1]).sum()).isCloseTo(0.7 * gain, offset(1e-9));
    }

    @Test
    void the_line_integral_agrees_with_the_exact_split_by_age() {
        double[] from = rates(1.0);
        double[] to = rates(0.7);
        LifeTable before = LifeTable.single(from, Sex.FEMALE);
        LifeTable after = LifeTable.single(to, Sex.FEMALE);
        double[] general =
                LineIntegral.decompose(m -> LifeTable.single(m, Sex.FEMALE).lifeExpectancy(), from, to, 40);
        double difference = after.lifeExpectancy() - before.lifeExpectancy();
        assertThat(Arrays.stream(general).sum()).isCloseTo(difference, offset(1e-4));
        assertThat(general[40]).isCloseTo(LifeExpectancyChange.byAge(before, after)[40], offset(1e-3));
    }

    private static double[][] split(double[] m, double share) {
        return new double[][] {
            Arrays.stream(m).map(v -> share * v).toArray(),
            Arrays.stream(m).map(v -> (1 - share) * v).toArray()
        };
    }

    private static double[] rates(double level) {
        double[] m = IntStream.rangeClosed(0, 100)
                .mapToDouble(x -> level * 3e-5 * Math.exp(0.1 * x))
                .toArray();
        m[0] = level * 0.01;
        return m;
    }

    private static double crude(DasGupta.Rate rate, int factors, int population) {
        int[] owner = new int[factors];
        Arrays.fill(owner, population);
        return rate.at(owner);
    }

    private static double[][] factors(JsonNode box) {
        return box.get("factors").valueStream().map(Reference::numbers).toArray(double[][]::new);
    }
}
