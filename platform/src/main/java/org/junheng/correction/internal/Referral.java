package org.junheng.correction.internal;

import java.util.Arrays;
import java.util.Optional;

/** Who can be asked to verify; the words are in the catalogue under {@code correction.referral.<code>}. */
enum Referral {
    VILLAGE("village"),
    PUBLIC_SECURITY("public-security"),
    CIVIL_AFFAIRS("civil-affairs"),
    HOSPITAL("hospital"),
    DISABILITY("disability");

    private final String code;

    Referral(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static Optional<Referral> find(String code) {
        return Arrays.stream(values())
                .filter(referral -> referral.code.equals(code))
                .findFirst();
    }
}
