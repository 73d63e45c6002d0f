package org.junheng.linkage;

import org.jspecify.annotations.Nullable;

/**
 * Expectation–maximisation on patterns of levels: how often each level occurs among pairs of one person (m) and of two
 * (u), where nobody says which pairs are which. Levels are taken as independent given the truth; a missing value says
 * nothing.
 */
final class Estimation {

    private static final int MOST_ROUNDS = 200;
    private static final double SETTLED = 1e-7;
    private static final double PSEUDO = 0.5;

    private final int[] tops;
    final double[][] m;
    final double[][] u;

    Estimation(int[] tops) {
        this.tops = tops.clone();
        this.m = new double[tops.length][];
        this.u = new double[tops.length][];
        for (int c = 0; c < tops.length; c++) {
            m[c] = new double[tops[c] + 1];
            u[c] = new double[tops[c] + 1];
            start(c);
        }
    }

    /** Before anything is known: one person's records mostly agree, two persons' do not. */
    private void start(int c) {
        for (int level = 1; level <= tops[c]; level++) {
            m[c][level] = level == tops[c] ? 0.9 : 0.1 / (tops[c] - 1);
            u[c][level] = level == 1 ? 0.9 : 0.1 / (tops[c] - 1);
        }
    }

    Estimation copy() {
        var copy = new Estimation(tops);
        for (int c = 0; c < tops.length; c++) {
            copy.m[c] = m[c].clone();
            copy.u[c] = u[c].clone();
        }
        return copy;
    }

    /**
     * Learns m, u given, until settled; returns the share of pairs of one person.
     *
     * @param decided comparisons the pairs were chosen by: they teach nothing
     */
    double learnOnePerson(Patterns patterns, double firstShare, boolean[] decided) {
        long[][] rows = patterns.sorted();
        double share = firstShare;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double next = round(rows, share, decided);
            if (Math.abs(next - share) < SETTLED * share) {
                return next;
            }
            share = next;
        }
        return share;
    }

    /** Learns u from pairs at random; the few of one person among them, by m as it is, do not count. */
    void relearnStrangers(Patterns random, double share) {
        double[][] other = zeros();
        double[][] logs = logs(null);
        for (long[] row : random.sorted()) {
            double p = posterior(row[0], share, logs);
            for (int c = 0; c < tops.length; c++) {
                other[c][Layout.level(row[0], c)] += (1 - p) * row[1];
            }
        }
        for (int c = 0; c < tops.length; c++) {
            normalise(other[c], u[c]);
        }
    }

    /** How many pairs of one person there seem to be among candidates, of all pairs possible; weights as they are. */
    double matches(Patterns candidates, double firstPrior, double possible) {
        long[][] rows = candidates.sorted();
        double[][] logs = logs(null);
        double matches = firstPrior * possible;
        for (int round = 0; round < 20; round++) {
            double prior = Math.min(0.5, Math.max(matches, 1) / possible);
            matches = 0;
            for (long[] row : rows) {
                matches += row[1] * posterior(row[0], prior, logs);
            }
        }
        return matches;
    }

    private double round(long[][] rows, double share, boolean[] decided) {
        double[][] same = zeros();
        double[][] logs = logs(decided);
        double matches = 0;
        double all = 0;
        for (long[] row : rows) {
            double p = posterior(row[0], share, logs);
            matches += p * row[1];
            all += row[1];
            for (int c = 0; c < tops.length; c++) {
                same[c][Layout.level(row[0], c)] += p * row[1];
            }
        }
        for (int c = 0; c < tops.length; c++) {
            if (!decided[c]) {
                normalise(same[c], m[c]);
            }
        }
        return Math.min(1 - 1e-9, Math.max(1e-12, matches / all));
    }

    private double[][] zeros() {
        double[][] zeros = new double[tops.length][];
        for (int c = 0; c < tops.length; c++) {
            zeros[c] = new double[tops[c] + 1];
        }
        return zeros;
    }

    /** Half a pair more per level: nothing is impossible because it was not met. */
    private static void normalise(double[] found, double[] into) {
        double sum = 0;
        for (int level = 1; level < found.length; level++) {
            sum += found[level] + PSEUDO;
        }
        if (sum <= PSEUDO * found.length) {
            return;
        }
        for (int level = 1; level < found.length; level++) {
            into[level] = (found[level] + PSEUDO) / sum;
        }
    }

    /** Log likelihood ratios; 0 for what is missing, and for what the pairs were chosen by. */
    private double[][] logs(boolean @Nullable [] decided) {
        double[][] logs = zeros();
        for (int c = 0; c < tops.length; c++) {
            for (int level = 1; level <= tops[c] && (decided == null || !decided[c]); level++) {
                logs[c][level] = Math.log(m[c][level] / u[c][level]);
            }
        }
        return logs;
    }

    private static double posterior(long levels, double share, double[][] logs) {
        double odds = Math.log(share / (1 - share));
        for (int c = 0; c < logs.length; c++) {
            odds += logs[c][Layout.level(levels, c)];
        }
        return 1 / (1 + Math.exp(-odds));
    }
}
