package org.junheng.policy;

import java.util.List;

/**
 * A closed list of codes a fact or parameter may take, each with its wording.
 *
 * @param id the name of the list in the vocabulary
 * @param options the codes in the order of the file
 */
public record Choices(String id, List<Option> options) {

    /** The list of a type that has no codes. */
    static final Choices NONE = new Choices("", List.of());

    public Choices {
        options = List.copyOf(options);
    }

    /**
     * One code.
     *
     * @param code as written in scheme files
     * @param label as shown to people
     */
    public record Option(String code, Text label) {}

    /** All codes in order. */
    public List<String> codes() {
        return options.stream().map(Option::code).toList();
    }

    /** The position of a code, by which the engines compare; -1 if it is not in the list. */
    public int indexOf(String code) {
        return codes().indexOf(code);
    }
}
