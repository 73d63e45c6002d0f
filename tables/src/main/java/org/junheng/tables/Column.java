package org.junheng.tables;

import java.util.regex.Pattern;

/**
 * A column of a table.
 *
 * @param name lower case with underscores
 * @param optional whether a row may lack it
 * @param comment what it means, for the data dictionary
 */
public record Column(String name, Type type, boolean optional, String comment) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /** What a column holds; the names are those of SQL. */
    public enum Type {
        BOOLEAN,
        TINYINT,
        SMALLINT,
        INTEGER,
        BIGINT,
        DATE,
        VARCHAR
    }

    public Column {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "Column '%s' must be lower case letters, digits and underscores.".formatted(name));
        }
    }

    /** A column that every row has. */
    public static Column required(String name, Type type, String comment) {
        return new Column(name, type, false, comment);
    }

    /** A column that a row may lack. */
    public static Column optional(String name, Type type, String comment) {
        return new Column(name, type, true, comment);
    }
}
