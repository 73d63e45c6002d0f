package org.junheng.policy.internal.language;

import static org.junheng.policy.ValueType.AREA;
import static org.junheng.policy.ValueType.BOOL;
import static org.junheng.policy.ValueType.DATE;
import static org.junheng.policy.ValueType.INT;
import static org.junheng.policy.ValueType.MONEY;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junheng.policy.ValueType;

/**
 * A function or operator as scheme files may use it.
 *
 * @param overload the name by which the checked tree refers to it
 * @param name as written; operators in CEL's notation, {@code _<_}
 * @param op what it computes
 * @param result its type
 * @param arguments the types of its arguments
 */
record Signature(String overload, String name, Op op, ValueType result, List<ValueType> arguments) {

    private record Comparison(String word, String sign, Op op) {

        Signature of(String suffix, ValueType type) {
            return Signature.of(word + "_" + suffix, sign, op, BOOL, type, type);
        }
    }

    private static final List<Comparison> COMPARISONS = List.of(
            new Comparison("less", "_<_", Op.LESS),
            new Comparison("less_equals", "_<=_", Op.LESS_OR_EQUAL),
            new Comparison("greater", "_>_", Op.GREATER),
            new Comparison("greater_equals", "_>=_", Op.GREATER_OR_EQUAL));

    /** What CEL itself brings and both back ends can do. */
    static final List<Signature> STANDARD = standard();

    /** What this language adds. */
    static final List<Signature> ADDED = added();

    /** What of CEL's own functions the operators and macros of this language stand on. */
    static final Set<String> USED_OF_CEL = usedOfCel();

    static final Map<String, Signature> BY_OVERLOAD = Stream.concat(STANDARD.stream(), ADDED.stream())
            .collect(Collectors.toUnmodifiableMap(Signature::overload, each -> each));

    private static Set<String> usedOfCel() {
        Set<String> used = new HashSet<>(Set.of("logical_and", "logical_or", "logical_not", "conditional"));
        used.addAll(Set.of("equals", "not_equals", "in_list", "list_size", "size_list"));
        used.addAll(Set.of("not_strictly_false", "add_list")); // what the macros expand to
        STANDARD.stream().map(Signature::overload).forEach(used::add);
        return Set.copyOf(used);
    }

    private static List<Signature> standard() {
        List<Signature> all = new ArrayList<>();
        COMPARISONS.forEach(comparison -> all.add(comparison.of("int64", INT)));
        all.add(of("add_int64", "_+_", Op.ADD, INT, INT, INT));
        all.add(of("subtract_int64", "_-_", Op.SUBTRACT, INT, INT, INT));
        all.add(of("multiply_int64", "_*_", Op.MULTIPLY, INT, INT, INT));
        all.add(of("negate_int64", "-_", Op.NEGATE, INT, INT));
        return List.copyOf(all);
    }

    private static List<Signature> added() {
        List<Signature> all = new ArrayList<>();
        for (ValueType type : List.of(DATE, MONEY)) {
            COMPARISONS.forEach(comparison -> all.add(comparison.of(type.toString(), type)));
        }
        for (ValueType type : List.of(INT, MONEY, DATE)) {
            all.add(of("min_" + type, "min", Op.MIN, type, type, type));
            all.add(of("max_" + type, "max", Op.MAX, type, type, type));
        }
        all.add(of("topUp_money", "topUp", Op.TOP_UP, MONEY, MONEY, MONEY));
        all.add(of("add_money", "_+_", Op.ADD, MONEY, MONEY, MONEY));
        all.add(of("subtract_money", "_-_", Op.SUBTRACT, MONEY, MONEY, MONEY));
        all.add(of("multiply_money_int", "_*_", Op.MULTIPLY, MONEY, MONEY, INT));
        all.add(of("multiply_int_money", "_*_", Op.MULTIPLY, MONEY, INT, MONEY));
        for (ValueType type : List.of(INT, MONEY)) {
            all.add(of("roundHalfUp_" + type, "roundHalfUp", Op.ROUND_HALF_UP, type, type, INT));
            all.add(of("roundDown_" + type, "roundDown", Op.ROUND_DOWN, type, type, INT));
        }
        all.add(of("age_date", "age", Op.AGE, INT, DATE, DATE));
        all.add(of("monthsBetween_date", "monthsBetween", Op.MONTHS_BETWEEN, INT, DATE, DATE));
        all.add(of("daysBetween_date", "daysBetween", Op.DAYS_BETWEEN, INT, DATE, DATE));
        all.add(of("monthIndex_date", "monthIndex", Op.MONTH_INDEX, INT, DATE));
        all.add(of("year_date", "year", Op.YEAR, INT, DATE));
        all.add(of("dayInMonth_int", "dayInMonth", Op.DATE_OF, DATE, INT, INT));
        all.add(of("within_area", "within", Op.WITHIN, BOOL, AREA, AREA));
        return List.copyOf(all);
    }

    private static Signature of(String overload, String name, Op op, ValueType result, ValueType... arguments) {
        return new Signature(overload, name, op, result, List.of(arguments));
    }
}
