package org.junheng.kernel;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value over time: on each day one value or none. Two timelines are equal when they say the same on every day.
 *
 * <p>Kept as ordered ranges that do not overlap; adjoining ranges of equal value are one. Immutable.
 *
 * @param <T> the value; compared with {@code equals}
 */
public final class Timeline<T> {

    private static final Timeline<?> EMPTY = new Timeline<>(List.of());

    private final List<Entry<T>> entries;

    private Timeline(List<Entry<T>> entries) {
        this.entries = entries;
    }

    /** One value through a range of days. */
    public record Entry<T>(DateRange range, T value) {

        @Override
        public String toString() {
            return range + " " + value;
        }
    }

    @SuppressWarnings("unchecked") // the empty timeline holds no value of any type
    public static <T> Timeline<T> empty() {
        return (Timeline<T>) EMPTY;
    }

    public static <T> Timeline<T> of(DateRange range, T value) {
        return new Timeline<>(List.of(new Entry<>(range, value)));
    }

    /** Written one over the other in the given order: where ranges overlap, the later entry holds. */
    public static <T> Timeline<T> ofEntries(Iterable<Entry<T>> entries) {
        Timeline<T> timeline = empty();
        for (Entry<T> entry : entries) {
            timeline = timeline.with(entry.range(), entry.value());
        }
        return timeline;
    }

    /** The ranges in order of time, each with its value. */
    public List<Entry<T>> entries() {
        return entries;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The value on a day. */
    public Optional<T> at(LocalDate day) {
        int low = 0;
        int high = entries.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Entry<T> entry = entries.get(middle);
            if (entry.range().contains(day)) {
                return Optional.of(entry.value());
            }
            if (day.isBefore(entry.range().from())) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return Optional.empty();
    }

    /** The days on which the value changes, begins or ends, in order. */
    public List<LocalDate> changes() {
        return List.copyOf(boundaries(entries.stream().map(Entry::range)));
    }

    /** The same ranges with other values. */
    public <U> Timeline<U> map(Function<? super T, ? extends U> change) {
        Builder<U> builder = new Builder<>();
        entries.forEach(entry -> builder.add(entry.range(), change.apply(entry.value())));
        return builder.build();
    }

    /**
     * Day by day, the two values put together.
     *
     * @param together asked wherever at least one of the two has a value, once for each stretch of days without a
     *     change; an empty answer leaves those days without a value
     */
    public <U, R> Timeline<R> combine(
            Timeline<U> other, BiFunction<Optional<T>, Optional<U>, Optional<? extends R>> together) {
        Builder<R> builder = new Builder<>();
        var ranges = Stream.concat(
                entries.stream().map(Entry::range), other.entries.stream().map(Entry::range));
        List<LocalDate> cuts = List.copyOf(boundaries(ranges));
        for (int i = 0; i < cuts.size(); i++) {
            LocalDate from = cuts.get(i);
            Optional<T> mine = at(from);
            Optional<U> theirs = other.at(from);
            if (mine.isPresent() || theirs.isPresent()) {
                LocalDate to = i + 1 < cuts.size() ? cuts.get(i + 1) : null;
                together.apply(mine, theirs).ifPresent(value -> builder.add(new DateRange(from, to), value));
            }
        }
        return builder.build();
    }

    /** This timeline with the value written over every day of the range. */
    public Timeline<T> with(DateRange range, T value) {
        return combine(of(range, value), (old, written) -> written.or(() -> old));
    }

    /** This timeline without a value on any day of the range. */
    public Timeline<T> without(DateRange range) {
        return combine(of(range, true), (old, erased) -> erased.isPresent() ? Optional.empty() : old);
    }

    /** Only the days in the range. */
    public Timeline<T> restrict(DateRange range) {
        return combine(of(range, true), (old, kept) -> kept.isPresent() ? old : Optional.empty());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Timeline<?> timeline && entries.equals(timeline.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.stream().map(Entry::toString).collect(joining(", ", "{", "}"));
    }

    private static TreeSet<LocalDate> boundaries(Stream<DateRange> ranges) {
        TreeSet<LocalDate> days = new TreeSet<>();
        ranges.forEach(range -> {
            days.add(range.from());
            if (range.to() != null) {
                days.add(range.to());
            }
        });
        return days;
    }

    /** Takes ranges in order and joins neighbours of equal value. */
    private static final class Builder<T> {
        private final List<Entry<T>> built = new ArrayList<>();

        void add(DateRange range, T value) {
            if (!built.isEmpty()
                    && built.getLast().range().adjoins(range)
                    && built.getLast().value().equals(value)) {
                LocalDate from = built.removeLast().range().from();
                built.add(new Entry<>(new DateRange(from, range.to()), value));
            } else {
                built.add(new Entry<>(range, value));
            }
        }

        Timeline<T> build() {
            return built.isEmpty() ? empty() : new Timeline<>(List.copyOf(built));
        }
    }
}
