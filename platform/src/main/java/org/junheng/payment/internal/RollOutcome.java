package org.junheng.payment.internal;

import java.util.UUID;

/** What became of an attempt to do something with a pay-roll. */
sealed interface RollOutcome {

    /** Done. */
    record Done(UUID roll, RollState state) implements RollOutcome {}

    /** Nothing is due in the area. */
    record NothingDue() implements RollOutcome {}

    /** Not possible in its present state; somebody may have been quicker. */
    record NotNow() implements RollOutcome {}

    /** Who made the roll may not approve it. */
    record SamePerson() implements RollOutcome {}

    /** Facts learnt since change what some lines would pay: to be discarded and made anew. */
    record ChangedSince(long lines) implements RollOutcome {}
}
