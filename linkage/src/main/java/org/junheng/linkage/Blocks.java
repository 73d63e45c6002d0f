package org.junheng.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Candidates: pairs of entries with the same key under some rule, each pair once, under the first rule that finds it.
 * Keys are hashed and sorted in plain arrays; pairs are never stored.
 */
final class Blocks {

    /** Receives candidates. */
    interface Visitor {
        void pair(int a, int b);
    }

    /**
     * A block that was left out.
     *
     * @param rule which rule
     * @param records how many records share the key; the key itself may name a person and is not told
     */
    record Dropped(String rule, int records) {}

    /** The pairs of a rule come in so many chunks, each for one thread. */
    static final int CHUNKS = 16;

    private static final int LARGE = 1000;

    private final List<Rule> rules;
    private final int firstRight;
    private final long[] keys;
    private final int count;
    private final long[][] order;
    private final int[][] starts;
    private final List<Dropped> dropped = new ArrayList<>();

    /** @param firstRight index of the first entry of the right file; the number of entries in a deduplication */
    Blocks(List<Entry> entries, int firstRight, List<Rule> rules, long mostPairs) {
        this.rules = rules;
        this.firstRight = firstRight;
        this.count = entries.size();
        this.keys = new long[count * rules.size()];
        IntStream.range(0, count).parallel().forEach(i -> {
            for (int r = 0; r < rules.size(); r++) {
                keys[i * rules.size() + r] = rules.get(r).hash(entries.get(i));
            }
        });
        this.order = new long[rules.size()][];
        this.starts = new int[rules.size()][];
        for (int r = 0; r < rules.size(); r++) {
            sort(r, mostPairs);
        }
    }

    private int shift() {
        return 64 - Long.numberOfLeadingZeros(count);
    }

    private void sort(int rule, long mostPairs) {
        int shift = shift();
        long[] sorted = IntStream.range(0, count)
                .filter(i -> key(i, rule) != 0)
                .mapToLong(i -> key(i, rule) << shift | i)
                .toArray();
        Arrays.parallelSort(sorted);
        int[] begin = new int[sorted.length + 1];
        int blocks = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && sorted[to] >>> shift == sorted[from] >>> shift) {
                to++;
            }
            if (isTooLarge(sorted, from, to, mostPairs)) {
                dropped.add(new Dropped(rules.get(rule).name(), to - from));
                for (int i = from; i < to; i++) {
                    keys[index(sorted[i]) * rules.size() + rule] = 0;
                }
            }
            begin[blocks++] = from;
        }
        begin[blocks] = sorted.length;
        order[rule] = sorted;
        starts[rule] = Arrays.copyOf(begin, blocks + 1);
    }

    private int index(long packed) {
        return (int) (packed & (1L << shift()) - 1);
    }

    private boolean isTooLarge(long[] sorted, int from, int to, long mostPairs) {
        long lefts = 0;
        for (int i = from; i < to; i++) {
            lefts += index(sorted[i]) < firstRight ? 1 : 0;
        }
        long all = (long) to - from;
        long pairs = firstRight == count ? all * (all - 1) / 2 : lefts * (all - lefts);
        return pairs > mostPairs;
    }

    private long key(int entry, int rule) {
        return keys[entry * rules.size() + rule];
    }

    /** Visits a chunk of a rule's pairs; those an earlier rule finds only where asked for. */
    void visit(int rule, int chunk, boolean alsoFoundEarlier, Visitor visitor) {
        for (int block = 0; block < starts[rule].length - 1; block++) {
            boolean isLarge = starts[rule][block + 1] - starts[rule][block] > LARGE;
            if (isLarge || block % CHUNKS == chunk) {
                visit(rule, block, new Rows(isLarge ? chunk : 0, isLarge ? CHUNKS : 1), (a, b) -> {
                    if (isFound(a, b, rule, alsoFoundEarlier)) {
                        visitor.pair(a, b);
                    }
                });
            }
        }
    }

    /** Which rows of a block: one chunk's share of a large one, all of a small one. */
    private record Rows(int first, int step) {}

    private void visit(int rule, int block, Rows rows, Visitor visitor) {
        int from = starts[rule][block];
        int to = starts[rule][block + 1];
        for (int i = from + rows.first; i < to; i += rows.step) {
            int a = index(order[rule][i]);
            if (a >= firstRight) {
                break;
            }
            for (int j = i + 1; j < to; j++) {
                int b = index(order[rule][j]);
                if (firstRight == count || b >= firstRight) {
                    visitor.pair(a, b);
                }
            }
        }
    }

    private boolean isFound(int a, int b, int rule, boolean alsoFoundEarlier) {
        if (key(a, rule) == 0 || key(a, rule) != key(b, rule)) {
            return false;
        }
        for (int earlier = 0; earlier < rule && !alsoFoundEarlier; earlier++) {
            if (key(a, earlier) != 0 && key(a, earlier) == key(b, earlier)) {
                return false;
            }
        }
        return true;
    }

    /** The blocks left out for their size. */
    List<Dropped> dropped() {
        return List.copyOf(dropped);
    }
}
