package org.junheng.correction;

import java.util.UUID;
import org.junheng.problem.Problem;

/** No request for a correction of the reader's family or area has the id. */
public final class CorrectionNotFound extends Problem {

    public CorrectionNotFound(UUID request) {
        super(Kind.NOT_FOUND, "No request for a correction %s is yours to see.".formatted(request));
    }
}
