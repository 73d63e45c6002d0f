package org.junheng.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the records of a file tell about persons: the comparisons, and the rules by which candidates are found. */
public final class Layout {

    private final String name;
    private final String idColumn;
    private final Set<String> columns;
    private final Set<String> hidden;
    private final List<Comparison> comparisons;
    private final List<Rule> rules;

    private Layout(String name, String idColumn, Set<String> columns, List<Comparison> comparisons, List<Rule> rules) {
        this(name, idColumn, columns, Set.of(), comparisons, rules);
    }

    private Layout(
            String name,
            String idColumn,
            Set<String> columns,
            Set<String> hidden,
            List<Comparison> comparisons,
            List<Rule> rules) {
        this.name = name;
        this.idColumn = idColumn;
        this.columns = columns;
        this.hidden = hidden;
        this.comparisons = comparisons;
        this.rules = rules;
    }

    /** Records of Chinese persons with the columns of the reference files. */
    public static Layout chinaPerson() {
        return chinese(
                "china-person",
                "rec_id",
                Map.of(
                        "name",
                        "name",
                        "sex",
                        "sex",
                        "born",
                        "dob",
                        "id",
                        "id_no",
                        "phone",
                        "phone",
                        "area",
                        "county",
                        "address",
                        "address",
                        "mother",
                        "mother_name"));
    }

    /**
     * Records of Chinese persons with columns of one's own.
     *
     * @param mapping meaning (name, sex, born, id, phone, area, address, mother) to column; what is absent is not known
     */
    public static Layout mapped(String idColumn, Map<String, String> mapping) {
        Set<String> unknown = new TreeSet<>(mapping.keySet());
        unknown.removeAll(ChineseRules.MEANINGS);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "Unknown meanings %s; the known ones are %s.".formatted(unknown, ChineseRules.MEANINGS));
        }
        return chinese("mapping", idColumn, mapping);
    }

    private static Layout chinese(String name, String idColumn, Map<String, String> mapping) {
        Set<String> columns = new TreeSet<>(mapping.values());
        columns.add(idColumn);
        return new Layout(name, idColumn, columns, ChineseRules.comparisons(mapping), ChineseRules.rules());
    }

    /** The FEBRL files. */
    public static Layout febrl() {
        return new Layout("febrl", "rec_id", LatinRules.FEBRL_COLUMNS, LatinRules.febrl(), LatinRules.febrlRules());
    }

    /** Splink's fake_1000. */
    public static Layout splinkFake() {
        return new Layout(
                "splink-fake", "unique_id", LatinRules.FAKE_COLUMNS, LatinRules.fake(), LatinRules.fakeRules());
    }

    /** The same layout, blind for some columns. */
    public Layout hide(Set<String> hide) {
        return new Layout(name, idColumn, columns, Set.copyOf(hide), comparisons, rules);
    }

    public String name() {
        return name;
    }

    /** The column with a record's own id. */
    public String idColumn() {
        return idColumn;
    }

    /** The columns that are read; no other is. */
    public Set<String> columns() {
        Set<String> seen = new TreeSet<>(columns);
        seen.removeAll(hidden);
        return seen;
    }

    List<Comparison> comparisons() {
        return comparisons;
    }

    List<Rule> rules() {
        return rules;
    }

    int index(String comparison) {
        for (int i = 0; i < comparisons.size(); i++) {
            if (comparisons.get(i).name().equals(comparison)) {
                return i;
            }
        }
        return -1;
    }

    Entry entry(String id, UnaryOperator<String> row) {
        UnaryOperator<String> seen = column -> column.isEmpty() || hidden.contains(column) ? "" : row.apply(column);
        @Nullable Object[] values = new @Nullable Object[comparisons.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = comparisons.get(i).read(seen);
        }
        return new Entry(id, values);
    }

    /** The levels of two records as one number, four bits a comparison. */
    long compare(Entry a, Entry b) {
        long levels = 0;
        for (int i = 0; i < comparisons.size(); i++) {
            levels |= (long) comparisons.get(i).compare(a.value(i), b.value(i)) << (4 * i);
        }
        return levels;
    }

    static int level(long levels, int comparison) {
        return (int) (levels >>> (4 * comparison)) & 15;
    }

    List<String> ruleNames() {
        List<String> names = new ArrayList<>();
        rules.forEach(rule -> names.add(rule.name()));
        return names;
    }
}
