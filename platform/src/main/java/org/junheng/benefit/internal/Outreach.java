package org.junheng.benefit.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.register.AsOf;
import org.junheng.register.PersonState;
import org.junheng.register.PersonSummary;
import org.junheng.register.Phones;
import org.junheng.register.Register;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Families of an officer's area who have not answered an offer: whom to visit or call. */
@Component
class Outreach {

    /** What can come of a visit or a call; the words are in the catalogue. */
    static final Set<String> OUTCOMES = Set.of("told", "not-reached", "will-apply", "does-not-want");

    private final JdbcOutreach outreach;
    private final Register register;
    private final Phones phones;
    private final TransactionTemplate work;
    private final Clock clock;

    Outreach(JdbcOutreach outreach, Register register, Phones phones, TransactionTemplate work, Clock clock) {
        this.outreach = outreach;
        this.register = register;
        this.phones = phones;
        this.work = work;
        this.clock = clock;
    }

    /**
     * A family to visit or call.
     *
     * @param offer the offer
     * @param child name of the child
     * @param parents its parents whom the officer may see
     */
    record Line(JdbcOutreach.Unanswered offer, Optional<String> child, List<PersonSummary> parents) {

        /** The parents by name, for a cell of a file. */
        public String parentNames() {
            return parents.stream().map(PersonSummary::name).collect(Collectors.joining("、"));
        }
    }

    Page<Line> list(PageRequest request, boolean all) {
        return work.execute(status -> new Page<>(
                lines(outreach.list(request, all, request.limit(), request.offset())), request, outreach.count(all)));
    }

    /** How many families there are to visit or call. */
    long count() {
        return work.execute(status -> outreach.count(false));
    }

    List<Line> listAll(PageRequest request, boolean all, int limit) {
        return work.execute(status -> lines(outreach.list(request, all, limit, 0)));
    }

    private List<Line> lines(List<JdbcOutreach.Unanswered> offers) {
        var children = offers.stream().map(JdbcOutreach.Unanswered::unit).toList();
        var parents = register.listStates(children, AsOf.now(clock)).stream()
                .collect(Collectors.toMap(
                        PersonState::id,
                        state -> state.parents().stream()
                                .map(PersonState.Parent::id)
                                .toList()));
        var faces = faces(children);
        faces.putAll(faces(parents.values().stream().flatMap(List::stream).toList()));
        return offers.stream()
                .map(offer -> new Line(
                        offer,
                        Optional.ofNullable(faces.get(offer.unit())).map(PersonSummary::name),
                        parents.getOrDefault(offer.unit(), List.of()).stream()
                                .flatMap(id -> Optional.ofNullable(faces.get(id)).stream())
                                .toList()))
                .toList();
    }

    private Map<UUID, PersonSummary> faces(Collection<UUID> persons) {
        return register.listSummaries(persons).stream()
                .collect(Collectors.toMap(PersonSummary::id, face -> face, (one, other) -> one));
    }

    /**
     * A family with what is needed to call or help it.
     *
     * @param line the offer and the family
     * @param phones phones by parent; each look is logged
     * @param contacts visits and calls so far
     */
    record Family(Line line, Map<UUID, String> phones, List<JdbcOutreach.Contact> contacts) {}

    Optional<Family> find(UUID child) {
        return work.execute(status -> outreach.find(child).map(offer -> {
            var line = lines(List.of(offer)).getFirst();
            var known = new java.util.HashMap<UUID, String>();
            line.parents()
                    .forEach(parent -> phones.find(parent.id()).ifPresent(phone -> known.put(parent.id(), phone)));
            return new Family(line, known, outreach.listContacts(child));
        }));
    }

    void note(UUID child, String outcome) {
        if (!OUTCOMES.contains(outcome)) {
            throw new IllegalArgumentException("No outcome of a contact is '%s'.".formatted(outcome));
        }
        work.executeWithoutResult(status -> outreach.note(child, outcome));
    }
}
