package org.junheng.benefit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is to be paid or recovered. For service actors: whoever pays follows it by cursor, as one follows the ledger.
 */
public interface Instructions {

    /** Instructions after the cursor whose transactions have ended, in cursor order. */
    List<Instruction> listAfter(Instruction.Cursor cursor, int limit);

    /** The accounts now given with claims, by claim. */
    Map<UUID, SealedPayee> listPayees(Collection<UUID> claims);
}
