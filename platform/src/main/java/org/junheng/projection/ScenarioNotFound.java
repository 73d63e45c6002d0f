package org.junheng.projection;

import java.util.UUID;
import org.junheng.problem.Problem;

/** The reader has no scenario of that id. */
public final class ScenarioNotFound extends Problem {

    public ScenarioNotFound(UUID scenario) {
        super(Kind.NOT_FOUND, "You have no scenario %s.".formatted(scenario));
    }
}
