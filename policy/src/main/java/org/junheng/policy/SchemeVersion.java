package org.junheng.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;

/**
 * The rules of a scheme as they stand from one day to another.
 *
 * @param id its name, {@code 2025.1}
 * @param from the first day it is valid
 * @param to the first day it is no longer valid; null if it is open
 * @param knownFrom the day it was published
 * @param hash SHA-256 of its content, without {@code to}
 * @param conditions in the order of the bits of the reason mask
 * @param values computed on the way, in order
 * @param amount the amount, or the days, as an expression
 * @param sample whether it is a sample and not verified law
 */
public record SchemeVersion(
        String id,
        LocalDate from,
        @Nullable LocalDate to,
        LocalDate knownFrom,
        String hash,
        List<Condition> conditions,
        List<ComputedValue> values,
        String amount,
        boolean sample) {

    public SchemeVersion {
        conditions = List.copyOf(conditions);
        values = List.copyOf(values);
    }

    /**
     * A condition.
     *
     * @param id its name, never reused in the scheme
     * @param title what people call it
     * @param citation what it rests on
     * @param when the expression
     * @param addition by which area it was added; empty for the scheme's own
     */
    public record Condition(String id, Text title, Citation citation, String when, Optional<Addition> addition) {}

    /**
     * A condition added by an area; elsewhere, and at other times, it counts as met.
     *
     * @param id condition, area, valid from and known from; stored with every decision that rests on it
     * @param area the area that added it
     * @param from the first day it is valid
     * @param to the first day it is no longer valid; null if it is open
     * @param knownFrom the day it was published
     * @param hash SHA-256 of its content, without {@code to}
     */
    public record Addition(
            String id,
            AreaCode area,
            LocalDate from,
            @Nullable LocalDate to,
            LocalDate knownFrom,
            String hash) {}

    /**
     * A value computed from facts and parameters.
     *
     * @param name its name in expressions
     * @param label what people call it; empty if it is only a step on the way and not shown
     * @param type its type
     * @param value the expression
     */
    public record ComputedValue(String name, Text label, ValueType type, String value) {}
}
