package org.junheng.policy.internal.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.SchemeVersion;
import org.junheng.policy.ValueType;
import org.junheng.policy.internal.engine.CompiledScheme;
import org.junheng.policy.internal.engine.CompiledVersion;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Exprs;
import org.junheng.policy.internal.language.Op;

/**
 * Writes, as an expression of this scheme, what another scheme gives the same unit for the same period: its amount if
 * all its conditions are true, nothing if one is false or no version is in force, else unknown. So a local top-up can
 * net it.
 */
final class Netting {

    private static final Expr NOTHING = new Expr.Literal(0, ValueType.MONEY);

    private final int ownValues;
    private final List<Expr> adopted = new ArrayList<>();

    /** For a version with so many values of its own. */
    Netting(int ownValues) {
        this.ownValues = ownValues;
    }

    /** The other scheme's values, which follow the version's own. */
    List<Expr> adopted() {
        return adopted;
    }

    /**
     * The amount the other scheme gives.
     *
     * @param offset by how much its parameters' indexes are shifted here
     * @param ignored the conditions that are left out
     */
    Expr entitlement(CompiledScheme other, int offset, Set<String> ignored) {
        Expr result = NOTHING;
        for (CompiledVersion version : other.compiledVersions()) {
            SchemeVersion info = version.info();
            Expr given = given(version, offset, ignored);
            Expr open = new Expr.If(before(info.to()), given, NOTHING);
            Expr begun = inForce(info.from(), null, info.knownFrom());
            result = new Expr.If(begun, info.to() == null ? given : open, result);
        }
        return result;
    }

    private Expr given(CompiledVersion version, int offset, Set<String> ignored) {
        int base = ownValues + adopted.size();
        version.rules().values().forEach(value -> adopted.add(Exprs.shift(value, base, offset)));
        Expr all = new Expr.Literal(1, ValueType.BOOL);
        for (int i = 0; i < version.rules().conditions().size(); i++) {
            if (!ignored.contains(version.info().conditions().get(i).id())) {
                Expr condition = Exprs.shift(version.rules().conditions().get(i), base, offset);
                all = all instanceof Expr.Literal ? condition : new Expr.And(all, condition);
            }
        }
        return new Expr.If(all, Exprs.shift(version.rules().outcome().amount(), base, offset), NOTHING);
    }

    /** Whether the period begins within the days and the rule was published in time. */
    static Expr inForce(LocalDate from, @Nullable LocalDate to, LocalDate knownFrom) {
        Expr begun = compare(Expr.Given.What.PERIOD_START, Op.GREATER_OR_EQUAL, from);
        Expr known = compare(Expr.Given.What.KNOWN_AT, Op.GREATER_OR_EQUAL, knownFrom);
        Expr both = new Expr.And(begun, known);
        return to == null ? both : new Expr.And(both, before(to));
    }

    private static Expr before(@Nullable LocalDate to) {
        return compare(Expr.Given.What.PERIOD_START, Op.LESS, to == null ? LocalDate.MAX.withYear(9999) : to);
    }

    private static Expr compare(Expr.Given.What what, Op op, LocalDate day) {
        Expr.Literal literal = new Expr.Literal(ValueType.pack(day), ValueType.DATE);
        return new Expr.Call(op, List.of(new Expr.Given(what), literal), ValueType.BOOL);
    }
}
