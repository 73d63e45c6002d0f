package org.junheng.childbearing.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Actors;
import org.junheng.access.Role;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.Sex;
import org.junheng.register.AsOf;
import org.junheng.register.EventKind;
import org.junheng.register.PersonFile;
import org.junheng.register.PersonState;
import org.junheng.register.Register;
import org.springframework.stereotype.Service;

/** Registers by written declaration. Nothing is asked that the register knows. */
@Service
class Registrations {

    /** A pregnancy lasts 280 days; a due date further off is a slip of the pen. */
    private static final int LONGEST_WAIT_DAYS = 300;

    /** A birth can be registered later; after six years the place of household registration is asked to help. */
    private static final int LATEST_DAYS = 6 * 366;

    /** Two births of one woman are at least this far apart, so a registration as near as this is the same one. */
    private static final int SAME_BIRTH_DAYS = 180;

    private final Register register;
    private final JdbcRegistrations store;
    private final Clock clock;

    Registrations(Register register, JdbcRegistrations store, Clock clock) {
        this.register = register;
        this.store = store;
        this.clock = clock;
    }

    /** What the register knows of the woman and her family for the form. Opening it is a logged read. */
    Prefilled prefill(UUID woman) {
        var asOf = AsOf.now(clock);
        var file = register.open(woman, asOf);
        var partner = file.family().stream()
                .filter(relative -> relative.relation() == PersonFile.Relation.SPOUSE)
                .findFirst();
        var partnerState = partner.filter(p -> p.summary().isPresent()).map(p -> register.getState(p.id(), asOf));
        var places = new ArrayList<>(places(file.state(), "woman", asOf.on()));
        partnerState.ifPresent(state -> places.addAll(places(state, "partner", asOf.on())));
        var known = file.state().born().orElseThrow().evidence();
        return new Prefilled(
                new Prefilled.Known<>(file.summary(), known),
                partner.flatMap(PersonFile.Relative::summary)
                        .map(face -> new Prefilled.Known<>(
                                face,
                                partnerState
                                        .flatMap(PersonState::born)
                                        .orElseThrow()
                                        .evidence())),
                places,
                childrenTogether(file.state(), partnerState, asOf));
    }

    private static List<Prefilled.Place> places(PersonState state, String whose, LocalDate on) {
        var places = new ArrayList<Prefilled.Place>();
        state.standingOn(EventKind.REGISTERED_RESIDENCE, on).ifPresent(s -> places.add(place(s, "hukou", whose)));
        state.standingOn(EventKind.USUAL_RESIDENCE, on).ifPresent(s -> places.add(place(s, "residence", whose)));
        return places;
    }

    private static Prefilled.Place place(PersonState.Standing standing, String basis, String whose) {
        return new Prefilled.Place(standing.area().orElseThrow(), basis, whose, standing.evidence());
    }

    /** Without a known partner the woman's own children count; the dead do not. */
    private List<UUID> childrenTogether(PersonState woman, Optional<PersonState> partner, AsOf asOf) {
        var children = new HashSet<>(woman.children());
        partner.ifPresent(state -> children.retainAll(state.children()));
        return register.listStates(children, asOf).stream()
                .filter(child -> child.died().isEmpty())
                .map(PersonState::id)
                .toList();
    }

    Outcome register(Declaration declaration) {
        var today = AdministrativeTime.dayOf(clock.instant());
        var prefilled = prefill(declaration.woman());
        var wrong = check(declaration, prefilled, today);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        var before = store.listOf(declaration.woman()).stream()
                .filter(other -> !other.cancelled())
                .filter(other -> Math.abs(
                                other.dueOn().toEpochDay() - declaration.dueOn().toEpochDay())
                        < SAME_BIRTH_DAYS)
                .findFirst();
        if (before.isPresent()) {
            return new Outcome.RegisteredBefore(before.get());
        }
        boolean family = Actors.get().role() == Role.FAMILY;
        return new Outcome.Registered(store.add(declaration, prefilled, family ? "family" : "counter", today));
    }

    private static Optional<Outcome> check(Declaration declaration, Prefilled prefilled, LocalDate today) {
        if (prefilled.woman().value().sex() != Sex.FEMALE) {
            return Optional.of(new Outcome.Wrong("woman", Outcome.Reason.NOT_A_WOMAN));
        }
        if (declaration.dueOn().isAfter(today.plusDays(LONGEST_WAIT_DAYS))) {
            return Optional.of(new Outcome.Wrong("dueOn", Outcome.Reason.DUE_TOO_FAR));
        }
        if (declaration.dueOn().isBefore(today.minusDays(LATEST_DAYS))) {
            return Optional.of(new Outcome.Wrong("dueOn", Outcome.Reason.DUE_TOO_LONG_AGO));
        }
        boolean theirs = prefilled.places().stream()
                .anyMatch(place ->
                        place.area().equals(declaration.area()) && place.basis().equals(declaration.basis()));
        return theirs ? Optional.empty() : Optional.of(new Outcome.Wrong("place", Outcome.Reason.PLACE_NOT_OURS));
    }

    List<Registration> listOf(UUID person) {
        return store.listOf(person);
    }

    Optional<Registration> find(UUID id) {
        return store.find(id);
    }

    /** Takes a registration back; the family may register anew. */
    void cancel(UUID id) {
        store.cancel(id);
    }
}
