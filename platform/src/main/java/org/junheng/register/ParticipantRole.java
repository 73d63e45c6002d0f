package org.junheng.register;

import java.util.Arrays;

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

    /** The role with the given code. */
    public static ParticipantRole ofCode(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No participant has the role '%s'.".formatted(code)));
    }
}
