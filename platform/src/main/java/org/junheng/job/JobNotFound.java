package org.junheng.job;

import java.util.UUID;
import org.junheng.problem.Problem;

/** No job of this reader has the id. */
public final class JobNotFound extends Problem {

    public JobNotFound(UUID job) {
        super(Kind.NOT_FOUND, "You have no job %s.".formatted(job));
    }
}
