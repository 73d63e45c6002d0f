package org.junheng.kernel;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.Collector;

/**
 * An amount of renminbi in whole fen (1 yuan = 100 fen); negative for recoveries.
 *
 * <p>Arithmetic is exact: an overflow throws {@link ArithmeticException} and nothing is ever rounded, so there is no
 * division here. Shares of an amount are the business of the rule that shares it.
 *
 * @param fen the amount in fen
 */
public record Money(long fen) implements Comparable<Money> {

    /** Nothing. */
    public static final Money ZERO = new Money(0);

    public static Money ofFen(long fen) {
        return fen == 0 ? ZERO : new Money(fen);
    }

    public static Money ofYuan(long yuan) {
        return ofFen(Math.multiplyExact(yuan, 100L));
    }

    /** Collects a stream into its sum; an empty stream sums to {@link #ZERO}. */
    public static Collector<Money, ?, Money> sum() {
        return Collector.of(
                () -> new long[1],
                (sum, each) -> sum[0] = Math.addExact(sum[0], each.fen),
                (left, right) -> new long[] {Math.addExact(left[0], right[0])},
                sum -> ofFen(sum[0]));
    }

    public Money plus(Money other) {
        return ofFen(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return ofFen(Math.subtractExact(fen, other.fen));
    }

    public Money times(long factor) {
        return ofFen(Math.multiplyExact(fen, factor));
    }

    public Money negated() {
        return ofFen(Math.negateExact(fen));
    }

    public boolean isZero() {
        return fen == 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    public boolean isPositive() {
        return fen > 0;
    }

    /** With the sign of the currency, for people: {@code ¥3,600.00}, or {@code -¥300.00}. */
    public String format(Locale locale) {
        return sign() + "¥" + digits(locale);
    }

    /** For logs and files: {@code 3,600.00}, or {@code -300.00}. */
    @Override
    public String toString() {
        return sign() + digits(Locale.ROOT);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    private String sign() {
        return fen < 0 ? "-" : "";
    }

    /** Yuan and fen are written apart, so that no amount passes through a double. */
    private String digits(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        String yuan = new DecimalFormat("#,##0", symbols).format(Math.abs(fen / 100));
        long cents = Math.abs(fen % 100);
        return yuan + symbols.getDecimalSeparator() + cents / 10 + cents % 10;
    }
}
