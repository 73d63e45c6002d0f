package org.junheng.register;

import java.util.UUID;
import org.junheng.problem.Problem;

/** Nobody is registered under the id, or the person is in another office's care: the two look alike from outside. */
public final class PersonNotFound extends Problem {

    public PersonNotFound(UUID person) {
        super(Kind.NOT_FOUND, "No person %s is in your care.".formatted(person));
    }
}
