package org.junheng.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junheng.kernel.AdministrativeTime;

/**
 * The day asked about and the moment whose knowledge answers: as of {@code on}, as known at {@code knownAt}.
 *
 * @param on day of valid time
 * @param knownAt moment of known time; what was learnt at or before it counts
 */
public record AsOf(LocalDate on, Instant knownAt) {

    /** Today as known now. */
    public static AsOf now(Clock clock) {
        var now = clock.instant();
        return new AsOf(LocalDate.ofInstant(now, AdministrativeTime.ZONE), now);
    }

    /** A day as known at the end of another: a bare known-at date means the end of that day in Asia/Shanghai. */
    public static AsOf of(LocalDate on, LocalDate knownOn) {
        return new AsOf(on, AdministrativeTime.endOfDay(knownOn));
    }
}
