package org.junheng.linkage;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A record in comparable form: its id and one value per comparison of its layout, null where it does not tell. */
public final class Entry {

    private final String id;
    private final @Nullable Object[] values;

    Entry(String id, @Nullable Object[] values) {
        this.id = id;
        this.values = values;
    }

    /**
     * Reads a record.
     *
     * @param row the text in a named column, empty where the record does not tell
     */
    public static Entry read(Layout layout, String id, UnaryOperator<String> row) {
        return layout.entry(id, row);
    }

    /** The same record under another id. */
    public Entry as(String other) {
        return new Entry(other, values);
    }

    /** The record's own id, unique within the files that are linked. */
    public String id() {
        return id;
    }

    @Nullable
    Object value(int comparison) {
        return values[comparison];
    }

    @Override
    public String toString() {
        return "Entry[" + id + "]";
    }
}
