package org.junheng.benefit.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;

/**
 * A claim as stored.
 *
 * @param id id
 * @param unit the child
 * @param applicant who applied
 * @param state where it is
 * @param claimed what it adds to the register's facts
 * @param payee the sealed account
 * @param term until when it is to be decided
 * @param review by whom
 */
record Claim(
        UUID id, UUID unit, UUID applicant, ClaimState state, Claimed claimed, byte[] payee, Term term, Review review) {

    /** The township that reviews. */
    public AreaCode area() {
        return claimed.office();
    }

    /** The same with a fact as the office found it. */
    Claim finding(String fact, Claimed.Found found) {
        return new Claim(id, unit, applicant, state, claimed.finding(fact, found), payee, term, review);
    }

    /**
     * The legal clock.
     *
     * @param dueOn the last day
     * @param daysLeft while the family has it: working days the offices had left
     */
    record Term(LocalDate dueOn, Optional<Integer> daysLeft) {}

    /**
     * Who decided.
     *
     * @param reviewedBy who recommended or proposed to refuse
     * @param settledBy who confirmed
     * @param settledAt when
     * @param decision the decision it rests on
     */
    record Review(
            Optional<String> reviewedBy,
            Optional<String> settledBy,
            Optional<Instant> settledAt,
            Optional<UUID> decision) {}

    /**
     * A step of a claim.
     *
     * @param action what was done
     * @param to state after
     * @param role by whom
     * @param at when
     * @param reasons reasons from the list
     * @param note one sentence
     */
    record Step(ClaimAction action, ClaimState to, Role role, Instant at, List<String> reasons, String note) {

        Step {
            reasons = List.copyOf(reasons);
        }
    }
}
