package org.junheng.access;

import java.util.Optional;

/** Whose session it is. Unlike {@link Actors}, it also answers while a page is rendered and on pages of errors. */
public interface CurrentAccount {

    /** The signed-in account; empty before signing in and for systems of other departments. */
    Optional<Account> find();
}
