package org.junheng.policy.internal.sql;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junheng.policy.ValueType;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Op;

/**
 * Turns a comparison of something counted from a date (its year, its month, an age on a given day) with a constant into
 * a comparison of the date itself, which needs no calendar and lets the engine skip whole blocks of rows.
 */
final class Bounds {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9998;

    private Bounds() {}

    /** The same comparison made simpler, or as it was. */
    static Expr simplify(Expr.Call call) {
        Optional<Op> mirrored = mirrored(call.op());
        if (mirrored.isEmpty()) {
            return call;
        }
        Expr left = call.operands().get(0);
        Expr right = call.operands().get(1);
        if (right instanceof Expr.Literal bound) {
            return compare(call.op(), left, bound).orElse(call);
        }
        return left instanceof Expr.Literal bound
                ? compare(mirrored.get(), right, bound).orElse(call)
                : call;
    }

    private static Optional<Op> mirrored(Op op) {
        return switch (op) {
            case LESS -> Optional.of(Op.GREATER);
            case LESS_OR_EQUAL -> Optional.of(Op.GREATER_OR_EQUAL);
            case GREATER -> Optional.of(Op.LESS);
            case GREATER_OR_EQUAL -> Optional.of(Op.LESS_OR_EQUAL);
            default -> Optional.empty();
        };
    }

    private static Optional<Expr> compare(Op op, Expr counted, Expr.Literal bound) {
        if (!(counted instanceof Expr.Call call)) {
            return Optional.empty();
        }
        Expr first = call.operands().getFirst();
        Expr last = call.operands().getLast();
        return switch (call.op()) {
            case ADD -> {
                if (last instanceof Expr.Literal added) {
                    yield Optional.of(moved(op, first, bound, -added.value()));
                }
                yield first instanceof Expr.Literal added
                        ? Optional.of(moved(op, last, bound, -added.value()))
                        : Optional.empty();
            }
            case SUBTRACT ->
                last instanceof Expr.Literal taken
                        ? Optional.of(moved(op, first, bound, taken.value()))
                        : Optional.empty();
            case YEAR -> rising(op, first, yearOf(bound.value()), yearOf(bound.value() + 1));
            case MONTH_INDEX -> rising(op, first, monthOf(bound.value()), monthOf(bound.value() + 1));
            case AGE ->
                last instanceof Expr.Literal on
                        ? falling(
                                op, first, tooYoung(on.value(), bound.value()), tooYoung(on.value(), bound.value() + 1))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The comparison with a constant that was added or taken brought to the other side. */
    private static Expr moved(Op op, Expr rest, Expr.Literal bound, long by) {
        Expr.Literal there = new Expr.Literal(bound.value() + by, bound.type());
        return compare(op, rest, there).orElseGet(() -> new Expr.Call(op, List.of(rest, there), ValueType.BOOL));
    }

    /** For what grows with the date: the first day on which it reaches the bound, and the first beyond it. */
    private static Optional<Expr> rising(Op op, Expr date, Optional<LocalDate> reached, Optional<LocalDate> beyond) {
        return switch (op) {
            case GREATER_OR_EQUAL -> reached.map(day -> date(Op.GREATER_OR_EQUAL, date, day));
            case GREATER -> beyond.map(day -> date(Op.GREATER_OR_EQUAL, date, day));
            case LESS -> reached.map(day -> date(Op.LESS, date, day));
            case LESS_OR_EQUAL -> beyond.map(day -> date(Op.LESS, date, day));
            default -> Optional.empty();
        };
    }

    /** For an age: the first birth date too late for the bound, and the first too late for one year more. */
    private static Optional<Expr> falling(Op op, Expr date, Optional<LocalDate> short0, Optional<LocalDate> short1) {
        return switch (op) {
            case GREATER_OR_EQUAL -> short0.map(day -> date(Op.LESS, date, day));
            case GREATER -> short1.map(day -> date(Op.LESS, date, day));
            case LESS -> short0.map(day -> date(Op.GREATER_OR_EQUAL, date, day));
            case LESS_OR_EQUAL -> short1.map(day -> date(Op.GREATER_OR_EQUAL, date, day));
            default -> Optional.empty();
        };
    }

    private static Expr date(Op op, Expr date, LocalDate day) {
        return new Expr.Call(op, List.of(date, new Expr.Literal(ValueType.pack(day), ValueType.DATE)), ValueType.BOOL);
    }

    private static Optional<LocalDate> yearOf(long year) {
        return year < FIRST_YEAR || year > LAST_YEAR ? Optional.empty() : Optional.of(LocalDate.of((int) year, 1, 1));
    }

    private static Optional<LocalDate> monthOf(long index) {
        return yearOf(Math.floorDiv(index, 12L)).map(year -> year.withMonth((int) Math.floorMod(index, 12L) + 1));
    }

    /** The first birth date of those who on a day are younger than an age; after 29 February comes 1 March. */
    private static Optional<LocalDate> tooYoung(long on, long age) {
        LocalDate day = ValueType.unpack(on);
        return yearOf(day.getYear() - age)
                .map(year -> year.withMonth(day.getMonthValue()))
                .map(month -> month.plusDays(Math.min(day.getDayOfMonth(), month.lengthOfMonth())));
    }
}
