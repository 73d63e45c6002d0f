package org.junheng.monitoring.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorsTest {

    /**
     * Births and rates of the bulletin: 2,115 births are 5.77 ‰ and 2,789 deaths 7.61 ‰ of the mean hukou population.
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2115, 367800, 365300, 5.77
            2789, 367800, 365300, 7.61
               0, 367800, 365300, 0.00
            """)
    void a_rate_is_per_thousand_of_the_mean_of_beginning_and_end(long events, long start, long end, double rate) {
        assertThat(Indicators.rate(events, exposure(365, start, end)))
                .isInstanceOfSatisfying(
                        Figure.Known.class, known -> assertThat(known.value()).isCloseTo(rate, within(0.005)));
    }

    @Test
    void a_part_of_a_year_counts_as_if_of_a_whole() {
        assertThat(Indicators.rate(73, exposure(73, 1000, 1000))).isInstanceOf(Figure.Refused.class);
        assertThat(Indicators.rate(146, exposure(146, 1000, 1000))).isEqualTo(new Figure.Known(365.0));
    }

    @Test
    void there_is_no_rate_without_the_population_at_the_beginning() {
        assertThat(Indicators.rate(
                        10, new Indicators.Exposure(LocalDate.of(2023, 1, 1), 365, OptionalLong.empty(), 1000)))
                .isInstanceOfSatisfying(
                        Figure.Refused.class,
                        refused -> assertThat(refused.reason().values()).containsExactly(LocalDate.of(2022, 12, 31)));
    }

    /**
     * Ends of the interval: the shares p with (boys/n − p)² = z² p (1 − p) / n, found by bisection elsewhere; 100 p /
     * (1 − p).
     */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            boys, girls, ratio,    low,     high
            52,   48,    108.3333, 73.3600, 159.9796
            520,  480,   108.3333, 95.7015, 122.6325
            1100, 1015,  108.3744, 99.5154, 118.0220
            """)
    void the_sex_ratio_comes_with_its_interval(long boys, long girls, double ratio, double low, double high) {
        assertThat(Indicators.sexRatio(boys, girls)).isInstanceOfSatisfying(Figure.Estimated.class, estimated -> {
            assertThat(estimated.value()).isCloseTo(ratio, within(0.0001));
            assertThat(estimated.low()).isCloseTo(low, within(0.0001));
            assertThat(estimated.high()).isCloseTo(high, within(0.0001));
        });
    }

    @Test
    void there_is_no_sex_ratio_of_fewer_than_a_hundred_births() {
        assertThat(Indicators.sexRatio(50, 49)).isInstanceOf(Figure.Refused.class);
        assertThat(Indicators.sexRatio(100, 0)).isInstanceOf(Figure.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9 4 7 12 | 9 4 7 12
            9 0 7 12 | 9 0 7 12
            9 1 2 12 | 9 < < 12
            9 1 7 12 | 9 < * 12
            0 1 0 3  | 0 < 0 *
            2 0 0 0  | < 0 0 0
            """)
    void one_and_two_are_hidden_and_never_alone(String counts, String shown) {
        var numbers = List.of(counts.split(" ")).stream().map(Long::valueOf).toList();

        assertThat(SmallNumbers.guard(numbers).stream()
                        .map(IndicatorsTest::sign)
                        .toList())
                .isEqualTo(List.of(shown.split(" ")));
    }

    /** Whoever knows the total still cannot tell a hidden count, except of a row that has nothing else. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5"})
    void no_hidden_count_follows_from_the_total(long seed) {
        var random = new java.util.Random(seed);
        for (int round = 0; round < 500; round++) {
            var counts = IntStream.range(0, 2 + random.nextInt(20))
                    .mapToObj(i -> (long) random.nextInt(8))
                    .toList();
            var hidden = SmallNumbers.guard(counts).stream()
                    .filter(shown -> !(shown instanceof SmallNumbers.Shown.Exact))
                    .count();
            long positive = counts.stream().filter(count -> count > 0).count();

            assertThat(hidden == 1 && positive > 1)
                    .as("counts %s with seed %d", counts, seed)
                    .isFalse();
        }
    }

    private static String sign(SmallNumbers.Shown shown) {
        return switch (shown) {
            case SmallNumbers.Shown.Exact exact -> Long.toString(exact.count());
            case SmallNumbers.Shown.Few few -> "<";
            case SmallNumbers.Shown.Withheld withheld -> "*";
        };
    }

    private static Indicators.Exposure exposure(int days, long start, long end) {
        return new Indicators.Exposure(LocalDate.of(2023, 1, 1), days, OptionalLong.of(start), end);
    }
}
