package org.junheng.benefit.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.catalogue.KnownFamily;
import org.junheng.kernel.Sex;
import org.junheng.policy.Facts;
import org.junheng.policy.Vocabulary;
import org.junheng.register.AsOf;
import org.junheng.register.EventKind;
import org.junheng.register.ParticipantRole;
import org.junheng.register.PersonState;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.springframework.stereotype.Component;

/**
 * What the register knows of a signed-in person and the children, for the pages of schemes. A child who has died is
 * asked nothing and offered nothing; for the parents it counts.
 */
@Component
class RegisteredFamily implements KnownFamily {

    /** Of the code list of hukou categories. */
    private static final String AGRICULTURAL = "2";

    private final Register register;
    private final SituationReader situations;
    private final ChildFacts facts;
    private final FamilyFacts family;
    private final Clock clock;

    RegisteredFamily(Register register, SituationReader situations, ChildFacts facts, FamilyFacts family, Clock clock) {
        this.register = register;
        this.situations = situations;
        this.facts = facts;
        this.family = family;
        this.clock = clock;
    }

    @Override
    public List<Member> members(UUID person, Vocabulary words, LocalDate on) {
        var asOf = AsOf.now(clock);
        var own = register.getState(person, asOf);
        var everybody = new ArrayList<>(own.children());
        everybody.add(person);
        var names = register.listSummaries(everybody).stream()
                .collect(Collectors.toMap(PersonSummary::id, PersonSummary::name));
        var known = situations.readWithParents(own.children(), asOf);
        var ofMothers = situations.readChildrenOf(
                known.values().stream().flatMap(each -> mother(each).stream()).toList(), asOf);
        var members = new ArrayList<Member>();
        for (var child : own.children()) {
            var situation = known.get(child);
            if (situation != null && situation.child().died().isEmpty()) {
                var ofMother = mother(situation).map(ofMothers::get);
                var seen = ofCouple(situation, own);
                members.add(new Member(names.getOrDefault(child, "—"), family.of(words, seen, ofMother, on)));
            }
        }
        members.add(new Member(names.getOrDefault(person, "—"), self(own, known, words, on)));
        return members;
    }

    /** Where a parent is registered whom one is not, or no longer, married to is not for this page. */
    private static ChildSituation ofCouple(ChildSituation situation, PersonState own) {
        return new ChildSituation(
                situation.child(),
                situation.parents().stream()
                        .filter(parent -> parent.id().equals(own.id())
                                || own.spouse().filter(parent.id()::equals).isPresent())
                        .toList());
    }

    private static Optional<UUID> mother(ChildSituation situation) {
        return situation.child().parents().stream()
                .filter(parent -> parent.role() == ParticipantRole.MOTHER)
                .map(PersonState.Parent::id)
                .findFirst();
    }

    private Facts self(PersonState own, Map<UUID, ChildSituation> children, Vocabulary words, LocalDate on) {
        var builder = words.facts("person");
        own.born()
                .ifPresent(born -> builder.known("person.born", born.on(), facts.from(born.evidence()))
                        .known("person.sex", own.sex() == Sex.MALE ? "male" : "female", facts.from(born.evidence())));
        own.standingOn(EventKind.REGISTERED_RESIDENCE, on)
                .ifPresent(standing -> standing.area()
                        .ifPresent(area -> builder.known("person.hukou", area, facts.from(standing.evidence()))
                                .known("person.hukouSince", standing.from(), facts.from(standing.evidence()))
                                .known("claim.office", area.county(), facts.from(standing.evidence()))));
        own.standingOn(EventKind.HUKOU_CATEGORY, on)
                .ifPresent(standing -> standing.value()
                        .ifPresent(kind -> builder.known(
                                "person.hukouKind",
                                kind.equals(AGRICULTURAL) ? "agricultural" : "urban",
                                facts.from(standing.evidence()))));
        children.values()
                .forEach(child -> builder.member("person.children", member -> {
                    child.child()
                            .born()
                            .ifPresent(born -> member.known("born", born.on(), facts.from(born.evidence()))
                                    .known(
                                            "sex",
                                            child.child().sex() == Sex.MALE ? "male" : "female",
                                            facts.from(born.evidence())));
                    child.child()
                            .died()
                            .ifPresent(died -> member.known("died", died.on(), facts.from(died.evidence())));
                }));
        return builder.build();
    }
}
