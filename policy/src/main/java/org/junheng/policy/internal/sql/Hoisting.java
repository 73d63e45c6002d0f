package org.junheng.policy.internal.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Exprs;
import org.junheng.policy.internal.language.Op;

/**
 * Gives every part of a rule that SQL would have to write more than once a column of its own, so that it is computed
 * once; equal parts share one.
 */
final class Hoisting {

    private static final Set<Op> WRITE_OPERANDS_TWICE =
            Set.of(Op.AGE, Op.MONTHS_BETWEEN, Op.MONTH_INDEX, Op.DATE_OF, Op.WITHIN, Op.ROUND_HALF_UP, Op.ROUND_DOWN);

    private final List<Expr> values;
    private final Map<Expr, Integer> places = new HashMap<>();

    /** Starts with the version's values, which keep their places. */
    Hoisting(List<Expr> values) {
        this.values = new ArrayList<>(values);
        for (int i = 0; i < values.size(); i++) {
            this.values.set(i, lift(values.get(i)));
        }
    }

    /** The version's values and then the parts that have become columns. */
    List<Expr> values() {
        return values;
    }

    /** The rule with such parts replaced by their columns. */
    Expr lift(Expr expr) {
        if (expr instanceof Expr.Over) {
            return expr; // asked in a query of its own
        }
        return switch (Exprs.map(expr, this::lift)) {
            case Expr.If(Expr condition, Expr then, Expr otherwise)
            when !Exprs.isAlwaysKnown(condition) -> new Expr.If(column(condition), then, otherwise);
            case Expr.Call call
            when WRITE_OPERANDS_TWICE.contains(call.op()) ->
                new Expr.Call(
                        call.op(), call.operands().stream().map(this::column).toList(), call.type());
            case Expr lifted -> lifted;
        };
    }

    private Expr column(Expr part) {
        return switch (part) {
            case Expr.Literal _, Expr.Fact _, Expr.Parameter _, Expr.Value _, Expr.Given _, Expr.Over _ -> part;
            default -> {
                Integer place = places.get(part);
                if (place == null) {
                    place = values.size();
                    values.add(part);
                    places.put(part, place);
                }
                yield new Expr.Value(place, part.type());
            }
        };
    }
}
