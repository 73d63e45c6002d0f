package org.junheng.policy.internal.check;

/**
 * Every number from one to another, both included; of a truth value 0 to 1.
 *
 * @param low the least
 * @param high the greatest; below {@code low} if there is none
 */
record Interval(long low, long high) {

    static final Interval TRUTH = new Interval(0, 1);
    static final Interval TRUE = of(1);
    static final Interval FALSE = of(0);

    /** Far enough out that sums of a few do not overflow. */
    static final long FAR = 1L << 56;

    static final Interval ANY = new Interval(-FAR, FAR);

    static Interval of(long one) {
        return new Interval(one, one);
    }

    boolean isEmpty() {
        return low > high;
    }

    boolean isOne() {
        return low == high;
    }

    Interval and(Interval other) {
        return new Interval(Math.max(low, other.low), Math.min(high, other.high));
    }

    Interval or(Interval other) {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }

    Interval plus(Interval other) {
        return new Interval(limit(low + other.low), limit(high + other.high));
    }

    Interval negated() {
        return new Interval(-high, -low);
    }

    Interval times(Interval other) {
        long[] corners = {
            product(low, other.low), product(low, other.high), product(high, other.low), product(high, other.high)
        };
        long least = corners[0];
        long greatest = corners[0];
        for (long corner : corners) {
            least = Math.min(least, corner);
            greatest = Math.max(greatest, corner);
        }
        return new Interval(least, greatest);
    }

    private static long product(long one, long other) {
        double approximate = (double) one * other;
        return Math.abs(approximate) > FAR ? (approximate > 0 ? FAR : -FAR) : one * other;
    }

    private static long limit(long number) {
        return Math.clamp(number, -FAR, FAR);
    }
}
