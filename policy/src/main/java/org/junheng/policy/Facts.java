package org.junheng.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.Timeline;
import org.junheng.policy.internal.source.Nearest;

/**
 * All that is known of one child, person or couple when a scheme is decided; each fact with its source. Immutable.
 *
 * <p>A fact that changes over time (a place of residence, say) is given as a {@link Timeline}; the scheme reads it on a
 * day of the period it decides. Before the timeline's first entry its first value counts, in a gap it is unknown.
 */
public final class Facts {

    private final Unit unit;
    private final Statements constant;
    private final Map<Integer, Changing> changing;
    private final List<@Nullable List<Statements>> members;
    private final long[] @Nullable [][] relations;

    private record Changing(Timeline<Long> numbers, Provenance source) {

        long at(LocalDate day) {
            var first = numbers.entries().getFirst();
            LocalDate reached =
                    day.isBefore(first.range().from()) ? first.range().from() : day;
            return numbers.at(reached).orElse(Statements.UNKNOWN);
        }
    }

    private Facts(Builder builder) {
        this.unit = builder.unit;
        this.constant = builder.constant.copy();
        this.changing = Map.copyOf(builder.changing);
        this.members = new ArrayList<>();
        for (List<Statements> list : builder.members) {
            members.add(
                    list == null ? null : list.stream().map(Statements::copy).toList());
        }
        this.relations = new long[members.size()][][];
        for (int relation = 0; relation < relations.length; relation++) {
            List<Statements> list = members.get(relation);
            relations[relation] =
                    list == null ? null : list.stream().map(Statements::numbers).toArray(long[][]::new);
        }
    }

    static Builder of(Unit unit) {
        return new Builder(unit);
    }

    public Unit unit() {
        return unit;
    }

    /** The numbers by slot on a day. Callers must not write to the array. */
    public long[] numbers(LocalDate day) {
        if (changing.isEmpty()) {
            return constant.numbers();
        }
        long[] numbers = constant.numbers().clone();
        changing.forEach((slot, timeline) -> numbers[slot] = timeline.at(day));
        return numbers;
    }

    /** The numbers of every member of a relation by slot; null if the members are not known. Not to be written to. */
    public long @Nullable [][] members(int relation) {
        return relations[relation];
    }

    /** The same of all relations. */
    public long[] @Nullable [][] members() {
        return relations;
    }

    /** Who says so; null if nobody does. */
    public @Nullable Provenance source(int slot) {
        Changing timeline = changing.get(slot);
        return timeline == null ? constant.source(slot) : timeline.source();
    }

    /** Who says so of a member. */
    public @Nullable Provenance source(int relation, int member, int slot) {
        List<Statements> list = members.get(relation);
        return list == null ? null : list.get(member).source(slot);
    }

    /** Collects the facts of one unit by name. */
    public static final class Builder {

        private final Unit unit;
        private final Statements constant;
        private final Map<Integer, Changing> changing = new HashMap<>();
        private final List<@Nullable List<Statements>> members = new ArrayList<>();

        private Builder(Unit unit) {
            this.unit = unit;
            this.constant = new Statements(unit.facts());
            unit.relations().forEach(relation -> members.add(new ArrayList<>()));
        }

        /** As {@link Statements#known}. */
        public Builder known(String name, Object value, Provenance source) {
            constant.known(name, value, source);
            changing.remove(constant.slotOf(name));
            return this;
        }

        /** As {@link Statements#none}. */
        public Builder none(String name, Provenance source) {
            constant.none(name, source);
            changing.remove(constant.slotOf(name));
            return this;
        }

        /** As {@link Statements#unknown}; of a relation: its members are not known. */
        public Builder unknown(String name) {
            int relation = unit.relationOf(name);
            if (relation >= 0) {
                members.set(relation, null);
                return this;
            }
            constant.unknown(name);
            changing.remove(constant.slotOf(name));
            return this;
        }

        /** A fact that changes over time; an empty timeline says nothing. */
        public Builder over(String name, Timeline<?> values, Provenance source) {
            int slot = constant.slotOf(name);
            FactDefinition fact = unit.facts().get(slot);
            if (!values.isEmpty()) {
                changing.put(slot, new Changing(values.map(value -> Statements.encode(fact, value)), source));
            }
            return this;
        }

        /** One more member of a relation: {@code member("person.children", child -> child.known("born", …))}. */
        public Builder member(String relation, Consumer<Statements> facts) {
            int slot = unit.relationOf(relation);
            if (slot < 0) {
                List<String> names =
                        unit.relations().stream().map(Relation::name).toList();
                throw new IllegalArgumentException("The vocabulary has no relation '%s' here. %s"
                        .formatted(relation, Nearest.advice(relation, names).en()));
            }
            Statements member = new Statements(unit.relations().get(slot).facts());
            facts.accept(member);
            List<Statements> list = members.get(slot);
            List<Statements> longer = list == null ? new ArrayList<>() : list;
            longer.add(member);
            members.set(slot, longer);
            return this;
        }

        public Facts build() {
            return new Facts(this);
        }
    }
}
