package org.junheng.register;

/** Names of the sources that records come from. */
public interface Sources {

    /** A source by its code; a code the register does not know is its own name. */
    Source get(String code);

    /**
     * A source.
     *
     * @param code short name
     * @param zh name in Chinese
     * @param en name in English
     */
    record Source(String code, String zh, String en) {}
}
