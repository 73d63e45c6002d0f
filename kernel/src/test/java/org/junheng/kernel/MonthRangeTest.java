package org.junheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthRangeTest {

    private static final YearMonth JANUARY = YearMonth.of(2025, 1);

    @Test
    void a_year_has_twelve_months_from_its_first_to_its_last() {
        MonthRange year = MonthRange.ofYear(2025);

        assertThat(year).isEqualTo(MonthRange.ofInclusive(JANUARY, YearMonth.of(2025, 12)));
        assertThat(year.length()).isEqualTo(12);
        assertThat(year.months()).hasSize(12).startsWith(JANUARY).endsWith(year.last());
        assertThat(year.toDates()).isEqualTo(DateRange.of(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1)));
        assertThat(year).hasToString("[2025-01, 2026-01)");
    }

    @Test
    void a_month_outside_or_at_the_edge_does_not_cut() {
        MonthRange year = MonthRange.ofYear(2025);

        assertThat(year.splitAt(JANUARY)).containsExactly(year);
        assertThat(year.splitAt(year.to())).containsExactly(year);
        assertThat(year.splitAt(JANUARY.plusMonths(3)))
                .containsExactly(
                        new MonthRange(JANUARY, YearMonth.of(2025, 4)),
                        new MonthRange(YearMonth.of(2025, 4), year.to()));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void splitting_and_intersecting_never_gain_or_lose_a_month(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            MonthRange one = any(random);
            MonthRange other = any(random);
            YearMonth cut = JANUARY.plusMonths(random.nextInt(40));

            List<YearMonth> glued =
                    one.splitAt(cut).stream().flatMap(MonthRange::months).toList();
            assertThat(glued).isEqualTo(one.months().toList());

            List<YearMonth> shared = one.months().filter(other::contains).toList();
            assertThat(one.intersect(other).stream().flatMap(MonthRange::months))
                    .isEqualTo(shared);
            assertThat(one.overlaps(other)).isEqualTo(!shared.isEmpty());
        }
    }

    @Test
    void a_range_without_a_month_is_refused() {
        assertThatThrownBy(() -> new MonthRange(JANUARY, JANUARY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2025-01");
        assertThat(Stream.of(MonthRange.ofInclusive(JANUARY, JANUARY)).flatMap(MonthRange::months))
                .containsExactly(JANUARY);
    }

    private static MonthRange any(Random random) {
        YearMonth from = JANUARY.plusMonths(random.nextInt(30));
        return new MonthRange(from, from.plusMonths(1 + random.nextInt(20)));
    }
}
