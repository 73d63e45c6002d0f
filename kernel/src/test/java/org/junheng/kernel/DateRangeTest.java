package org.junheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {

    /** Reads "01..05" as days of January 2025, "01.." with an open end. */
    private static DateRange range(String text) {
        String[] ends = text.split("\\.\\.", -1);
        LocalDate from = LocalDate.parse("2025-01-" + ends[0]);
        return ends[1].isEmpty() ? DateRange.from(from) : DateRange.of(from, LocalDate.parse("2025-01-" + ends[1]));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            one    | other  | shared | adjoin
            01..05 | 03..09 | 03..05 | false
            01..05 | 05..09 |        | true
            01..05 | 06..09 |        | false
            01..09 | 03..05 | 03..05 | false
            01..   | 03..05 | 03..05 | false
            01..   | 03..   | 03..   | false
            03..   | 01..03 |        | true
            04..   | 01..03 |        | false
            """)
    void two_ranges_share_what_is_in_both_either_way_round(String one, String other, String shared, boolean adjoin) {
        DateRange a = range(one);
        DateRange b = range(other);

        assertThat(a.intersect(b).map(DateRange::toString).orElse(null))
                .isEqualTo(shared == null ? null : range(shared).toString());
        assertThat(a.intersect(b)).isEqualTo(b.intersect(a));
        assertThat(a.overlaps(b)).isEqualTo(b.overlaps(a)).isEqualTo(shared != null);
        assertThat(a.adjoins(b)).isEqualTo(b.adjoins(a)).isEqualTo(adjoin);
    }

    @Test
    void the_first_day_is_in_and_the_last_is_not() {
        DateRange week = range("01..08");

        assertThat(week.contains(week.from())).isTrue();
        assertThat(week.contains(LocalDate.of(2025, 1, 7))).isTrue();
        assertThat(week.contains(LocalDate.of(2025, 1, 8))).isFalse();
        assertThat(week.days()).isEqualTo(7);
        assertThat(week).isEqualTo(DateRange.ofInclusive(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 7)));
        assertThat(DateRange.day(LocalDate.of(2025, 1, 1)).days()).isOne();
    }

    @Test
    void a_range_contains_the_ranges_within_it_and_itself() {
        assertThat(range("01..08").contains(range("01..08"))).isTrue();
        assertThat(range("01..").contains(range("02.."))).isTrue();
        assertThat(range("01..08").contains(range("02.."))).isFalse();
        assertThat(range("02..").contains(range("01..08"))).isFalse();
    }

    @Test
    void a_range_without_a_day_is_refused_with_its_ends() {
        LocalDate day = LocalDate.of(2025, 1, 1);

        assertThatThrownBy(() -> DateRange.of(day, day))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2025-01-01")
                .hasMessageContaining("half-open");
        assertThatThrownBy(() -> DateRange.from(day).days()).isInstanceOf(IllegalStateException.class);
    }
}
