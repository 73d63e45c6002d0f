package org.junheng.population.internal.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Relation;
import org.junheng.policy.Unit;

/** Where each fact of the vocabulary lies in a snapshot, as {@code snapshot_facts.yaml} says. */
final class FactMap {

    /** A source that has every row. */
    private static final String ALL = "TRUE";

    private final Map<String, Source> units = new LinkedHashMap<>();
    private final Map<String, Source> relations = new LinkedHashMap<>();
    private final Map<String, String> claim;
    private final Map<String, List<String>> optional = new LinkedHashMap<>();

    /**
     * One kind of row.
     *
     * @param columns by name, {@code from} and {@code where} and the keys among them
     * @param facts column of the vocabulary → SQL
     */
    record Source(Map<String, Object> columns, Map<String, String> facts) {

        String text(String name) {
            return columns.getOrDefault(name, ALL).toString();
        }

        /** What is gathered for a chunk, by the name of its table. */
        Map<String, String> first() {
            Map<String, String> first = new LinkedHashMap<>();
            map(columns, "first").forEach((table, sql) -> first.put(table, sql.toString()));
            return first;
        }
    }

    private FactMap(Map<String, Object> sheet) {
        map(sheet, "units").forEach((name, of) -> units.put(name, source(of)));
        map(sheet, "relations").forEach((name, of) -> relations.put(name, source(of)));
        claim = facts(map(sheet, "claim"));
        map(sheet, "optional").forEach((table, columns) -> optional.put(table, names(columns)));
    }

    private static List<String> names(Object of) {
        return ((List<?>) of).stream().map(Object::toString).toList();
    }

    /** Tables a snapshot may lack, with the columns that are then unknown. */
    Map<String, List<String>> optional() {
        return optional;
    }

    /** The map of this library. */
    static FactMap load() {
        return new FactMap(Sheets.map("snapshot_facts.yaml"));
    }

    private static Source source(Object of) {
        @SuppressWarnings("unchecked") // the sheet is ours
        Map<String, Object> columns = (Map<String, Object>) of;
        return new Source(columns, facts(columns));
    }

    private static Map<String, String> facts(Map<String, Object> of) {
        Map<String, String> facts = new LinkedHashMap<>();
        map(of, "facts").forEach((column, sql) -> facts.put(column, sql.toString()));
        return facts;
    }

    @SuppressWarnings("unchecked") // the sheet is ours
    private static Map<String, Object> map(Map<String, Object> of, String key) {
        return (Map<String, Object>) of.getOrDefault(key, Map.of());
    }

    /** The rows of a unit. */
    Source unit(String unit) {
        return Objects.requireNonNull(units.get(unit), unit);
    }

    /** The rows of a relation by its table. */
    Source relation(String table) {
        return Objects.requireNonNull(relations.get(table), table);
    }

    /** The facts of a claim, by column. */
    Map<String, String> claim() {
        return claim;
    }

    /** What of a unit has no place in a snapshot yet, as sentences; empty if all has. */
    List<String> missing(Unit unit) {
        List<String> missing = new ArrayList<>();
        Source source = units.get(unit.id());
        if (source == null) {
            return List.of("unit %s: not in snapshot_facts.yaml, which has %s".formatted(unit.id(), units.keySet()));
        }
        for (FactDefinition fact : unit.facts()) {
            if (!source.facts.containsKey(fact.column()) && !claim.containsKey(fact.column())) {
                missing.add(
                        "units.%s.facts: no line for %s (fact %s)".formatted(unit.id(), fact.column(), fact.name()));
            }
        }
        unit.relations().forEach(relation -> missing.addAll(missing(relation)));
        return missing;
    }

    private List<String> missing(Relation relation) {
        Source source = relations.get(relation.table());
        if (source == null) {
            return List.of("relations: no table %s (relation %s); there are %s"
                    .formatted(relation.table(), relation.name(), new TreeSet<>(relations.keySet())));
        }
        return relation.facts().stream()
                .filter(fact -> !source.facts.containsKey(fact.column()))
                .map(fact -> "relations.%s.facts: no line for %s (fact %s)"
                        .formatted(relation.table(), fact.column(), fact.name()))
                .toList();
    }
}
