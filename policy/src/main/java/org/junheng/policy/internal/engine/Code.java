package org.junheng.policy.internal.engine;

/** A piece of compiled expression. */
interface Code {

    /** The value; {@link Frame#UNKNOWN} if it is unknown. */
    long run(Frame frame);

    /**
     * Adds the facts and parameters that decide the value: of a conjunction that is false only its false parts, of a
     * choice only the branch taken, of an unknown value only what makes it so.
     */
    void reasons(Frame frame, Reasons reasons);
}
