package org.junheng.web;

/**
 * A step of a procedure, for {@code components/steps}.
 *
 * @param label what it is called
 * @param state where the procedure stands
 * @param note the date it was done, or who has it now and until when; an empty string for nothing. Any value that
 *     {@link Format#any} writes
 */
public record Step(Text label, State state, Object note) {

    /** Where a procedure stands at a step. */
    public enum State {
        DONE,
        CURRENT,
        AHEAD,
        STOPPED
    }

    public static Step done(String label, Object note) {
        return new Step(Text.of(label), State.DONE, note);
    }

    public static Step current(String label, Object note) {
        return new Step(Text.of(label), State.CURRENT, note);
    }

    public static Step ahead(String label) {
        return new Step(Text.of(label), State.AHEAD, "");
    }

    public static Step stopped(String label, Object note) {
        return new Step(Text.of(label), State.STOPPED, note);
    }
}
