package org.junheng.linkage;

import java.util.ArrayList;
import java.util.List;

/** Scores pairs: one record against its candidates online, millions in a batch. Safe for many threads. */
public final class Scorer {

    /** Bits of name, birth and number that a pair must have: a household shares everything else. */
    private static final double PERSONAL = 7;
    /** The same where one of the two has no number. */
    private static final double PERSONAL_WITHOUT_ID = 3;

    private final Layout layout;
    private final List<Comparison> comparisons;
    private final Model model;
    private final double[][] bits;
    private final double prior;
    private final Frequencies frequencies;
    private final int id;
    private final boolean isChinese;

    /**
     * @param frequencies of the register, not of the batch
     * @throws IllegalArgumentException where the model is for another layout
     */
    public Scorer(Layout layout, Model model, Frequencies frequencies) {
        this.layout = layout;
        this.comparisons = layout.comparisons();
        this.model = model;
        this.bits = model.bits(layout);
        this.prior = Model.log2(model.prior() / (1 - model.prior()));
        this.frequencies = frequencies;
        this.isChinese = layout.index("id") >= 0;
        this.id = layout.index("id");
    }

    /** Why two records have their weight. */
    public Waterfall explain(Entry a, Entry b) {
        long levels = layout.compare(a, b);
        List<Waterfall.Bar> bars = new ArrayList<>();
        bars.add(new Waterfall.Bar("prior", 0, prior));
        for (int c = 0; c < comparisons.size(); c++) {
            int level = Layout.level(levels, c);
            bars.add(new Waterfall.Bar(comparisons.get(c).name(), level, bits[c][level]));
            double rare = rarity(c, level, a);
            if (rare != 0) {
                bars.add(new Waterfall.Bar(comparisons.get(c).name() + " frequency", level, rare));
            }
        }
        double weight = 0;
        for (Waterfall.Bar bar : bars) {
            weight += bar.bits();
        }
        return new Waterfall(bars, weight, personal(levels, a), Waterfall.probability(weight));
    }

    /** The weight of two records whose levels are known: the sum of the waterfall's bars in the same order. */
    double weight(long levels, Entry a) {
        double weight = prior;
        for (int c = 0; c < bits.length; c++) {
            int level = Layout.level(levels, c);
            weight += bits[c][level];
            weight += rarity(c, level, a);
        }
        return weight;
    }

    double personal(long levels, Entry a) {
        double personal = 0;
        for (int c = 0; c < bits.length; c++) {
            if (comparisons.get(c).isPersonal()) {
                int level = Layout.level(levels, c);
                personal += bits[c][level] + rarity(c, level, a);
            }
        }
        return personal;
    }

    private double rarity(int c, int level, Entry a) {
        Comparison comparison = comparisons.get(c);
        return level == comparison.top() && comparison.countsFrequency()
                ? frequencies.bits(c, a.value(c), model.comparisons().get(c).u().getLast())
                : 0;
    }

    /** Whether name, birth and number themselves speak for one person. */
    boolean hasPersonalEvidence(long levels, Entry a) {
        if (!isChinese) {
            return true;
        }
        boolean isWithoutId = Layout.level(levels, id) == Comparison.MISSING;
        return personal(levels, a) >= (isWithoutId ? PERSONAL_WITHOUT_ID : PERSONAL);
    }

    /** Whether a person should look, however high the weight: twins, or a number that is somebody else's. */
    boolean isDoubtful(long levels, Entry a, Entry b, boolean isOneFile) {
        return isChinese && (ChineseRules.mayBeTwins(a, b, levels, isOneFile) || ChineseRules.isUncorroborated(levels));
    }

    /** Whether two records look like twins whose numbers tell them apart. */
    boolean isTwinByNumber(long levels, Entry a, Entry b) {
        return isChinese && ChineseRules.areTwinsByNumber(a, b, levels);
    }
}
