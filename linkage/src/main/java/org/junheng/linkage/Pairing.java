package org.junheng.linkage;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The pairs of one run: all of them where files are small, else the candidates of the rules; and random ones. */
final class Pairing {

    private static final long SMALL = 1_000_000;
    private static final int RANDOM = 2_000_000;
    private static final long MOST_PAIRS_IN_BLOCK = 25_000_000;

    private final Layout layout;
    final List<Entry> entries;
    final int firstRight;
    final Blocks blocks;
    final List<Rule> rules;

    Pairing(Layout layout, List<Entry> entries, int firstRight, List<Rule> asked) {
        this.layout = layout;
        this.entries = entries;
        this.firstRight = firstRight;
        boolean isSmall = possible() <= SMALL;
        this.rules = isSmall ? List.of(new Rule("all", e -> "all", Set.of(), true)) : asked;
        this.blocks = new Blocks(entries, firstRight, rules, isSmall ? Long.MAX_VALUE : MOST_PAIRS_IN_BLOCK);
    }

    boolean isDeduplication() {
        return firstRight == entries.size();
    }

    long possible() {
        long all = entries.size();
        return isDeduplication() ? all * (all - 1) / 2 : firstRight * (all - firstRight);
    }

    /** The highest share of one-person pairs there can be if nobody is in a file twice. */
    double likelyShare() {
        long smaller = isDeduplication() ? entries.size() : Math.min(firstRight, entries.size() - firstRight);
        return Math.max(1e-12, Math.min(0.1, 0.5 * smaller / Math.max(1, possible())));
    }

    /** Compares the pairs no earlier rule finds, keeps those that are wanted, counts all. */
    Candidates compare(int rule, Wanted wanted) {
        return compare(rule, false, wanted);
    }

    /** The patterns of all pairs of a rule, whether or not an earlier one finds them too. */
    Patterns patterns(int rule) {
        return compare(rule, true, (levels, entry) -> false).patterns;
    }

    /** Which pairs to keep. */
    interface Wanted {
        boolean test(long levels, Entry left);
    }

    private Candidates compare(int rule, boolean alsoFoundEarlier, Wanted wanted) {
        List<Candidates> parts = IntStream.range(0, Blocks.CHUNKS)
                .parallel()
                .mapToObj(chunk -> {
                    var part = new Candidates();
                    blocks.visit(rule, chunk, alsoFoundEarlier, (a, b) -> compare(a, b, wanted, part));
                    return part;
                })
                .toList();
        var whole = new Candidates();
        parts.forEach(whole::addAll);
        return whole;
    }

    private void compare(int a, int b, Wanted wanted, Candidates into) {
        long levels = layout.compare(entries.get(a), entries.get(b));
        into.patterns.add(levels, 1);
        if (wanted.test(levels, entries.get(a))) {
            into.add(a, b, levels);
        }
    }

    /** Patterns of pairs drawn at random, the same for the same records. */
    Patterns random() {
        List<Patterns> parts = IntStream.range(0, Blocks.CHUNKS)
                .parallel()
                .mapToObj(chunk -> {
                    var random = new SplittableRandom(chunk);
                    var part = new Patterns();
                    for (int i = 0; i < RANDOM / Blocks.CHUNKS; i++) {
                        int a = random.nextInt(firstRight);
                        int b = isDeduplication()
                                ? random.nextInt(firstRight)
                                : random.nextInt(firstRight, entries.size());
                        if (a != b) {
                            part.add(layout.compare(entries.get(a), entries.get(b)), 1);
                        }
                    }
                    return part;
                })
                .toList();
        var whole = new Patterns();
        parts.forEach(whole::addAll);
        return whole;
    }

    /** What a rule found, the pairs being counted by the caller. */
    Linkage.Found found(int rule, long pairs) {
        String name = rules.get(rule).name();
        List<Blocks.Dropped> dropped =
                blocks.dropped().stream().filter(d -> d.rule().equals(name)).toList();
        long records = dropped.stream().mapToLong(Blocks.Dropped::records).sum();
        return new Linkage.Found(name, pairs, dropped.size(), records);
    }
}
