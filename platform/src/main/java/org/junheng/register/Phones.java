package org.junheng.register;

import java.util.Optional;
import java.util.UUID;

/** Phone numbers in full, for whoever calls a family. Row-level security decides whose; every look is logged. */
public interface Phones {

    /** The phone stated last for a person. */
    Optional<String> find(UUID person);
}
