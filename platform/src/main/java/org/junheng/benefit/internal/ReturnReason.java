package org.junheng.benefit.internal;

/** Why a claim goes back to the family; the words are in the catalogue under {@code benefit.reason.<name>}. */
enum ReturnReason {
    HUKOU_NOT_SHOWN,
    CERTIFICATE_NOT_SHOWN,
    ACCOUNT_DOES_NOT_FIT,
    CARE_NOT_SHOWN,
    STATEMENT_CONTRADICTS
}
