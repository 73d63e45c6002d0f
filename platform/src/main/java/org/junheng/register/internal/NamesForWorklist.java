package org.junheng.register.internal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.junheng.worklist.SubjectNames;
import org.springframework.stereotype.Component;

/** Tells the work list the names of those whom the officer may see. */
@Component
class NamesForWorklist implements SubjectNames {

    private final Register register;

    NamesForWorklist(Register register) {
        this.register = register;
    }

    @Override
    public Map<UUID, String> of(Collection<UUID> persons) {
        return register.listSummaries(persons).stream()
                .collect(Collectors.toMap(PersonSummary::id, PersonSummary::name));
    }
}
