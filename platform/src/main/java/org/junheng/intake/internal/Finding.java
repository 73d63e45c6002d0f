package org.junheng.intake.internal;

/**
 * Something wrong or odd in a row.
 *
 * @param row number of the row
 * @param column where
 * @param value what stands there
 * @param expectation what was expected
 */
record Finding(int row, NoticeColumn column, String value, Expectation expectation) {

    public boolean fault() {
        return expectation.fault();
    }

    /** What a value should have been; the words are in the message catalogue under {@code intake.expected.<name>}. */
    enum Expectation {
        REQUIRED(true),
        ID_LENGTH(true),
        ID_CHARACTERS(true),
        ID_DATE(true),
        ID_CHECK_DIGIT(true),
        ID_ROUNDED(true),
        DATE(true),
        NOT_IN_FUTURE(true),
        SEX(true),
        AREA_CODE(true),
        NUMBER_IN_RANGE(true),
        MOTHER_FEMALE(true),
        MOTHER_AGE(true),
        REPEATED_IN_FILE(true),
        KNOWN_AREA_PREFIX(false),
        UNUSUAL_MOTHER_AGE(false);

        private final boolean fault;

        Expectation(boolean fault) {
            this.fault = fault;
        }

        /** Whether the row is rejected for it; otherwise it is a warning. */
        public boolean fault() {
            return fault;
        }
    }
}
