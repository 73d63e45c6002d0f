package org.junheng.correction.internal;

import static org.junheng.access.Role.COUNTY_REVIEWER;
import static org.junheng.access.Role.FAMILY;
import static org.junheng.access.Role.TOWNSHIP_OFFICER;
import static org.junheng.access.Role.VILLAGE_CLERK;
import static org.junheng.correction.internal.RequestAction.ACCEPT;
import static org.junheng.correction.internal.RequestAction.ANSWER;
import static org.junheng.correction.internal.RequestAction.CONFIRM;
import static org.junheng.correction.internal.RequestAction.PROPOSE;
import static org.junheng.correction.internal.RequestAction.REFER;
import static org.junheng.correction.internal.RequestAction.REFUSE;
import static org.junheng.correction.internal.RequestAction.SEND_BACK;
import static org.junheng.correction.internal.RequestAction.SETTLE_AT_SOURCE;
import static org.junheng.correction.internal.RequestAction.WITHDRAW;
import static org.junheng.correction.internal.RequestState.ACCEPTED;
import static org.junheng.correction.internal.RequestState.OPEN;
import static org.junheng.correction.internal.RequestState.PROPOSED;
import static org.junheng.correction.internal.RequestState.REFERRED;
import static org.junheng.correction.internal.RequestState.REFUSED;
import static org.junheng.correction.internal.RequestState.WITHDRAWN;

import java.util.List;
import java.util.Optional;
import org.junheng.access.Role;
import org.junheng.register.CorrectableFact;

/**
 * How a request goes. The township decides; what tells who somebody is it can only propose, and another person at the
 * county confirms. An unanswered verification request (协查) keeps nobody from deciding. Drawn in
 * {@code docs/reference/states/correction.md}.
 */
final class RequestFlow {

    static final List<Transition> TABLE = List.of(
            of(OPEN, ACCEPT, TOWNSHIP_OFFICER, ACCEPTED),
            of(OPEN, PROPOSE, TOWNSHIP_OFFICER, PROPOSED),
            of(OPEN, REFER, TOWNSHIP_OFFICER, REFERRED),
            of(OPEN, SETTLE_AT_SOURCE, TOWNSHIP_OFFICER, ACCEPTED),
            of(OPEN, REFUSE, TOWNSHIP_OFFICER, REFUSED),
            of(OPEN, WITHDRAW, FAMILY, WITHDRAWN),
            of(REFERRED, ANSWER, VILLAGE_CLERK, OPEN),
            of(REFERRED, ANSWER, TOWNSHIP_OFFICER, OPEN),
            of(REFERRED, ACCEPT, TOWNSHIP_OFFICER, ACCEPTED),
            of(REFERRED, PROPOSE, TOWNSHIP_OFFICER, PROPOSED),
            of(REFERRED, SETTLE_AT_SOURCE, TOWNSHIP_OFFICER, ACCEPTED),
            of(REFERRED, REFUSE, TOWNSHIP_OFFICER, REFUSED),
            of(REFERRED, WITHDRAW, FAMILY, WITHDRAWN),
            of(PROPOSED, CONFIRM, COUNTY_REVIEWER, ACCEPTED),
            of(PROPOSED, SEND_BACK, COUNTY_REVIEWER, OPEN));

    /**
     * A row of the table.
     *
     * @param from state before
     * @param action what is done
     * @param role by whom
     * @param to state after
     */
    record Transition(RequestState from, RequestAction action, Role role, RequestState to) {}

    private RequestFlow() {}

    /** The state after an action; empty if the role may not do it in that state or with that fact. */
    static Optional<RequestState> after(Request request, RequestAction action, Role role) {
        return TABLE.stream()
                .filter(row -> row.from() == request.state() && row.action() == action && row.role() == role)
                .filter(row -> fits(action, request))
                .map(Transition::to)
                .findFirst();
    }

    /** What a role may do with a request. */
    static List<RequestAction> actions(Request request, Role role) {
        return TABLE.stream()
                .filter(row -> row.from() == request.state() && row.role() == role)
                .map(Transition::action)
                .filter(action -> fits(action, request))
                .toList();
    }

    private static boolean fits(RequestAction action, Request request) {
        CorrectableFact fact = request.fact();
        return switch (action) {
            case ACCEPT -> fact.hasOneValue() && !fact.tellsWho();
            case PROPOSE -> fact.hasOneValue() && fact.tellsWho();
            case ASK, CONFIRM, SEND_BACK, REFER, ANSWER, SETTLE_AT_SOURCE, REFUSE, WITHDRAW -> true;
        };
    }

    private static Transition of(RequestState from, RequestAction action, Role role, RequestState to) {
        return new Transition(from, action, role, to);
    }
}
