package org.junheng.linkage;

import java.util.ArrayList;
import java.util.List;

/** Estimates a model from files nobody has labelled. */
final class Training {

    private static final int ROUNDS = 3;
    private static final long MOST_LESSONS = 6;

    private final Layout layout;
    private final Pairing pairing;
    private final int[] tops;

    Training(Layout layout, Pairing pairing) {
        this.layout = layout;
        this.pairing = pairing;
        this.tops = layout.comparisons().stream().mapToInt(Comparison::top).toArray();
    }

    private record Lesson(Patterns patterns, boolean[] decided) {}

    Model model() {
        var estimation = new Estimation(tops);
        List<Lesson> lessons = lessons();
        Patterns random = pairing.rules.size() == 1 ? lessons.getFirst().patterns : pairing.random();
        double share = pairing.likelyShare();
        estimation.relearnStrangers(random, share);
        for (int round = 0; round < ROUNDS; round++) {
            learn(estimation, lessons);
            estimation.relearnStrangers(random, share);
        }
        return new Model(Model.VERSION, layout.name(), share, weights(estimation));
    }

    private List<Lesson> lessons() {
        List<Lesson> lessons = new ArrayList<>();
        for (int r = 0; r < pairing.rules.size() && lessons.size() < MOST_LESSONS; r++) {
            Rule rule = pairing.rules.get(r);
            if (!rule.isNarrow()) {
                continue;
            }
            boolean[] decided = new boolean[tops.length];
            for (int c = 0; c < tops.length; c++) {
                decided[c] = rule.decided().contains(layout.comparisons().get(c).name());
            }
            lessons.add(new Lesson(pairing.patterns(r), decided));
        }
        return lessons;
    }

    /** Each rule teaches what it does not decide; the lessons are averaged by their pairs of one person. */
    private void learn(Estimation estimation, List<Lesson> lessons) {
        double[][] sum = new double[tops.length][];
        double[] weight = new double[tops.length];
        for (int c = 0; c < tops.length; c++) {
            sum[c] = new double[tops[c] + 1];
        }
        for (Lesson lesson :
                lessons.stream().filter(l -> l.patterns.total() > 0).toList()) {
            Estimation own = estimation.copy();
            double total = lesson.patterns.total();
            double first = 0.5 * Math.min(1, pairing.likelyShare() * pairing.possible() / total);
            double pairs = total * own.learnOnePerson(lesson.patterns, first, lesson.decided);
            for (int c = 0; c < tops.length; c++) {
                for (int level = 1; level <= tops[c] && !lesson.decided[c]; level++) {
                    sum[c][level] += own.m[c][level] * pairs;
                    weight[c] += own.m[c][level] * pairs;
                }
            }
        }
        for (int c = 0; c < tops.length; c++) {
            for (int level = 1; level <= tops[c] && weight[c] > 0; level++) {
                estimation.m[c][level] = sum[c][level] / weight[c];
            }
        }
    }

    private List<Model.Weights> weights(Estimation estimation) {
        List<Model.Weights> weights = new ArrayList<>();
        for (int c = 0; c < tops.length; c++) {
            weights.add(new Model.Weights(
                    layout.comparisons().get(c).name(), list(estimation.m[c]), list(estimation.u[c])));
        }
        return weights;
    }

    private static List<Double> list(double[] values) {
        List<Double> list = new ArrayList<>();
        for (int level = 1; level < values.length; level++) {
            list.add(Math.min(1, Math.max(1e-9, values[level])));
        }
        return list;
    }
}
