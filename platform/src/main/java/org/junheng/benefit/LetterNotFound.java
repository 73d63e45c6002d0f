package org.junheng.benefit;

import java.util.UUID;
import org.junheng.problem.Problem;

/** No letter to the reader's family or of the reader's area has the id, or it is not issued yet. */
public final class LetterNotFound extends Problem {

    public LetterNotFound(UUID letter) {
        super(Kind.NOT_FOUND, "No letter %s is yours to see.".formatted(letter));
    }
}
