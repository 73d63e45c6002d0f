package org.junheng.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of the administration and the instants between them: one zone for the whole country. */
public final class AdministrativeTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private AdministrativeTime() {}

    /** The first instant of the day. */
    public static Instant startOfDay(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant after the day: what is meant by "as known on" a bare date, half-open. */
    public static Instant endOfDay(LocalDate day) {
        return startOfDay(day.plusDays(1));
    }

    /** The day on which an instant falls. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
