package org.junheng.policy.internal.language;

import java.util.HashSet;
import java.util.Set;

/**
 * The facts that are certain to exist at a place in an expression, because {@code has(…)} was asked before: right of
 * {@code has(x) &&}, right of {@code !has(x) ||}, and in the branch of a choice that it leads to.
 */
record Guards(Set<Expr.Fact> proven) {

    static final Guards NONE = new Guards(Set.of());

    boolean prove(Expr.Fact fact) {
        return proven.contains(fact);
    }

    Guards whenTrue(Expr condition) {
        return with(provenIfTrue(condition));
    }

    Guards whenFalse(Expr condition) {
        return with(provenIfFalse(condition));
    }

    private Guards with(Set<Expr.Fact> more) {
        if (more.isEmpty()) {
            return this;
        }
        Set<Expr.Fact> all = new HashSet<>(proven);
        all.addAll(more);
        return new Guards(all);
    }

    private static Set<Expr.Fact> provenIfTrue(Expr condition) {
        return switch (condition) {
            case Expr.Has(Expr.Fact fact) -> Set.of(fact);
            case Expr.And(Expr left, Expr right) -> union(provenIfTrue(left), provenIfTrue(right));
            case Expr.Not(Expr operand) -> provenIfFalse(operand);
            default -> Set.of();
        };
    }

    private static Set<Expr.Fact> provenIfFalse(Expr condition) {
        return switch (condition) {
            case Expr.Or(Expr left, Expr right) -> union(provenIfFalse(left), provenIfFalse(right));
            case Expr.Not(Expr operand) -> provenIfTrue(operand);
            default -> Set.of();
        };
    }

    private static Set<Expr.Fact> union(Set<Expr.Fact> one, Set<Expr.Fact> other) {
        Set<Expr.Fact> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
