package org.junheng.policy.internal.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junheng.policy.Benefit;
import org.junheng.policy.Parameter;
import org.junheng.policy.SchemeVersion;
import org.junheng.policy.ValueType;
import org.junheng.policy.internal.engine.CompiledScheme;
import org.junheng.policy.internal.engine.CompiledVersion;
import org.junheng.policy.internal.engine.CompiledVersion.Outcome;
import org.junheng.policy.internal.engine.CompiledVersion.Rules;
import org.junheng.policy.internal.engine.ParameterTable;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Expr.Quantifier;
import org.junheng.policy.internal.language.Op;

/** Every way in which a scheme can be wrong by one operator or one threshold. */
final class Mutants {

    private static final Map<Op, List<Op>> FLIPS = Map.ofEntries(
            Map.entry(Op.LESS, List.of(Op.LESS_OR_EQUAL, Op.GREATER_OR_EQUAL)),
            Map.entry(Op.LESS_OR_EQUAL, List.of(Op.LESS, Op.GREATER)),
            Map.entry(Op.GREATER, List.of(Op.GREATER_OR_EQUAL, Op.LESS_OR_EQUAL)),
            Map.entry(Op.GREATER_OR_EQUAL, List.of(Op.GREATER, Op.LESS)),
            Map.entry(Op.EQUAL, List.of(Op.NOT_EQUAL)),
            Map.entry(Op.ADD, List.of(Op.SUBTRACT)),
            Map.entry(Op.SUBTRACT, List.of(Op.ADD)),
            Map.entry(Op.MULTIPLY, List.of(Op.ADD)),
            Map.entry(Op.MIN, List.of(Op.MAX)),
            Map.entry(Op.MAX, List.of(Op.MIN)),
            Map.entry(Op.TOP_UP, List.of(Op.SUBTRACT)),
            Map.entry(Op.ROUND_HALF_UP, List.of(Op.ROUND_DOWN)),
            Map.entry(Op.ROUND_DOWN, List.of(Op.ROUND_HALF_UP)));

    private final CompiledScheme scheme;
    private final List<Mutant> all = new ArrayList<>();

    private Mutants(CompiledScheme scheme) {
        this.scheme = scheme;
    }

    /** A scheme that is wrong, and where. */
    record Mutant(String where, CompiledScheme scheme) {}

    /** An expression that is wrong, and how. */
    private record Changed(String how, Expr expr) {}

    static List<Mutant> of(CompiledScheme scheme) {
        Mutants mutants = new Mutants(scheme);
        mutants.parameters();
        IntStream.range(0, scheme.compiledVersions().size()).forEach(mutants::rules);
        return mutants.all;
    }

    private void parameters() {
        for (int index = 0; index < scheme.parameterTables().size(); index++) {
            Parameter parameter = scheme.parameterTables().get(index).parameter();
            for (Parameter.Value value : parameter.values()) {
                boolean own = parameter.name().indexOf('.') < 0 && value.id().startsWith(parameter.name() + "@");
                if (own) { // those taken over from another scheme have their cases there
                    for (long number : shifted(value.number(), parameter.type())) {
                        all.add(new Mutant(value.id() + ": " + number, withValue(index, value, number)));
                    }
                }
            }
        }
    }

    private CompiledScheme withValue(int index, Parameter.Value value, long number) {
        Parameter old = scheme.parameterTables().get(index).parameter();
        Parameter.Value changed = new Parameter.Value(
                value.id(),
                value.area(),
                value.from(),
                value.to(),
                value.knownFrom(),
                number,
                value.citation(),
                value.sample());
        List<Parameter.Value> values = old.values().stream()
                .map(each -> each.equals(value) ? changed : each)
                .toList();
        List<ParameterTable> tables = new ArrayList<>(scheme.parameterTables());
        tables.set(
                index,
                new ParameterTable(new Parameter(old.name(), old.label(), old.type(), old.delegation(), values)));
        return scheme.with(tables, scheme.compiledVersions());
    }

    private void rules(int index) {
        SchemeVersion info = scheme.compiledVersions().get(index).info();
        Rules rules = scheme.compiledVersions().get(index).rules();
        for (int i = 0; i < info.values().size(); i++) {
            int at = i;
            if (!info.values().get(i).value().startsWith("of ")) {
                add(
                        index,
                        info.values().get(i).name(),
                        rules.values().get(i),
                        expr -> new Rules(
                                set(rules.values(), at, expr), rules.conditions(), rules.gates(), rules.outcome()));
            }
        }
        int own = rules.conditions().size() - rules.gates().size();
        for (int i = 0; i < rules.conditions().size(); i++) {
            int at = i;
            String name = info.conditions().get(i).id();
            if (i < own) {
                add(index, name, rules.conditions().get(i), expr -> withCondition(rules, at, expr));
            } else if (rules.conditions().get(i) instanceof Expr.Or(Expr elsewhere, Expr rule)) {
                add(index, name, rule, expr -> withCondition(rules, at, new Expr.Or(elsewhere, expr)));
            }
        }
        Outcome outcome = rules.outcome();
        Function<Outcome, Rules> given = each -> new Rules(rules.values(), rules.conditions(), rules.gates(), each);
        if (scheme.gives() == Benefit.DAYS) {
            add(
                    index,
                    "days",
                    outcome.days(),
                    expr -> given.apply(new Outcome(outcome.amount(), expr, outcome.months())));
        } else {
            add(
                    index,
                    "amount",
                    outcome.amount(),
                    expr -> given.apply(new Outcome(expr, outcome.days(), outcome.months())));
        }
    }

    private static Rules withCondition(Rules rules, int at, Expr expr) {
        return new Rules(rules.values(), set(rules.conditions(), at, expr), rules.gates(), rules.outcome());
    }

    private void add(int version, String name, Expr expr, Function<Expr, Rules> rules) {
        SchemeVersion info = scheme.compiledVersions().get(version).info();
        for (Changed changed : changes(expr)) {
            List<CompiledVersion> versions =
                    set(scheme.compiledVersions(), version, new CompiledVersion(info, rules.apply(changed.expr())));
            String where = "%s %s: %s".formatted(info.id(), name, changed.how());
            all.add(new Mutant(where, scheme.with(scheme.parameterTables(), versions)));
        }
    }

    private static <T> List<T> set(List<T> list, int at, T each) {
        List<T> copy = new ArrayList<>(list);
        copy.set(at, each);
        return copy;
    }

    private static List<Changed> changes(Expr expr) {
        List<Changed> changes = new ArrayList<>(here(expr));
        switch (expr) {
            case Expr.Literal _, Expr.Fact _, Expr.Has _, Expr.Parameter _, Expr.Value _, Expr.Given _ -> {}
            case Expr.Not(Expr operand) -> below(changes, operand, Expr.Not::new);
            case Expr.And(Expr left, Expr right) -> {
                below(changes, left, each -> new Expr.And(each, right));
                below(changes, right, each -> new Expr.And(left, each));
            }
            case Expr.Or(Expr left, Expr right) -> {
                below(changes, left, each -> new Expr.Or(each, right));
                below(changes, right, each -> new Expr.Or(left, each));
            }
            case Expr.If(Expr condition, Expr then, Expr otherwise) -> {
                below(changes, condition, each -> new Expr.If(each, then, otherwise));
                below(changes, then, each -> new Expr.If(condition, each, otherwise));
                below(changes, otherwise, each -> new Expr.If(condition, then, each));
            }
            case Expr.Call(Op op, List<Expr> operands, ValueType type) -> {
                for (int i = 0; i < operands.size(); i++) {
                    int at = i;
                    below(changes, operands.get(i), each -> new Expr.Call(op, set(operands, at, each), type));
                }
            }
            case Expr.Over over ->
                below(
                        changes,
                        over.body(),
                        each -> new Expr.Over(over.quantifier(), over.slot(), over.relation(), each));
        }
        return changes;
    }

    private static void below(List<Changed> changes, Expr part, Function<Expr, Expr> whole) {
        changes(part).forEach(each -> changes.add(new Changed(each.how(), whole.apply(each.expr()))));
    }

    private static List<Changed> here(Expr expr) {
        return switch (expr) {
            case Expr.Literal(long value, ValueType type) ->
                shifted(value, type).stream()
                        .map(number -> new Changed(value + " becomes " + number, new Expr.Literal(number, type)))
                        .toList();
            case Expr.Has has ->
                List.of(new Changed("not has(" + has.fact().definition().name() + ")", new Expr.Not(has)));
            case Expr.Not(Expr operand) -> List.of(new Changed("without !: " + Shown.of(operand), operand));
            case Expr.And(Expr left, Expr right) ->
                List.of(new Changed("|| for && in " + Shown.of(expr), new Expr.Or(left, right)));
            case Expr.Or(Expr left, Expr right) ->
                List.of(new Changed("&& for || in " + Shown.of(expr), new Expr.And(left, right)));
            case Expr.If(Expr condition, Expr then, Expr otherwise) ->
                List.of(new Changed(
                        "branches of " + Shown.of(condition) + " swapped", new Expr.If(condition, otherwise, then)));
            case Expr.Call(Op op, List<Expr> operands, ValueType type) ->
                FLIPS.getOrDefault(op, List.of()).stream()
                        .map(other -> new Changed(
                                other + " for " + op + " in " + Shown.of(expr), new Expr.Call(other, operands, type)))
                        .toList();
            case Expr.Over over
            when over.quantifier() != Quantifier.COUNT -> {
                Quantifier other = over.quantifier() == Quantifier.ALL ? Quantifier.EXISTS : Quantifier.ALL;
                yield List.of(new Changed(
                        other + " for " + over.quantifier(),
                        new Expr.Over(other, over.slot(), over.relation(), over.body())));
            }
            case Expr.Fact _, Expr.Parameter _, Expr.Value _, Expr.Given _, Expr.Over _ -> List.of();
        };
    }

    /** One more and one less: a day, a yuan, a unit; another code; the other truth. */
    private static List<Long> shifted(long number, ValueType type) {
        return switch (type.kind()) {
            case BOOL -> List.of(1 - number);
            case INT -> List.of(number - 1, number + 1);
            case MONEY -> List.of(number - 100, number + 100);
            case DATE -> {
                LocalDate day = ValueType.unpack(number);
                yield List.of(ValueType.pack(day.minusDays(1)), ValueType.pack(day.plusDays(1)));
            }
            case CODE -> List.of((number + 1) % type.choices().codes().size());
            case AREA -> List.of(440_000_000_000L);
        };
    }
}
