package org.junheng.register.internal;

/** What is left to see of a number that only its owner needs in full. */
final class Masked {

    private static final int SHOWN = 4;

    private Masked() {}

    /** The last four characters, the others as stars. */
    static String lastFour(String text) {
        int hidden = Math.max(0, text.length() - SHOWN);
        return "*".repeat(hidden) + text.substring(hidden);
    }
}
