package org.junheng.policy;

import java.util.Map;
import java.util.Set;

/**
 * Where a sweep finds its units: tables, views or parenthesised queries, with a column for every fact, named as the
 * vocabulary says.
 *
 * @param units one row per unit, with its key in the column {@code id}
 * @param relations by the relation's name, one row per member, with the unit's key in the column {@code owner}
 * @param unknown columns of which these tables know nothing: nothing recorded there is unknown, even where the
 *     vocabulary says that it means none
 */
public record SweepTables(String units, Map<String, String> relations, Set<String> unknown) {

    public SweepTables {
        relations = Map.copyOf(relations);
        unknown = Set.copyOf(unknown);
    }

    /** Tables that know every fact they have a column for. */
    public SweepTables(String units, Map<String, String> relations) {
        this(units, relations, Set.of());
    }
}
