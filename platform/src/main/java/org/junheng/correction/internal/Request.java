package org.junheng.correction.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;
import org.junheng.register.CorrectableFact;

/**
 * A request for a correction as stored.
 *
 * @param id id
 * @param person whose fact
 * @param fact which
 * @param office the township that decides
 * @param said what is claimed
 * @param state where it is
 * @param asked by whom it came in, and until when it is to be decided
 * @param handling what became of it
 */
record Request(
        UUID id,
        UUID person,
        CorrectableFact fact,
        AreaCode office,
        Said said,
        RequestState state,
        Asked asked,
        Handling handling) {

    /**
     * What somebody says.
     *
     * @param claimed the right value, as stored
     * @param since since when it holds
     * @param evidence how they know
     * @param shown what the register said then
     * @param shownSource where that came from
     */
    record Said(
            String claimed,
            Optional<LocalDate> since,
            String evidence,
            Optional<String> shown,
            Optional<String> shownSource) {

        @Override
        public String toString() {
            return "what was said";
        }
    }

    /**
     * How it came in.
     *
     * @param by who entered it
     * @param onBehalf whether an officer did so for the family
     * @param at when
     * @param dueOn last day for the decision
     */
    record Asked(String by, boolean onBehalf, Instant at, LocalDate dueOn) {}

    /**
     * What became of it.
     *
     * @param referredTo who was last asked to verify
     * @param referredArea where, for a village
     * @param proposedBy who proposed to accept
     * @param decidedBy who decided
     * @param refusal why it was refused
     * @param settledAtSource whether the source corrected its own record
     */
    record Handling(
            Optional<String> referredTo,
            Optional<AreaCode> referredArea,
            Optional<String> proposedBy,
            Optional<String> decidedBy,
            Optional<String> refusal,
            boolean settledAtSource) {

        static final Handling NONE = new Handling(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    Request with(RequestState next, Handling handled) {
        return new Request(id, person, fact, office, said, next, asked, handled);
    }

    /**
     * A step.
     *
     * @param action what was done
     * @param role by whom
     * @param at when
     * @param note one sentence
     */
    record Step(RequestAction action, Role role, Instant at, String note) {}
}
