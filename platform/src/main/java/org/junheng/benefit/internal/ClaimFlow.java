package org.junheng.benefit.internal;

import static org.junheng.access.Role.COUNTY_REVIEWER;
import static org.junheng.access.Role.FAMILY;
import static org.junheng.access.Role.TOWNSHIP_OFFICER;
import static org.junheng.benefit.internal.ClaimAction.*;
import static org.junheng.benefit.internal.ClaimState.*;

import java.util.List;
import java.util.Optional;
import org.junheng.access.Role;

/**
 * How a claim goes: the township reviews (初审), another person at the county confirms (审核确认), both within thirty working
 * days (管理规范（试行）). Drawn in {@code docs/reference/states/claim.md}.
 */
final class ClaimFlow {

    static final List<Transition> TABLE = List.of(
            of(SUBMITTED, RECOMMEND, TOWNSHIP_OFFICER, RECOMMENDED),
            of(SUBMITTED, RETURN, TOWNSHIP_OFFICER, RETURNED),
            of(SUBMITTED, PROPOSE_REFUSAL, TOWNSHIP_OFFICER, REFUSAL_PROPOSED),
            of(SUBMITTED, RECORD_FINDING, TOWNSHIP_OFFICER, SUBMITTED),
            of(SUBMITTED, WITHDRAW, FAMILY, WITHDRAWN),
            // On the same day, by the same person, while nobody has built on it.
            of(RECOMMENDED, UNDO, TOWNSHIP_OFFICER, SUBMITTED),
            of(REFUSAL_PROPOSED, UNDO, TOWNSHIP_OFFICER, SUBMITTED),
            of(RETURNED, UNDO, TOWNSHIP_OFFICER, SUBMITTED),
            of(RETURNED, SUPPLEMENT, FAMILY, SUBMITTED),
            of(RETURNED, WITHDRAW, FAMILY, WITHDRAWN),
            of(RECOMMENDED, CONFIRM_GRANT, COUNTY_REVIEWER, GRANTED),
            of(RECOMMENDED, SEND_BACK, COUNTY_REVIEWER, SUBMITTED),
            of(REFUSAL_PROPOSED, CONFIRM_REFUSAL, COUNTY_REVIEWER, REFUSED),
            of(REFUSAL_PROPOSED, SEND_BACK, COUNTY_REVIEWER, SUBMITTED),
            of(GRANTED, CHANGE_ACCOUNT, FAMILY, GRANTED));

    /**
     * A row of the table.
     *
     * @param from state before
     * @param action what is done
     * @param role by whom
     * @param to state after
     */
    record Transition(ClaimState from, ClaimAction action, Role role, ClaimState to) {}

    private ClaimFlow() {}

    /** The state after an action; empty if the role may not do it in that state. */
    static Optional<ClaimState> after(ClaimState from, ClaimAction action, Role role) {
        return TABLE.stream()
                .filter(row -> row.from() == from && row.action() == action && row.role() == role)
                .map(Transition::to)
                .findFirst();
    }

    /** What a role may do in a state. */
    static List<ClaimAction> actions(ClaimState state, Role role) {
        return TABLE.stream()
                .filter(row -> row.from() == state && row.role() == role)
                .map(Transition::action)
                .toList();
    }

    private static Transition of(ClaimState from, ClaimAction action, Role role, ClaimState to) {
        return new Transition(from, action, role, to);
    }
}
