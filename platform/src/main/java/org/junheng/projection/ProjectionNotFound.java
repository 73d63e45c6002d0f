package org.junheng.projection;

import java.util.UUID;
import org.junheng.problem.Problem;

/** The reader has no projection of that id, or it says nothing of an area of the reader's. */
public final class ProjectionNotFound extends Problem {

    public ProjectionNotFound(UUID run) {
        super(Kind.NOT_FOUND, "You have no projection %s.".formatted(run));
    }
}
