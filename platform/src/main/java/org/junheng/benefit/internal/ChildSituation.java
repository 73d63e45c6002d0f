package org.junheng.benefit.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.register.EventKind;
import org.junheng.register.PersonState;

/**
 * What the register knows of a child for the childcare subsidy.
 *
 * @param child the child's state
 * @param parents states of its parents; read only where the child's own hukou is not known
 */
record ChildSituation(PersonState child, List<PersonState> parents) {

    ChildSituation {
        parents = List.copyOf(parents);
    }

    /** The child's own place of household registration. */
    Optional<AreaCode> hukou(LocalDate on) {
        return child.placeOn(EventKind.REGISTERED_RESIDENCE, on);
    }

    /** Where the child is likely to be registered: with the mother, else with the father. */
    Optional<AreaCode> likelyHukou(LocalDate on) {
        return hukou(on).or(() -> parentHukou(on).flatMap(PersonState.Standing::area));
    }

    /** Household registration of a parent, the mother's first. */
    Optional<PersonState.Standing> parentHukou(LocalDate on) {
        return child.parents().stream()
                .sorted(java.util.Comparator.comparing(PersonState.Parent::role))
                .flatMap(parent -> parents.stream().filter(state -> state.id().equals(parent.id())))
                .flatMap(state -> state.standingOn(EventKind.REGISTERED_RESIDENCE, on).stream())
                .findFirst();
    }
}
