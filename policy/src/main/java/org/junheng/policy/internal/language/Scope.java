package org.junheng.policy.internal.language;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Relation;
import org.junheng.policy.Unit;
import org.junheng.policy.ValueType;

/**
 * The names an expression may use.
 *
 * @param unit whose facts
 * @param parameters the scheme's parameters by name, in order of their index
 * @param values the scheme's computed values by name, in order of their index
 */
public record Scope(Unit unit, List<Name> parameters, List<Name> values) {

    public Scope {
        parameters = List.copyOf(parameters);
        values = List.copyOf(values);
    }

    /** A name and its type. */
    public record Name(String name, ValueType type) {}

    static final String ON = "on";
    static final String PERIOD = "period";
    static final String REGION = "region";

    /** The position of a parameter; -1 if there is none of that name. */
    int parameterIndex(String name) {
        return indexOf(parameters, name);
    }

    int valueIndex(String name) {
        return indexOf(values, name);
    }

    private static int indexOf(List<Name> names, String name) {
        return names.stream().map(Name::name).toList().indexOf(name);
    }

    /** The records of the unit and the facts and relations under each: {@code child → born, died, …}. */
    Map<String, Map<String, Object>> records() {
        Map<String, Map<String, Object>> records = new LinkedHashMap<>();
        for (FactDefinition fact : unit.facts()) {
            records.computeIfAbsent(recordOf(fact.name()), name -> new LinkedHashMap<>())
                    .put(lastOf(fact.name()), fact);
        }
        for (Relation relation : unit.relations()) {
            records.computeIfAbsent(recordOf(relation.name()), name -> new LinkedHashMap<>())
                    .put(lastOf(relation.name()), relation);
        }
        return records;
    }

    /** Every name that can stand in an expression, for advice. */
    List<String> names() {
        TreeSet<String> names = new TreeSet<>(List.of(ON, PERIOD, REGION));
        names.addAll(records().keySet());
        parameters.forEach(each -> names.add(each.name()));
        values.forEach(each -> names.add(each.name()));
        Signature.ADDED.stream()
                .map(Signature::name)
                .filter(name -> !name.contains("_"))
                .forEach(names::add);
        return List.copyOf(names);
    }

    /** The fields under every record, for advice. */
    List<String> fields() {
        TreeSet<String> names = new TreeSet<>(List.of("start", "end"));
        records().values().forEach(record -> names.addAll(record.keySet()));
        unit.relations().forEach(relation -> relation.facts().forEach(fact -> names.add(fact.name())));
        return List.copyOf(names);
    }

    private static String recordOf(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private static String lastOf(String name) {
        return name.substring(name.indexOf('.') + 1);
    }
}
