package org.junheng.policy.internal.check;

import java.time.LocalDate;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import org.junheng.policy.ValueType;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Op;

/** Which results an expression can have at all, whatever the facts are, for given parameters. */
final class Possible {

    private static final Interval DATES =
            new Interval(ValueType.pack(LocalDate.of(1850, 1, 1)), ValueType.pack(LocalDate.of(2150, 12, 31)));
    private static final Interval COUNTS = new Interval(0, 100);

    private final List<Expr> values;
    private final Interval[] parameters;
    private final LocalDate from;

    /**
     * For one setting of the parameters.
     *
     * @param values the version's computed values
     * @param parameters by index
     * @param from the first day of the first period
     */
    Possible(List<Expr> values, Interval[] parameters, LocalDate from) {
        this.values = values;
        this.parameters = parameters;
        this.from = from;
    }

    Interval of(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> Interval.of(literal.value());
            case Expr.Fact fact -> ofType(fact.type());
            case Expr.Has _ -> Interval.TRUTH;
            case Expr.Parameter parameter -> parameters[parameter.index()];
            case Expr.Value value -> of(values.get(value.index()));
            case Expr.Given given -> ofGiven(given);
            case Expr.Not(Expr operand) -> Interval.of(1).plus(of(operand).negated());
            case Expr.And(Expr left, Expr right) -> both(of(left), of(right), Math::min);
            case Expr.Or(Expr left, Expr right) -> both(of(left), of(right), Math::max);
            case Expr.If choice -> ofChoice(choice);
            case Expr.Call call -> ofCall(call);
            case Expr.Over over -> ofOver(over);
        };
    }

    private Interval ofChoice(Expr.If choice) {
        Interval condition = of(choice.condition());
        if (condition.isOne()) {
            return of(condition.low() == 1 ? choice.then() : choice.otherwise());
        }
        return of(choice.then()).or(of(choice.otherwise()));
    }

    private Interval ofOver(Expr.Over over) {
        Interval body = of(over.body());
        return switch (over.quantifier()) {
            case EXISTS -> new Interval(0, body.high());
            case ALL -> new Interval(body.low(), 1);
            case COUNT -> body.high() == 0 ? Interval.FALSE : COUNTS;
        };
    }

    private static Interval ofType(ValueType type) {
        return switch (type.kind()) {
            case BOOL -> Interval.TRUTH;
            case DATE -> DATES;
            case CODE -> new Interval(0, type.choices().codes().size() - 1L);
            case INT, MONEY, AREA -> Interval.ANY;
        };
    }

    private Interval ofGiven(Expr.Given given) {
        return switch (given.what()) {
            case REGION -> Interval.ANY;
            case ON, KNOWN_AT -> DATES;
            case PERIOD_START, PERIOD_END -> new Interval(ValueType.pack(from), DATES.high());
        };
    }

    private Interval ofCall(Expr.Call call) {
        Interval a = of(call.operands().getFirst());
        if (call.operands().size() == 1) {
            return switch (call.op()) {
                case NEGATE -> a.negated();
                case MONTH_INDEX, YEAR -> rising(a, number -> call.op().apply(number, 0));
                default -> Interval.ANY;
            };
        }
        Interval b = of(call.operands().get(1));
        return switch (call.op()) {
            case ADD -> a.plus(b);
            case SUBTRACT -> a.plus(b.negated());
            case MULTIPLY -> a.times(b);
            case MIN, MAX -> both(a, b, call.op()::apply);
            case TOP_UP -> both(a.plus(b.negated()), Interval.FALSE, Math::max);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> compared(call.op(), a, b);
            case EQUAL, NOT_EQUAL -> equal(call.op(), a, b);
            case AGE, MONTHS_BETWEEN, DAYS_BETWEEN -> between(call.op(), a, b);
            case ROUND_HALF_UP, ROUND_DOWN -> a.times(new Interval(0, 1)).or(a);
            case DATE_OF -> DATES;
            case WITHIN -> Interval.TRUTH;
            case NEGATE, MONTH_INDEX, YEAR -> Interval.ANY;
        };
    }

    private static Interval both(Interval a, Interval b, LongBinaryOperator rising) {
        return new Interval(rising.applyAsLong(a.low(), b.low()), rising.applyAsLong(a.high(), b.high()));
    }

    private static Interval rising(Interval a, LongUnaryOperator operator) {
        return new Interval(operator.applyAsLong(a.low()), operator.applyAsLong(a.high()));
    }

    /** Time gone by: the later the end and the earlier the beginning, the more. */
    private static Interval between(Op op, Interval from, Interval to) {
        Interval begin = from.and(DATES);
        Interval end = to.and(DATES);
        return begin.isEmpty() || end.isEmpty()
                ? Interval.ANY
                : new Interval(op.apply(begin.high(), end.low()), op.apply(begin.low(), end.high()));
    }

    private static Interval compared(Op op, Interval a, Interval b) {
        boolean less = op == Op.LESS || op == Op.LESS_OR_EQUAL;
        long worst = op.apply(less ? a.high() : a.low(), less ? b.low() : b.high());
        long best = op.apply(less ? a.low() : a.high(), less ? b.high() : b.low());
        return new Interval(worst, best);
    }

    private static Interval equal(Op op, Interval a, Interval b) {
        if (a.and(b).isEmpty()) {
            return Interval.of(op == Op.EQUAL ? 0 : 1);
        }
        return a.isOne() && b.isOne() ? Interval.of(op == Op.EQUAL ? 1 : 0) : Interval.TRUTH;
    }
}
