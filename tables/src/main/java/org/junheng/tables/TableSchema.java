package org.junheng.tables;

import java.util.List;

/**
 * The columns of a table in the order of its files.
 *
 * @param name lower case with underscores; the file is called so
 * @param comment what a row is, for the data dictionary
 */
public record TableSchema(String name, String comment, List<Column> columns) {

    public TableSchema {
        columns = List.copyOf(columns);
        long names = columns.stream().map(Column::name).distinct().count();
        if (columns.isEmpty() || names != columns.size()) {
            throw new IllegalArgumentException("Table '%s' must have columns, each name once: %s."
                    .formatted(name, columns.stream().map(Column::name).toList()));
        }
    }

    /** {@code person.parquet} for the table person. */
    public String fileName() {
        return name + ".parquet";
    }
}
