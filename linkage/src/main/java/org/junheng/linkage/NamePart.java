package org.junheng.linkage;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One of two names that may have changed places, such as given name and surname: the same, the same in the other's
 * place, nearly the same, alike, different. Where both fields fit better crosswise, the better fit is told by the first
 * of them and the other by the second, so that the order of the records does not matter.
 */
final class NamePart implements Comparison {

    private static final int SWAPPED = 4;
    private static final int SAME = 5;

    /** What a missing part counts for when straight and crosswise are compared. */
    private static final double UNKNOWN = 0.5;
    /** By how much crosswise must fit better. */
    private static final double BETTER = 0.3;

    private final String column;
    private final String other;
    private final boolean isFirst;

    private NamePart(String column, String other, boolean isFirst) {
        this.column = column;
        this.other = other;
        this.isFirst = isFirst;
    }

    /** The first of two names. */
    static NamePart first(String column, String other) {
        return new NamePart(column, other, true);
    }

    /** The second of two names. */
    static NamePart second(String column, String other) {
        return new NamePart(column, other, false);
    }

    /** Both names; either may be empty, not both. */
    record Value(String own, String other) {

        @Override
        public String toString() {
            return own;
        }
    }

    @Override
    public String name() {
        return column;
    }

    @Override
    public @Nullable Value read(UnaryOperator<String> row) {
        var value = new Value(fold(row.apply(column)), fold(row.apply(other)));
        return value.own.isEmpty() && value.other.isEmpty() ? null : value;
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public int level(Object a, Object b) {
        Value left = (Value) a;
        Value right = (Value) b;
        if (!left.own.isEmpty() && left.own.equals(right.own)) {
            return SAME;
        }
        if (isCrosswise(left, right)) {
            int one = crosswise(left.own, right.other);
            int two = crosswise(left.other, right.own);
            return isFirst ? Math.max(one, two) : Math.min(one, two);
        }
        return left.own.isEmpty() || right.own.isEmpty() ? MISSING : Words.near(left.own, right.own);
    }

    private static boolean isCrosswise(Value a, Value b) {
        double straight = like(a.own, b.own) + like(a.other, b.other);
        double crosswise = like(a.own, b.other) + like(a.other, b.own);
        return crosswise >= straight + BETTER
                && Math.max(crosswise(a.own, b.other), crosswise(a.other, b.own)) == SWAPPED;
    }

    private static double like(String a, String b) {
        return a.isEmpty() || b.isEmpty() ? UNKNOWN : Strings.jaroWinkler(a, b);
    }

    private static int crosswise(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return MISSING;
        }
        return a.equals(b) || Words.near(a, b) >= 3 ? SWAPPED : DIFFERENT;
    }

    @Override
    public int top() {
        return SAME;
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public boolean countsFrequency() {
        return true;
    }
}
