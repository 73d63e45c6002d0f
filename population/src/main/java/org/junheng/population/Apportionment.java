package org.junheng.population;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Whole numbers for shares that are not: rounded down, the rest to the largest remainders (Hamilton's method). */
public final class Apportionment {

    private Apportionment() {}

    /** Whole numbers whose sum is that of the shares, rounded. */
    public static int[] whole(double[] shares) {
        return whole(shares, (int) Math.round(Arrays.stream(shares).sum()));
    }

    /** Whole numbers in proportion to weights with the given sum. */
    public static int[] of(double[] weights, int total) {
        double sum = Arrays.stream(weights).sum();
        return whole(Arrays.stream(weights).map(weight -> weight * total / sum).toArray(), total);
    }

    private static int[] whole(double[] shares, int total) {
        int[] counts =
                Arrays.stream(shares).mapToInt(share -> (int) Math.floor(share)).toArray();
        int rest = total - Arrays.stream(counts).sum();
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.floor(shares[i]) - shares[i]))
                .limit(Math.max(0, rest))
                .forEach(i -> counts[i]++);
        return counts;
    }
}
