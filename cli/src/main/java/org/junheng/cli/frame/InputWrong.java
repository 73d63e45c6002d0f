package org.junheng.cli.frame;

import java.nio.file.Path;

/**
 * The input is wrong: the message names the file, the place, the value found and what was expected. Nothing is written.
 */
public final class InputWrong extends RuntimeException {

    private static final long serialVersionUID = 1;

    public InputWrong(String message) {
        super(message);
    }

    /** A value in a table. */
    public static InputWrong at(Path file, int line, String column, String value, String expected) {
        return new InputWrong("%s:%d: column %s: \"%s\": expected %s".formatted(file, line, column, value, expected));
    }
}
