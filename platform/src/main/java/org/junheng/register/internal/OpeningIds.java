package org.junheng.register.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.junheng.register.Stated;

/**
 * Ids (UUID version 7) of one opening load. Those of a record and its person follow from the record's key and a salt of
 * this load, so that an event can name a participant whose own record has not come yet, and blocks of records can be
 * prepared side by side. Events are numbered.
 */
final class OpeningIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long LOW_62_BITS = 0x3fff_ffff_ffff_ffffL;
    private static final int SALT_BYTES = 16;

    private final long timestamp;
    private final byte[] salt = new byte[SALT_BYTES];
    private final long eventBase;

    OpeningIds(Instant now, SecureRandom random) {
        timestamp = now.toEpochMilli() << 16;
        random.nextBytes(salt);
        eventBase = random.nextLong();
    }

    /**
     * The ids of a key's record and person.
     *
     * @param record id of the record
     * @param person id of the person it is linked to
     */
    record Pair(UUID record, UUID person) {}

    Pair of(Stated.Key key) {
        var digest = ByteBuffer.wrap(digest(key));
        return new Pair(id(digest.getShort(), digest.getLong()), id(digest.getShort(), digest.getLong()));
    }

    /** The id of the n-th event; events of one load sort by their number. */
    UUID event(long number) {
        return id((short) (eventBase >>> 48), (eventBase & ~0xffff_ffffL) | number);
    }

    private UUID id(short high, long low) {
        return new UUID(timestamp | VERSION_7 | (high & 0xfff), VARIANT | (low & LOW_62_BITS));
    }

    private byte[] digest(Stated.Key key) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            sha.update(key.source().getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return sha.digest(key.key().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 belongs to every Java.", e);
        }
    }
}
