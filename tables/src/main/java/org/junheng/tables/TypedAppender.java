package org.junheng.tables;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Appends each value in the type of its column, and says which column was given what it cannot hold. */
final class TypedAppender implements RowAppender {

    private final DuckDBAppender appender;
    private final TableSchema schema;
    private final Column[] columns;
    private int next;

    TypedAppender(DuckDBAppender appender, TableSchema schema) {
        this.appender = appender;
        this.schema = schema;
        this.columns = schema.columns().toArray(Column[]::new);
    }

    private interface Step {
        void run() throws SQLException;
    }

    private RowAppender put(Step step) {
        try {
            if (next == 0) {
                appender.beginRow();
            }
            step.run();
            next++;
            return this;
        } catch (SQLException e) {
            throw new StatementFailed("appending to " + schema.name(), e);
        }
    }

    private Column column() {
        if (next >= columns.length) {
            throw new IllegalStateException(
                    "Table %s has %d columns; a further value came.".formatted(schema.name(), columns.length));
        }
        return columns[next];
    }

    private RuntimeException unfit(String value) {
        return new IllegalArgumentException("Column %s.%s of type %s%s cannot hold %s."
                .formatted(schema.name(), column().name(), column().type(), optionalWord(), value));
    }

    private String optionalWord() {
        return column().optional() ? " (optional)" : " (required)";
    }

    private RowAppender putIf(boolean fits, int value, Step step) {
        if (!fits) {
            throw unfit(Integer.toString(value));
        }
        return put(step);
    }

    @Override
    public RowAppender add(boolean value) {
        if (column().type() != Column.Type.BOOLEAN) {
            throw unfit(Boolean.toString(value));
        }
        return put(() -> appender.append(value));
    }

    @Override
    public RowAppender add(int value) {
        return switch (column().type()) {
            case TINYINT -> putIf(value == (byte) value, value, () -> appender.append((byte) value));
            case SMALLINT -> putIf(value == (short) value, value, () -> appender.append((short) value));
            case INTEGER -> put(() -> appender.append(value));
            case BIGINT -> put(() -> appender.append((long) value));
            case BOOLEAN, DATE, VARCHAR -> throw unfit(Integer.toString(value));
        };
    }

    @Override
    public RowAppender add(long value) {
        if (column().type() != Column.Type.BIGINT) {
            throw unfit(Long.toString(value));
        }
        return put(() -> appender.append(value));
    }

    @Override
    public RowAppender add(@Nullable String value) {
        if (value == null) {
            return addNull();
        }
        if (column().type() != Column.Type.VARCHAR) {
            throw unfit("a text of %d characters".formatted(value.length()));
        }
        return put(() -> appender.append(value));
    }

    @Override
    public RowAppender addDay(int epochDay) {
        if (column().type() != Column.Type.DATE) {
            throw unfit("day " + epochDay);
        }
        return put(() -> appender.appendEpochDays(epochDay));
    }

    @Override
    public RowAppender addNull() {
        if (!column().optional()) {
            throw unfit("nothing");
        }
        return put(appender::appendNull);
    }

    @Override
    public void end() {
        if (next != columns.length) {
            throw new IllegalStateException(
                    "A row of %s has %d values of %d.".formatted(schema.name(), next, columns.length));
        }
        next = 0;
        try {
            appender.endRow();
        } catch (SQLException e) {
            throw new StatementFailed("appending to " + schema.name(), e);
        }
    }
}
