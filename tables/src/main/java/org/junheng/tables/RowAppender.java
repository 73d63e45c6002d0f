package org.junheng.tables;

import org.jspecify.annotations.Nullable;

/** Takes the values of a row in the order of its columns, then {@link #end}. */
public interface RowAppender {

    RowAppender add(boolean value);

    /** For TINYINT, SMALLINT and INTEGER alike; fails if the value does not fit its column. */
    RowAppender add(int value);

    RowAppender add(long value);

    RowAppender add(@Nullable String value);

    /** A date as days since 1970-01-01. */
    RowAppender addDay(int epochDay);

    RowAppender addNull();

    /** Ends the row; fails if a column has no value. */
    void end();
}
