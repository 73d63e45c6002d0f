package org.junheng.demography.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junheng.demography.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackTestTest {

    @Test
    void the_score_of_a_certain_forecast_is_its_error() {
        assertThat(Scores.crps(new double[] {3, 3, 3}, 5)).isCloseTo(2, within(1e-12));
        assertThat(Scores.crps(3, 0, 5)).isEqualTo(2);
    }

    @Test
    void the_score_of_a_sample_is_near_that_of_its_distribution() {
        Shocks.Stream shocks = new Shocks(2).of(1, 0);
        double[] sample = new double[20_000];
        Arrays.setAll(sample, i -> 1.5 + 0.5 * shocks.next());
        assertThat(Scores.crps(sample, 2.1)).isCloseTo(Scores.crps(1.5, 0.5, 2.1), within(0.005));
    }

    @Test
    void a_forecast_by_the_process_that_made_the_series_covers_what_it_should() {
        double[] series = new Autoregression(0.9, 1).path(6000, new Shocks(6).of(1, 0));
        BackTest test = BackTest.of(series, 60, 5, 0.9);
        assertThat(test.within80()).isBetween(0.74, 0.88);
        assertThat(test.within95()).isBetween(0.91, 0.98);
        assertThat(test.crps()).isLessThan(test.unchanged());
    }

    /** Total fertility 1950 to 2023 as estimated, low-fertility years only; launches from every year on. */
    @ParameterizedTest
    @CsvSource({"250, 1970, 5", "250, 1970, 10", "392, 1970, 5", "392, 1970, 10", "156, 1992, 5"})
    void total_fertility_of_the_past_held_against_its_forecast(String country, int from, int horizon) {
        double[] series = Reference.rows("wpp/wpp2024_5x5/ref_annual_indicators_1950_2100.csv").stream()
                .filter(row -> row.get("country_code").equals(country))
                .filter(row -> Reference.number(row, "year") >= from && Reference.number(row, "year") <= 2023)
                .mapToDouble(row -> Reference.number(row, "tfr"))
                .toArray();
        BackTest test = BackTest.of(series, 15, horizon, 0.9775);
        System.out.printf(
                "back-test country %s, %d years ahead, %d forecasts: 80 %% holds %.2f, 95 %% holds %.2f, CRPS %.3f, unchanged %.3f%n",
                country, horizon, test.forecasts(), test.within80(), test.within95(), test.crps(), test.unchanged());
        assertThat(test.crps()).isLessThan(1.1 * test.unchanged());
        assertThat(test.within95()).isGreaterThan(0.6);
    }
}
