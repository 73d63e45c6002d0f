package org.junheng.benefit.internal;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.access.Actors;
import org.junheng.register.AsOf;
import org.junheng.register.EventKind;
import org.junheng.register.PersonState;
import org.junheng.register.RegisterForJobs;
import org.junheng.register.RegisterForJobs.Part;
import org.springframework.stereotype.Component;

/** Reads the situations of any number of children in five queries, as the service actor that decides. */
@Component
class SituationReader {

    private static final Set<Part> OF_CHILD = EnumSet.of(Part.STANDINGS, Part.PARENTS);
    private static final Set<Part> OF_PARENT = EnumSet.of(Part.STANDINGS);

    private final RegisterForJobs register;

    SituationReader(RegisterForJobs register) {
        this.register = register;
    }

    Map<UUID, ChildSituation> read(Collection<UUID> children, AsOf asOf) {
        return Actors.call(ServiceActor.DECIDING, () -> {
            var states = register.listStates(children, asOf, OF_CHILD);
            var parents = parents(states, asOf);
            var situations = new HashMap<UUID, ChildSituation>();
            for (var state : states) {
                var of = state.parents().stream()
                        .map(parent -> parents.get(parent.id()))
                        .filter(Objects::nonNull)
                        .toList();
                situations.put(state.id(), new ChildSituation(state, of));
            }
            return situations;
        });
    }

    Optional<ChildSituation> find(UUID child, AsOf asOf) {
        return Optional.ofNullable(read(List.of(child), asOf).get(child));
    }

    /** Only newborns not registered yet need their parents. */
    private Map<UUID, PersonState> parents(List<PersonState> children, AsOf asOf) {
        var ids = children.stream()
                .filter(child ->
                        child.placeOn(EventKind.REGISTERED_RESIDENCE, asOf.on()).isEmpty())
                .flatMap(child -> child.parents().stream().map(PersonState.Parent::id))
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : register.listStates(ids, asOf, OF_PARENT).stream()
                        .collect(Collectors.toMap(PersonState::id, state -> state));
    }
}
