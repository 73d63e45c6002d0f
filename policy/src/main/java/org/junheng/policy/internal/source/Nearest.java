package org.junheng.policy.internal.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.junheng.policy.Text;

/** Finds the word somebody probably meant. */
public final class Nearest {

    private Nearest() {}

    /** The most similar candidate, if one is similar enough to be a slip of the pen. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt((String each) -> distance(word, each))
                        .thenComparing(each -> !each.regionMatches(0, word, 0, 1))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(best -> distance(word, best) <= Math.max(1, word.length() / 3));
    }

    /** Advice that names the similar word, or else all that are allowed. */
    public static Text advice(String word, Collection<String> candidates) {
        return to(word, candidates)
                .map(best -> Text.format("是否想写“%s”？", "Did you mean '%s'?", best))
                .orElseGet(() -> Text.format("可用的有：%s。", "Allowed are: %s.", String.join(", ", candidates)));
    }

    /** Edit distance after Levenshtein, where two letters the wrong way round are one slip. */
    private static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, i, j, one, other);
            }
        }
        return steps[one.length()][other.length()];
    }

    private static int step(int[][] steps, int i, int j, String one, String other) {
        int replaced = steps[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
