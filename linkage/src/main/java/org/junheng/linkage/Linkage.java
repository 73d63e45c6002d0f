package org.junheng.linkage;

import java.util.List;
import java.util.Map;

/**
 * What a run found.
 *
 * @param pairs in the order of left and right ids
 * @param clusters record id to cluster id
 * @param compared pairs scored
 * @param report what was left out, in words without personal data
 */
public record Linkage(List<Pair> pairs, Map<String, String> clusters, Model model, long compared, List<String> report) {

    public Linkage {
        pairs = List.copyOf(pairs);
        report = List.copyOf(report);
    }
}
