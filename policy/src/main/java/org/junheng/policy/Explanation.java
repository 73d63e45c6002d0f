package org.junheng.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a decision is as it is. Made of plain records, so that it can be written as JSON as it stands.
 *
 * @param scheme the scheme's id
 * @param title the scheme's title
 * @param version the version that decided
 * @param hash that version's content hash
 * @param period the period decided
 * @param on the day of filing
 * @param knownAt what was known by the end of this day counts
 * @param summary the outcome in one sentence
 * @param findings one per condition, in the order of the version
 * @param computed the values computed on the way, the amount among them
 * @param samples what it rests on that is a sample and not verified law
 */
public record Explanation(
        String scheme,
        Text title,
        String version,
        String hash,
        Period period,
        LocalDate on,
        LocalDate knownAt,
        Text summary,
        List<Finding> findings,
        List<Computed> computed,
        List<Text> samples) {

    public Explanation {
        findings = List.copyOf(findings);
        computed = List.copyOf(computed);
        samples = List.copyOf(samples);
    }

    /**
     * The result of one condition.
     *
     * @param condition its id
     * @param title its title
     * @param result its truth
     * @param citation what it rests on
     * @param facts the facts that led to the result
     * @param parameters the parameters that led to the result
     */
    public record Finding(
            String condition,
            Text title,
            Truth result,
            Text citation,
            List<FactUse> facts,
            List<ParameterUse> parameters) {}

    /**
     * A fact that was used.
     *
     * @param name its name in the vocabulary
     * @param label what people call it
     * @param value its value for people; "unknown" and "none" are said in words
     * @param state whether it is known, known not to exist, or unknown
     * @param sensitive whether it should not be said without need
     * @param source who says so; null if nobody does
     * @param date when it was recorded there; null if that is not known
     */
    public record FactUse(
            String name,
            Text label,
            Text value,
            State state,
            boolean sensitive,
            @Nullable Text source,
            @Nullable LocalDate date) {

        /** What is known of a fact. */
        public enum State {
            KNOWN,
            NONE,
            UNKNOWN
        }
    }

    /**
     * A parameter that was used.
     *
     * @param name its name in the scheme
     * @param label what people call it
     * @param value its value for people
     * @param region the area that set it, empty for the whole country
     * @param valueId the id of the value: name, area, valid from, known from
     * @param citation what it rests on
     * @param sample whether it is a sample and not verified law
     */
    public record ParameterUse(
            String name, Text label, Text value, String region, String valueId, Text citation, boolean sample) {}

    /**
     * A computed value.
     *
     * @param name its name in the scheme, or {@code amount}
     * @param label what people call it
     * @param value its value for people
     */
    public record Computed(String name, Text label, Text value) {}

    /** The whole explanation as sentences: the outcome first, then every condition, then what is a sample. */
    public List<String> sentences(Locale locale) {
        return Sentences.of(this, locale);
    }
}
