package org.junheng.linking;

import java.util.UUID;
import org.junheng.problem.Problem;

/** No pair of persons whom the reader may see has the id. */
public final class PairNotFound extends Problem {

    public PairNotFound(UUID pair) {
        super(Kind.NOT_FOUND, "No pair %s is yours to see.".formatted(pair));
    }
}
