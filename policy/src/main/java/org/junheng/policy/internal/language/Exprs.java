package org.junheng.policy.internal.language;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
