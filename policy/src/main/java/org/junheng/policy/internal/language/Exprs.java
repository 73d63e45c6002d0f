package org.junheng.policy.internal.language;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junheng.policy.ValueType;

/** Questions about the shape of expressions. */
public final class Exprs {

    private Exprs() {}

    /** Shows the visitor an expression and everything in it. */
    public static void visit(Expr expr, Consumer<Expr> visitor) {
        visitor.accept(expr);
        parts(expr).forEach(part -> visit(part, visitor));
    }

    private static Stream<Expr> parts(Expr expr) {
        return switch (expr) {
            case Expr.Literal _, Expr.Fact _, Expr.Parameter _, Expr.Value _, Expr.Given _ -> Stream.empty();
            case Expr.Has(Expr.Fact fact) -> Stream.of(fact);
            case Expr.Not(Expr operand) -> Stream.of(operand);
            case Expr.And(Expr left, Expr right) -> Stream.of(left, right);
            case Expr.Or(Expr left, Expr right) -> Stream.of(left, right);
            case Expr.If(Expr condition, Expr then, Expr otherwise) -> Stream.of(condition, then, otherwise);
            case Expr.Call call -> call.operands().stream();
            case Expr.Over over -> Stream.of(over.body());
        };
    }

    /** The expression with every value replaced by the expression that computes it. */
    public static Expr inline(Expr expr, List<Expr> values) {
        return expr instanceof Expr.Value value
                ? inline(values.get(value.index()), values)
                : map(expr, each -> inline(each, values));
    }

    /** The expression with the indexes of its values and parameters shifted. */
    public static Expr shift(Expr expr, int values, int parameters) {
        UnaryOperator<Expr> deeper = each -> shift(each, values, parameters);
        return switch (expr) {
            case Expr.Literal _, Expr.Fact _, Expr.Has _, Expr.Given _ -> expr;
            case Expr.Parameter(int index, ValueType type) -> new Expr.Parameter(index + parameters, type);
            case Expr.Value(int index, ValueType type) -> new Expr.Value(index + values, type);
            default -> map(expr, deeper);
        };
    }

    /** The expression with its direct parts changed; what has no parts stays as it is. */
    public static Expr map(Expr expr, UnaryOperator<Expr> change) {
        return switch (expr) {
            case Expr.Literal _, Expr.Fact _, Expr.Has _, Expr.Parameter _, Expr.Value _, Expr.Given _ -> expr;
            case Expr.Not(Expr operand) -> new Expr.Not(change.apply(operand));
            case Expr.And(Expr left, Expr right) -> new Expr.And(change.apply(left), change.apply(right));
            case Expr.Or(Expr left, Expr right) -> new Expr.Or(change.apply(left), change.apply(right));
            case Expr.If(Expr condition, Expr then, Expr otherwise) ->
                new Expr.If(change.apply(condition), change.apply(then), change.apply(otherwise));
            case Expr.Call(Op op, List<Expr> operands, ValueType type) ->
                new Expr.Call(op, operands.stream().map(change).toList(), type);
            case Expr.Over over ->
                new Expr.Over(over.quantifier(), over.slot(), over.relation(), change.apply(over.body()));
        };
    }

    /** Whether it is true or false whatever is known. */
    public static boolean isAlwaysKnown(Expr expr) {
        return switch (expr) {
            case Expr.Has _, Expr.Literal _ -> true;
            case Expr.Not(Expr operand) -> isAlwaysKnown(operand);
            case Expr.And(Expr left, Expr right) -> isAlwaysKnown(left) && isAlwaysKnown(right);
            case Expr.Or(Expr left, Expr right) -> isAlwaysKnown(left) && isAlwaysKnown(right);
            default -> false;
        };
    }

    /** Whether somewhere a question to a relation uses a value that itself asks a relation. */
    public static boolean asksWithinAsking(Expr expr, List<Expr> values) {
        boolean[] found = {false};
        visit(expr, each -> {
            if (each instanceof Expr.Over over) {
                visit(inline(over.body(), values), inner -> found[0] |= inner instanceof Expr.Over);
            }
        });
        return found[0];
    }

    /** The indexes of the parameters it names. */
    public static Set<Integer> parameters(Expr expr) {
        Set<Integer> found = new TreeSet<>();
        visit(expr, each -> {
            if (each instanceof Expr.Parameter parameter) {
                found.add(parameter.index());
            }
        });
        return found;
    }

    /** The slots of the unit's facts it names. */
    public static Set<Integer> facts(Expr expr) {
        Set<Integer> found = new TreeSet<>();
        visit(expr, each -> {
            if (each instanceof Expr.Fact fact && !fact.element()) {
                found.add(fact.slot());
            }
        });
        return found;
    }

    /** The names of the relations it goes over. */
    public static Set<String> relations(Expr expr) {
        Set<String> found = new TreeSet<>();
        visit(expr, each -> {
            if (each instanceof Expr.Over over) {
                found.add(over.relation().name());
            }
        });
        return found;
    }

    /** The indexes of the values that some of the expressions name. */
    public static Set<Integer> values(Stream<Expr> expressions) {
        Set<Integer> found = new TreeSet<>();
        expressions.forEach(expr -> visit(expr, each -> {
            if (each instanceof Expr.Value value) {
                found.add(value.index());
            }
        }));
        return found.stream().collect(Collectors.toUnmodifiableSet());
    }
}
