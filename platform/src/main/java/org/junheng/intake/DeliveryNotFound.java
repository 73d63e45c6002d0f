package org.junheng.intake;

import java.util.UUID;
import org.junheng.problem.Problem;

/** No delivery of the reader's area has the id. */
public final class DeliveryNotFound extends Problem {

    public DeliveryNotFound(UUID delivery) {
        super(Kind.NOT_FOUND, "No delivery %s was taken in for your area.".formatted(delivery));
    }
}
