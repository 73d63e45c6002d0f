package org.junheng.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From weights to decisions. In linking two files, a record goes to its one best counterpart at even odds or better; in
 * one file, linked are the records of one cluster. Doubtful pairs, and those a little below even odds, are for a person
 * to look at. What people decided comes before any weight.
 */
final class Decisions {

    private final Pairing pairing;
    private final Layout layout;
    private final Scorer scorer;
    private final double reviewFrom;
    private final Constraints constraints;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Set<Long> apart = new HashSet<>();
    private final Clusters clusters;

    Decisions(Pairing pairing, Layout layout, Scorer scorer, double reviewFrom, Constraints constraints) {
        this.pairing = pairing;
        this.layout = layout;
        this.scorer = scorer;
        this.reviewFrom = reviewFrom;
        this.constraints = constraints;
        this.clusters = new Clusters(pairing.entries.size(), pairing.isDeduplication() ? this::weight : null);
    }

    private static final Comparator<Scored> STRONGEST_FIRST = Comparator.comparingDouble(Scored::weight)
            .reversed()
            .thenComparingInt(Scored::left)
            .thenComparingInt(Scored::right);

    private record Scored(int left, int right, long levels, double weight, boolean isDoubtful) {

        long key() {
            return (long) left << 32 | right;
        }

        Scored doubted() {
            return new Scored(left, right, levels, weight, true);
        }

        Clusters.Link link() {
            return new Clusters.Link(left, right, weight);
        }
    }

    /** The pairs linked or for review, in the order of records; the clusters are settled then. */
    List<Pair> pairs(Candidates found) {
        obey();
        List<Scored> scored = scored(found);
        List<Scored> wanted = pairing.isDeduplication() ? scored : best(scored);
        for (Scored one : wanted) {
            if (scorer.isTwinByNumber(one.levels, entry(one.left), entry(one.right))) {
                clusters.keepApart(one.left, one.right);
            }
        }
        clusters.join(wanted.stream()
                .filter(one -> one.weight >= 0 && !one.isDoubtful)
                .map(Scored::link)
                .toList());
        List<Pair> pairs = new ArrayList<>(wanted.stream().map(this::decided).toList());
        if (pairing.isDeduplication()) {
            pairs.addAll(implied(scored));
        }
        pairs.addAll(decidedByPeople(wanted));
        pairs.sort(Pair.IN_ORDER);
        return pairs;
    }

    /** The name of each record's cluster, by index. */
    String[] names(Map<String, String> before) {
        return clusters.named(pairing.entries.stream().map(Entry::id).toList(), before);
    }

    private void obey() {
        if (constraints.isNone()) {
            return;
        }
        for (int i = 0; i < pairing.entries.size(); i++) {
            indexes.put(pairing.entries.get(i).id(), i);
        }
        for (Constraints.Ids ids : constraints.cannotLink()) {
            if (isHere(ids)) {
                clusters.keepApart(index(ids.a()), index(ids.b()));
                apart.add(key(index(ids.a()), index(ids.b())));
            }
        }
        for (Constraints.Ids ids : constraints.mustLink()) {
            if (isHere(ids) && !clusters.mustJoin(index(ids.a()), index(ids.b()))) {
                throw new IllegalArgumentException(
                        "Records %s and %s must be linked and must not; take one of the decisions back."
                                .formatted(ids.a(), ids.b()));
            }
        }
    }

    private boolean isHere(Constraints.Ids ids) {
        return indexes.containsKey(ids.a()) && indexes.containsKey(ids.b());
    }

    private int index(String id) {
        return indexes.getOrDefault(id, -1);
    }

    private static long key(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    private Entry entry(int index) {
        return pairing.entries.get(index);
    }

    private double weight(int a, int b) {
        return scorer.weight(layout.compare(entry(a), entry(b)), entry(a));
    }

    private List<Scored> scored(Candidates found) {
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < found.size; i++) {
            int left = found.left(i);
            int right = found.right(i);
            long levels = found.levels[i];
            double weight = scorer.weight(levels, entry(left));
            if (weight >= reviewFrom
                    && scorer.hasPersonalEvidence(levels, entry(left))
                    && !apart.contains(key(left, right))) {
                boolean isDoubtful = scorer.isDoubtful(levels, entry(left), entry(right), pairing.isDeduplication());
                scored.add(new Scored(left, right, levels, weight, isDoubtful));
            }
        }
        return scored;
    }

    /** Of each record of the right file the best counterpart, and what nearly is; both doubted where they are close. */
    private List<Scored> best(List<Scored> scored) {
        scored.sort(STRONGEST_FIRST);
        boolean[] isSettled = new boolean[pairing.entries.size()];
        constraints.mustLink().stream().filter(this::isHere).forEach(ids -> {
            isSettled[index(ids.a())] = true;
            isSettled[index(ids.b())] = true;
        });
        int[] place = new int[pairing.entries.size()];
        Arrays.fill(place, -1);
        List<Scored> best = new ArrayList<>();
        for (Scored one : scored) {
            int first = place[one.right];
            if (!isSettled[one.right]) {
                isSettled[one.right] = one.weight >= 0;
                place[one.right] = one.weight >= 0 ? best.size() : -1;
                best.add(one);
            } else if (first >= 0 && best.get(first).weight - one.weight < Linker.GAP) {
                best.set(first, best.get(first).doubted());
                best.add(one.doubted());
            }
        }
        return best;
    }

    private Pair decided(Scored one) {
        return pair(one.left, one.right, one.weight, clusters.isOne(one.left, one.right));
    }

    private Pair pair(int left, int right, double weight, boolean isLink) {
        return new Pair(
                entry(left).id(),
                entry(right).id(),
                weight,
                Waterfall.probability(weight),
                isLink ? Pair.Decision.LINK : Pair.Decision.REVIEW);
    }

    /** Pairs of one cluster that are not alike themselves: other records tie them together. */
    private List<Pair> implied(List<Scored> scored) {
        Set<Long> known = new HashSet<>();
        scored.forEach(one -> known.add(one.key()));
        List<Pair> implied = new ArrayList<>();
        for (int i = 0; i < pairing.entries.size(); i++) {
            if (clusters.root(i) != i) {
                continue;
            }
            int[] members = clusters.members(i);
            for (int a = 0; a < members.length; a++) {
                for (int b = a + 1; b < members.length; b++) {
                    if (!known.contains(key(members[a], members[b]))) {
                        implied.add(pair(members[a], members[b], weight(members[a], members[b]), true));
                    }
                }
            }
        }
        return implied;
    }

    /** Between two files, what people linked and no rule found. */
    private List<Pair> decidedByPeople(List<Scored> wanted) {
        if (pairing.isDeduplication()) {
            return List.of();
        }
        Set<Long> known = new HashSet<>();
        wanted.forEach(one -> known.add(one.key()));
        return constraints.mustLink().stream()
                .filter(this::isHere)
                .map(ids -> key(index(ids.a()), index(ids.b())))
                .filter(key -> known.add(key)
                        && (int) (key >>> 32) < pairing.firstRight
                        && key.intValue() >= pairing.firstRight)
                .map(key -> pair((int) (key >>> 32), key.intValue(), weight((int) (key >>> 32), key.intValue()), true))
                .toList();
    }
}
