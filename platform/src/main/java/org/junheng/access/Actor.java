package org.junheng.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.kernel.AreaCode;

/**
 * Who acts: set on every transaction and read by row-level security.
 *
 * @param subject sign-in name or the name of a service; never a person's name or ID number
 * @param role in which role
 * @param areas the areas the actor answers for; their whole code ranges
 * @param purpose what for
 * @param person the person in the register, for a member of a family
 */
public record Actor(String subject, Role role, List<AreaCode> areas, Purpose purpose, Optional<UUID> person) {

    public Actor {
        areas = List.copyOf(areas);
        if (subject.isBlank()) {
            throw new IllegalArgumentException("An actor needs a subject.");
        }
    }

    /** A named job of the platform itself. */
    public static Actor service(String name, Purpose purpose) {
        return new Actor("service:" + name, Role.SERVICE, List.of(), purpose, Optional.empty());
    }

    /** The same actor for another purpose. */
    public Actor acting(Purpose other) {
        return new Actor(subject, role, areas, other, person);
    }

    /** Whether the actor answers for the given area. */
    public boolean answersFor(AreaCode area) {
        return areas.stream().anyMatch(mine -> mine.contains(area));
    }

    /** The areas as a PostgreSQL multirange of 12-digit codes, half-open. */
    public String areaRanges() {
        return areas.stream()
                .map(area -> "[%d,%d)".formatted(area.from(), area.to()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
