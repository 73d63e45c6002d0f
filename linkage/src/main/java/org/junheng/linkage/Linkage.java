package org.junheng.linkage;

import java.util.List;
import java.util.Map;

/**
 * What a run found.
 *
 * @param pairs in the order of left and right ids
 * @param clusters record id to cluster id, in the order of records
 * @param found how many pairs each rule found, in the order in which rules were asked
 */
public record Linkage(List<Pair> pairs, Map<String, String> clusters, Model model, List<Found> found) {

    public Linkage {
        pairs = List.copyOf(pairs);
        found = List.copyOf(found);
    }

    /**
     * What one rule found.
     *
     * @param pairs compared under this rule; pairs that an earlier rule finds too are counted there
     * @param droppedBlocks blocks left out because comparing each with each would take too long
     * @param droppedRecords records in these blocks; what they have in common may name a person and is not told
     */
    public record Found(String rule, long pairs, int droppedBlocks, long droppedRecords) {}

    /** Pairs scored. */
    public long compared() {
        return found.stream().mapToLong(Found::pairs).sum();
    }
}
