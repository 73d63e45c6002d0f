package org.junheng.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junheng.kernel.Money;

/**
 * A family and what a scheme must say about it; stands beside the scheme and is run on every check.
 *
 * @param scheme the scheme's id
 * @param id the case's name
 * @param title what it shows
 * @param source where it was published, empty if it is our own
 * @param facts what is known
 * @param on the day of filing
 * @param knownAt what was known by the end of this day counts
 * @param expected what must come out
 */
public record GoldenCase(
        String scheme,
        String id,
        Text title,
        String source,
        Facts facts,
        LocalDate on,
        LocalDate knownAt,
        Expectation expected) {

    /**
     * What must come out.
     *
     * @param outcome {@code eligible}, {@code not-eligible} or {@code undetermined}
     * @param amount of the period decided, if it is said
     * @param days of the period decided, if they are said
     * @param fails exactly the conditions that are false
     * @param missing exactly the facts that are missing
     * @param until up to which day the periods are asked for, if they are
     * @param periods exactly the periods owed, and for each how much: fen, or days if the scheme gives days
     */
    public record Expectation(
            String outcome,
            Optional<Money> amount,
            Optional<Integer> days,
            List<String> fails,
            List<String> missing,
            Optional<LocalDate> until,
            Map<String, Long> periods) {

        public Expectation {
            fails = List.copyOf(fails);
            missing = List.copyOf(missing);
            periods = Map.copyOf(periods);
        }
    }
}
