package org.junheng.access.internal;

import java.util.Optional;
import org.junheng.access.Account;
import org.junheng.access.CurrentAccount;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

@Component
class SessionAccount implements CurrentAccount {

    @Override
    public Optional<Account> find() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(user -> ((SignedIn) user).account());
    }
}
