package org.junheng.policy.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.SchemeVersion;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Exprs;

/** One version of a scheme, ready to run. */
public final class CompiledVersion {

    private static final int MOST_MASKS = 4096;

    final SchemeVersion info;
    final Rules rules;
    final Code[] values;
    final Code[] conditions;
    final @Nullable Code[] gates;
    final Code amount;
    final Code days;
    final Code months;
    /** The conditions, then what is given. */
    final List<Code> all;

    final Set<Integer> parameters = new TreeSet<>();
    final Steps steps = new Steps();
    private final Map<Long, List<String>> idsByMask = new ConcurrentHashMap<>();

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
        this.all = Stream.concat(Stream.of(conditions), Stream.of(amount, days, months))
                .toList();
        rules.all().forEach(expr -> parameters.addAll(Exprs.parameters(expr)));
    }

    /** The ids of the conditions whose bits are set; remembered, as few of all masks occur. */
    List<String> idsOf(long mask) {
        List<String> known = idsByMask.get(mask);
        if (known != null) {
            return known;
        }
        List<String> ids = IntStream.range(0, conditions.length)
                .filter(bit -> (mask >> bit & 1) == 1)
                .mapToObj(bit -> info.conditions().get(bit).id())
                .toList();
        if (idsByMask.size() < MOST_MASKS) {
            idsByMask.put(mask, ids);
        }
        return ids;
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
