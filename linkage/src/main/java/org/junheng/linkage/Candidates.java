package org.junheng.linkage;

import java.util.Arrays;

/** Pairs worth keeping, in arrays that grow: both indexes in one number, and the levels. */
final class Candidates {

    long[] pairs = new long[1024];
    long[] levels = new long[1024];
    int size;
    final Patterns patterns = new Patterns();

    void add(int a, int b, long found) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
            levels = Arrays.copyOf(levels, size * 2);
        }
        pairs[size] = (long) a << 32 | b;
        levels[size++] = found;
    }

    int left(int i) {
        return (int) (pairs[i] >>> 32);
    }

    int right(int i) {
        return (int) pairs[i];
    }

    void addAll(Candidates other) {
        for (int i = 0; i < other.size; i++) {
            add(other.left(i), other.right(i), other.levels[i]);
        }
        patterns.addAll(other.patterns);
    }
}
