package org.junheng.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a scheme decides about, one decision each: a child, a person or a couple; with the facts that can be known of
 * it.
 */
public final class Unit {

    private final String id;
    private final Text label;
    private final List<FactDefinition> facts;
    private final List<Relation> relations;
    private final Map<String, Integer> slots = new HashMap<>();

    /** A unit with its facts in the order of their slots. */
    public Unit(String id, Text label, List<FactDefinition> facts, List<Relation> relations) {
        this.id = id;
        this.label = label;
        this.facts = List.copyOf(facts);
        this.relations = List.copyOf(relations);
        for (FactDefinition fact : facts) {
            slots.put(fact.name(), slots.size());
        }
    }

    public String id() {
        return id;
    }

    public Text label() {
        return label;
    }

    public List<FactDefinition> facts() {
        return facts;
    }

    public List<Relation> relations() {
        return relations;
    }

    /** The fact of that name, {@code child.born}. */
    public Optional<FactDefinition> findFact(String name) {
        return Optional.ofNullable(slots.get(name)).map(facts::get);
    }

    /** The position of a fact, by which the engines address it; -1 if there is none of that name. */
    public int slotOf(String name) {
        return slots.getOrDefault(name, -1);
    }

    /** The position of a relation; -1 if there is none of that name. */
    public int relationOf(String name) {
        return relations.stream().map(Relation::name).toList().indexOf(name);
    }

    @Override
    public String toString() {
        return id;
    }
}
