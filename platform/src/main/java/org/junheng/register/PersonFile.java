package org.junheng.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;

/**
 * A person as opened by an officer or by the person: face, state, family, events, addresses.
 *
 * @param summary who
 * @param maskedPhone phone with only its last four digits
 * @param address address as last stated
 * @param state the state as of the day asked about
 * @param family spouse, parents, children
 * @param events what happened, newest first, revoked events included and marked
 * @param asOf the day and the knowledge asked about
 */
public record PersonFile(
        PersonSummary summary,
        Optional<String> maskedPhone,
        Optional<String> address,
        PersonState state,
        List<Relative> family,
        List<TimelineEntry> events,
        AsOf asOf) {

    public PersonFile {
        family = List.copyOf(family);
        events = List.copyOf(events);
    }

    /**
     * A member of the family. Who is in another office's care is shown without name.
     *
     * @param relation spouse, mother, father, child …
     * @param id the relative
     * @param summary face, where the reader may see it
     */
    public record Relative(Relation relation, UUID id, Optional<PersonSummary> summary) {}

    /** How a relative is related. */
    public enum Relation {
        SPOUSE,
        MOTHER,
        FATHER,
        CHILD
    }

    /**
     * A life event of the person, or of another one in which the person has a part: a child's birth, a marriage that
     * the spouse's record tells.
     *
     * @param id the event
     * @param part the person's part in another's event; empty where it is the person's own
     * @param kind what happened
     * @param occurredOn when it happened
     * @param area where
     * @param value coded value
     * @param source code of the source
     * @param recordedAt when the register learnt it
     * @param revoked whether it was taken back
     */
    public record TimelineEntry(
            UUID id,
            Optional<ParticipantRole> part,
            EventKind kind,
            LocalDate occurredOn,
            Optional<AreaCode> area,
            Optional<String> value,
            String source,
            Instant recordedAt,
            boolean revoked) {}
}
