package org.junheng.access;

import org.junheng.problem.Problem;

/** The actor's role does not allow the call. */
public final class NotAllowed extends Problem {

    public NotAllowed(Role role) {
        super(Kind.FORBIDDEN, "Role %s may not do this.".formatted(role), role.zh(), role.en());
    }
}
