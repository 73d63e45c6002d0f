package org.junheng.catalogue;

import org.junheng.problem.Problem;

/** No scheme has the id. */
public final class SchemeNotFound extends Problem {

    public SchemeNotFound(String scheme) {
        super(Kind.NOT_FOUND, "There is no scheme '%s'.".formatted(scheme));
    }
}
