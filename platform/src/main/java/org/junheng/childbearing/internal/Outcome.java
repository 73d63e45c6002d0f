package org.junheng.childbearing.internal;

/** What became of a declaration. */
sealed interface Outcome {

    /** Registered, now or by the same form before. */
    record Registered(Registration registration) implements Outcome {}

    /** This pregnancy or birth is registered already. */
    record RegisteredBefore(Registration registration) implements Outcome {}

    /** A value cannot be right; the words are in the catalogue under {@code childbearing.wrong.<reason>}. */
    record Wrong(String field, Reason reason) implements Outcome {}

    /** Why a value cannot be right. */
    enum Reason {
        NOT_A_WOMAN,
        DUE_TOO_FAR,
        DUE_TOO_LONG_AGO,
        PLACE_NOT_OURS
    }
}
