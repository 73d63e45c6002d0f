package org.junheng.linkage;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A text in letters or digits, compared by the measure its kind asks for: names and words by Jaro–Winkler, numbers and
 * dates by the digits they are apart, codes only as the same or not.
 */
final class Words implements Comparison {

    /** How a text is compared. */
    enum Kind {
        NAME(4, true),
        EMAIL(4, false),
        NUMBER(4, false),
        DATE(6, false),
        TEXT(3, true),
        CODE(2, true);

        private final int top;
        private final boolean countsFrequency;

        Kind(int top, boolean countsFrequency) {
            this.top = top;
            this.countsFrequency = countsFrequency;
        }
    }

    /** Codes so short that millions of records share a few. */
    private static final int SHORT = 2;

    private final String name;
    private final String column;
    private final Kind kind;
    private final boolean isPersonal;
    private final List<String> placeholders;

    Words(String column, Kind kind, boolean isPersonal) {
        this(column, column, kind, isPersonal);
    }

    Words(String name, String column, Kind kind, boolean isPersonal, String... placeholders) {
        this.name = name;
        this.column = column;
        this.kind = kind;
        this.isPersonal = isPersonal;
        this.placeholders = List.of(placeholders);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable String read(UnaryOperator<String> row) {
        String text = row.apply(column).strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || placeholders.contains(text)) {
            return null;
        }
        return text.length() <= SHORT ? text.intern() : text;
    }

    @Override
    public int level(Object a, Object b) {
        String left = (String) a;
        String right = (String) b;
        if (left.equals(right)) {
            return kind.top;
        }
        return switch (kind) {
            case NAME, EMAIL -> near(left, right);
            case TEXT -> Strings.jaroWinkler(left, right) >= 0.88 ? 2 : DIFFERENT;
            case NUMBER -> Math.max(DIFFERENT, 4 - Strings.distance(left, right));
            case DATE -> WrittenDate.level(left, right);
            case CODE -> DIFFERENT;
        };
    }

    /** Nearly the same name, likely so, or another one. */
    static int near(String left, String right) {
        double like = Strings.jaroWinkler(left, right);
        return like >= 0.9 ? 3 : like >= 0.78 ? 2 : DIFFERENT;
    }

    @Override
    public int top() {
        return kind.top;
    }

    @Override
    public boolean isPersonal() {
        return isPersonal;
    }

    @Override
    public boolean countsFrequency() {
        return kind.countsFrequency;
    }
}
