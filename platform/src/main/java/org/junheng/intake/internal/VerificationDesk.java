package org.junheng.intake.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Actors;
import org.junheng.intake.RequestNotFound;
import org.junheng.intake.internal.VerificationRequest.State;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.register.Links;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.springframework.stereotype.Component;

/** Answering requests to verify, and what follows in the register. An answer sent twice is one answer. */
@Component
class VerificationDesk {

    private final JdbcVerifications verifications;
    private final VerificationTasks tasks;
    private final Register register;
    private final Links links;
    private final Clock clock;

    VerificationDesk(
            JdbcVerifications verifications, VerificationTasks tasks, Register register, Links links, Clock clock) {
        this.verifications = verifications;
        this.tasks = tasks;
        this.register = register;
        this.links = links;
        this.clock = clock;
    }

    /** What is answered. */
    sealed interface Answer {

        /** A person of ours: the notice's records become theirs. */
        record Ours(UUID person) implements Answer {}

        /** The person exists as stated and is not in the register yet. */
        record AsStated() implements Answer {}

        /** Nobody here. */
        record Unknown() implements Answer {}
    }

    /** What became of an answer. */
    enum Outcome {
        /** It is taken. */
        TAKEN,
        /** Another county is asked. */
        NOT_ASKED,
        /** It was answered before. */
        SETTLED,
        /** Why was not said. */
        NOTE_MISSING,
        /** The person of ours was not chosen, is not to be seen here, or is not verified. */
        CHOOSE_A_PERSON,
        /** Both have what only one may have, such as a granted claim: one must be ended first. */
        BOTH_SERVED,
        /** The register no longer has the person. */
        GONE
    }

    VerificationRequest get(UUID id) {
        return verifications.find(id).orElseThrow(() -> new RequestNotFound(id));
    }

    /** Whether the present actor's office is the one that is asked. */
    static boolean mayAnswer(VerificationRequest request) {
        return request.isOpen() && isOfficeOf(request.asked());
    }

    /** Whether the present actor's office has a denial to clear up. */
    static boolean maySettle(VerificationRequest request) {
        return request.state() == State.DENIED && isOfficeOf(request.asking());
    }

    private static boolean isOfficeOf(AreaCode county) {
        return Actors.get().areas().stream().anyMatch(area -> area.contains(county));
    }

    Outcome answer(UUID id, Answer answer, String note) {
        var request = get(id);
        if (!request.isOpen()) {
            return Outcome.SETTLED;
        }
        if (!mayAnswer(request)) {
            return Outcome.NOT_ASKED;
        }
        return switch (answer) {
            case Answer.Ours(var person) -> ours(request, person, note);
            case Answer.AsStated _ -> close(links.verify(request.person()), request, State.CONFIRMED, note);
            case Answer.Unknown _ -> unknown(request, note);
        };
    }

    /** The request's id is the merge's: said again after a crash, it is the same merge. */
    private Outcome ours(VerificationRequest request, UUID person, String note) {
        var chosen = register.findSummary(person).filter(face -> !face.provisional());
        return chosen.map(PersonSummary::id)
                .map(kept -> close(links.merge(request.id(), kept, request.person()), request, State.MATCHED, note))
                .orElse(Outcome.CHOOSE_A_PERSON);
    }

    private Outcome close(Links.Outcome made, VerificationRequest request, State state, String note) {
        return switch (made) {
            case Links.Outcome.Done _ -> {
                tasks.close(request);
                yield written(request, state, note);
            }
            case Links.Outcome.BothServed _ -> Outcome.BOTH_SERVED;
            case Links.Outcome.Gone _, Links.Outcome.MovedOn _ -> Outcome.GONE;
        };
    }

    private Outcome unknown(VerificationRequest request, String note) {
        if (note.isBlank()) {
            return Outcome.NOTE_MISSING;
        }
        tasks.handBack(request, AdministrativeTime.dayOf(clock.instant()));
        return written(request, State.DENIED, note);
    }

    private Outcome written(VerificationRequest request, State state, String note) {
        return verifications.answer(request.id(), request.state(), state, note) ? Outcome.TAKEN : Outcome.SETTLED;
    }

    /** The county that asked says how it cleared up a denial. */
    Outcome settle(UUID id, String note) {
        var request = get(id);
        if (!maySettle(request)) {
            return request.state() == State.DENIED ? Outcome.NOT_ASKED : Outcome.SETTLED;
        }
        if (note.isBlank()) {
            return Outcome.NOTE_MISSING;
        }
        tasks.close(request);
        var before = request.reply().map(VerificationRequest.Reply::note).orElse("");
        return written(request, State.SETTLED, before + " → " + note);
    }

    Optional<PersonSummary> face(VerificationRequest request) {
        return register.findSummary(request.person());
    }
}
