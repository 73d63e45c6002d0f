package org.junheng.tables;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One row of an answer, valid only until the next one. A get of a value that is not there fails and names the column.
 */
public interface Row {

    boolean getBoolean(String column);

    int getInt(String column);

    long getLong(String column);

    double getDouble(String column);

    String getString(String column);

    LocalDate getDate(String column);

    Optional<Boolean> findBoolean(String column);

    Optional<Integer> findInt(String column);

    Optional<Long> findLong(String column);

    Optional<String> findString(String column);

    Optional<LocalDate> findDate(String column);
}
