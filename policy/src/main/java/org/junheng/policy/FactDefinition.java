package org.junheng.policy;

/**
 * A fact of the vocabulary.
 *
 * @param name as in scheme files: {@code child.born}; inside a relation without the record: {@code born}
 * @param label what people call it
 * @param type its type
 * @param optional whether nothing recorded means that there is none ({@code absent: none}, as with a date of death); if
 *     not, nothing recorded means that we do not know
 * @param column where a population snapshot keeps it
 * @param sensitivity how carefully it must be handled: public, personal or sensitive
 */
public record FactDefinition(
        String name, Text label, ValueType type, boolean optional, String column, String sensitivity) {}
