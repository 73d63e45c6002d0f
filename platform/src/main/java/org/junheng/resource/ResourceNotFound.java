package org.junheng.resource;

import java.util.UUID;
import org.junheng.problem.Problem;

/** The reader has no resource of that id. */
public final class ResourceNotFound extends Problem {

    public ResourceNotFound(UUID series) {
        super(Kind.NOT_FOUND, "You have no resource %s.".formatted(series));
    }
}
