package org.junheng.policy.internal.sql;

import java.util.List;
import java.util.function.Function;
import org.junheng.policy.Statements;
import org.junheng.policy.ValueType;
import org.junheng.policy.internal.engine.CompiledVersion.Outcome;
import org.junheng.policy.internal.engine.CompiledVersion.Rules;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Exprs;
import org.junheng.policy.internal.language.Op;

/**
 * Computes beforehand what is the same for everybody in a sweep: the days of the question, the parameters that no area
 * sets, and all that follows from them, so that the engine is left with comparisons of columns and constants.
 */
final class Folding {

    private static final Expr TRUE = new Expr.Literal(1, ValueType.BOOL);
    private static final Expr FALSE = new Expr.Literal(0, ValueType.BOOL);

    private final Function<Expr, Expr> constants;

    /** With what gives the constant of a parameter or of the question; others it must give back as they are. */
    Folding(Function<Expr, Expr> constants) {
        this.constants = constants;
    }

    Rules fold(Rules rules) {
        Outcome outcome = rules.outcome();
        return new Rules(
                rules.values().stream().map(this::fold).toList(),
                rules.conditions().stream().map(this::fold).toList(),
                rules.gates(),
                new Outcome(fold(outcome.amount()), fold(outcome.days()), fold(outcome.months())));
    }

    Expr fold(Expr expr) {
        return switch (Exprs.map(expr, this::fold)) {
            case Expr.Parameter parameter -> constants.apply(parameter);
            case Expr.Given given -> constants.apply(given);
            case Expr.Not(Expr operand) -> not(operand);
            case Expr.And(Expr left, Expr right) -> and(left, right);
            case Expr.Or(Expr left, Expr right) -> or(left, right);
            case Expr.If(Expr.Literal condition, Expr then, Expr otherwise) ->
                condition.equals(TRUE) ? then : otherwise;
            case Expr.Call call -> call(call);
            case Expr other -> other;
        };
    }

    private static Expr not(Expr operand) {
        return operand instanceof Expr.Literal ? (operand.equals(TRUE) ? FALSE : TRUE) : new Expr.Not(operand);
    }

    private static Expr and(Expr left, Expr right) {
        if (left.equals(FALSE) || right.equals(FALSE)) {
            return FALSE;
        }
        if (left.equals(TRUE)) {
            return right;
        }
        return right.equals(TRUE) ? left : new Expr.And(left, right);
    }

    private static Expr or(Expr left, Expr right) {
        if (left.equals(TRUE) || right.equals(TRUE)) {
            return TRUE;
        }
        if (left.equals(FALSE)) {
            return right;
        }
        return right.equals(FALSE) ? left : new Expr.Or(left, right);
    }

    private static Expr call(Expr.Call call) {
        List<Expr> operands = call.operands();
        if (operands.stream().allMatch(Expr.Literal.class::isInstance)) {
            long first = ((Expr.Literal) operands.getFirst()).value();
            long result = call.op().apply(first, ((Expr.Literal) operands.getLast()).value());
            return result == Statements.UNKNOWN ? call : new Expr.Literal(result, call.type());
        }
        boolean rounds = call.op() == Op.ROUND_HALF_UP || call.op() == Op.ROUND_DOWN;
        return rounds ? rounding(call) : Bounds.simplify(call);
    }

    /** A share of a multiple of the divisor needs no rounding. */
    private static Expr rounding(Expr.Call call) {
        if (call.operands().getFirst() instanceof Expr.Call product
                && product.op() == Op.MULTIPLY
                && product.operands().getFirst() instanceof Expr.Literal(long factor, ValueType type)
                && call.operands().get(1) instanceof Expr.Literal(long divisor, ValueType _)
                && factor % divisor == 0) {
            Expr share = new Expr.Literal(factor / divisor, type);
            return new Expr.Call(Op.MULTIPLY, List.of(share, product.operands().get(1)), call.type());
        }
        return call;
    }
}
