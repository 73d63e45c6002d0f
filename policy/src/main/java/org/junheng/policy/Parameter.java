package org.junheng.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;

/**
 * A number of the law: dated, cited, and where the law allows it, set by areas.
 *
 * @param name its name in expressions
 * @param label what people call it
 * @param type its type
 * @param delegation who may set it below the scheme's own level; empty if nobody
 * @param values all its values, of the scheme and of the areas
 */
public record Parameter(String name, Text label, ValueType type, Optional<Delegation> delegation, List<Value> values) {

    public Parameter {
        values = List.copyOf(values);
    }

    /**
     * Who may set a parameter, and within which bounds.
     *
     * @param levels the levels of area that may
     * @param rule how an area's value must compare with that of the next area above
     */
    public record Delegation(List<AreaCode.Level> levels, Rule rule) {
        public Delegation {
            levels = List.copyOf(levels);
        }
    }

    /** How an area's value must compare with the one above it. */
    public enum Rule {
        ANY,
        AT_LEAST_PARENT,
        AT_MOST_PARENT;

        public boolean allows(long own, long parent) {
            return switch (this) {
                case ANY -> true;
                case AT_LEAST_PARENT -> own >= parent;
                case AT_MOST_PARENT -> own <= parent;
            };
        }
    }

    /**
     * One value.
     *
     * @param id name, area, valid from and known from; stored with every decision
     * @param area the area that set it; null for the scheme's own
     * @param from the first day it is valid
     * @param to the first day it is no longer valid; null if it is open
     * @param knownFrom the day it was published
     * @param number the value as the engines compute on it
     * @param citation what it rests on
     * @param sample whether it is a sample and not verified law
     */
    public record Value(
            String id,
            @Nullable AreaCode area,
            LocalDate from,
            @Nullable LocalDate to,
            LocalDate knownFrom,
            long number,
            Citation citation,
            boolean sample) {

        boolean endsBy(LocalDate day) {
            return to != null && !day.isBefore(to);
        }
    }

    /** The value an area itself has set, in force on a day and known by the end of another. */
    public static Optional<Value> inForce(List<Value> values, LocalDate day, LocalDate knownAt) {
        Value best = null;
        for (Value value : values) {
            boolean candidate = !value.from().isAfter(day) && !value.knownFrom().isAfter(knownAt);
            if (candidate && (best == null || isLater(value, best))) {
                best = value;
            }
        }
        // The latest start rules, and the latest knowledge of it; an expired value never falls back to an older one.
        return best == null || best.endsBy(day) ? Optional.empty() : Optional.of(best);
    }

    private static boolean isLater(Value one, Value other) {
        int byStart = one.from().compareTo(other.from());
        return byStart > 0 || (byStart == 0 && one.knownFrom().isAfter(other.knownFrom()));
    }
}
