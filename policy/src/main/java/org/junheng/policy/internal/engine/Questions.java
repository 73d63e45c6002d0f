package org.junheng.policy.internal.engine;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Question;
import org.junheng.policy.Relation;
import org.junheng.policy.Text;
import org.junheng.policy.ValueType;

/**
 * The facts a scheme can ask for: those of its unit, {@code person.born}, those of members,
 * {@code person.children[2].born}, and whole relations. Each is made once, because a decision names many.
 */
final class Questions {

    private final SchemeInfo scheme;
    private final List<Question> own;
    private final AtomicReferenceArray<List<List<Question>>> members;

    Questions(SchemeInfo scheme) {
        this.scheme = scheme;
        this.own = scheme.unit().facts().stream()
                .map(fact -> question(fact, fact.name()))
                .toList();
        this.members = new AtomicReferenceArray<>(scheme.unit().relations().size());
        for (int relation = 0; relation < members.length(); relation++) {
            members.set(relation, List.of());
        }
    }

    /** By the numbers of {@link Reasons.Used}. */
    Question of(int relation, int member, int slot) {
        if (relation < 0) {
            return own.get(slot);
        }
        return slot < 0 ? whole(relation) : ofMember(relation, member).get(slot);
    }

    private Question whole(int index) {
        Relation relation = scheme.unit().relations().get(index);
        return question(
                new FactDefinition(relation.name(), relation.label(), ValueType.INT, false, "", ""), relation.name());
    }

    private List<Question> ofMember(int relation, int member) {
        List<List<Question>> known = members.get(relation);
        if (member >= known.size()) {
            known = IntStream.rangeClosed(0, member)
                    .mapToObj(i -> questions(scheme.unit().relations().get(relation), i + 1))
                    .toList();
            members.set(relation, known); // if another thread does the same, both make the same
        }
        return known.get(member);
    }

    private List<Question> questions(Relation relation, int number) {
        return relation.facts().stream()
                .map(fact -> question(definition(relation, number, fact), relation.name() + "." + fact.name()))
                .toList();
    }

    /** A fact of the n-th member, under a name and label that say so. */
    static FactDefinition definition(Relation relation, int number, FactDefinition fact) {
        Text label = new Text(
                "%s（%d）%s".formatted(relation.label().zh(), number, fact.label().zh()),
                "%s %d: %s"
                        .formatted(relation.label().en(), number, fact.label().en()));
        String name = relation.name() + "[" + number + "]." + fact.name();
        return new FactDefinition(name, label, fact.type(), fact.optional(), fact.column(), fact.sensitivity());
    }

    /** A document proves a fact of any member, so the evidence stands under the name without a number. */
    private Question question(FactDefinition fact, String provenUnder) {
        List<Text> evidence = scheme.evidence().getOrDefault(provenUnder, List.of());
        return new Question(fact.name(), fact.label(), fact.type(), fact.optional(), evidence);
    }
}
