package org.junheng.catalogue;

import java.util.UUID;
import org.junheng.problem.Problem;

/** No release of schemes has the id. */
public final class ReleaseNotFound extends Problem {

    public ReleaseNotFound(UUID release) {
        super(Kind.NOT_FOUND, "There is no release %s.".formatted(release));
    }
}
