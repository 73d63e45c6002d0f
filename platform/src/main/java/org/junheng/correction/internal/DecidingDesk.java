package org.junheng.correction.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Actors;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.register.AsOf;
import org.junheng.register.Corrections;
import org.junheng.register.EventKind;
import org.junheng.register.Register;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where offices decide. What is accepted is in the ledger before the request says so: should the process end in
 * between, accepting again finds the correction there and changes nothing in it.
 */
@Component
class DecidingDesk {

    private final JdbcRequests requests;
    private final RequestTasks tasks;
    private final Register register;
    private final Corrections corrections;
    private final TransactionTemplate work;
    private final Clock clock;

    DecidingDesk(
            AskingDesk.Parts parts, JdbcRequests requests, RequestTasks tasks, TransactionTemplate work, Clock clock) {
        this.register = parts.register();
        this.corrections = parts.corrections();
        this.requests = requests;
        this.tasks = tasks;
        this.work = work;
        this.clock = clock;
    }

    /**
     * What somebody does with a request.
     *
     * @param request the request
     * @param action what
     * @param choice whom to ask, or why to refuse; empty for the other actions
     * @param note one sentence
     */
    record Deed(UUID request, RequestAction action, String choice, String note) {}

    ActOutcome act(Deed deed) {
        return work.execute(status -> acted(deed));
    }

    private ActOutcome acted(Deed deed) {
        var found = requests.findToChange(deed.request());
        var after = found.flatMap(request ->
                RequestFlow.after(request, deed.action(), Actors.get().role()));
        if (after.isEmpty()) {
            return new ActOutcome.NotNow();
        }
        var request = found.orElseThrow();
        if (lacksReason(deed)) {
            return new ActOutcome.ReasonMissing();
        }
        var me = Actors.get().subject();
        if (deed.action() == RequestAction.CONFIRM
                && request.handling().proposedBy().equals(Optional.of(me))) {
            return new ActOutcome.SamePerson();
        }
        if (corrects(deed.action()) && correct(request) == Corrections.Outcome.NUMBER_TAKEN) {
            return new ActOutcome.NumberTaken();
        }
        var moved = request.with(after.orElseThrow(), handling(request, deed, me));
        requests.save(moved);
        requests.note(request.id(), deed.action(), moved.state(), deed.note());
        tasks.handOver(moved);
        return new ActOutcome.Done(moved.state());
    }

    private static boolean lacksReason(Deed deed) {
        return switch (deed.action()) {
            case REFUSE ->
                deed.note().isBlank()
                        || java.util.Arrays.stream(RefusalReason.values())
                                .noneMatch(reason -> reason.name().equals(deed.choice()));
            case REFER -> Referral.find(deed.choice()).isEmpty();
            case ANSWER, SEND_BACK, SETTLE_AT_SOURCE -> deed.note().isBlank();
            case ASK, ACCEPT, PROPOSE, CONFIRM, WITHDRAW -> false;
        };
    }

    private static boolean corrects(RequestAction action) {
        return action == RequestAction.ACCEPT || action == RequestAction.CONFIRM;
    }

    private Corrections.Outcome correct(Request request) {
        return corrections.correct(new Corrections.Correction(
                request.id(),
                request.person(),
                request.fact(),
                request.said().claimed(),
                request.said().since()));
    }

    private Request.Handling handling(Request request, Deed deed, String me) {
        var before = request.handling();
        return switch (deed.action()) {
            case REFER -> referred(request, deed.choice());
            case PROPOSE ->
                new Request.Handling(
                        before.referredTo(),
                        before.referredArea(),
                        Optional.of(me),
                        Optional.empty(),
                        Optional.empty(),
                        false);
            case SEND_BACK, ANSWER ->
                new Request.Handling(
                        before.referredTo(),
                        before.referredArea(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false);
            case ACCEPT, CONFIRM, SETTLE_AT_SOURCE, REFUSE ->
                new Request.Handling(
                        before.referredTo(),
                        before.referredArea(),
                        before.proposedBy(),
                        Optional.of(me),
                        deed.action() == RequestAction.REFUSE ? Optional.of(deed.choice()) : Optional.empty(),
                        deed.action() == RequestAction.SETTLE_AT_SOURCE);
            case ASK, WITHDRAW -> before;
        };
    }

    /**
     * A village clerk is asked where the person is served; a department gets a letter and the office notes its answer.
     */
    private Request.Handling referred(Request request, String to) {
        var village = to.equals(Referral.VILLAGE.code()) ? Optional.of(served(request)) : Optional.<AreaCode>empty();
        return new Request.Handling(
                Optional.of(to), village, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    private AreaCode served(Request request) {
        var today = AdministrativeTime.dayOf(clock.instant());
        return register.getState(request.person(), AsOf.now(clock))
                .placeOn(EventKind.SERVICE_AREA, today)
                .or(() -> register.findSummary(request.person()).flatMap(face -> face.residence()))
                .orElse(request.office());
    }
}
