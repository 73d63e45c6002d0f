package org.junheng.simulation;

import java.util.UUID;
import org.junheng.problem.Problem;

/** The reader has no search for gaps of that id. */
public final class SearchNotFound extends Problem {

    public SearchNotFound(UUID search) {
        super(Kind.NOT_FOUND, "You have no search for gaps %s.".formatted(search));
    }
}
