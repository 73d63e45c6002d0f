package org.junheng.demography.regional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {

    private static final double[] PROBABILITIES = {0, 0.025, 0.1, 0.5, 0.9, 0.975, 1};

    @ParameterizedTest
    @CsvSource({
        "even, 1", "even, 2", "even, 63", "even, 64", "even, 1000", "even, 4001",
        "skewed, 1000", "outlier, 1000", "tied, 1000", "one, 1000", "negative, 777", "huge, 100"
    })
    void quantiles_are_to_the_last_bit_those_of_the_sorted_values(String shape, int count) {
        DoubleUnaryOperator form = switch (shape) {
            case "even" -> u -> u;
            case "skewed" -> u -> Math.pow(u, 40);
            case "outlier" -> u -> u > 0.999 ? 1e12 : u;
            case "tied" -> u -> Math.floor(3 * u);
            case "one" -> u -> 7;
            case "negative" -> u -> -1e6 * u;
            default -> u -> (u - 0.5) * 1.7e308 * 2;
        };
        SplittableRandom random = new SplittableRandom(count);
        double[] values = new double[count + 10];
        Arrays.setAll(values, i -> form.applyAsDouble(random.nextDouble()));
        double[] sorted = Arrays.copyOfRange(values, 5, count + 5);
        Arrays.sort(sorted);

        double[] quantiles = Quantiles.of(values, 5, count, PROBABILITIES);

        for (int k = 0; k < PROBABILITIES.length; k++) {
            double position = (count - 1) * PROBABILITIES[k];
            int below = (int) position;
            double low = sorted[below];
            double high = sorted[Math.min(below + 1, count - 1)];
            assertThat(quantiles[k]).isEqualTo(low + (position - below) * (high - low));
        }
    }

    @Test
    void the_median_of_four_lies_between_the_middle_two() {
        assertThat(Quantiles.of(new double[] {4, 1, 3, 2}, 0, 4, new double[] {0.5}))
                .containsExactly(2.5);
    }
}
