package org.junheng.intake;

import java.util.UUID;
import org.junheng.problem.Problem;

/** No request to verify with the id was sent to or from the reader's area. */
public final class RequestNotFound extends Problem {

    public RequestNotFound(UUID request) {
        super(Kind.NOT_FOUND, "No request %s to verify a person was sent to or from your area.".formatted(request));
    }
}
