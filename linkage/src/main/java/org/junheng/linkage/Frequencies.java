package org.junheng.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How common values are in the register: agreement on a rare name says more than on a common one. Holds names, so it is
 * built in memory for a run and never written to a model file.
 */
public final class Frequencies {

    private static final double FLOOR = 1e-6;
    private static final double MOST_BITS = 8;

    private final List<Map<Object, Integer>> counts;
    private final int[] totals;

    private final int own;

    private Frequencies(List<Map<Object, Integer>> counts, int[] totals, int own) {
        this.counts = counts;
        this.totals = totals;
        this.own = own;
    }

    /** Counts the values of a register, in which a person stands once. */
    public static Frequencies of(Layout layout, List<Entry> register) {
        return of(layout, register, 0);
    }

    /** Counts the values of a file in which persons stand repeatedly: two records that agree are not two namesakes. */
    public static Frequencies ofOneFile(Layout layout, List<Entry> file) {
        return of(layout, file, 1);
    }

    private static Frequencies of(Layout layout, List<Entry> register, int own) {
        List<Map<Object, Integer>> counts = new ArrayList<>();
        int[] totals = new int[layout.comparisons().size()];
        for (int c = 0; c < totals.length; c++) {
            if (!layout.comparisons().get(c).countsFrequency()) {
                counts.add(Map.of());
                continue;
            }
            Map<Object, Integer> map = new HashMap<>();
            for (Entry entry : register) {
                Object value = entry.value(c);
                if (value != null) {
                    map.merge(value, 1, Integer::sum);
                    totals[c]++;
                }
            }
            counts.add(map);
        }
        return new Frequencies(counts, totals, own);
    }

    /** Bits to add for agreeing on this value rather than on an average one; u is how often strangers agree. */
    double bits(int comparison, @Nullable Object value, double u) {
        Map<Object, Integer> map = counts.get(comparison);
        if (value == null || totals[comparison] == 0) {
            return 0;
        }
        int others = Math.max(1, map.getOrDefault(value, 1) - own);
        double share = Math.max(FLOOR, others / (double) totals[comparison]);
        return Math.max(-MOST_BITS, Math.min(MOST_BITS, Model.log2(u / share)));
    }
}
