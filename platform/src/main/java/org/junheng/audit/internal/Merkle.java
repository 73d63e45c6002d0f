package org.junheng.audit.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Merkle trees as in RFC 6962: leaves and nodes are hashed apart, an odd last node is carried up. */
final class Merkle {

    private Merkle() {}

    /** The root over the given entries; of none, the hash of nothing. */
    static byte[] root(List<byte[]> entries) {
        if (entries.isEmpty()) {
            return sha256(new byte[0]);
        }
        List<byte[]> level = entries.stream()
                .map(entry -> hash((byte) 0, entry, new byte[0]))
                .toList();
        while (level.size() > 1) {
            level = above(level);
        }
        return level.getFirst();
    }

    private static List<byte[]> above(List<byte[]> level) {
        var above = new ArrayList<byte[]>();
        for (int i = 0; i + 1 < level.size(); i += 2) {
            above.add(hash((byte) 1, level.get(i), level.get(i + 1)));
        }
        if (level.size() % 2 == 1) {
            above.add(level.getLast());
        }
        return above;
    }

    private static byte[] hash(byte kind, byte[] left, byte[] right) {
        return sha256(ByteBuffer.allocate(1 + left.length + right.length)
                .put(kind)
                .put(left)
                .put(right)
                .array());
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
