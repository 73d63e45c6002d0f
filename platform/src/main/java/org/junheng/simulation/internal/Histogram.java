package org.junheng.simulation.internal;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A small histogram around a threshold, as bars of a drawing 120 wide and 40 high.
 *
 * @param bars left to right
 * @param threshold where the threshold stands
 */
record Histogram(List<Bar> bars, int threshold) {

    static final int WIDTH = 120;
    static final int HEIGHT = 40;

    private static final int GAP = 1;

    /** One bin. */
    record Bar(int x, int y, int width, int height, long units, boolean above) {}

    /** The threshold is in the middle. */
    static Histogram of(List<Long> bins) {
        long most = Math.max(1, bins.stream().mapToLong(Long::longValue).max().orElse(1));
        int step = WIDTH / Math.max(1, bins.size());
        int middle = bins.size() / 2;
        var bars = IntStream.range(0, bins.size())
                .mapToObj(i -> {
                    int height = Math.toIntExact(Math.ceilDiv(bins.get(i) * HEIGHT, most));
                    return new Bar(i * step, HEIGHT - height, step - GAP, height, bins.get(i), i >= middle);
                })
                .toList();
        return new Histogram(bars, middle * step);
    }
}
