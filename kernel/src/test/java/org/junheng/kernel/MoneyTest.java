package org.junheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            fen                  | text                          | for people
            360000               | 3,600.00                      | ¥3,600.00
            0                    | 0.00                          | ¥0.00
            5                    | 0.05                          | ¥0.05
            -5                   | -0.05                         | -¥0.05
            -30000               | -300.00                       | -¥300.00
            123456789012         | 1,234,567,890.12              | ¥1,234,567,890.12
            9223372036854775807  | 92,233,720,368,547,758.07     | ¥92,233,720,368,547,758.07
            -9223372036854775808 | -92,233,720,368,547,758.08    | -¥92,233,720,368,547,758.08
            """)
    void an_amount_is_written_with_grouping_and_two_places(long fen, String text, String forPeople) {
        assertThat(Money.ofFen(fen)).hasToString(text);
        assertThat(Money.ofFen(fen).format(Locale.CHINA)).isEqualTo(forPeople);
        assertThat(Money.ofFen(fen).format(Locale.ENGLISH)).isEqualTo(forPeople);
    }

    @Test
    void twelve_months_of_three_hundred_yuan_are_the_yearly_subsidy() {
        assertThat(Money.ofYuan(300).times(12)).isEqualTo(Money.ofYuan(3600)).isEqualTo(Money.ofFen(360_000));
    }

    @Test
    void an_overflow_is_refused_and_not_wrapped() {
        Money most = Money.ofFen(Long.MAX_VALUE);

        assertThatThrownBy(() -> most.plus(Money.ofFen(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofFen(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofYuan(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Stream.of(most, Money.ofFen(1)).collect(Money.sum()))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_sum_does_not_depend_on_the_order_or_on_threads(long seed) {
        long[] fen = new Random(seed).longs(10_000, -1_000_000, 1_000_000).toArray();
        Money expected = Money.ofFen(LongStream.of(fen).sum());

        assertThat(LongStream.of(fen).mapToObj(Money::ofFen).collect(Money.sum()))
                .isEqualTo(expected);
        assertThat(LongStream.of(fen).parallel().mapToObj(Money::ofFen).collect(Money.sum()))
                .isEqualTo(expected);
        assertThat(Stream.<Money>empty().collect(Money.sum())).isEqualTo(Money.ZERO);
    }

    @Test
    void the_sign_is_asked_for_by_name() {
        assertThat(Money.ofFen(-1)).returns(true, Money::isNegative).returns(false, Money::isPositive);
        assertThat(Money.ZERO).returns(true, Money::isZero).isLessThan(Money.ofFen(1));
        assertThat(Money.ofFen(7).minus(Money.ofFen(9)))
                .isEqualTo(Money.ofFen(2).negated());
    }
}
