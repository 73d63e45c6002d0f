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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final Set<Part> OF_MOTHER = EnumSet.of(Part.CHILDREN);

    private final RegisterForJobs register;

    SituationReader(RegisterForJobs register) {
        this.register = register;
    }

    Map<UUID, ChildSituation> read(Collection<UUID> children, AsOf asOf) {
        return read(
                children,
                asOf,
                child ->
                        child.placeOn(EventKind.REGISTERED_RESIDENCE, asOf.on()).isEmpty());
    }

    /** The same with the parents of every child, for a page about one family. */
    Map<UUID, ChildSituation> readWithParents(Collection<UUID> children, AsOf asOf) {
        return read(children, asOf, child -> true);
    }

    /** Only newborns not registered yet need their parents to be decided. */
    private Map<UUID, ChildSituation> read(Collection<UUID> children, AsOf asOf, Predicate<PersonState> needsParents) {
        return Actors.call(ServiceActor.DECIDING, () -> {
            var states = register.listStates(children, asOf, OF_CHILD);
            var parents = parents(states.stream().filter(needsParents).toList(), asOf);
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

    /** Who else the mothers of these children bore, as states with birth and death; by the mother. */
    Map<UUID, List<PersonState>> readChildrenOf(Collection<UUID> mothers, AsOf asOf) {
        return Actors.call(ServiceActor.DECIDING, () -> {
            var states = register.listStates(mothers, asOf, OF_MOTHER);
            var ids =
                    states.stream().flatMap(state -> state.children().stream()).collect(Collectors.toSet());
            var children = ids.isEmpty()
                    ? Map.<UUID, PersonState>of()
                    : register.listStates(ids, asOf, Set.of()).stream()
                            .collect(Collectors.toMap(PersonState::id, state -> state));
            return states.stream()
                    .collect(Collectors.toMap(
                            PersonState::id,
                            state -> state.children().stream()
                                    .flatMap(child -> Stream.ofNullable(children.get(child)))
                                    .toList()));
        });
    }

    Optional<ChildSituation> find(UUID child, AsOf asOf) {
        return Optional.ofNullable(read(List.of(child), asOf).get(child));
    }

    private Map<UUID, PersonState> parents(List<PersonState> children, AsOf asOf) {
        var ids = children.stream()
                .flatMap(child -> child.parents().stream().map(PersonState.Parent::id))
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : register.listStates(ids, asOf, OF_PARENT).stream()
                        .collect(Collectors.toMap(PersonState::id, state -> state));
    }
}
