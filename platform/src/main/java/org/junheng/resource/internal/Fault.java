package org.junheng.resource.internal;

/**
 * What is wrong with a value.
 *
 * @param column where
 * @param reason why; the words are in the message catalogue under {@code resource.fault.<name>}
 */
record Fault(ResourceColumn column, Reason reason) {

    enum Reason {
        REQUIRED,
        TOO_LONG,
        KIND,
        AREA,
        NOT_YOURS,
        NUMBER,
        MORE_THAN_THERE_ARE,
        AGES,
        FEE,
        YES_NO,
        DATE,
        ENDS_BEFORE,
        BEFORE_THE_LAST,
        REPEATED,
        IS_THERE
    }
}
