package org.junheng.access;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The accounts of this installation. */
public interface Accounts {

    /** The identities that the demonstration offers on its sign-in page; none outside a demonstration. */
    List<Account> listDemonstration();

    /** Opens a demonstration account, or rewrites it. Needs the role loader and an actor. */
    void openDemonstration(Account account);

    /** Posts of accounts by sign-in name, in the given language; a name without an account is left out. */
    Map<String, String> listTitles(Collection<String> subjects, Locale locale);
}
