package org.junheng.policy;

import java.util.Map;

/**
 * Where a sweep finds its units: tables, views or parenthesised queries, with a column for every fact, named as the
 * vocabulary says.
 *
 * @param units one row per unit, with its key in the column {@code id}
 * @param relations by the relation's name, one row per member, with the unit's key in the column {@code owner}
 */
public record SweepTables(String units, Map<String, String> relations) {

    public SweepTables {
        relations = Map.copyOf(relations);
    }
}
