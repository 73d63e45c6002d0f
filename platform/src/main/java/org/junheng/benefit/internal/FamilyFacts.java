package org.junheng.benefit.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junheng.policy.Facts;
import org.junheng.policy.Vocabulary;
import org.junheng.register.EventKind;
import org.junheng.register.ParticipantRole;
import org.junheng.register.PersonState;
import org.springframework.stereotype.Component;

/**
 * What the register knows of a child as one of its family: where it and its parents are registered, who was born before
 * it. A page about one family can afford to read it; the childcare subsidy does not need it.
 */
@Component
class FamilyFacts {

    private static final String SIBLINGS = "child.siblings";

    private final ChildFacts facts;

    FamilyFacts(ChildFacts facts) {
        this.facts = facts;
    }

    /**
     * All of it.
     *
     * @param situation the child with its parents
     * @param ofMother the mother's children, the child among them; empty if she is not known
     */
    Facts of(Vocabulary words, ChildSituation situation, Optional<List<PersonState>> ofMother, LocalDate on) {
        var builder = facts.offering(words, situation, on);
        registration(builder, situation.child(), on);
        registration(builder, "mother", parent(situation, ParticipantRole.MOTHER), on);
        registration(builder, "father", parent(situation, ParticipantRole.FATHER), on);
        ofMother.ifPresentOrElse(
                children -> siblings(builder, situation.child(), children), () -> builder.unknown(SIBLINGS));
        return builder.build();
    }

    /** First and present registration of the child. */
    private void registration(Facts.Builder builder, PersonState child, LocalDate on) {
        child.standings().stream()
                .filter(standing -> standing.attribute() == EventKind.REGISTERED_RESIDENCE)
                .min(Comparator.comparing(PersonState.Standing::from))
                .ifPresent(first -> first.area()
                        .ifPresent(area -> builder.known("child.firstHukou", area, facts.from(first.evidence()))));
        child.standingOn(EventKind.REGISTERED_RESIDENCE, on)
                .ifPresent(now -> builder.known("child.hukouSince", now.from(), facts.from(now.evidence())));
    }

    /** Of a parent we know nothing of, the place is unknown: that there is none nobody has said. */
    private void registration(Facts.Builder builder, String who, Optional<PersonState> parent, LocalDate on) {
        builder.unknown(who + ".hukou").unknown(who + ".hukouSince");
        parent.flatMap(state -> state.standingOn(EventKind.REGISTERED_RESIDENCE, on))
                .ifPresent(now -> now.area()
                        .ifPresent(area -> builder.known(who + ".hukou", area, facts.from(now.evidence()))
                                .known(who + ".hukouSince", now.from(), facts.from(now.evidence()))));
    }

    private static Optional<PersonState> parent(ChildSituation situation, ParticipantRole role) {
        return situation.child().parents().stream()
                .filter(parent -> parent.role() == role)
                .flatMap(parent ->
                        situation.parents().stream().filter(state -> state.id().equals(parent.id())))
                .findFirst();
    }

    /** Born on one day are twins; which came first nobody registers, so their ids order them. */
    private void siblings(Facts.Builder builder, PersonState child, List<PersonState> children) {
        for (var sibling : children) {
            if (!sibling.id().equals(child.id())) {
                builder.member(SIBLINGS, member -> {
                    sibling.born().ifPresent(born -> member.known("born", born.on(), facts.from(born.evidence())));
                    sibling.died().ifPresent(died -> member.known("died", died.on(), facts.from(died.evidence())));
                });
            }
        }
        child.born().ifPresent(born -> {
            var together = children.stream()
                    .filter(each -> each.born()
                            .filter(other -> other.on().equals(born.on()))
                            .isPresent())
                    .map(PersonState::id)
                    .sorted()
                    .toList();
            builder.known("child.babiesInBirth", (long) together.size(), facts.from(born.evidence()))
                    .known("child.rankInBirth", together.indexOf(child.id()) + 1L, facts.from(born.evidence()));
        });
    }
}
