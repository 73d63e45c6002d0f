package org.junheng.policy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.internal.source.Nearest;

/**
 * What is known of a list of facts: one number per fact, or that there is none, or that it is unknown; and who says so.
 *
 * <p>Build it by name; what is not mentioned is absent if the vocabulary says {@code absent: none}, else unknown.
 */
public final class Statements {

    /** Stands for a fact that is not known. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** Stands for a fact that is known not to exist. */
    public static final long NONE = Long.MIN_VALUE + 1;

    private final List<FactDefinition> definitions;
    private final long[] numbers;
    private final @Nullable Provenance[] sources;

    Statements(List<FactDefinition> definitions) {
        this.definitions = definitions;
        this.numbers = new long[definitions.size()];
        this.sources = new Provenance[definitions.size()];
        for (int slot = 0; slot < numbers.length; slot++) {
            numbers[slot] = definitions.get(slot).optional() ? NONE : UNKNOWN;
        }
    }

    /**
     * A known fact.
     *
     * @param value a Boolean, Integer, Long, Money, LocalDate, AreaCode, or the code as a String, by the fact's type
     * @throws IllegalArgumentException if there is no such fact or the value is not of its type
     */
    public Statements known(String name, Object value, Provenance source) {
        int slot = slotOf(name);
        return set(slot, encode(definitions.get(slot), value), source);
    }

    /**
     * A fact known not to exist, such as the death of somebody living.
     *
     * @throws IllegalArgumentException if the fact always exists
     */
    public Statements none(String name, Provenance source) {
        int slot = slotOf(name);
        if (!definitions.get(slot).optional()) {
            throw new IllegalArgumentException(
                    "'%s' always exists; if we do not know it, call unknown(\"%s\").".formatted(name, name));
        }
        return set(slot, NONE, source);
    }

    /** A fact we do not know, even if the vocabulary takes nothing recorded for none. */
    public Statements unknown(String name) {
        int slot = slotOf(name);
        numbers[slot] = UNKNOWN;
        sources[slot] = null;
        return this;
    }

    int slotOf(String name) {
        for (int slot = 0; slot < definitions.size(); slot++) {
            if (definitions.get(slot).name().equals(name)) {
                return slot;
            }
        }
        List<String> names = definitions.stream().map(FactDefinition::name).toList();
        throw new IllegalArgumentException("The vocabulary has no fact '%s' here. %s"
                .formatted(name, Nearest.advice(name, names).en()));
    }

    static long encode(FactDefinition fact, Object value) {
        try {
            return fact.type().encode(value);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("Fact '%s': %s".formatted(fact.name(), wrong.getMessage()), wrong);
        }
    }

    private Statements set(int slot, long number, Provenance source) {
        numbers[slot] = number;
        sources[slot] = source;
        return this;
    }

    List<FactDefinition> definitions() {
        return definitions;
    }

    /** The numbers by slot, {@link #UNKNOWN} and {@link #NONE} among them. */
    long[] numbers() {
        return numbers;
    }

    @Nullable
    Provenance source(int slot) {
        return sources[slot];
    }

    Statements copy() {
        Statements copy = new Statements(definitions);
        System.arraycopy(numbers, 0, copy.numbers, 0, numbers.length);
        System.arraycopy(sources, 0, copy.sources, 0, sources.length);
        return copy;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Statements statements
                && definitions.equals(statements.definitions)
                && Arrays.equals(numbers, statements.numbers)
                && Arrays.equals(sources, statements.sources);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}
