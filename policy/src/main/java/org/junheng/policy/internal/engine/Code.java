package org.junheng.policy.internal.engine;

/** A piece of compiled expression. */
interface Code {

    /** The value; {@link Frame#UNKNOWN} if it is unknown. */
    long run(Frame frame);

    /**
     * The value, and adds the facts and parameters that decide it: of a conjunction that is false only its false parts,
     * of a choice only the branch taken, of an unknown value only what makes it so.
     */
    long explain(Frame frame, Reasons reasons);
}
