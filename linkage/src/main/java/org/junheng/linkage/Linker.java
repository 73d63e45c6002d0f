package org.junheng.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links whole files: finds candidates, scores them, decides, and groups records to persons. */
public final class Linker {

    /** Below even odds, down to one in a hundred, a person may still look. */
    static final double REVIEW_FROM = Model.log2(0.01 / 0.99);
    /** A best counterpart that is less than this many bits better than the next is not sure to be the one. */
    static final double GAP = 2;
    /** Pairs this far below the threshold under the likeliest prior are not kept. */
    private static final double SLACK = 12;

    private final Layout layout;
    private final @Nullable Model given;
    private final Constraints constraints;
    private final Map<String, String> before;
    private final boolean isBroad;
    private final Progress progress;

    private Linker(Builder builder) {
        this.layout = builder.layout;
        this.given = builder.model;
        this.constraints = builder.constraints;
        this.before = Map.copyOf(builder.before);
        this.isBroad = builder.isBroad;
        this.progress = builder.progress;
    }

    /** A linker for files of one layout, everything else as usual. */
    public static Builder of(Layout layout) {
        return new Builder(layout);
    }

    /** Is told how far the comparing is. */
    public interface Progress {

        /** So many rules of so many are done. */
        void at(long done, long total);
    }

    /** What a run may be told. */
    public static final class Builder {
        private final Layout layout;
        private @Nullable Model model;
        private Constraints constraints = Constraints.NONE;
        private Map<String, String> before = Map.of();
        private boolean isBroad;
        private Progress progress = (done, total) -> {};

        private Builder(Layout layout) {
            this.layout = layout;
        }

        /** Weights of a release, instead of estimating them; the prior is taken from it, too. */
        public Builder model(Model released) {
            this.model = released;
            return this;
        }

        /** Decisions of people. */
        public Builder constraints(Constraints decided) {
            this.constraints = decided;
            return this;
        }

        /** Clusters of an earlier run, whose ids stay. */
        public Builder before(Map<String, String> clusters) {
            this.before = clusters;
            return this;
        }

        /** Tells how far it is. */
        public Builder progress(Progress told) {
            this.progress = told;
            return this;
        }

        /** Also compares everybody born on the same day, beside the narrow rules. */
        public Builder broad() {
            this.isBroad = true;
            return this;
        }

        public Linker build() {
            return new Linker(this);
        }
    }

    /** Finds the records of one file that are one person. */
    public Linkage deduplicate(List<Entry> entries) {
        List<Entry> sorted = sorted(entries);
        return run(sorted, sorted.size());
    }

    /** Finds for each record of the right file the one it belongs to in the left, the register. */
    public Linkage link(List<Entry> left, List<Entry> right) {
        List<Entry> all = new ArrayList<>(sorted(left));
        all.addAll(sorted(right));
        return run(all, left.size());
    }

    /** The order of records in a file must not matter. */
    private static List<Entry> sorted(List<Entry> entries) {
        return entries.stream().sorted(Comparator.comparing(Entry::id)).toList();
    }

    private Linkage run(List<Entry> entries, int firstRight) {
        List<Rule> rules = new ArrayList<>(layout.rules());
        if (isBroad) {
            rules.add(ChineseRules.bornRule());
        }
        var pairing = new Pairing(layout, entries, firstRight, rules);
        Model model = given != null ? given : new Training(layout, pairing).model();
        Frequencies frequencies = pairing.isDeduplication()
                ? Frequencies.ofOneFile(layout, entries)
                : Frequencies.of(layout, entries.subList(0, firstRight));
        List<Linkage.Found> found = new ArrayList<>();
        Candidates candidates = candidates(pairing, new Scorer(layout, model, frequencies), found);
        Model settled = given != null ? given : model.withPrior(prior(candidates, pairing, model));
        var decisions =
                new Decisions(pairing, layout, new Scorer(layout, settled, frequencies), REVIEW_FROM, constraints);
        List<Pair> pairs = decisions.pairs(candidates);
        return new Linkage(pairs, clusters(entries, decisions.names(before)), settled, found);
    }

    private static Map<String, String> clusters(List<Entry> entries, String[] names) {
        Map<String, String> clusters = LinkedHashMap.newLinkedHashMap(names.length);
        for (int i = 0; i < names.length; i++) {
            clusters.put(entries.get(i).id(), names[i]);
        }
        return clusters;
    }

    private Candidates candidates(Pairing pairing, Scorer scorer, List<Linkage.Found> found) {
        var whole = new Candidates();
        for (int r = 0; r < pairing.rules.size(); r++) {
            progress.at(r, pairing.rules.size());
            Candidates some = pairing.compare(
                    r,
                    (levels, left) -> scorer.weight(levels, left) > -SLACK && scorer.hasPersonalEvidence(levels, left));
            found.add(pairing.found(r, some.patterns.total()));
            whole.addAll(some);
        }
        progress.at(1, 1);
        return whole;
    }

    /** How many pairs of one person there seem to be among the candidates, of all pairs possible. */
    private double prior(Candidates found, Pairing pairing, Model model) {
        var estimation = new Estimation(
                layout.comparisons().stream().mapToInt(Comparison::top).toArray());
        for (int c = 0; c < model.comparisons().size(); c++) {
            Model.Weights weights = model.comparisons().get(c);
            for (int level = 1; level <= weights.m().size(); level++) {
                estimation.m[c][level] = weights.m().get(level - 1);
                estimation.u[c][level] = weights.u().get(level - 1);
            }
        }
        double matches = estimation.matches(found.patterns, model.prior(), pairing.possible());
        return Math.min(0.5, Math.max(matches, 1) / Math.max(2, pairing.possible()));
    }
}
