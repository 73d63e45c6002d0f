package org.junheng.correction.internal;

/** What became of an attempt to do something with a request. */
sealed interface ActOutcome {

    /** Done. */
    record Done(RequestState state) implements ActOutcome {}

    /** Not possible in its present state, or not by this role; somebody may have been quicker. */
    record NotNow() implements ActOutcome {}

    /** Who proposed may not also confirm. */
    record SamePerson() implements ActOutcome {}

    /** A refusal, referral or answer says why. */
    record ReasonMissing() implements ActOutcome {}

    /** The ID number is somebody else's here. */
    record NumberTaken() implements ActOutcome {}
}
