package org.junheng.access;

import java.util.Optional;

/** What an installation does on its first start, before anybody can sign in. */
public interface Preparation {

    /** How far it is; nothing once everybody can sign in. */
    Optional<State> find();

    /**
     * How far the preparation is.
     *
     * @param step what is being done
     * @param percent how much of this step is done, 0 to 100
     */
    record State(Step step, int percent) {}

    /** What is done, in this order. */
    enum Step {
        /** The synthetic county is made. */
        MAKING,
        /** Its records are copied into the register. */
        LOADING,
        /** The states are folded from the ledger. */
        FOLDING,
        /** Indexes and keys are built. */
        INDEXING
    }
}
