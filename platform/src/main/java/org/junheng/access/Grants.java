package org.junheng.access;

import java.time.Instant;
import java.util.UUID;
import org.junheng.kernel.AreaCode;

/** Lending the sight of one person to the office of another area, for one case and for a time. */
public interface Grants {

    /** Lends; a longer grant of the same case stands. Needs a transaction of the role loader. */
    void lend(UUID person, AreaCode area, String caseRef, Instant until);
}
