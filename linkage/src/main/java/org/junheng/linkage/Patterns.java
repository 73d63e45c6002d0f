package org.junheng.linkage;

import java.util.Arrays;

/** How many pairs show each pattern of levels: an open hash table from packed levels to counts. */
final class Patterns {

    private long[] keys = new long[1024];
    private long[] counts = new long[1024];
    private int size;

    void add(long levels, long count) {
        int slot = slot(levels, keys);
        while (counts[slot] != 0 && keys[slot] != levels) {
            slot = slot + 1 & keys.length - 1;
        }
        if (counts[slot] == 0) {
            keys[slot] = levels;
            size++;
        }
        counts[slot] += count;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    void addAll(Patterns other) {
        for (int i = 0; i < other.keys.length; i++) {
            if (other.counts[i] != 0) {
                add(other.keys[i], other.counts[i]);
            }
        }
    }

    private static int slot(long levels, long[] table) {
        return (int) Strings.mix(levels) & table.length - 1;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new long[oldKeys.length * 2];
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                add(oldKeys[i], oldCounts[i]);
            }
        }
    }

    /** Levels and counts in the order of levels: sums over them come out the same on any number of threads. */
    long[][] sorted() {
        long[][] rows = new long[size][];
        int next = 0;
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] != 0) {
                rows[next++] = new long[] {keys[i], counts[i]};
            }
        }
        Arrays.sort(rows, (a, b) -> Long.compare(a[0], b[0]));
        return rows;
    }

    long total() {
        return Arrays.stream(counts).sum();
    }
}
