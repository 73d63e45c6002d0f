package org.junheng.policy.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.SchemeVersion;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Exprs;

/** One version of a scheme, ready to run. */
public final class CompiledVersion {

    final SchemeVersion info;
    final Rules rules;
    final Code[] values;
    final Code[] conditions;
    final @Nullable Code[] gates;
    final Code amount;
    final Code days;
    final Code months;
    final Set<Integer> parameters = new TreeSet<>();

    public CompiledVersion(SchemeVersion info, Rules rules) {
        this.info = info;
        this.rules = rules;
        this.values = compile(rules.values());
        this.conditions = compile(rules.conditions());
        this.gates = new Code[conditions.length];
        for (int i = 0; i < rules.gates().size(); i++) {
            gates[conditions.length - rules.gates().size() + i] =
                    Compiler.compile(rules.gates().get(i));
        }
        this.amount = Compiler.compile(rules.outcome().amount());
        this.days = Compiler.compile(rules.outcome().days());
        this.months = Compiler.compile(rules.outcome().months());
        rules.all().forEach(expr -> parameters.addAll(Exprs.parameters(expr)));
    }

    /**
     * The expressions of a version.
     *
     * @param values in order; those adopted from another scheme come last, whoever uses them
     * @param conditions in the order of their bits; those added by areas come last
     * @param gates where and when each added condition applies
     * @param outcome what is given
     */
    public record Rules(List<Expr> values, List<Expr> conditions, List<Expr> gates, Outcome outcome) {

        public Rules {
            values = List.copyOf(values);
            conditions = List.copyOf(conditions);
            gates = List.copyOf(gates);
        }

        /** Every expression. */
        public List<Expr> all() {
            List<Expr> all = new ArrayList<>(values);
            all.addAll(conditions);
            all.addAll(outcome.all());
            return all;
        }
    }

    /**
     * What is given for a period.
     *
     * @param amount money
     * @param days days of leave
     * @param months how many months of the period count
     */
    public record Outcome(Expr amount, Expr days, Expr months) {

        /** All three. */
        public List<Expr> all() {
            return List.of(amount, days, months);
        }
    }

    public SchemeVersion info() {
        return info;
    }

    public Rules rules() {
        return rules;
    }

    private static Code[] compile(List<Expr> expressions) {
        return expressions.stream().map(Compiler::compile).toArray(Code[]::new);
    }
}
