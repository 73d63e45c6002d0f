package org.junheng.policy.internal.language;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;

/**
 * The {@code dev.cel} runtime on the same expressions: whole values instead of numbers, java.time instead of our
 * formulas, CEL's own lists and macros. It knows no unknown, so it judges where all facts are known.
 */
public final class Oracle {

    private final Language language;
    private final CelRuntime runtime;

    public Oracle(Scope scope) {
        this.language = new Language(scope);
        List<CelFunctionBinding> bindings = new ArrayList<>();
        comparisons(bindings, LocalDate.class, "date");
        comparisons(bindings, Money.class, "money");
        arithmetic(bindings);
        calendar(bindings);
        bindings.add(CelFunctionBinding.from("literal_date", String.class, LocalDate::parse));
        bindings.add(CelFunctionBinding.from("literal_area", String.class, AreaCode::of));
        bindings.add(CelFunctionBinding.from("literal_yuan", Long.class, Money::ofYuan));
        bindings.add(on("within_area", AreaCode.class, AreaCode.class, (place, area) -> area.contains(place)));
        this.runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .addFunctionBindings(bindings)
                .build();
    }

    /** An expression ready to be evaluated. */
    public CelRuntime.Program program(String expression) {
        try {
            CelAbstractSyntaxTree tree =
                    language.withAllOfCel().compile(expression).getAst();
            return runtime.createProgram(tree);
        } catch (CelValidationException | CelEvaluationException wrong) {
            throw new IllegalArgumentException(expression, wrong);
        }
    }

    /** What it is for a person, whose records are maps. */
    public static Object evaluate(CelRuntime.Program program, Map<String, ?> person) {
        try {
            return program.eval(person);
        } catch (CelEvaluationException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static <A, B> CelFunctionBinding on(String id, Class<A> a, Class<B> b, BiFunction<A, B, Object> function) {
        return CelFunctionBinding.from(id, a, b, function::apply);
    }

    private static <T extends Comparable<? super T>> void comparisons(
            List<CelFunctionBinding> bindings, Class<T> type, String name) {
        bindings.add(on("less_" + name, type, type, (a, b) -> a.compareTo(b) < 0));
        bindings.add(on("less_equals_" + name, type, type, (a, b) -> a.compareTo(b) <= 0));
        bindings.add(on("greater_" + name, type, type, (a, b) -> a.compareTo(b) > 0));
        bindings.add(on("greater_equals_" + name, type, type, (a, b) -> a.compareTo(b) >= 0));
        extremes(bindings, type, name);
    }

    private static <T extends Comparable<? super T>> void extremes(
            List<CelFunctionBinding> bindings, Class<T> type, String name) {
        bindings.add(on("min_" + name, type, type, (a, b) -> a.compareTo(b) <= 0 ? a : b));
        bindings.add(on("max_" + name, type, type, (a, b) -> a.compareTo(b) >= 0 ? a : b));
    }

    private static void arithmetic(List<CelFunctionBinding> bindings) {
        extremes(bindings, Long.class, "int");
        bindings.add(on("add_money", Money.class, Money.class, Money::plus));
        bindings.add(on("subtract_money", Money.class, Money.class, Money::minus));
        bindings.add(
                on("topUp_money", Money.class, Money.class, (a, b) -> a.compareTo(b) > 0 ? a.minus(b) : Money.ZERO));
        bindings.add(on("multiply_money_int", Money.class, Long.class, Money::times));
        bindings.add(on("multiply_int_money", Long.class, Money.class, (times, money) -> money.times(times)));
        bindings.add(on("roundHalfUp_int", Long.class, Long.class, (a, b) -> quotient(a, b, "0.5")));
        bindings.add(on("roundDown_int", Long.class, Long.class, (a, b) -> quotient(a, b, "0")));
        bindings.add(
                on("roundHalfUp_money", Money.class, Long.class, (a, b) -> Money.ofFen(quotient(a.fen(), b, "0.5"))));
        bindings.add(on("roundDown_money", Money.class, Long.class, (a, b) -> Money.ofFen(quotient(a.fen(), b, "0"))));
    }

    private static long quotient(long a, long b, String plus) {
        return BigDecimal.valueOf(a)
                .divide(BigDecimal.valueOf(b), 30, RoundingMode.HALF_EVEN)
                .add(new BigDecimal(plus))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    private static void calendar(List<CelFunctionBinding> bindings) {
        bindings.add(on("age_date", LocalDate.class, LocalDate.class, Oracle::age));
        bindings.add(on("monthsBetween_date", LocalDate.class, LocalDate.class, Oracle::monthsBetween));
        bindings.add(on("daysBetween_date", LocalDate.class, LocalDate.class, ChronoUnit.DAYS::between));
        bindings.add(CelFunctionBinding.from(
                "monthIndex_date", LocalDate.class, date -> YearMonth.from(date).getLong(ChronoField.PROLEPTIC_MONTH)));
        bindings.add(CelFunctionBinding.from("year_date", LocalDate.class, date -> (long) date.getYear()));
        bindings.add(on("dayInMonth_int", Long.class, Long.class, Oracle::dayInMonth));
    }

    private static Long age(LocalDate birth, LocalDate on) {
        boolean birthdayToCome = MonthDay.from(on).isBefore(MonthDay.from(birth));
        return (long) on.getYear() - birth.getYear() - (birthdayToCome ? 1 : 0);
    }

    private static Long monthsBetween(LocalDate from, LocalDate to) {
        long months = ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to));
        return to.getDayOfMonth() < from.getDayOfMonth() ? months - 1 : months;
    }

    private static LocalDate dayInMonth(Long month, Long day) {
        LocalDate first = LocalDate.of(0, 1, 1).plusMonths(month);
        return first.plusDays(Math.clamp(day, 1, first.lengthOfMonth()) - 1);
    }
}
