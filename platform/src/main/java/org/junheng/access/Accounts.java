package org.junheng.access;

import java.util.List;

/** The accounts of this installation. */
public interface Accounts {

    /** The identities that the demonstration offers on its sign-in page; none outside a demonstration. */
    List<Account> listDemonstration();

    /** Opens a demonstration account, or rewrites it. Needs the role loader and an actor. */
    void openDemonstration(Account account);
}
