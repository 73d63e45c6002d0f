package org.junheng.access.internal;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import org.junheng.access.Account;
import org.junheng.access.Actor;
import org.junheng.access.Purpose;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A signed-in account, as Spring Security carries it. */
record SignedIn(Account account, String passwordHash) implements UserDetails, Serializable {

    Actor actor() {
        return new Actor(account.subject(), account.role(), account.areas(), Purpose.SIGN_IN, account.person());
    }

    /** Whether the account can sign in with a password; those of a demonstration cannot. */
    boolean hasPassword() {
        return !passwordHash.equals("none");
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name()));
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return account.subject();
    }
}
