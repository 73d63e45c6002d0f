package org.junheng.register.internal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junheng.access.Actors;
import org.junheng.access.NotAllowed;
import org.junheng.access.Role;
import org.junheng.database.Loader;
import org.junheng.register.AsOf;
import org.junheng.register.PersonState;
import org.junheng.register.RegisterForJobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcRegisterForJobs implements RegisterForJobs {

    private final TransactionTemplate work;
    private final StateReader states;

    JdbcRegisterForJobs(@Loader JdbcClient loader, @Loader TransactionTemplate work) {
        this.work = work;
        this.states = new StateReader(loader);
    }

    @Override
    public List<PersonState> listStates(Collection<UUID> persons, AsOf asOf, Set<Part> parts) {
        var actor = Actors.get();
        if (actor.role() != Role.SERVICE) {
            throw new NotAllowed(actor.role());
        }
        return work.execute(status -> states.read(persons, asOf, parts));
    }
}
