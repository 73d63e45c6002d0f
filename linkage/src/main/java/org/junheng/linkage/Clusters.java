package org.junheng.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Records grouped to persons. The strongest links come first. Two groups stay apart where people said so, and where
 * their records taken together speak against being one person, though two of them are alike: one doubtful link must not
 * make a chain of strangers.
 */
final class Clusters {

    /** What the records of two groups say on the whole is asked of so many records of each. */
    private static final int MOST_ASKED = 20;

    /** A pair of records, by index, that would join two groups. */
    record Link(int a, int b, double weight) {

        /** Strongest first; equal ones in the order of records. */
        static final Comparator<Link> STRONGEST_FIRST = Comparator.comparingDouble(Link::weight)
                .reversed()
                .thenComparingInt(Link::a)
                .thenComparingInt(Link::b);
    }

    /** What two records, by index, say about being one person: log2 of the odds. */
    interface Evidence {
        double weight(int a, int b);
    }

    private final @Nullable Evidence evidence;
    private final int[] parent;
    /** The records of a group form a ring. */
    private final int[] next;

    private final Map<Integer, Set<Integer>> apart = new HashMap<>();

    /**
     * Every record by itself, in the order that decides between equals.
     *
     * @param evidence asked before groups are joined; null where the links alone decide
     */
    Clusters(int records, @Nullable Evidence evidence) {
        this.evidence = evidence;
        this.parent = IntStream.range(0, records).toArray();
        this.next = IntStream.range(0, records).toArray();
    }

    /** Keeps the groups of two records apart from now on. */
    void keepApart(int a, int b) {
        apart.computeIfAbsent(root(a), k -> new HashSet<>()).add(b);
        apart.computeIfAbsent(root(b), k -> new HashSet<>()).add(a);
    }

    /** Joins the groups of two records whatever the evidence; false where they must stay apart. */
    boolean mustJoin(int a, int b) {
        int first = root(a);
        int second = root(b);
        if (first == second) {
            return true;
        }
        if (mustStayApart(first, second)) {
            return false;
        }
        int least = Math.min(first, second);
        int other = Math.max(first, second);
        parent[other] = least;
        int after = next[least];
        next[least] = next[other];
        next[other] = after;
        Set<Integer> moved = apart.remove(other);
        if (moved != null) {
            apart.computeIfAbsent(least, k -> new HashSet<>()).addAll(moved);
        }
        return true;
    }

    /** Joins groups by links, strongest first. */
    void join(List<Link> links) {
        links.stream().sorted(Link.STRONGEST_FIRST).forEach(link -> {
            if (!isOne(link.a, link.b) && speaksForOne(link.a, link.b)) {
                mustJoin(link.a, link.b);
            }
        });
    }

    /** Whether two records are in one group. */
    boolean isOne(int a, int b) {
        return root(a) == root(b);
    }

    /** The first record of a record's group. */
    int root(int record) {
        int at = record;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** The records of a group in their order. */
    int[] members(int record) {
        IntStream.Builder members = IntStream.builder();
        int at = record;
        do {
            members.add(at);
            at = next[at];
        } while (at != record);
        return members.build().sorted().toArray();
    }

    private boolean mustStayApart(int first, int second) {
        return apart.getOrDefault(first, Set.of()).stream().anyMatch(r -> root(r) == second)
                || apart.getOrDefault(second, Set.of()).stream().anyMatch(r -> root(r) == first);
    }

    private boolean speaksForOne(int a, int b) {
        if (evidence == null || (next[a] == a && next[b] == b)) {
            return true;
        }
        int[] first = Arrays.stream(members(a)).limit(MOST_ASKED).toArray();
        int[] second = Arrays.stream(members(b)).limit(MOST_ASKED).toArray();
        double sum = 0;
        for (int one : first) {
            for (int two : second) {
                sum += evidence.weight(Math.min(one, two), Math.max(one, two));
            }
        }
        return sum > 0;
    }

    /**
     * Names for groups: the one a group had before (that of most of its members, the least where equal; no name is
     * given twice), else the first of its records' ids that is not taken.
     *
     * @param ids of the records, by index
     * @param before record id to name in an earlier run; empty at first
     * @return names by index of records
     */
    String[] named(List<String> ids, Map<String, String> before) {
        String[] names = new String[ids.size()];
        Set<String> used = new HashSet<>();
        if (!before.isEmpty()) {
            keepNames(ids, before, names, used);
            used.addAll(before.values());
        }
        for (int i = 0; i < names.length; i++) {
            int root = root(i);
            if (names[root] == null) {
                names[root] = before.isEmpty() ? ids.get(root) : unused(members(root), ids, used);
            }
            names[i] = names[root];
        }
        return names;
    }

    /** A claim of a group on a name of before. */
    private record Claim(String name, int root, int members) {}

    private void keepNames(List<String> ids, Map<String, String> before, String[] names, Set<String> used) {
        Map<Integer, Map<String, Integer>> votes = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            String name = before.get(ids.get(i));
            if (name != null) {
                votes.computeIfAbsent(root(i), k -> new HashMap<>()).merge(name, 1, Integer::sum);
            }
        }
        List<Claim> claims = new ArrayList<>();
        votes.forEach((root, counts) -> counts.forEach((name, count) -> claims.add(new Claim(name, root, count))));
        claims.sort(Comparator.comparingInt(Claim::members)
                .reversed()
                .thenComparing(Claim::name)
                .thenComparing(claim -> ids.get(claim.root)));
        for (Claim claim : claims) {
            if (names[claim.root] == null && used.add(claim.name)) {
                names[claim.root] = claim.name;
            }
        }
    }

    private static String unused(int[] members, List<String> ids, Set<String> used) {
        for (int member : members) {
            if (used.add(ids.get(member))) {
                return ids.get(member);
            }
        }
        String name = ids.get(members[0]) + "+";
        while (!used.add(name)) {
            name = name + "+";
        }
        return name;
    }
}
