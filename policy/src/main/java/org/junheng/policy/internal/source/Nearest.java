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
                        .thenComparing(Comparator.naturalOrder()))
                .filter(best -> distance(word, best) <= Math.max(1, word.length() / 3));
    }

    /** Advice that names the similar word, or else all that are allowed. */
    public static Text advice(String word, Collection<String> candidates) {
        return to(word, candidates)
                .map(best -> Text.format("是否想写“%s”？", "Did you mean '%s'?", best))
                .orElseGet(() -> Text.format("可用的有：%s。", "Allowed are: %s.", String.join(", ", candidates)));
    }

    /** Edit distance after Levenshtein. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
