package org.junheng.audit.internal;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.database.Auditor;
import org.junheng.database.Loader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the read log minute by minute. A minute is closed two minutes after its end, when no request that could still
 * write into it is running; each seal holds the Merkle root of the minute's entries and is chained to the seal before.
 */
@Component
class Sealer {

    private static final Duration SETTLED = Duration.ofMinutes(2);
    private static final byte[] NOTHING_BEFORE = new byte[32];

    private static final String OPEN_MINUTES = """
              SELECT DISTINCT date_trunc('minute', l.at) AS minute
                FROM access.read_log l
               WHERE l.at < :until
                 AND l.at >= coalesce((SELECT max(minute) + interval '1 minute' FROM access.read_seal), '-infinity')
            ORDER BY minute
               LIMIT 1000
            """;

    private static final String ENTRIES = """
              SELECT sha256(convert_to(concat_ws('|', id, at AT TIME ZONE 'UTC', subject, role, purpose, action, person_id, hits, area), 'UTF8'))
                FROM access.read_log
               WHERE at >= :minute AND at < cast(:minute AS timestamptz) + interval '1 minute'
            ORDER BY id
            """;

    private static final String LAST_CHAIN = "SELECT chain FROM access.read_seal ORDER BY minute DESC LIMIT 1";

    private static final String SEAL = """
            INSERT INTO access.read_seal (minute, entries, root, previous, chain)
            VALUES (:minute, :entries, :root, :previous, :chain)
            """;

    private static final String SEALS =
            "SELECT minute, entries, root, previous, chain FROM access.read_seal ORDER BY minute";

    private final JdbcClient loader;
    private final TransactionTemplate sealing;
    private final JdbcClient auditor;
    private final TransactionTemplate checking;
    private final Clock clock;

    Sealer(
            @Loader JdbcClient loader,
            @Loader TransactionTemplate sealing,
            @Auditor JdbcClient auditor,
            @Auditor TransactionTemplate checking,
            Clock clock) {
        this.loader = loader;
        this.sealing = sealing;
        this.auditor = auditor;
        this.checking = checking;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void sealClosedMinutes() {
        Actors.run(
                Actor.service("sealer", Purpose.AUDIT),
                () -> sealUntil(clock.instant().minus(SETTLED)));
    }

    void sealUntil(Instant until) {
        var closed = until.truncatedTo(ChronoUnit.MINUTES);
        sealing.executeWithoutResult(status -> loader.sql(OPEN_MINUTES)
                .param("until", Timestamp.from(closed))
                .query(Timestamp.class)
                .list()
                .forEach(minute -> seal(minute.toInstant())));
    }

    private void seal(Instant minute) {
        var entries = entries(loader, minute);
        var previous = loader.sql(LAST_CHAIN).query(byte[].class).optional().orElse(NOTHING_BEFORE);
        var root = Merkle.root(entries);
        loader.sql(SEAL)
                .param("minute", Timestamp.from(minute))
                .param("entries", entries.size())
                .param("root", root)
                .param("previous", previous)
                .param("chain", chain(previous, minute, entries.size(), root))
                .update();
    }

    /** Recomputes every seal from the log; the first minute that does not hold is named. */
    Check check() {
        return checking.execute(status -> {
            var seals = auditor.sql(SEALS)
                    .query((row, number) -> new Seal(
                            row.getTimestamp("minute").toInstant(),
                            row.getInt("entries"),
                            row.getBytes("root"),
                            row.getBytes("previous"),
                            row.getBytes("chain")))
                    .list();
            var previous = NOTHING_BEFORE;
            for (var seal : seals) {
                if (!holds(seal, previous)) {
                    return new Check(seals.size(), Optional.of(seal.minute()));
                }
                previous = seal.chain();
            }
            return new Check(seals.size(), Optional.empty());
        });
    }

    private boolean holds(Seal seal, byte[] previous) {
        var entries = entries(auditor, seal.minute());
        return entries.size() == seal.entries()
                && Arrays.equals(previous, seal.previous())
                && Arrays.equals(Merkle.root(entries), seal.root())
                && Arrays.equals(chain(previous, seal.minute(), seal.entries(), seal.root()), seal.chain());
    }

    private static List<byte[]> entries(JdbcClient jdbc, Instant minute) {
        return jdbc.sql(ENTRIES)
                .param("minute", Timestamp.from(minute))
                .query((row, number) -> row.getBytes(1))
                .list();
    }

    private static byte[] chain(byte[] previous, Instant minute, int entries, byte[] root) {
        return Merkle.sha256(ByteBuffer.allocate(previous.length + Long.BYTES + Integer.BYTES + root.length)
                .put(previous)
                .putLong(minute.toEpochMilli())
                .putInt(entries)
                .put(root)
                .array());
    }

    private record Seal(Instant minute, int entries, byte[] root, byte[] previous, byte[] chain) {}

    /**
     * Result of a check.
     *
     * @param seals how many minutes are sealed
     * @param broken the first minute that does not hold
     */
    record Check(int seals, Optional<Instant> broken) {}
}
