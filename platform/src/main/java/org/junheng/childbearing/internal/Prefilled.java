package org.junheng.childbearing.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.junheng.register.PersonState;
import org.junheng.register.PersonSummary;

/**
 * What the register already knows for a registration, so that nobody is asked for it.
 *
 * @param woman the woman
 * @param partner her husband, where known and visible
 * @param places the places of either at which it may be registered
 * @param children living children of the two together
 */
record Prefilled(
        Known<PersonSummary> woman, Optional<Known<PersonSummary>> partner, List<Place> places, List<UUID> children) {

    /**
     * A value with where it comes from.
     *
     * @param value the value
     * @param evidence source and day
     */
    record Known<T>(T value, PersonState.Evidence evidence) {}

    /**
     * A place at which the family may register.
     *
     * @param area the place
     * @param basis hukou or residence
     * @param whose woman or partner
     * @param evidence source and day
     */
    record Place(AreaCode area, String basis, String whose, PersonState.Evidence evidence) {}

    /** The order of the coming child by the rule in force: children of the two together, living, by birth. */
    public int birthOrder() {
        return children.size() + 1;
    }
}
