package org.junheng.simulation;

import java.util.UUID;
import org.junheng.problem.Problem;

/** The reader has no simulation of that id. */
public final class SimulationNotFound extends Problem {

    public SimulationNotFound(UUID run) {
        super(Kind.NOT_FOUND, "You have no simulation %s.".formatted(run));
    }
}
