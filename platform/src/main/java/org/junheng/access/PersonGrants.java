package org.junheng.access;

import java.time.Instant;
import java.util.UUID;
import org.junheng.kernel.AreaCode;

/** Sight of one person lent to the office of another area, for one case and a limited time. */
public interface PersonGrants {

    /**
     * Lends sight of a person, or prolongs it; a longer grant of the same case stands.
     *
     * @param person the person
     * @param area the office's area
     * @param caseRef the case it is lent for
     * @param until end, exclusive
     */
    void lend(UUID person, AreaCode area, String caseRef, Instant until);
}
