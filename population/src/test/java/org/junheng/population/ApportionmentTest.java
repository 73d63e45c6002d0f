package org.junheng.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApportionmentTest {

    @Test
    void the_rest_goes_to_the_largest_remainders() {
        assertThat(Apportionment.whole(new double[] {1.5, 2.3, 0.7, 5.5})).containsExactly(2, 2, 1, 5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothing_is_lost_and_nobody_is_off_by_one(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = random.doubles(40, 0, 10).toArray();

        int[] counts = Apportionment.of(weights, 1234);

        double sum = Arrays.stream(weights).sum();
        assertThat(Arrays.stream(counts).sum()).isEqualTo(1234);
        for (int i = 0; i < weights.length; i++) {
            assertThat(Math.abs(counts[i] - weights[i] * 1234 / sum)).isLessThan(1);
        }
    }
}
