package org.junheng.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row a result set stands at; finds each column's place once. */
final class ResultRow implements Row {

    private final ResultSet answer;
    private final Map<String, Integer> places = new HashMap<>();

    ResultRow(ResultSet answer) throws SQLException {
        this.answer = answer;
        var description = answer.getMetaData();
        for (int i = 1; i <= description.getColumnCount(); i++) {
            places.putIfAbsent(description.getColumnLabel(i), i);
        }
    }

    private interface Getter<T> {
        @Nullable
        T get(int place) throws SQLException;
    }

    private <T> Optional<T> find(String column, Getter<T> getter) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException(
                    "The answer has no column '%s', only %s.".formatted(column, places.keySet()));
        }
        try {
            @Nullable T value = getter.get(place);
            return answer.wasNull() ? Optional.empty() : Optional.ofNullable(value);
        } catch (SQLException e) {
            throw new StatementFailed("reading column " + column, e);
        }
    }

    private <T> T get(String column, Getter<T> getter) {
        return find(column, getter)
                .orElseThrow(() -> new IllegalStateException(
                        "Column '%s' is null in this row; ask for it with find.".formatted(column)));
    }

    @Override
    public boolean getBoolean(String column) {
        return get(column, answer::getBoolean);
    }

    @Override
    public int getInt(String column) {
        return get(column, answer::getInt);
    }

    @Override
    public long getLong(String column) {
        return get(column, answer::getLong);
    }

    @Override
    public double getDouble(String column) {
        return get(column, answer::getDouble);
    }

    @Override
    public String getString(String column) {
        return get(column, answer::getString);
    }

    @Override
    public LocalDate getDate(String column) {
        return get(column, this::date);
    }

    @Override
    public Optional<Boolean> findBoolean(String column) {
        return find(column, answer::getBoolean);
    }

    @Override
    public Optional<Integer> findInt(String column) {
        return find(column, answer::getInt);
    }

    @Override
    public Optional<Long> findLong(String column) {
        return find(column, answer::getLong);
    }

    @Override
    public Optional<String> findString(String column) {
        return find(column, answer::getString);
    }

    @Override
    public Optional<LocalDate> findDate(String column) {
        return find(column, this::date);
    }

    private @Nullable LocalDate date(int place) throws SQLException {
        return answer.getObject(place, LocalDate.class);
    }
}
