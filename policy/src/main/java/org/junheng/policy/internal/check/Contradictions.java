package org.junheng.policy.internal.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Parameter;
import org.junheng.policy.SchemeVersion;
import org.junheng.policy.Text;
import org.junheng.policy.ValueType;
import org.junheng.policy.internal.engine.CompiledScheme;
import org.junheng.policy.internal.engine.CompiledVersion;
import org.junheng.policy.internal.engine.ParameterTable;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Exprs;
import org.junheng.policy.internal.language.Op;

/**
 * Conditions that no facts can make true, or false, because of their parameters; and pairs that cannot be true
 * together. A condition that is always met in some area is a loosening and is left alone; one that is always met
 * everywhere is not.
 */
final class Contradictions {

    private static final Map<Op, Op> TURNED = Map.of(
            Op.LESS, Op.GREATER,
            Op.LESS_OR_EQUAL, Op.GREATER_OR_EQUAL,
            Op.GREATER, Op.LESS,
            Op.GREATER_OR_EQUAL, Op.LESS_OR_EQUAL,
            Op.EQUAL, Op.EQUAL);

    private final CompiledScheme scheme;
    private final CompiledVersion version;
    private final List<Found> found = new ArrayList<>();
    private final Set<String> canBeFalse = new LinkedHashSet<>();

    private Contradictions(CompiledScheme scheme, CompiledVersion version) {
        this.scheme = scheme;
        this.version = version;
    }

    /** A contradiction, by the condition at which it shows. */
    record Found(String condition, Text what) {}

    /** All of a scheme. */
    static List<Found> of(CompiledScheme scheme) {
        return scheme.compiledVersions().stream()
                .flatMap(version -> new Contradictions(scheme, version).find().stream())
                .distinct()
                .toList();
    }

    private List<Found> find() {
        for (Optional<AreaCode> area : areas()) {
            for (LocalDate day : days()) {
                look(new Possible(version.rules().values(), parameters(area, day), day), place(area, day));
            }
        }
        version.info().conditions().stream()
                .map(SchemeVersion.Condition::id)
                .filter(id -> !canBeFalse.contains(id))
                .forEach(id -> found.add(new Found(
                        id,
                        Text.format(
                                "条件“%s”在任何情况下都符合，等于没有。",
                                "The condition '%s' is met whatever the facts, so it asks nothing.", id))));
        return found;
    }

    private List<Optional<AreaCode>> areas() {
        return Stream.concat(
                        Stream.of(Optional.<AreaCode>empty()),
                        scheme.parameterTables().stream()
                                .flatMap(table -> table.areas().stream())
                                .distinct()
                                .sorted()
                                .map(Optional::of))
                .toList();
    }

    /** The first days of the stretches through which no parameter changes. */
    private Set<LocalDate> days() {
        Set<LocalDate> days = new TreeSet<>(Set.of(version.info().from()));
        LocalDate end = version.info().to();
        scheme.parameters().stream()
                .flatMap(parameter -> parameter.values().stream())
                .map(Parameter.Value::from)
                .filter(day -> day.isAfter(version.info().from()) && (end == null || day.isBefore(end)))
                .forEach(days::add);
        return days;
    }

    private Interval[] parameters(Optional<AreaCode> area, LocalDate day) {
        return scheme.parameterTables().stream()
                .map(table -> value(table, area, day)
                        .map(value -> Interval.of(value.number()))
                        .orElse(Interval.ANY))
                .toArray(Interval[]::new);
    }

    private static Optional<Parameter.Value> value(ParameterTable table, Optional<AreaCode> area, LocalDate day) {
        return area.map(code -> table.inForce(code, day, LocalDate.MAX)).orElseGet(() -> table.own(day, LocalDate.MAX));
    }

    private Text place(Optional<AreaCode> area, LocalDate day) {
        String zh =
                area.map(code -> "（地区 " + code.shortText() + "，" + day + " 起）").orElse("（" + day + " 起）");
        String en = area.map(code -> " (area " + code.shortText() + ", from " + day + ")")
                .orElse(" (from " + day + ")");
        return new Text(zh, en);
    }

    private void look(Possible possible, Text place) {
        Map<Expr, Narrowed> known = new HashMap<>();
        for (int i = 0; i < version.rules().conditions().size(); i++) {
            SchemeVersion.Condition condition = version.info().conditions().get(i);
            Expr rule = version.rules().conditions().get(i);
            Interval truth = possible.of(rule);
            if (truth.low() == 0) {
                canBeFalse.add(condition.id());
            }
            if (truth.high() == 0) {
                found.add(new Found(
                        condition.id(),
                        new Text(
                                "条件“%s”不可能符合%s。".formatted(condition.id(), place.zh()),
                                "The condition '%s' can never be met%s.".formatted(condition.id(), place.en()))));
            } else {
                narrow(possible, rule, condition.id(), known)
                        .ifPresent(
                                other -> found.add(new Found(condition.id(), together(condition.id(), other, place))));
            }
        }
    }

    private static Text together(String condition, String other, Text place) {
        return condition.equals(other)
                ? new Text(
                        "条件“%s”自相矛盾%s。".formatted(condition, place.zh()),
                        "The condition '%s' contradicts itself%s.".formatted(condition, place.en()))
                : new Text(
                        "条件“%s”与“%s”不可能同时符合%s。".formatted(other, condition, place.zh()),
                        "The conditions '%s' and '%s' can never be met together%s."
                                .formatted(other, condition, place.en()));
    }

    /** What is asked of one quantity so far, and by which condition. */
    private record Narrowed(Interval range, String condition) {}

    /** Takes up what a rule asks of single quantities; the condition it contradicts, if there is one. */
    private Optional<String> narrow(Possible possible, Expr rule, String condition, Map<Expr, Narrowed> known) {
        return switch (rule) {
            case Expr.And(Expr left, Expr right) ->
                narrow(possible, left, condition, known).or(() -> narrow(possible, right, condition, known));
            case Expr.Value value -> narrow(possible, version.rules().values().get(value.index()), condition, known);
            case Expr.Call(Op op, List<Expr> operands, ValueType _)
            when TURNED.containsKey(op) -> compare(possible, op, operands, condition, known);
            default -> Optional.empty();
        };
    }

    private Optional<String> compare(
            Possible possible, Op op, List<Expr> operands, String condition, Map<Expr, Narrowed> known) {
        Interval left = possible.of(operands.get(0));
        Interval right = possible.of(operands.get(1));
        if (right.isOne() && !left.isOne()) {
            return meet(operands.get(0), range(op, right.low()), condition, known);
        }
        return left.isOne() && !right.isOne()
                ? meet(operands.get(1), range(TURNED.getOrDefault(op, op), left.low()), condition, known)
                : Optional.empty();
    }

    private Optional<String> meet(Expr quantity, Interval asked, String condition, Map<Expr, Narrowed> known) {
        Expr plain = Exprs.inline(quantity, version.rules().values());
        @Nullable Narrowed before = known.get(plain);
        Interval range = before == null ? asked : before.range().and(asked);
        known.put(plain, new Narrowed(range, condition));
        return before != null && range.isEmpty() ? Optional.of(before.condition()) : Optional.empty();
    }

    private static Interval range(Op op, long limit) {
        return switch (op) {
            case LESS -> new Interval(-Interval.FAR, limit - 1);
            case LESS_OR_EQUAL -> new Interval(-Interval.FAR, limit);
            case GREATER -> new Interval(limit + 1, Interval.FAR);
            case GREATER_OR_EQUAL -> new Interval(limit, Interval.FAR);
            default -> Interval.of(limit);
        };
    }
}
