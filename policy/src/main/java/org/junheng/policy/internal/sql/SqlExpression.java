package org.junheng.policy.internal.sql;

import org.junheng.policy.ValueType;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Exprs;
import org.junheng.policy.internal.language.Op;

/** Writes a checked expression as SQL. SQL's own AND, OR and NOT are Kleene's; everything else is strict. */
final class SqlExpression {

    private final Names names;
    private final Dialect dialect;

    SqlExpression(Names names, Dialect dialect) {
        this.names = names;
        this.dialect = dialect;
    }

    /** How the statement calls what an expression refers to. */
    interface Names {
        String fact(Expr.Fact fact);

        /** Whether nothing recorded of a fact that may be absent means that there is none. */
        boolean mayKnow(Expr.Fact fact);

        String parameter(Expr.Parameter parameter);

        String value(Expr.Value value);

        String given(Expr.Given given);

        String over(Expr.Over over);
    }

    String write(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> dialect.literal(literal.value(), literal.type());
            case Expr.Fact fact -> dialect.column(names.fact(fact), fact.type());
            case Expr.Has(Expr.Fact fact) ->
                names.mayKnow(fact) ? "(" + names.fact(fact) + " IS NOT NULL)" : dialect.unknown(ValueType.BOOL);
            case Expr.Parameter parameter -> names.parameter(parameter);
            case Expr.Value value -> names.value(value);
            case Expr.Given given -> names.given(given);
            case Expr.Not(Expr operand) -> "(NOT " + write(operand) + ")";
            case Expr.And(Expr left, Expr right) -> "(" + write(left) + " AND " + write(right) + ")";
            case Expr.Or(Expr left, Expr right) -> "(" + write(left) + " OR " + write(right) + ")";
            case Expr.If choice -> choice(choice);
            case Expr.Call call -> call(call);
            case Expr.Over over -> names.over(over);
        };
    }

    private String choice(Expr.If choice) {
        String condition = write(choice.condition());
        String then = write(choice.then());
        String otherwise = write(choice.otherwise());
        if (isAlwaysKnown(choice.condition())) {
            return "CASE WHEN %s THEN %s ELSE %s END".formatted(condition, then, otherwise);
        }
        return "CASE WHEN %1$s THEN %2$s WHEN NOT %1$s THEN %3$s ELSE %4$s END"
                .formatted(condition, then, otherwise, dialect.unknown(choice.type()));
    }

    private boolean isAlwaysKnown(Expr condition) {
        boolean[] known = {Exprs.isAlwaysKnown(condition)};
        Exprs.visit(condition, part -> known[0] &= !(part instanceof Expr.Has(Expr.Fact fact)) || names.mayKnow(fact));
        return known[0];
    }

    private String call(Expr.Call call) {
        Expr first = call.operands().getFirst();
        String a = write(first);
        if (call.operands().size() == 1) {
            return unary(call.op(), a);
        }
        Expr second = call.operands().get(1);
        if (call.op() == Op.WITHIN && second instanceof Expr.Literal area) {
            return within(a, area);
        }
        return binary(call, a, write(second));
    }

    private String unary(Op op, String a) {
        return switch (op) {
            case NEGATE -> "(- " + a + ")";
            case YEAR -> dialect.year(a);
            case MONTH_INDEX -> monthIndex(a);
            default -> throw new IllegalStateException(op + " has two operands");
        };
    }

    private String binary(Expr.Call call, String a, String b) {
        return switch (call.op()) {
            case ADD -> infix(a, "+", b);
            case SUBTRACT -> infix(a, "-", b);
            case MULTIPLY -> infix(a, "*", b);
            case LESS -> infix(a, "<", b);
            case LESS_OR_EQUAL -> infix(a, "<=", b);
            case GREATER -> infix(a, ">", b);
            case GREATER_OR_EQUAL -> infix(a, ">=", b);
            case EQUAL -> infix(a, "=", b);
            case NOT_EQUAL -> infix(a, "<>", b);
            case MIN -> dialect.least(a, b, call.type());
            case MAX -> dialect.greatest(a, b, call.type());
            case TOP_UP -> dialect.greatest("(" + a + " - " + b + ")", "0", call.type());
            case ROUND_HALF_UP -> {
                long divisor = divisor(call);
                yield dialect.floorDivide("2 * " + a + " + " + divisor, 2 * divisor);
            }
            case ROUND_DOWN -> dialect.floorDivide(a, divisor(call));
            case AGE -> completed(dialect.year(b), dialect.year(a), monthAndDay(b), monthAndDay(a));
            case MONTHS_BETWEEN -> completed(monthIndex(b), monthIndex(a), dialect.day(b), dialect.day(a));
            case DAYS_BETWEEN -> dialect.daysBetween(a, b);
            case DATE_OF -> dialect.dayInMonth(a, b);
            case WITHIN -> within(a, b);
            case NEGATE, MONTH_INDEX, YEAR -> throw new IllegalStateException(call.op() + " has one operand");
        };
    }

    private static String infix(String a, String operator, String b) {
        return "(" + a + " " + operator + " " + b + ")";
    }

    private static long divisor(Expr.Call call) {
        return ((Expr.Literal) call.operands().get(1)).value();
    }

    /** Units gone by, less one if the last is not complete. */
    private static String completed(String later, String earlier, String laterRest, String earlierRest) {
        return "(%s - %s - CASE WHEN %s < %s THEN 1 ELSE 0 END)".formatted(later, earlier, laterRest, earlierRest);
    }

    private String monthAndDay(String date) {
        return dialect.month(date) + " * 100 + " + dialect.day(date);
    }

    private String monthIndex(String date) {
        return "(" + dialect.year(date) + " * 12 + " + dialect.month(date) + " - 1)";
    }

    private static String within(String a, Expr.Literal area) {
        long from = area.value();
        long span = Op.areaSpan(from);
        return "(%1$s >= %2$d AND %1$s < %3$d)".formatted(a, from, from + span);
    }

    /** Whether an area lies in another, whose size the zeros at its end tell; most offices are of counties. */
    private static String within(String a, String b) {
        return """
                (%1$s >= %2$s AND %1$s < %2$s + CASE WHEN %2$s %% 100000000 <> 0 \
                THEN CASE WHEN %2$s %% 1000000 = 0 THEN 1000000 WHEN %2$s %% 1000 = 0 THEN 1000 ELSE 1 END \
                WHEN %2$s %% 10000000000 <> 0 THEN 100000000 ELSE 10000000000 END)""".formatted(a, b);
    }
}
