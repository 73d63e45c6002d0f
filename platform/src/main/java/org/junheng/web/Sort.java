package org.junheng.web;

import java.util.Map;
import java.util.Optional;

/**
 * The order of a table's rows, as the reader asked for it: {@code sort=name} or {@code sort=-name}.
 *
 * @param key name of the column as the page calls it; empty for the page's own order
 * @param descending largest first
 */
public record Sort(String key, boolean descending) {

    /** The page's own order. */
    public static final Sort NONE = new Sort("", false);

    /** Reads the parameter of a request. */
    public static Sort parse(String parameter) {
        return parameter.startsWith("-") ? new Sort(parameter.substring(1), true) : new Sort(parameter, false);
    }

    /**
     * What follows ORDER BY. Only columns that the page offers reach the statement, whatever the request says.
     *
     * @param columns SQL expression for each key on offer
     * @param otherwise the page's own order, complete; also breaks ties
     */
    public String orderBy(Map<String, String> columns, String otherwise) {
        return Optional.ofNullable(columns.get(key))
                .map(column -> column + (descending ? " DESC NULLS LAST, " : " ASC NULLS LAST, ") + otherwise)
                .orElse(otherwise);
    }

    /** The order after a click on the header of a column: ascending first, then the other way round. */
    public Sort clicked(String column) {
        return new Sort(column, column.equals(key) && !descending);
    }

    /** As the parameter of a request. */
    public String parameter() {
        return (descending ? "-" : "") + key;
    }
}
