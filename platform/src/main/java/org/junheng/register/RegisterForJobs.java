package org.junheng.register;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Reading states of persons of any area, for named service actors: what follows the ledger reads facts here. Holds no
 * names. A person's own reading and an officer's go through {@link Register}.
 */
public interface RegisterForJobs {

    /** States of persons, one query for birth and death and one more for each part asked for. */
    List<PersonState> listStates(Collection<UUID> persons, AsOf asOf, Set<Part> parts);

    /** What of a state is read besides birth and death; what is not read is empty. */
    enum Part {
        STANDINGS,
        PARENTS,
        CHILDREN,
        SPOUSE
    }
}
