package org.junheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private static final WorkingDays CALENDAR = WorkingDays.load();

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            first      | last       | working | why
            2025-10-01 | 2025-10-08 | false   | National Day and Mid-autumn
            2025-09-28 | 2025-09-28 | true    | Sunday worked instead
            2025-10-11 | 2025-10-11 | true    | Saturday worked instead
            2025-10-09 | 2025-10-10 | true    | ordinary Thursday and Friday
            2025-10-12 | 2025-10-12 | false   | ordinary Sunday
            2025-01-28 | 2025-02-04 | false   | Spring Festival
            2025-01-26 | 2025-01-26 | true    | Sunday worked instead
            2025-02-08 | 2025-02-08 | true    | Saturday worked instead
            2026-02-15 | 2026-02-23 | false   | Spring Festival
            2026-01-04 | 2026-01-04 | true    | Sunday worked instead
            2020-01-31 | 2020-02-02 | false   | Spring Festival as extended
            2007-12-29 | 2007-12-29 | true    | Saturday worked for the New Year of 2008
            2007-12-31 | 2007-12-31 | false   | bridge to the New Year of 2008
            """)
    void the_notices_of_the_state_council_hold(LocalDate first, LocalDate last, boolean working) {
        assertThat(first.datesUntil(last.plusDays(1))).allMatch(day -> CALENDAR.isWorkingDay(day) == working);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            day        | count | end        | why
            2025-09-26 | 1     | 2025-09-28 | the Sunday is worked
            2025-09-30 | 1     | 2025-10-09 | over the holiday
            2025-09-30 | 3     | 2025-10-11 | the Saturday is worked
            2025-09-30 | 4     | 2025-10-13 | the Sunday is not
            2025-10-03 | 0     | 2025-10-03 | no day counted
            2025-12-31 | 1     | 2026-01-04 | into the next year
            """)
    void a_period_ends_on_its_last_working_day(LocalDate day, int count, LocalDate end) {
        assertThat(CALENDAR.plus(day, count)).isEqualTo(end);
    }

    @Test
    void what_is_left_of_a_period_is_its_length_from_any_day_of_the_year() {
        LocalDate newYear = LocalDate.of(2025, 1, 1);
        IntStream.range(0, 365).mapToObj(newYear::plusDays).forEach(day -> {
            for (int count : new int[] {0, 1, 5, 10, 20, 60}) {
                LocalDate end = CALENDAR.plus(day, count);
                assertThat(CALENDAR.between(day, end)).isEqualTo(count);
                assertThat(CALENDAR.between(end, day)).isEqualTo(-count);
            }
        });
    }

    /** Weekdays of the year less the statutory holidays, two more of them since 2025; notices only move days about. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            year | working days
            2019 | 250
            2021 | 250
            2023 | 249
            2025 | 248
            """)
    void a_year_has_its_number_of_working_days(int year, int expected) {
        assertThat(CALENDAR.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(expected);
    }

    @Test
    void a_year_without_a_notice_is_not_guessed() {
        LocalDate late = LocalDate.of(2026, 12, 30);

        assertThat(CALENDAR.isPublished(2026)).isTrue();
        assertThat(CALENDAR.isPublished(2027)).isFalse();
        assertThatThrownBy(() -> CALENDAR.plus(late, 5))
                .isInstanceOf(CalendarYearUnknown.class)
                .hasMessageContaining("2027")
                .hasMessageContaining("2004 to 2026")
                .extracting("year")
                .isEqualTo(2027);
        assertThatThrownBy(() -> CALENDAR.isWorkingDay(LocalDate.of(2003, 12, 31)))
                .isInstanceOf(CalendarYearUnknown.class);
    }

    @Test
    void an_estimate_counts_monday_to_friday_where_there_is_no_notice() {
        LocalDate late = LocalDate.of(2026, 12, 30);

        assertThat(CALENDAR.estimating().plus(late, 5)).isEqualTo(LocalDate.of(2027, 1, 6));
        assertThat(CALENDAR.estimating().isWorkingDay(LocalDate.of(2025, 10, 1)))
                .isFalse();
    }

    @Test
    void a_negative_period_is_refused() {
        assertThatThrownBy(() -> CALENDAR.plus(LocalDate.of(2025, 1, 2), -1)).hasMessageContaining("-1");
    }
}
