package org.junheng.linking.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A bar of the waterfall as it is drawn.
 *
 * @param bar what it stands for
 * @param left where it begins, in percent of the width
 * @param width how long it is, in percent of the width
 */
record Step(Pair.Bar bar, double left, double width) {

    private static final double LEAST = 0.6;

    /** The bars from the first to the sum, each beginning where the one before ended. */
    static List<Step> of(List<Pair.Bar> bars) {
        var ends = new double[bars.size() + 1];
        for (int i = 0; i < bars.size(); i++) {
            ends[i + 1] = ends[i] + bars.get(i).bits();
        }
        double low = Arrays.stream(ends).min().orElse(0);
        double span = Math.max(1, Arrays.stream(ends).max().orElse(0) - low);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < bars.size(); i++) {
            double from = Math.min(ends[i], ends[i + 1]);
            steps.add(new Step(
                    bars.get(i),
                    100 * (from - low) / span,
                    Math.max(LEAST, 100 * Math.abs(bars.get(i).bits()) / span)));
        }
        return steps;
    }

    /** What was compared: the word of the message catalogue. */
    public String what() {
        return bar.name().replace(' ', '-');
    }

    /** Whether the bar speaks for one person. */
    public boolean isFor() {
        return bar.bits() >= 0;
    }

    /** Whether the two tell nothing about it. */
    public boolean isMissing() {
        return bar.level() == 0 && !bar.name().equals("prior");
    }
}
