package org.junheng.correction.internal;

/** Why nothing is corrected; the words are in the catalogue under {@code correction.refusal.<name>}. */
enum RefusalReason {
    REGISTER_IS_RIGHT,
    EVIDENCE_INSUFFICIENT,
    SOURCE_MUST_CHANGE_FIRST,
    ANOTHER_FACT
}
