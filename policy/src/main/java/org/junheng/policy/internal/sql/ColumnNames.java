package org.junheng.policy.internal.sql;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Parameter;
import org.junheng.policy.Period;
import org.junheng.policy.ValueType;
import org.junheng.policy.internal.engine.CompiledScheme;
import org.junheng.policy.internal.engine.ParameterTable;
import org.junheng.policy.internal.language.Expr;

/**
 * How the queries of a sweep call what an expression refers to; parameters that no area sets stand there as constants.
 */
class ColumnNames implements SqlExpression.Names {

    private final CompiledScheme scheme;
    private final Period period;
    private final SweepWriter.Question question;
    private final Read read;
    private final Dialect dialect = new Dialect();

    /**
     * What the tables are read for.
     *
     * @param overs the questions to relations
     * @param unknown columns of which the tables know nothing
     */
    record Read(List<Expr.Over> overs, Set<String> unknown) {}

    ColumnNames(CompiledScheme scheme, Period period, SweepWriter.Question question, Read read) {
        this.scheme = scheme;
        this.period = period;
        this.question = question;
        this.read = read;
    }

    /** The names in the query that reads the units themselves. */
    ColumnNames direct() {
        return new ColumnNames(scheme, period, question, read) {
            @Override
            public String fact(Expr.Fact fact) {
                return "u." + fact.definition().column();
            }
        };
    }

    /** The names in a grouped query over the members {@code c} of the units {@code u}. */
    ColumnNames ofMembers() {
        return new ColumnNames(scheme, period, question, read) {
            @Override
            public String fact(Expr.Fact fact) {
                return fact.element() ? "c." + fact.definition().column() : "u." + super.fact(fact);
            }

            @Override
            public String parameter(Expr.Parameter parameter) {
                String name = super.parameter(parameter);
                return isSetByAreas(parameter.index()) ? "u." + name : name;
            }

            @Override
            public String given(Expr.Given given) {
                return given.what() == Expr.Given.What.REGION ? "u.region" : super.given(given);
            }
        };
    }

    boolean isSetByAreas(int index) {
        return !scheme.parameterTables().get(index).areas().isEmpty();
    }

    /** The value of a parameter in force, by area where areas set it, the most specific first. */
    String parameter(int index) {
        ParameterTable table = scheme.parameterTables().get(index);
        ValueType type = table.parameter().type();
        LocalDate day = period.start();
        Map<AreaCode, Long> byArea = new LinkedHashMap<>();
        table.areas().stream()
                .sorted((one, other) -> other.level().compareTo(one.level()))
                .forEach(area -> table.inForce(area, day, question.knownAt())
                        .ifPresent(value -> byArea.put(area, value.number())));
        String own = table.own(day, question.knownAt())
                .map(value -> dialect.literal(value.number(), type))
                .orElse(dialect.unknown(type));
        if (table.areas().isEmpty()) {
            return own;
        }
        byArea.entrySet().removeIf(entry -> entry.getValue().equals(without(entry.getKey(), byArea, table)));
        String cases = byArea.entrySet().stream()
                .map(entry -> " WHEN region >= %d AND region < %d THEN %s"
                        .formatted(entry.getKey().from(), entry.getKey().to(), dialect.literal(entry.getValue(), type)))
                .collect(joining());
        return cases.isEmpty()
                ? "CASE WHEN region IS NOT NULL THEN " + own + " END"
                : "CASE WHEN region IS NULL THEN " + dialect.unknown(type) + cases + " ELSE " + own + " END";
    }

    /** What would count in an area if it had not set a value itself. */
    private @Nullable Long without(AreaCode area, Map<AreaCode, Long> byArea, ParameterTable table) {
        return byArea.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(area) && entry.getKey().contains(area))
                .findFirst() // the most specific comes first
                .map(Map.Entry::getValue)
                .or(() -> table.own(period.start(), question.knownAt()).map(Parameter.Value::number))
                .orElse(null);
    }

    /** The constant that a parameter no area sets, or the question, stands for; anything else as it is. */
    Expr constant(Expr expr) {
        return switch (expr) {
            case Expr.Parameter(int index, ValueType type)
            when !isSetByAreas(index) ->
                scheme.parameterTables()
                        .get(index)
                        .own(period.start(), question.knownAt())
                        .<Expr>map(value -> new Expr.Literal(value.number(), type))
                        .orElse(expr);
            case Expr.Given(Expr.Given.What what)
            when what != Expr.Given.What.REGION -> new Expr.Literal(ValueType.pack(day(what)), ValueType.DATE);
            default -> expr;
        };
    }

    private LocalDate day(Expr.Given.What what) {
        return switch (what) {
            case ON -> question.on();
            case PERIOD_START -> period.start();
            case PERIOD_END -> period.end();
            case KNOWN_AT -> question.knownAt();
            case REGION -> throw new IllegalArgumentException("The region is no day.");
        };
    }

    @Override
    public String fact(Expr.Fact fact) {
        return "f_" + fact.slot();
    }

    @Override
    public boolean mayKnow(Expr.Fact fact) {
        return !read.unknown().contains(fact.definition().column());
    }

    @Override
    public String parameter(Expr.Parameter parameter) {
        int index = parameter.index();
        return isSetByAreas(index) ? "p_" + index : parameter(index);
    }

    @Override
    public String value(Expr.Value value) {
        return "v_" + value.index();
    }

    @Override
    public String given(Expr.Given given) {
        return given.what() == Expr.Given.What.REGION
                ? "region"
                : dialect.literal(ValueType.pack(day(given.what())), ValueType.DATE);
    }

    @Override
    public String over(Expr.Over over) {
        return "o_" + read.overs().indexOf(over);
    }
}
