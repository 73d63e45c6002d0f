package org.junheng.policy.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junheng.policy.SchemeVersion;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Exprs;

/** One version of a scheme, ready to run. */
public final class CompiledVersion {

    final SchemeVersion info;
    final Rules rules;
    final Code[] values;
    final Code[] conditions;
    final Code amount;
    final Code months;
    final Set<Integer> parameters = new TreeSet<>();

    public CompiledVersion(SchemeVersion info, Rules rules) {
        this.info = info;
        this.rules = rules;
        this.values = compile(rules.values());
        this.conditions = compile(rules.conditions());
        this.amount = Compiler.compile(rules.amount());
        this.months = Compiler.compile(rules.months());
        rules.all().forEach(expr -> parameters.addAll(Exprs.parameters(expr)));
    }

    /**
     * The expressions of a version.
     *
     * @param values in order; each may use those before it
     * @param conditions in the order of their bits
     * @param amount the amount for a period
     * @param months how many months of the period count
     */
    public record Rules(List<Expr> values, List<Expr> conditions, Expr amount, Expr months) {

        public Rules {
            values = List.copyOf(values);
            conditions = List.copyOf(conditions);
        }

        /** Every expression. */
        public List<Expr> all() {
            List<Expr> all = new ArrayList<>(values);
            all.addAll(conditions);
            Stream.of(amount, months).forEach(all::add);
            return all;
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
