package org.junheng.register;

/** Which part somebody other than its subject has in an event. The code is what the ledger stores. */
public enum ParticipantRole {
    MOTHER("mother"),
    FATHER("father"),
    SPOUSE("spouse"),
    ADOPTIVE_MOTHER("adoptive-mother"),
    ADOPTIVE_FATHER("adoptive-father");

    private final String code;

    ParticipantRole(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
