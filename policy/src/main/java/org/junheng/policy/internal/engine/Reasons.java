package org.junheng.policy.internal.engine;

import java.util.LinkedHashSet;
import java.util.Set;

/** The facts and parameters that led to a result, in the order the expression names them. */
final class Reasons {

    /**
     * A fact of the unit, or of a member of a relation; a whole relation if its members are not known.
     *
     * @param relation -1 for a fact of the unit
     * @param member the member; -1 for the whole relation
     * @param slot the fact; -1 for the whole relation
     */
    record Used(int relation, int member, int slot) {}

    final Set<Used> facts = new LinkedHashSet<>();
    final Set<Integer> parameters = new LinkedHashSet<>();

    void fact(int slot) {
        facts.add(new Used(-1, -1, slot));
    }

    void memberFact(int relation, int member, int slot) {
        facts.add(new Used(relation, member, slot));
    }

    void relation(int relation) {
        facts.add(new Used(relation, -1, -1));
    }

    void parameter(int index) {
        parameters.add(index);
    }
}
