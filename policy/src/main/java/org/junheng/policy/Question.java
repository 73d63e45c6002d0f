package org.junheng.policy;

import java.util.List;

/**
 * A missing fact as a question to the family. The form of a scheme is nothing but these.
 *
 * @param fact the fact's name in the vocabulary; {@code person.children[1].born} for a member of a relation
 * @param label what people call it
 * @param type what kind of answer is expected; its choices if there are any
 * @param optional whether "there is none" is an answer
 * @param evidence the documents that prove it, any one of them
 */
public record Question(String fact, Text label, ValueType type, boolean optional, List<Text> evidence) {

    public Question {
        evidence = List.copyOf(evidence);
    }
}
