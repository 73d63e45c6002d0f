package org.junheng.intake.internal;

import java.util.Map;
import java.util.Optional;

/**
 * A row as it arrived.
 *
 * @param number its number in the delivery, the header being row 1
 * @param values what stands in each column, blanks left out
 */
record NoticeRow(int number, Map<NoticeColumn, String> values) {

    NoticeRow {
        values = Map.copyOf(values);
    }

    public Optional<String> find(NoticeColumn column) {
        return Optional.ofNullable(values.get(column));
    }
}
