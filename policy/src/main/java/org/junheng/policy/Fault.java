package org.junheng.policy;

/**
 * Something wrong in a scheme file, told so that a policy officer can put it right.
 *
 * @param file the file, relative to the folder of the schemes
 * @param line the line, from 1
 * @param column the column in characters, from 1
 * @param what what is wrong, with the offending value
 * @param advice what to do about it
 */
public record Fault(String file, int line, int column, Text what, Text advice) {

    /** {@code file:line:column: what advice}, in Chinese. */
    @Override
    public String toString() {
        return "%s:%d:%d: %s %s".formatted(file, line, column, what.zh(), advice.zh());
    }
}
