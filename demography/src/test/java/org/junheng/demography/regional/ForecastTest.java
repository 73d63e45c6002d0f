package org.junheng.demography.regional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junheng.demography.regional.Provinces.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastTest {

    private static final double[] PROBABILITIES = {0.025, 0.1, 0.5, 0.9, 0.975};

    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_same_draws_give_the_same_bits_with_one_two_and_eight_threads(Kind kind) {
        RegionalModel model = Provinces.random(21, 7, kind);
        Draws draws = Provinces.wandering(21, 37, 7, 0.3);
        List<double[][]> one = quantiles(model, draws, 1);
        assertThat(one).hasSize(Provinces.YEARS + 1);
        for (int threads : new int[] {2, 8}) {
            List<double[][]> many = quantiles(model, draws, threads);
            for (int year = 0; year < one.size(); year++) {
                assertThat(many.get(year)).isDeepEqualTo(one.get(year));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void trajectories_without_variance_are_the_deterministic_projection_to_the_last_bit(Kind kind) {
        RegionalModel model = Provinces.random(22, 6, kind);
        double[][] single = Provinces.end(model);
        Draws draws = Draws.central(20, Provinces.YEARS, 6);
        Summary summary = new Summary(model.layout(), List.of());
        for (double[][] end : new Forecast(model, draws, summary, 2).populations()) {
            assertThat(end).isDeepEqualTo(single);
        }
        double[] numbers = new double[summary.size()];
        summary.fill(single, numbers);
        double[][] last = quantiles(model, draws, 2).getLast();
        for (int i = 0; i < numbers.length; i++) {
            assertThat(last[i]).containsOnly(numbers[i]);
        }
    }

    @Test
    void every_quantile_is_that_of_the_trajectories_and_unions_are_summed_before() {
        RegionalModel model = Provinces.random(23, 5, Kind.POOL);
        Draws draws = Provinces.wandering(23, 50, 5, 0.4);
        Summary summary = new Summary(model.layout(), List.of(new int[] {0, 1, 2, 3, 4}, new int[] {1, 3}));
        Forecast forecast = new Forecast(model, draws, summary, 2);
        List<double[][]> years = new ArrayList<>();
        forecast.quantiles(PROBABILITIES, (year, values) -> years.add(values));
        double[][][] ends = forecast.populations();

        for (int group = 0; group < summary.groups() - 1; group++) {
            double[] provinces = new double[50];
            double[] pairs = new double[50];
            for (int t = 0; t < 50; t++) {
                for (int age = 5 * group; age < Math.min(5 * group + 5, Provinces.AGES); age++) {
                    pairs[t] += ends[t][1][age] + ends[t][3][age];
                    for (double[] region : ends[t]) {
                        provinces[t] += region[Provinces.AGES + age];
                    }
                }
            }
            double[] province = years.getLast()[summary.index(5, 1, group)];
            double[] pair = years.getLast()[summary.index(6, 0, group)];
            assertThat(province).containsExactly(Quantiles.of(provinces, 0, 50, PROBABILITIES), within(1e-6));
            assertThat(pair).containsExactly(Quantiles.of(pairs, 0, 50, PROBABILITIES), within(1e-6));
        }
    }

    @Test
    void four_times_the_trajectories_halve_the_error_of_the_median() {
        RegionalModel model = Provinces.random(24, 1, Kind.NONE);
        double few = spreadOfMedian(model, 100);
        double many = spreadOfMedian(model, 400);
        assertThat(few / many).isBetween(1.5, 2.7);
    }

    @Test
    void quantiles_are_those_of_type_seven() {
        double[] values = {10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
        assertThat(Quantiles.of(values, 0, 10, new double[] {0, 0.1, 0.25, 0.5, 1}))
                .containsExactly(new double[] {1, 1.9, 3.25, 5.5, 10}, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void the_quantiles_of_a_single_trajectory_are_that_trajectory(long seed) {
        RegionalModel model = Provinces.random(seed, 3, Kind.FLOWS);
        List<double[][]> years = quantiles(model, Provinces.wandering(seed, 1, 3, 0.5), 2);
        for (double[] quantiles : years.getLast()) {
            assertThat(Arrays.stream(quantiles).distinct().count()).isEqualTo(1);
        }
    }

    private static double spreadOfMedian(RegionalModel model, int trajectories) {
        SplittableRandom seeds = new SplittableRandom(trajectories);
        Summary summary = new Summary(model.layout(), List.of());
        int all = summary.index(0, 2, summary.groups() - 1);
        double sum = 0;
        double squares = 0;
        int repetitions = 80;
        for (int i = 0; i < repetitions; i++) {
            Draws draws = Provinces.wandering(seeds.nextLong(), trajectories, 1, 1);
            double median = quantiles(model, draws, 1).getLast()[all][2];
            sum += median;
            squares += median * median;
        }
        double mean = sum / repetitions;
        return Math.sqrt(squares / repetitions - mean * mean);
    }

    private static List<double[][]> quantiles(RegionalModel model, Draws draws, int threads) {
        List<double[][]> years = new ArrayList<>();
        new Forecast(model, draws, new Summary(model.layout(), List.of()), threads)
                .quantiles(PROBABILITIES, (year, values) -> years.add(values));
        return years;
    }
}
