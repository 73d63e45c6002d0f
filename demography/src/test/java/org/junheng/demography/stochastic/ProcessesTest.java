package org.junheng.demography.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junheng.demography.regional.Draws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessesTest {

    private static final Autoregression USUAL = new Autoregression(0.97, 0.06);

    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.975, 1.959963984540054",
        "0.9, 1.2815515655446004",
        "0.001, -3.090232306167813",
        "1e-10, -6.361340902404056"
    })
    void quantiles_of_the_normal_distribution_are_those_of_tables(double p, double z) {
        assertThat(Normal.quantile(p)).isCloseTo(z, within(1e-13 * Math.max(1, Math.abs(z) * 10)));
        assertThat(Scores.distribution(z)).isCloseTo(p, within(1e-12));
    }

    @Test
    void a_number_is_the_same_whoever_asks_for_it_in_whatever_order() {
        Shocks shocks = new Shocks(7);
        double later = shocks.of(3, 900).next();
        shocks.of(3, 1).next();
        assertThat(new Shocks(7).of(3, 900).next()).isEqualTo(later);
        assertThat(new Shocks(8).of(3, 900).next()).isNotEqualTo(later);
        assertThat(shocks.of(4, 900).next()).isNotEqualTo(later);
    }

    @Test
    void deviations_spread_as_the_formula_says() {
        double[] last = new double[4000];
        Shocks shocks = new Shocks(11);
        Arrays.setAll(last, t -> USUAL.path(30, shocks.of(1, t))[29]);
        assertThat(deviation(last)).isCloseTo(USUAL.spread(30), within(0.03 * USUAL.spread(30)));
        assertThat(new Autoregression(1, 2).spread(9)).isEqualTo(6);
    }

    @Test
    void a_fitted_process_recovers_the_one_that_made_the_series() {
        double[] series = USUAL.path(5000, new Shocks(5).of(1, 0));
        Autoregression fitted = Autoregression.fit(series);
        assertThat(fitted.persistence()).isCloseTo(0.97, within(0.01));
        assertThat(fitted.innovation()).isCloseTo(0.06, within(0.002));
    }

    @Test
    void factors_without_variance_are_exactly_one() {
        Draws draws =
                trajectories(20, List.of(new Lever("subsidy", 2, 3, 4, 0.1, 0))).draw(Uncertainty.NONE, 1);
        for (double[] factors :
                List.of(draws.fertility(), draws.byOrder(), draws.mortality(), draws.leaving(), draws.external())) {
            assertThat(factors).containsOnly(1);
        }
    }

    @Test
    void more_trajectories_leave_the_first_ones_as_they_were() {
        Draws few = trajectories(5, List.of()).draw(uncertain(), 3);
        Draws many = trajectories(9, List.of()).draw(uncertain(), 3);
        assertThat(Arrays.copyOf(many.fertility(), few.fertility().length)).isEqualTo(few.fertility());
        assertThat(Arrays.copyOf(many.mortality(), few.mortality().length)).isEqualTo(few.mortality());
    }

    @Test
    void what_is_known_of_the_whole_is_not_drawn() {
        Draws draws = trajectories(5, List.of()).draw(uncertain(), 3);
        for (int t = 0; t < 5; t++) {
            assertThat(draws.mortality()[t * 30]).isEqualTo(1);
            assertThat(draws.external()[t * 30 + 1]).isEqualTo(1);
            assertThat(draws.mortality()[t * 30 + 2]).isNotEqualTo(1);
        }
    }

    @Test
    void two_places_share_as_much_as_they_have_in_common_and_the_whole_keeps_its_spread() {
        Draws draws = trajectories(6000, List.of()).draw(uncertain(), 9);
        double[] first = new double[6000];
        double[] second = new double[6000];
        for (int t = 0; t < 6000; t++) {
            first[t] = Math.log(draws.fertility()[(t * 30 + 20) * 3]);
            second[t] = Math.log(draws.fertility()[(t * 30 + 20) * 3 + 2]);
        }
        double correlation = 0;
        for (int t = 0; t < 6000; t++) {
            correlation += (first[t] - mean(first)) * (second[t] - mean(second)) / 6000;
        }
        correlation /= deviation(first) * deviation(second);
        assertThat(correlation).isCloseTo(0.8 * 0.8, within(0.04));
    }

    @Test
    void a_measure_is_as_uncertain_as_its_study_says() {
        Draws draws = trajectories(8000, List.of(new Lever("subsidy", 2, 0, 1, 0.1, 0.04)))
                .draw(Uncertainty.NONE, 4);
        double[] second = new double[8000];
        for (int t = 0; t < 8000; t++) {
            second[t] = 1.1 * draws.byOrder()[t * 30 * 3 + 1] - 1;
            assertThat(draws.byOrder()[t * 30 * 3]).isEqualTo(1);
        }
        assertThat(mean(second)).isCloseTo(0.1, within(0.002));
        assertThat(deviation(second)).isCloseTo(0.04, within(0.001));
    }

    @Test
    void a_measure_comes_in_evenly() {
        Lever lever = new Lever("subsidy", 0, 3, 4, 0.2, 0);
        assertThat(new double[] {
                    lever.presence(2), lever.presence(3), lever.presence(4), lever.presence(6), lever.presence(60)
                })
                .containsExactly(0, 0.25, 0.5, 1, 1);
        assertThatThrownBy(() -> new Lever("subsidy", 0, 3, 0, 0.2, 0)).hasMessageContaining("phase-in 0");
    }

    @Test
    void fertility_in_transition_falls_slowly_then_fast_then_slowly() {
        DoubleLogistic transition = new DoubleLogistic(new double[] {1.5, 1.5, 1.0, 1.2}, 0.9);
        assertThat(transition.fall(3.2)).isCloseTo(0.9, within(0.15));
        assertThat(transition.fall(1.0)).isLessThan(0.1);
        assertThat(transition.fall(6.5)).isLessThan(0.05);
        double level = 5;
        for (int year = 0; year < 100; year++) {
            double next = transition.next(level);
            assertThat(next).isLessThan(level);
            level = next;
        }
        assertThat(level).isBetween(0.5, 2.0);
    }

    @Test
    void lee_and_carters_model_finds_what_made_the_rates() {
        double[] a = {-5, -7, -6, -3, -1};
        double[] b = {1.6, 1.2, 1.0, 0.8, 0.4};
        double[][] rates = new double[12][5];
        for (int year = 0; year < 12; year++) {
            for (int age = 0; age < 5; age++) {
                rates[year][age] = Math.exp(a[age] + b[age] * (5.5 - year) * 0.05);
            }
        }
        LeeCarter fitted = LeeCarter.fit(rates);
        assertThat(fitted.a()).containsExactly(a, within(1e-12));
        assertThat(fitted.b()).containsExactly(b, within(1e-10));
        assertThat(fitted.drift()).isCloseTo(-0.05, within(1e-12));
        assertThat(fitted.explained()).isCloseTo(1, within(1e-12));
        assertThat(fitted.rates(fitted.k()[3])).containsExactly(rates[3], within(1e-12));
    }

    private static Trajectories trajectories(int count, List<Lever> levers) {
        double[] fertility = new double[30];
        Arrays.fill(fertility, 1.2);
        return new Trajectories(new Draws.Shape(count, 30, 3, 3), new int[] {0, 1, 2}, fertility, 2, levers);
    }

    private static Uncertainty uncertain() {
        return new Uncertainty(
                new FertilityProcess(new Autoregression(0.95, 0.03), 0, 0.8),
                new Autoregression(0.98, 0.05),
                new Autoregression(0.9, 0.05),
                new Autoregression(0.9, 0.15));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }
}
