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

    @ParameterizedTest
    @CsvSource({"15, 5", "15, 10", "60, 5"})
    void a_forecast_by_the_process_that_made_the_series_covers_what_it_should(int window, int horizon) {
        double[] series = new Autoregression(0.6, 1).path(6000, new Shocks(6).of(1, 0));
        for (int year = 1; year < series.length; year++) {
            series[year] += series[year - 1];
        }
        BackTest test = BackTest.of(series, window, horizon);
        assertThat(test.within80()).isBetween(0.74, 0.86);
        assertThat(test.within95()).isBetween(0.9, 0.98);
        assertThat(test.crps()).isLessThan(test.unchanged());
    }

    @Test
    void a_width_that_was_assumed_holds_what_a_normal_distribution_of_that_width_should() {
        double[] series = new Autoregression(0, 0.3).path(20_000, new Shocks(6).of(1, 0));
        BackTest test = BackTest.ofSpread(series, 15, 5, 0.3 * Math.sqrt(2));
        assertThat(test.within80()).isBetween(0.79, 0.81);
        assertThat(test.within95()).isBetween(0.945, 0.955);
        assertThat(BackTest.ofSpread(series, 15, 5, 0.1).within80()).isLessThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"0.9, 5, 1.476", "0.975, 5, 2.571", "0.9, 12, 1.356", "0.975, 12, 2.179", "0.975, 60, 2.000"})
    void students_quantiles_are_those_of_the_tables(double probability, int degrees, double printed) {
        assertThat(StudentT.quantile(probability, degrees)).isCloseTo(printed, within(0.003));
    }

    @Test
    void a_trend_fades_and_a_constant_stays() {
        assertThat(DampedTrend.fit(new double[] {2, 2, 2, 2, 2, 2}).ahead(10).mean())
                .isEqualTo(2);
        DampedTrend falling = new DampedTrend(1.5, -0.1, 0.5, 0.02, 0.1, 10);
        assertThat(falling.ahead(1).mean()).isCloseTo(1.45, within(1e-12));
        assertThat(falling.ahead(40).mean()).isCloseTo(1.4, within(1e-9));
        assertThat(falling.ahead(10).spread()).isGreaterThan(falling.ahead(1).spread());
    }

    /** Total fertility 1950 to 2023 as estimated, low-fertility years only; launches from every year on. */
    @ParameterizedTest
    @CsvSource({
        "250, 1970, 5, 0.75",
        "250, 1970, 10, 0.70",
        "392, 1970, 5, 0.75",
        "392, 1970, 10, 0.70",
        "156, 1992, 5, 0.4"
    })
    void total_fertility_of_the_past_held_against_its_forecast(String country, int from, int horizon, double holds) {
        double[] series = Reference.rows("wpp/wpp2024_5x5/ref_annual_indicators_1950_2100.csv").stream()
                .filter(row -> row.get("country_code").equals(country))
                .filter(row -> Reference.number(row, "year") >= from && Reference.number(row, "year") <= 2023)
                .mapToDouble(row -> Reference.number(row, "tfr"))
                .toArray();
        BackTest test = BackTest.of(series, 15, horizon);
        System.out.printf(
                "back-test country %s, %d years ahead, %d forecasts: 80 %% holds %.2f, 95 %% holds %.2f, CRPS %.3f, unchanged %.3f%n",
                country, horizon, test.forecasts(), test.within80(), test.within95(), test.crps(), test.unchanged());
        assertThat(test.crps()).isLessThan(test.unchanged());
        assertThat(test.within80()).isGreaterThan(holds);
        assertThat(test.within95()).isGreaterThan(holds);
    }
}
