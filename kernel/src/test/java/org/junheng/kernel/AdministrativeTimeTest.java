package org.junheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AdministrativeTimeTest {

    @Test
    void a_bare_date_means_the_end_of_that_day_in_shanghai() {
        LocalDate day = LocalDate.of(2025, 3, 1);
        Instant end = AdministrativeTime.endOfDay(day);

        assertThat(end).isEqualTo(Instant.parse("2025-03-01T16:00:00Z"));
        assertThat(AdministrativeTime.dayOf(end.minusNanos(1))).isEqualTo(day);
        assertThat(AdministrativeTime.dayOf(end)).isEqualTo(day.plusDays(1));
        assertThat(AdministrativeTime.startOfDay(day.plusDays(1))).isEqualTo(end);
    }
}
