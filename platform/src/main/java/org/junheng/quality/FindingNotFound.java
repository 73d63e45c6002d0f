package org.junheng.quality;

import java.util.UUID;
import org.junheng.problem.Problem;

/** No finding in a person whom the reader may see has the id. */
public final class FindingNotFound extends Problem {

    public FindingNotFound(UUID finding) {
        super(Kind.NOT_FOUND, "No finding %s is yours to see.".formatted(finding));
    }
}
