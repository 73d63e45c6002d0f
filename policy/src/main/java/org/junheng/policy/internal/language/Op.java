package org.junheng.policy.internal.language;

import org.junheng.policy.ValueType;

/**
 * What an expression can compute, on the numbers of {@link ValueType}. Every operation here has the same meaning in
 * both back ends; calendar rules are integer formulas on year, month and day, because engines disagree about months.
 */
public enum Op {
    ADD,
    SUBTRACT,
    MULTIPLY,
    NEGATE,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    EQUAL,
    NOT_EQUAL,
    MIN,
    MAX,
    TOP_UP,
    ROUND_HALF_UP,
    ROUND_DOWN,
    AGE,
    MONTHS_BETWEEN,
    DAYS_BETWEEN,
    MONTH_INDEX,
    YEAR,
    DATE_OF,
    WITHIN;

    /** The result for known operands; operations of one operand ignore the second. */
    public long apply(long a, long b) {
        return switch (this) {
            case ADD -> Math.addExact(a, b);
            case SUBTRACT -> Math.subtractExact(a, b);
            case MULTIPLY -> Math.multiplyExact(a, b);
            case NEGATE -> Math.negateExact(a);
            case LESS -> truth(a < b);
            case LESS_OR_EQUAL -> truth(a <= b);
            case GREATER -> truth(a > b);
            case GREATER_OR_EQUAL -> truth(a >= b);
            case EQUAL -> truth(a == b);
            case NOT_EQUAL -> truth(a != b);
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case TOP_UP -> Math.max(0, Math.subtractExact(a, b));
            case ROUND_HALF_UP -> Math.floorDiv(Math.addExact(Math.multiplyExact(2, a), b), Math.multiplyExact(2, b));
            case ROUND_DOWN -> Math.floorDiv(a, b);
            case AGE -> Calendar.age(a, b);
            case MONTHS_BETWEEN -> Calendar.monthsBetween(a, b);
            case DAYS_BETWEEN -> Calendar.daysBetween(a, b);
            case MONTH_INDEX -> Calendar.monthIndex(a);
            case YEAR -> a / 10_000;
            case DATE_OF -> Calendar.dayInMonth(a, b);
            case WITHIN -> truth(a >= b && a < b + Calendar.areaSpan(b));
        };
    }

    /** How many codes lie at or below an area. */
    public static long areaSpan(long area) {
        return Calendar.areaSpan(area);
    }

    private static long truth(boolean value) {
        return value ? 1 : 0;
    }
}
