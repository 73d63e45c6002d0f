package org.junheng.population.internal.sweep;

import java.util.ArrayList;
import java.util.List;

/** Finds the comparisons in an expression, {@code age(person.born, on) >= minAge}, by its text. */
public final class Comparisons {

    private static final List<String> ENDS = List.of("&&", "||");

    private final String text;

    private Comparisons(String text) {
        this.text = text;
    }

    /**
     * A comparison.
     *
     * @param left its left side
     * @param operator {@code < <= > >=}
     * @param right its right side
     */
    public record Comparison(String left, String operator, String right) {}

    /** All comparisons by size; those inside a list's question are found too and may not stand alone. */
    public static List<Comparison> in(String text) {
        return new Comparisons(text).find();
    }

    private List<Comparison> find() {
        List<Comparison> all = new ArrayList<>();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '<' || c == '>')) {
                boolean orEqual = i + 1 < text.length() && text.charAt(i + 1) == '=';
                int after = orEqual ? i + 2 : i + 1;
                all.add(new Comparison(
                        text.substring(start(i), i).strip(),
                        text.substring(i, after),
                        text.substring(after, end(after)).strip()));
            }
        }
        return all;
    }

    private int start(int from) {
        int depth = 0;
        for (int i = from - 1; i >= 0; i--) {
            char c = text.charAt(i);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
            if (depth < 0 || (depth == 0 && isEnd(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    private int end(int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0 || (depth == 0 && isEnd(i))) {
                return i;
            }
        }
        return text.length();
    }

    private boolean isEnd(int at) {
        char c = text.charAt(at);
        return c == '?'
                || c == ':'
                || c == ','
                || c == '!'
                || ENDS.stream().anyMatch(end -> text.startsWith(end, at) || (at > 0 && text.startsWith(end, at - 1)));
    }
}
