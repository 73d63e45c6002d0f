package org.junheng.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form, for {@code components/field}: what is asked, the value it opens with and where that came from.
 *
 * <p>Built step by step: {@code Field.of("phone", Kind.PHONE, "childbearing.phone").value("138…").required()}.
 *
 * @param name name of the parameter
 * @param kind what is typed or chosen
 * @param label key of the question
 * @param value the value it opens with, as the parameter would have it; a date as 2025-01-31
 * @param required whether the form needs it
 * @param choices what can be chosen, for {@link Kind#CHOICE}
 * @param notes what stands around it
 */
public record Field(
        String name, Kind kind, String label, String value, boolean required, List<Choice> choices, Notes notes) {

    /** What is typed or chosen. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        NUMBER,
        DATE,
        PHONE,
        ID_NUMBER,
        PASSWORD,
        /** One of {@link Field#choices}: buttons up to five, a list above. */
        CHOICE,
        /** A box to tick; its value is {@code true}. */
        TICK,
        FILE,
        /** Shown and sent, not to be changed here. */
        FIXED
    }

    public Field {
        choices = List.copyOf(choices);
    }

    public static Field of(String name, Kind kind, String label) {
        return new Field(name, kind, label, "", false, List.of(), Notes.NONE);
    }

    /** A choice among several. */
    public static Field choice(String name, String label, List<Choice> choices) {
        return new Field(name, Kind.CHOICE, label, "", false, choices, Notes.NONE);
    }

    public Field value(@Nullable Object opensWith) {
        var text = opensWith == null ? "" : opensWith.toString();
        return new Field(name, kind, label, text, required, choices, notes);
    }

    /** The form cannot do without it. */
    public Field needed() {
        return new Field(name, kind, label, value, true, choices, notes);
    }

    /** One sentence below the label: what is meant, in which form. */
    public Field hint(Text hint) {
        return with(new Notes(hint, notes.error, notes.source, notes.check));
    }

    /** What is wrong with the value and how it would be right. */
    public Field error(@Nullable Text error) {
        return with(new Notes(notes.hint, error, notes.source, notes.check));
    }

    /** Where the value came from, and the page on which a wrong one is corrected. */
    public Field source(Text from, @Nullable String correctAt) {
        return with(new Notes(notes.hint, notes.error, new Source(from, correctAt), notes.check));
    }

    /** The address that checks the value as soon as it is typed and answers with this field. */
    public Field checkedAt(String path) {
        return with(new Notes(notes.hint, notes.error, notes.source, path));
    }

    private Field with(Notes other) {
        return new Field(name, kind, label, value, required, choices, other);
    }

    /** Whether choices are shown as buttons rather than as a list. */
    public boolean asButtons() {
        return choices.size() <= 5;
    }

    /** The type of the HTML element. */
    public String inputType() {
        return switch (kind) {
            case DATE -> "date";
            case PHONE -> "tel";
            case PASSWORD -> "password";
            case FILE -> "file";
            case TICK -> "checkbox";
            // A number stays text: browsers change and swallow what is typed into a number field.
            case TEXT, LONG_TEXT, NUMBER, ID_NUMBER, CHOICE, FIXED -> "text";
        };
    }

    /**
     * What stands around a field.
     *
     * @param hint sentence below the label
     * @param error what is wrong
     * @param source where the value came from
     * @param check address of the check while typing
     */
    public record Notes(
            @Nullable Text hint,
            @Nullable Text error,
            @Nullable Source source,
            @Nullable String check) {

        static final Notes NONE = new Notes(null, null, null, null);
    }

    /**
     * Where a value came from.
     *
     * @param text department and day
     * @param correctAt page on which to correct it; null where there is none
     */
    public record Source(Text text, @Nullable String correctAt) {}

    /**
     * Something to choose.
     *
     * @param value as the parameter has it
     * @param label what the reader sees: a {@link Text}, a code-list value, an area, or plain words
     */
    public record Choice(String value, Object label) {}
}
