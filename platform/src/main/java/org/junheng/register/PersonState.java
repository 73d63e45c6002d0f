package org.junheng.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Sex;

/**
 * What the register says of a person as of a day, as known at a moment, with the source of every value. Holds no name.
 *
 * @param id the person
 * @param sex sex
 * @param born birth
 * @param died death
 * @param standings places, categories, certificates over time
 * @param parents mother and father, by birth or adoption
 * @param children ids of the children
 * @param spouse present spouse
 */
public record PersonState(
        UUID id,
        Sex sex,
        Optional<Dated> born,
        Optional<Dated> died,
        List<Standing> standings,
        List<Parent> parents,
        List<UUID> children,
        Optional<UUID> spouse) {

    public PersonState {
        standings = List.copyOf(standings);
        parents = List.copyOf(parents);
        children = List.copyOf(children);
    }

    /** The value of an attribute that holds on a day. */
    public Optional<Standing> standingOn(EventKind attribute, LocalDate day) {
        return standings.stream()
                .filter(standing -> standing.attribute() == attribute && standing.holdsOn(day))
                .findFirst();
    }

    /** Where an attribute's place is on a day. */
    public Optional<AreaCode> placeOn(EventKind attribute, LocalDate day) {
        return standingOn(attribute, day).flatMap(Standing::area);
    }

    /**
     * A dated fact.
     *
     * @param on the day
     * @param evidence where it comes from
     * @param statedBy codes of all sources that have stated such an event, whatever day they gave, revoked or not
     */
    public record Dated(LocalDate on, Evidence evidence, List<String> statedBy) {

        public Dated {
            statedBy = List.copyOf(statedBy);
        }
    }

    /**
     * Where a value comes from.
     *
     * @param source code of the source
     * @param recordedAt when the register learnt it
     */
    public record Evidence(String source, Instant recordedAt) {}

    /**
     * An attribute that holds for a time.
     *
     * @param attribute which
     * @param area the place, for places
     * @param value the coded value, for the others
     * @param from first day
     * @param to first day on which it no longer holds; absent while it holds
     * @param evidence where it comes from
     */
    public record Standing(
            EventKind attribute,
            Optional<AreaCode> area,
            Optional<String> value,
            LocalDate from,
            Optional<LocalDate> to,
            Evidence evidence) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && to.map(day::isBefore).orElse(true);
        }
    }

    /**
     * A parent.
     *
     * @param id the parent
     * @param role mother or father, by birth or adoption
     * @param since day of the birth or adoption
     * @param evidence where it comes from
     */
    public record Parent(UUID id, ParticipantRole role, LocalDate since, Evidence evidence) {}
}
