package org.junheng.childbearing;

import org.junheng.problem.Problem;

/** No registration of the reader's family or area has the id. */
public final class RegistrationNotFound extends Problem {

    public RegistrationNotFound(String registration) {
        super(Kind.NOT_FOUND, "No registration %s is yours to see.".formatted(registration));
    }
}
