package org.junheng.policy.internal.sql;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junheng.policy.Period;
import org.junheng.policy.Relation;
import org.junheng.policy.SweepTables;
import org.junheng.policy.internal.engine.CompiledScheme;
import org.junheng.policy.internal.engine.CompiledVersion;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Expr.Quantifier;
import org.junheng.policy.internal.language.Exprs;

/**
 * Writes the statement of a sweep as a chain of small queries: the units with their facts and region; the questions to
 * each relation as one grouped query; the values, level by level; the conditions; the masks.
 */
public final class SweepWriter {

    private final CompiledScheme scheme;
    private final CompiledVersion.Rules rules;
    private final SweepTables tables;
    private final Dialect dialect = new Dialect();
    private final Set<Integer> parameters = new TreeSet<>();
    private final List<Expr.Over> overs = new ArrayList<>();
    private final Hoisting hoisting;
    private final ColumnNames names;

    /**
     * What is asked.
     *
     * @param on the day of filing
     * @param knownAt what was known by the end of this day counts
     */
    public record Question(LocalDate on, LocalDate knownAt) {}

    /**
     * A period, or the part of one through which the law is the same.
     *
     * @param period the days
     * @param version in force on the first of them
     */
    public record Part(Period period, CompiledVersion version) {}

    private SweepWriter(CompiledScheme scheme, Part part, SweepTables tables, Question question) {
        this.scheme = scheme;
        this.tables = tables;
        this.names = new ColumnNames(scheme, part.period(), question, new ColumnNames.Read(overs, tables.unknown()));
        this.rules = new Folding(names::constant).fold(part.version().rules());
        this.hoisting = new Hoisting(rules.values());
        rules.conditions().forEach(hoisting::lift);
        rules.outcome().all().forEach(hoisting::lift);
    }

    /** The whole statement. */
    public static String write(CompiledScheme scheme, List<Part> parts, SweepTables tables, Question question) {
        List<String> statements = parts.stream()
                .map(part -> new SweepWriter(scheme, part, tables, question).write())
                .toList();
        return statements.size() == 1 ? statements.getFirst() : new Dialect().together(statements);
    }

    private String write() {
        rules.all()
                .forEach(rule -> Exprs.visit(rule, expr -> {
                    if (expr instanceof Expr.Over over && !overs.contains(over)) {
                        overs.add(over);
                    }
                }));
        rules.all().forEach(rule -> parameters.addAll(Exprs.parameters(rule)));
        List<String> queries = new ArrayList<>();
        queries.add("sweep_unit AS (\n" + units() + ")"); // named as no table is: tables are read in later queries too
        queries.add("placed AS (\nSELECT *" + parameterColumns(parameters) + "\n  FROM sweep_unit)");
        String from = asked(queries);
        for (List<Integer> level : levels()) {
            String name = "level_" + queries.size();
            queries.add(name + " AS (\nSELECT *" + valueColumns(level) + "\n  FROM " + from + ")");
            from = name;
        }
        queries.add("judged AS (\n" + conditions(from) + ")");
        queries.add("masked AS (\n" + masks() + ")");
        return "WITH " + String.join(",\n", queries) + "\n" + result();
    }

    private String units() {
        return unit(rules.all());
    }

    /** The units with the facts some expressions name, and the region. */
    private String unit(List<Expr> expressions) {
        Set<Integer> slots = new LinkedHashSet<>(Exprs.facts(scheme.region()));
        expressions.forEach(rule -> slots.addAll(Exprs.facts(rule)));
        String facts = slots.stream()
                .sorted()
                .map(slot -> ", u." + scheme.unit().facts().get(slot).column() + " AS f_" + slot)
                .collect(joining());
        String region = new SqlExpression(names.direct(), dialect).write(scheme.region());
        return "SELECT u.id" + facts + ", " + region + " AS region\n  FROM " + tables.units() + " u";
    }

    /**
     * The owners of members with only what is asked of them, read anew: a query named twice would be kept in memory
     * with all its columns.
     */
    private String owners(List<Expr> bodies) {
        Set<Integer> used = new TreeSet<>();
        bodies.forEach(body -> used.addAll(Exprs.parameters(body)));
        return "(SELECT *" + parameterColumns(used) + " FROM (" + unit(bodies) + ")) u ON u.id = c.owner";
    }

    /** The parameters that areas set, by area, the most specific first; the others are written where they are used. */
    private String parameterColumns(Set<Integer> used) {
        return used.stream()
                .filter(names::isSetByAreas)
                .map(index -> ",\n       " + names.parameter(index) + " AS p_" + index)
                .collect(joining());
    }

    /** Adds one grouped query per relation, and one that joins them; says what to read from. */
    private String asked(List<String> queries) {
        Map<Relation, List<Integer>> byRelation = new LinkedHashMap<>();
        for (int i = 0; i < overs.size(); i++) {
            byRelation
                    .computeIfAbsent(overs.get(i).relation(), relation -> new ArrayList<>())
                    .add(i);
        }
        if (byRelation.isEmpty()) {
            return "placed";
        }
        List<String> joins = new ArrayList<>();
        byRelation.forEach((relation, asked) -> {
            String name = "relation_" + overs.get(asked.getFirst()).slot();
            queries.add(name + " AS (\n" + grouped(relation, asked) + ")");
            joins.add("  LEFT JOIN " + name + " ON " + name + ".owner = placed.id");
        });
        String results = IntStream.range(0, overs.size())
                .mapToObj(i -> ", " + answer(overs.get(i).quantifier(), i))
                .collect(joining());
        queries.add("asked AS (\nSELECT placed.*" + results + "\n  FROM placed\n" + String.join("\n", joins) + ")");
        return "asked";
    }

    private String grouped(Relation relation, List<Integer> asked) {
        SqlExpression expression = new SqlExpression(names.ofMembers(), dialect);
        String counts = asked.stream()
                .map(i -> {
                    String sought = overs.get(i).quantifier() == Quantifier.ALL ? "NOT b_" + i : "b_" + i;
                    return ", count(*) FILTER (%2$s) AS t_%1$d, count(*) FILTER (b_%1$d IS NULL) AS n_%1$d"
                            .formatted(i, sought);
                })
                .collect(joining());
        String answers = asked.stream()
                .map(i -> ", " + expression.write(Exprs.inline(overs.get(i).body(), rules.values())) + " AS b_" + i)
                .collect(joining());
        String members =
                "SELECT c.owner" + answers + " FROM " + tables.relations().get(relation.name()) + " c";
        List<Expr> bodies = asked.stream()
                .map(i -> Exprs.inline(overs.get(i).body(), rules.values()))
                .toList();
        String joined = members + (bodies.stream().anyMatch(this::asksOwner) ? " JOIN " + owners(bodies) : "");
        return "SELECT owner" + counts + "\n  FROM (" + joined + ")\n GROUP BY owner";
    }

    /** Whether a question to a member mentions its owner, whose row must then be joined. */
    private boolean asksOwner(Expr body) {
        boolean[] asks = {false};
        Exprs.visit(body, expr -> {
            asks[0] |= expr instanceof Expr.Fact fact && !fact.element();
            asks[0] |= expr instanceof Expr.Parameter parameter && names.isSetByAreas(parameter.index());
            asks[0] |= expr instanceof Expr.Given given && given.what() == Expr.Given.What.REGION;
        });
        return asks[0];
    }

    /** What the counts of a grouped query mean; who has no members has no row in it. */
    private static String answer(Quantifier quantifier, int i) {
        String question = switch (quantifier) {
            case EXISTS -> "CASE WHEN t_%1$d > 0 THEN TRUE WHEN n_%1$d > 0 THEN CAST(NULL AS BOOLEAN) ELSE FALSE END";
            case ALL -> "CASE WHEN t_%1$d > 0 THEN FALSE WHEN n_%1$d > 0 THEN CAST(NULL AS BOOLEAN) ELSE TRUE END";
            case COUNT -> "CASE WHEN n_%1$d > 0 THEN CAST(NULL AS BIGINT) ELSE coalesce(t_%1$d, 0) END";
        };
        return question.formatted(i) + " AS o_" + i;
    }

    /** The values in layers, so that each layer uses only those before it. */
    private List<List<Integer>> levels() {
        List<Expr> values = hoisting.values();
        Map<Integer, List<Integer>> levels = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            levels.computeIfAbsent(depth(values, i), level -> new ArrayList<>()).add(i);
        }
        return List.copyOf(levels.values());
    }

    private static int depth(List<Expr> values, int index) {
        return Exprs.values(Stream.of(values.get(index))).stream()
                .mapToInt(used -> depth(values, used) + 1)
                .max()
                .orElse(0);
    }

    private String valueColumns(List<Integer> level) {
        SqlExpression expression = new SqlExpression(names, dialect);
        return level.stream()
                .map(i -> ",\n       " + expression.write(hoisting.values().get(i)) + " AS v_" + i)
                .collect(joining());
    }

    private String conditions(String from) {
        SqlExpression expression = new SqlExpression(names, dialect);
        List<Expr> conditions = rules.conditions();
        String columns = IntStream.range(0, conditions.size())
                .mapToObj(i -> ",\n       " + expression.write(hoisting.lift(conditions.get(i))) + " AS c_" + i)
                .collect(joining());
        CompiledVersion.Outcome outcome = rules.outcome();
        String months = expression.write(hoisting.lift(outcome.months()));
        String amount = expression.write(hoisting.lift(outcome.amount()));
        String days = expression.write(hoisting.lift(outcome.days()));
        return "SELECT id, region" + columns + ",\n       " + months + " AS months,\n       " + amount
                + " AS amount,\n       " + days + " AS days\n  FROM " + from;
    }

    private String masks() {
        int count = rules.conditions().size();
        String trues = IntStream.range(0, count)
                .mapToObj(i -> "CASE WHEN c_%d THEN %d::BIGINT ELSE 0 END".formatted(i, 1L << i))
                .collect(joining(" + "));
        String unknowns = IntStream.range(0, count)
                .mapToObj(i -> "CASE WHEN c_%d IS NULL THEN %d::BIGINT ELSE 0 END".formatted(i, 1L << i))
                .collect(joining(" + "));
        String all = IntStream.range(0, count).mapToObj(i -> "c_" + i).collect(joining(" AND "));
        return "SELECT id, region, months, amount, days, " + all + " AS ok,\n       " + trues
                + " AS true_mask,\n       " + unknowns + " AS unknown_mask\n  FROM judged";
    }

    private static String result() {
        return """
                SELECT id, region, true_mask, unknown_mask, outcome,
                       CASE WHEN outcome = 2 THEN months END AS months,
                       CASE WHEN outcome = 2 THEN amount END AS amount,
                       CASE WHEN outcome = 2 THEN days END AS days
                  FROM (SELECT *,
                               CASE WHEN NOT ok THEN 0
                                    WHEN ok AND months IS NOT NULL AND amount IS NOT NULL AND days IS NOT NULL THEN 2
                                    ELSE 1 END AS outcome
                          FROM masked)""";
    }
}
