package org.junheng.policy.internal.sql;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junheng.policy.ValueType;
import org.junheng.policy.ValueType.Kind;

/** What DuckDB says in its own way. Another engine needs another such class and nothing else. */
final class Dialect {

    String literal(long number, ValueType type) {
        return switch (type.kind()) {
            case BOOL -> number != 0 ? "TRUE" : "FALSE";
            case INT, MONEY, AREA -> number + "::BIGINT";
            case DATE -> "DATE '" + ValueType.unpack(number) + "'";
            case CODE -> "'" + type.choices().codes().get((int) number) + "'";
        };
    }

    /** An unknown value of a type: an untyped NULL would take the type of whatever stands beside it. */
    String unknown(ValueType type) {
        return "CAST(NULL AS " + typeName(type.kind()) + ")";
    }

    private static String typeName(Kind kind) {
        return switch (kind) {
            case BOOL -> "BOOLEAN";
            case INT, MONEY, AREA -> "BIGINT";
            case DATE -> "DATE";
            case CODE -> "VARCHAR";
        };
    }

    /** A column as the type the expressions compute on: a narrow integer would overflow where a long does not. */
    String column(String name, ValueType type) {
        return switch (type.kind()) {
            case INT, MONEY, AREA -> "CAST(" + name + " AS BIGINT)";
            case BOOL, DATE, CODE -> name;
        };
    }

    /**
     * The smaller of two, unknown if either is: the engine's own would leave out what is unknown. Each is written once,
     * because the engine puts what a column is computed from in the place of the column, again and again.
     */
    String least(String a, String b, ValueType type) {
        return strict("least", a, b, lowest(type.kind()));
    }

    /** The larger of two, unknown if either is. */
    String greatest(String a, String b, ValueType type) {
        return strict("greatest", a, b, highest(type.kind()));
    }

    /** With a value beyond all others standing for unknown. */
    private static String strict(String function, String a, String b, String beyond) {
        return "nullif(%1$s(coalesce(%2$s, %4$s), coalesce(%3$s, %4$s)), %4$s)".formatted(function, a, b, beyond);
    }

    private static String lowest(Kind kind) {
        return kind == Kind.DATE ? "DATE '-infinity'" : "-9223372036854775807::BIGINT";
    }

    private static String highest(Kind kind) {
        return kind == Kind.DATE ? "DATE 'infinity'" : "9223372036854775807::BIGINT";
    }

    /** Integer division towards minus infinity by a positive constant; the engine's own goes towards zero. */
    String floorDivide(String dividend, long divisor) {
        return "CASE WHEN (%1$s) >= 0 THEN (%1$s) // %2$d ELSE (%1$s + 1) // %2$d - 1 END".formatted(dividend, divisor);
    }

    /**
     * Several statements, one for each part of a period in order of time, as one: the part that is undetermined
     * decides, else the last eligible, else the last; what is owed is summed.
     */
    String together(List<String> statements) {
        String parts = IntStream.range(0, statements.size())
                .mapToObj(i ->
                        "SELECT *, %d + CASE outcome WHEN 1 THEN 2000 WHEN 2 THEN 1000 ELSE 0 END AS rank FROM (%s)"
                                .formatted(i, statements.get(i)))
                .collect(Collectors.joining("\nUNION ALL\n"));
        return """
                SELECT id, region, true_mask, unknown_mask, outcome,
                       CASE WHEN outcome = 2 THEN months END AS months,
                       CASE WHEN outcome = 2 THEN amount END AS amount,
                       CASE WHEN outcome = 2 THEN days END AS days
                  FROM (SELECT id, any_value(region) AS region, arg_max(true_mask, rank) AS true_mask,
                               arg_max(unknown_mask, rank) AS unknown_mask, arg_max(outcome, rank) AS outcome,
                               CAST(sum(months) AS BIGINT) AS months, CAST(sum(amount) AS BIGINT) AS amount,
                               CAST(sum(days) AS BIGINT) AS days
                          FROM (%s)
                         GROUP BY id)""".formatted(parts);
    }

    String year(String date) {
        return "year(" + date + ")";
    }

    String month(String date) {
        return "month(" + date + ")";
    }

    String day(String date) {
        return "day(" + date + ")";
    }

    String daysBetween(String from, String to) {
        return "(" + to + " - " + from + ")";
    }

    /**
     * The day of that number in the month of that index, its last day if it is shorter; unknown outside the calendar.
     */
    String dayInMonth(String monthIndex, String day) {
        String first = "make_date((%1$s) // 12, (%1$s) %% 12 + 1, 1)".formatted(monthIndex);
        return """
                CASE WHEN (%1$s) BETWEEN 12 AND 119999 THEN \
                CASE WHEN (%2$s) >= day(last_day(%3$s)) THEN last_day(%3$s) WHEN (%2$s) < 1 THEN %3$s \
                ELSE CAST(%3$s + CAST((%2$s) - 1 AS INTEGER) AS DATE) END END""".formatted(monthIndex, day, first);
    }
}
