package org.junheng.policy.internal.sql;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Facts;
import org.junheng.policy.Relation;
import org.junheng.policy.Statements;
import org.junheng.policy.SweepTables;
import org.junheng.policy.Unit;
import org.junheng.policy.ValueType;

/** Writes a few units as tables of constants, so that a sweep can decide them without any storage. */
public final class FactValues {

    private static final Dialect DIALECT = new Dialect();

    private FactValues() {}

    /**
     * Whether columns can hold the facts: a table cannot tell a fact that may be absent from one that is unknown, nor
     * an unknown list from an empty one.
     */
    public static boolean canHold(Facts facts, LocalDate day) {
        Unit unit = facts.unit();
        boolean listsKnown =
                IntStream.range(0, unit.relations().size()).allMatch(relation -> facts.members(relation) != null);
        return listsKnown
                && canHold(unit.facts(), facts.numbers(day))
                && IntStream.range(0, unit.relations().size())
                        .allMatch(relation -> Stream.ofNullable(facts.members(relation))
                                .flatMap(Stream::of)
                                .allMatch(member ->
                                        canHold(unit.relations().get(relation).facts(), member)));
    }

    private static boolean canHold(List<FactDefinition> definitions, long[] numbers) {
        return IntStream.range(0, numbers.length)
                .noneMatch(slot -> definitions.get(slot).optional() && numbers[slot] == Statements.UNKNOWN);
    }

    /** The units as they were on a day; the position in the list is the {@code id}. */
    public static SweepTables tables(Unit unit, List<Facts> units, LocalDate day) {
        List<String> rows = new ArrayList<>();
        for (int id = 0; id < units.size(); id++) {
            rows.add(row(id, unit.facts(), units.get(id).numbers(day)));
        }
        Map<String, String> relations = new HashMap<>();
        for (int i = 0; i < unit.relations().size(); i++) {
            relations.put(
                    unit.relations().get(i).name(), members(unit.relations().get(i), i, units));
        }
        return new SweepTables(table(rows, "id", unit.facts()), relations);
    }

    private static String members(Relation relation, int index, List<Facts> units) {
        List<String> rows = new ArrayList<>();
        for (int id = 0; id < units.size(); id++) {
            long[][] members = units.get(id).members(index);
            if (members != null) {
                for (long[] member : members) {
                    rows.add(row(id, relation.facts(), member));
                }
            }
        }
        return table(rows, "owner", relation.facts());
    }

    private static String table(List<String> rows, String key, List<FactDefinition> facts) {
        String columns = key + facts.stream().map(fact -> ", " + fact.column()).collect(joining());
        if (rows.isEmpty()) {
            long[] nothing =
                    facts.stream().mapToLong(fact -> Statements.UNKNOWN).toArray();
            return "(SELECT * FROM (VALUES " + row(0, facts, nothing) + ") AS t(" + columns + ") WHERE FALSE)";
        }
        return "(SELECT * FROM (VALUES " + String.join(",\n", rows) + ") AS t(" + columns + "))";
    }

    private static String row(long key, List<FactDefinition> facts, long[] numbers) {
        return "("
                + key
                + IntStream.range(0, numbers.length)
                        .mapToObj(slot -> ", " + value(facts.get(slot).type(), numbers[slot]))
                        .collect(joining())
                + ")";
    }

    private static String value(ValueType type, long number) {
        boolean missing = number == Statements.UNKNOWN || number == Statements.NONE;
        return missing ? DIALECT.unknown(type) : DIALECT.literal(number, type);
    }
}
