package org.junheng.benefit;

import java.util.UUID;
import org.junheng.problem.Problem;

/** No claim of the reader's family or area has the id. */
public final class ClaimNotFound extends Problem {

    public ClaimNotFound(UUID claim) {
        super(Kind.NOT_FOUND, "No claim %s is yours to see.".formatted(claim));
    }
}
