package org.junheng.linkage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights of one release: per comparison and level how often it occurs among pairs of one person (m) and of two
 * (u), and how probable a pair is of one person before it is looked at. Estimated once, kept in a file, never changed
 * silently.
 *
 * @param version of the form; readers refuse another
 * @param prior probability that a pair drawn at random is of one person
 */
public record Model(int version, String layout, double prior, List<Weights> comparisons) {

    /** The form written today. */
    public static final int VERSION = 1;

    public Model {
        comparisons = List.copyOf(comparisons);
        if (version != VERSION) {
            throw new IllegalArgumentException("A model of version %d, expected %d.".formatted(version, VERSION));
        }
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException(
                    "A prior of %s, expected a probability between 0 and 1.".formatted(prior));
        }
    }

    /**
     * One comparison.
     *
     * @param m by level, from 1
     * @param u by level, from 1
     */
    public record Weights(String comparison, List<Double> m, List<Double> u) {

        public Weights {
            m = List.copyOf(m);
            u = List.copyOf(u);
            if (m.size() != u.size() || m.isEmpty()) {
                throw new IllegalArgumentException("Comparison %s has %d values of m and %d of u, expected as many."
                        .formatted(comparison, m.size(), u.size()));
            }
            for (int i = 0; i < m.size(); i++) {
                if (!(m.get(i) > 0 && m.get(i) <= 1 && u.get(i) > 0 && u.get(i) <= 1)) {
                    throw new IllegalArgumentException("Comparison %s, level %d: m %s and u %s, expected above 0 to 1."
                            .formatted(comparison, i + 1, m.get(i), u.get(i)));
                }
            }
        }
    }

    /** Whether these are weights for the comparisons of a layout. */
    public boolean fits(Layout other) {
        if (!layout.equals(other.name()) || other.comparisons().size() != comparisons.size()) {
            return false;
        }
        for (int c = 0; c < comparisons.size(); c++) {
            Comparison asked = other.comparisons().get(c);
            Weights weights = comparisons.get(c);
            if (!asked.name().equals(weights.comparison) || asked.top() != weights.m.size()) {
                return false;
            }
        }
        return true;
    }

    /** The same weights for files of another size. */
    Model withPrior(double other) {
        return new Model(version, layout, other, comparisons);
    }

    /** The bits of each level of each comparison, 0 where missing. */
    double[][] bits(Layout layoutOfFiles) {
        List<Comparison> asked = layoutOfFiles.comparisons();
        if (!fits(layoutOfFiles)) {
            throw new IllegalArgumentException(
                    "The model is for layout %s with %d comparisons, the files are %s with %d."
                            .formatted(layout, comparisons.size(), layoutOfFiles.name(), asked.size()));
        }
        double[][] bits = new double[asked.size()][];
        for (int c = 0; c < bits.length; c++) {
            Weights weights = comparisons.get(c);
            bits[c] = new double[weights.m.size() + 1];
            for (int level = 1; level < bits[c].length; level++) {
                double bit = log2(weights.m.get(level - 1) / weights.u.get(level - 1));
                bits[c][level] = Math.min(bit, asked.get(c).cap(level));
            }
        }
        return bits;
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /** The form in which a model is written: maps, lists and numbers. */
    public Map<String, Object> toMap() {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Weights weights : comparisons) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("comparison", weights.comparison);
            one.put("m", weights.m);
            one.put("u", weights.u);
            list.add(one);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("version", version);
        map.put("layout", layout);
        map.put("prior", prior);
        map.put("comparisons", list);
        return map;
    }
}
