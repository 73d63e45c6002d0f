package org.junheng.policy;

import java.util.List;

/**
 * A list of related persons, such as a person's children; conditions go over it with {@code exists}, {@code all} and
 * {@code filter(…).size()}.
 *
 * @param name as in scheme files: {@code person.children}
 * @param label what people call it
 * @param element the record each member is
 * @param facts the facts of one member
 * @param table where a population snapshot keeps it
 */
public record Relation(String name, Text label, String element, List<FactDefinition> facts, String table) {

    public Relation {
        facts = List.copyOf(facts);
    }

    /** The position of a fact in a member; -1 if there is none of that name. */
    public int slotOf(String fact) {
        return facts.stream().map(FactDefinition::name).toList().indexOf(fact);
    }
}
