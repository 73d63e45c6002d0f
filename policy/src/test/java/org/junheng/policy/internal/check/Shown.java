package org.junheng.policy.internal.check;

import java.util.stream.Collectors;
import org.junheng.policy.internal.language.Expr;

/** Writes an expression short enough for a list of mutants. */
final class Shown {

    private Shown() {}

    static String of(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> literal.type().show(literal.value()).en();
            case Expr.Fact fact -> fact.definition().name();
            case Expr.Has(Expr.Fact fact) -> "has(" + fact.definition().name() + ")";
            case Expr.Parameter parameter -> "p" + parameter.index();
            case Expr.Value value -> "v" + value.index();
            case Expr.Given given -> given.what().name().toLowerCase(java.util.Locale.ROOT);
            case Expr.Not(Expr operand) -> "!" + of(operand);
            case Expr.And(Expr left, Expr right) -> "(" + of(left) + " && " + of(right) + ")";
            case Expr.Or(Expr left, Expr right) -> "(" + of(left) + " || " + of(right) + ")";
            case Expr.If(Expr condition, Expr then, Expr otherwise) ->
                "(" + of(condition) + " ? " + of(then) + " : " + of(otherwise) + ")";
            case Expr.Call call ->
                call.op().name().toLowerCase(java.util.Locale.ROOT)
                        + call.operands().stream().map(Shown::of).collect(Collectors.joining(", ", "(", ")"));
            case Expr.Over over ->
                over.quantifier().name().toLowerCase(java.util.Locale.ROOT) + "(" + of(over.body()) + ")";
        };
    }
}
