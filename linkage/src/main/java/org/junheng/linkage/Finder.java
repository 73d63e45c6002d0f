package org.junheng.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * One incoming record against a register: who it may be, best first. Rules, comparisons and weights are those of a
 * whole file's run with the same model; the register is held in memory. Safe for many threads.
 */
public final class Finder {

    /** A key that so many share tells nothing; whoever shares it is found by another, or not worth a look. */
    private static final int MOST_SHARING = 5_000;

    private final Layout layout;
    private final List<Entry> register;
    private final Scorer scorer;
    private final int shift;
    /** By rule: hash of the key and index of the record in one number, sorted. */
    private final long[][] keys;

    private Finder(Layout layout, Model model, List<Entry> register) {
        this.layout = layout;
        this.register = register;
        this.scorer = new Scorer(layout, model, Frequencies.of(layout, register));
        this.shift = 64 - Long.numberOfLeadingZeros(register.size());
        this.keys = layout.rules().stream().map(this::keys).toArray(long[][]::new);
    }

    /** A finder over a register, in any order. */
    public static Finder over(Layout layout, Model model, List<Entry> register) {
        return new Finder(
                layout,
                model,
                register.stream().sorted(Comparator.comparing(Entry::id)).toList());
    }

    /**
     * Somebody the incoming record may be.
     *
     * @param isDoubtful whether a person should look, however high the weight
     */
    public record Match(String id, Waterfall waterfall, boolean isDoubtful) {}

    private long[] keys(Rule rule) {
        long[] keys = IntStream.range(0, register.size())
                .parallel()
                .mapToLong(i -> packed(rule.hash(register.get(i)), i))
                .filter(key -> key >= 0 || key < -1)
                .toArray();
        Arrays.parallelSort(keys);
        return keys;
    }

    /** −1 where the rule has no key; no key is packed to it, as no register is full of ones. */
    private long packed(long hash, int index) {
        return hash == 0 ? -1 : hash << shift | index;
    }

    /** Everybody who is likelier than one in a hundred, best first. */
    public List<Match> find(Entry incoming) {
        List<Match> matches = new ArrayList<>();
        for (int index : candidates(incoming)) {
            Entry known = register.get(index);
            long levels = layout.compare(known, incoming);
            if (scorer.weight(levels, known) >= Linker.REVIEW_FROM && scorer.hasPersonalEvidence(levels, known)) {
                matches.add(new Match(
                        known.id(),
                        scorer.explain(known, incoming),
                        scorer.isDoubtful(levels, known, incoming, false)));
            }
        }
        matches.sort(Comparator.comparingDouble((Match match) -> match.waterfall.weight())
                .reversed()
                .thenComparing(Match::id));
        return doubted(matches);
    }

    /** Where the second is nearly as likely as the first, a person should look at both. */
    private static List<Match> doubted(List<Match> matches) {
        if (matches.size() < 2) {
            return matches;
        }
        double best = matches.getFirst().waterfall.weight();
        double next = matches.get(1).waterfall.weight();
        return best < 0 || best - next >= Linker.GAP
                ? matches
                : matches.stream()
                        .map(match -> new Match(
                                match.id,
                                match.waterfall,
                                match.isDoubtful || best - match.waterfall.weight() < Linker.GAP))
                        .toList();
    }

    private Set<Integer> candidates(Entry incoming) {
        Set<Integer> found = new TreeSet<>();
        for (int r = 0; r < keys.length; r++) {
            long hash = layout.rules().get(r).hash(incoming);
            if (hash != 0) {
                int from = firstAtLeast(keys[r], hash << shift);
                int to = from;
                while (to < keys[r].length
                        && keys[r][to] >>> shift == hash << shift >>> shift
                        && to - from <= MOST_SHARING) {
                    to++;
                }
                for (int i = from; i < to && to - from <= MOST_SHARING; i++) {
                    found.add((int) (keys[r][i] & (1L << shift) - 1));
                }
            }
        }
        return found;
    }

    private static int firstAtLeast(long[] sorted, long key) {
        int at = Arrays.binarySearch(sorted, key);
        return at >= 0 ? at : -at - 1;
    }
}
