package org.junheng.monitoring.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rule for counts of a township and month shown to those who may not open the persons counted: 1 and 2 are shown as
 * "fewer than 3", and where only one place of a row of counts would be hidden, the smallest other one is, too, so that
 * the total does not give it away. Years, and whole counties, are shown as they are. Not a rule for publication.
 */
final class SmallNumbers {

    private static final int SMALLEST_SHOWN = 3;

    private SmallNumbers() {}

    /** A count as it may be shown. */
    sealed interface Shown {
        /**
         * As it is.
         *
         * @param count the count
         */
        record Exact(long count) implements Shown {}

        /** One or two. */
        record Few() implements Shown {}

        /** Hidden only because it would give another one away. */
        record Withheld() implements Shown {}

        /** For a chart: a gap where nothing may be told. */
        default @Nullable Long orGap() {
            return this instanceof Exact exact ? exact.count() : null;
        }
    }

    /** Counts whose total is known to the reader. */
    static List<Shown> guard(List<Long> counts) {
        var few = IntStream.range(0, counts.size())
                .filter(i -> isFew(counts.get(i)))
                .boxed()
                .toList();
        var alsoHidden = few.size() == 1
                ? IntStream.range(0, counts.size())
                        .filter(i -> counts.get(i) >= SMALLEST_SHOWN)
                        .boxed()
                        .min(Comparator.comparing(counts::get))
                : java.util.Optional.<Integer>empty();
        return IntStream.range(0, counts.size())
                .mapToObj(i -> shown(
                        counts.get(i), alsoHidden.filter(hidden -> hidden == i).isPresent()))
                .toList();
    }

    /** Counts as they are. */
    static List<Shown> exact(List<Long> counts) {
        return counts.stream().<Shown>map(Shown.Exact::new).toList();
    }

    private static Shown shown(long count, boolean hidden) {
        if (hidden) {
            return new Shown.Withheld();
        }
        return isFew(count) ? new Shown.Few() : new Shown.Exact(count);
    }

    private static boolean isFew(long count) {
        return count > 0 && count < SMALLEST_SHOWN;
    }
}
