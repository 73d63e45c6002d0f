package org.junheng.benefit.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What became of an attempt to do something with a claim. */
sealed interface StepOutcome {

    /** Done. */
    record Done(UUID claim, ClaimState state) implements StepOutcome {}

    /** Not possible in its present state, or not by this role; somebody may have been quicker. */
    record NotNow() implements StepOutcome {}

    /** Who reviewed may not also confirm. */
    record SamePerson() implements StepOutcome {}

    /** The family has one applicant already. */
    record AlreadyFiled() implements StepOutcome {}

    /** A return or refusal needs a reason. */
    record ReasonMissing() implements StepOutcome {}

    /** The account or the declaration is not as it must be. */
    record Incomplete(List<String> fields) implements StepOutcome {

        public Incomplete {
            fields = List.copyOf(fields);
        }
    }

    /** The scheme does not bear it: what was to be granted is not owed, or what was to be refused is. */
    record AgainstTheScheme(String outcome, LocalDate on) implements StepOutcome {}
}
