package org.junheng.linkage;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.ResidentId;

/**
 * A citizen number by its first 17 digits, old numbers of 15 digits lifted: the same, one digit off, two off (or
 * swapped), different with one of them out of order, different and both in order. Placeholders count as missing.
 */
final class IdNumber implements Comparison {

    static final int ONE_INVALID = 2;
    static final int TWO_DIGITS = 3;
    static final int ONE_DIGIT = 4;
    static final int SAME = 5;

    /**
     * Two numbers more than a slip apart: two people, unless one number is another's, as a mother's on her child's
     * record. The estimate, which sees such records, is too mild.
     */
    private static final double DIFFERENT_CAP = -8;

    private final String column;

    IdNumber(String column) {
        this.column = column;
    }

    record Value(String digits, boolean isValid) {}

    @Override
    public String name() {
        return "id";
    }

    @Override
    public @Nullable Value read(UnaryOperator<String> row) {
        String text = ChineseName.fold(row.apply(column));
        if (text.length() == 15) {
            text = text.substring(0, 6) + "19" + text.substring(6) + "?";
        }
        if (text.length() != 18 || !isDigits(text) || isPlaceholder(text)) {
            return null;
        }
        boolean lifted = text.endsWith("?");
        String digits = text.substring(0, 17);
        String full = lifted ? digits + ResidentId.checkDigit(digits) : text;
        return new Value(digits, ResidentId.parse(full) instanceof ResidentId.Valid);
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < 17; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlaceholder(String text) {
        return text.startsWith("00000000", 6) || text.startsWith("123456789") || isOneDigit(text);
    }

    private static boolean isOneDigit(String text) {
        for (int i = 1; i < 17; i++) {
            if (text.charAt(i) != text.charAt(0)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int level(Object a, Object b) {
        Value left = (Value) a;
        Value right = (Value) b;
        int differing = Strings.hamming(left.digits, right.digits);
        if (differing == 0) {
            return SAME;
        }
        boolean bothValid = left.isValid && right.isValid;
        if (!bothValid && differing == 1) {
            return ONE_DIGIT;
        }
        if (!bothValid && differing == 2) {
            return TWO_DIGITS;
        }
        return bothValid ? DIFFERENT : ONE_INVALID;
    }

    @Override
    public double cap(int level) {
        return level <= ONE_INVALID ? DIFFERENT_CAP : Double.MAX_VALUE;
    }

    @Override
    public int top() {
        return SAME;
    }

    @Override
    public boolean isPersonal() {
        return true;
    }
}
