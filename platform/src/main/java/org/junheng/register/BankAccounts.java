package org.junheng.register;

import java.util.Optional;
import java.util.UUID;

/** Bank accounts that the register knows, to fill a form with. Row-level security decides whose may be read. */
public interface BankAccounts {

    /** The account stated last for a person. */
    Optional<BankAccount> find(UUID person);
}
