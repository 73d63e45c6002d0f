package org.junheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 60;

    private static DateRange days(int from, int to) {
        return DateRange.of(START.plusDays(from), START.plusDays(to));
    }

    @Test
    void a_value_holds_from_its_first_day_up_to_but_not_on_the_last() {
        Timeline<String> residence =
                Timeline.of(days(0, 10), "Luoyang").with(DateRange.from(START.plusDays(10)), "Siqian");

        assertThat(residence.at(START.minusDays(1))).isEmpty();
        assertThat(residence.at(START)).contains("Luoyang");
        assertThat(residence.at(START.plusDays(9))).contains("Luoyang");
        assertThat(residence.at(START.plusDays(10))).contains("Siqian");
        assertThat(residence.at(START.plusYears(100))).contains("Siqian");
        assertThat(residence.changes()).containsExactly(START, START.plusDays(10));
    }

    @Test
    void adjoining_ranges_of_one_value_are_one() {
        Timeline<String> written =
                Timeline.of(days(0, 5), "a").with(days(5, 9), "a").with(days(9, 12), "b");

        assertThat(written).hasToString("{[2025-01-01, 2025-01-10) a, [2025-01-10, 2025-01-13) b}");
        assertThat(written.map(any -> 1)).isEqualTo(Timeline.of(days(0, 12), 1));
    }

    @Test
    void what_is_written_last_holds() {
        Timeline<String> split = Timeline.of(days(0, 10), "a").with(days(3, 5), "b");

        assertThat(split.entries()).extracting(Timeline.Entry::value).containsExactly("a", "b", "a");
        assertThat(split.without(days(2, 6)).entries())
                .extracting(Timeline.Entry::range)
                .containsExactly(days(0, 2), days(6, 10));
        assertThat(Timeline.ofEntries(split.entries())).isEqualTo(split);
    }

    @Test
    void an_empty_answer_leaves_a_gap_and_days_without_any_value_are_not_asked() {
        Timeline<Integer> left = Timeline.of(days(0, 4), 1);
        Timeline<Integer> right = Timeline.of(days(8, 12), 2);

        Timeline<Integer> sum = left.combine(right, (a, b) -> {
            assertThat(a.isPresent() || b.isPresent()).isTrue();
            return Optional.of(a.orElse(0) + b.orElse(0));
        });

        assertThat(sum).isEqualTo(Timeline.of(days(0, 4), 1).with(days(8, 12), 2));
        assertThat(left.combine(right, (a, b) -> Optional.empty())).isEqualTo(Timeline.empty());
        assertThat(left.combine(right, (a, b) -> Optional.empty()).isEmpty()).isTrue();
    }

    /** The plain model is a value per day; every operation must agree with it on every day, beyond the ends too. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void no_operation_gains_or_loses_a_day(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            Timeline<Integer> one = any(random);
            Timeline<Integer> other = any(random);
            DateRange range = anyRange(random);

            eachDay(day -> {
                Optional<Integer> before = one.at(day);
                boolean inside = range.contains(day);
                assertThat(one.with(range, 9).at(day)).isEqualTo(inside ? Optional.of(9) : before);
                assertThat(one.restrict(range).at(day)).isEqualTo(inside ? before : Optional.empty());
                assertThat(one.without(range).at(day)).isEqualTo(inside ? Optional.empty() : before);
                assertThat(one.map(value -> value / 2).at(day)).isEqualTo(before.map(value -> value / 2));
                assertThat(one.combine(other, TimelineTest::difference).at(day))
                        .isEqualTo(difference(before, other.at(day)));
            });
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void two_timelines_of_the_same_days_are_equal_however_they_came_about(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            Timeline<Integer> one = any(random);
            DateRange range = anyRange(random);
            Timeline<Integer> outside = one.without(range);
            Timeline<Integer> glued = one.restrict(range).combine(outside, (a, b) -> a.or(() -> b));

            assertThat(glued).isEqualTo(one).hasSameHashCodeAs(one);
            wellFormed(one);
            wellFormed(one.map(value -> value % 2));
        }
    }

    private static void wellFormed(Timeline<Integer> timeline) {
        for (int i = 1; i < timeline.entries().size(); i++) {
            var left = timeline.entries().get(i - 1);
            var right = timeline.entries().get(i);
            assertThat(left.range().to())
                    .isNotNull()
                    .isBeforeOrEqualTo(right.range().from());
            assertThat(left.range().adjoins(right.range()) && left.value().equals(right.value()))
                    .isFalse();
        }
    }

    private static Optional<Integer> difference(Optional<Integer> a, Optional<Integer> b) {
        int difference = a.orElse(0) - b.orElse(0);
        return difference == 0 ? Optional.empty() : Optional.of(difference);
    }

    private static void eachDay(Consumer<LocalDate> check) {
        Stream.iterate(START.minusDays(2), day -> day.plusDays(1))
                .limit(DAYS + 4)
                .forEach(check);
    }

    private static Timeline<Integer> any(Random random) {
        Timeline<Integer> timeline = Timeline.empty();
        for (int i = random.nextInt(6); i > 0; i--) {
            timeline = timeline.with(anyRange(random), 1 + random.nextInt(3));
        }
        return timeline;
    }

    private static DateRange anyRange(Random random) {
        int from = random.nextInt(DAYS - 1);
        boolean open = random.nextInt(5) == 0;
        return open ? DateRange.from(START.plusDays(from)) : days(from, from + 1 + random.nextInt(DAYS - from));
    }
}
