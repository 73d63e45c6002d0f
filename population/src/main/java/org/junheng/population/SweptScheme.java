package org.junheng.population;

import java.util.List;
import java.util.Optional;
import org.junheng.policy.Scheme;
import org.junheng.policy.SchemeVersion.Condition;
import org.junheng.policy.Sweep;

/**
 * A scheme as it was swept.
 *
 * @param scheme the scheme
 * @param sweep the version and period decided; empty if no version was in force, so that nobody is eligible
 */
public record SweptScheme(Scheme scheme, Optional<Sweep> sweep) {

    /** The conditions in the order of their bits. */
    public List<Condition> conditions() {
        return sweep.map(each -> each.version().conditions()).orElse(List.of());
    }

    /** The mask in which every condition's bit is set. */
    public long allBits() {
        return sweep.map(Sweep::allBits).orElse(0L);
    }
}
