package org.junheng.register;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whose record it is. A merge moves all records of one person to another, a split moves chosen ones to a person of
 * their own; both only close and open links, and both can be taken back: the register then says what it said before.
 * Whatever else the house keeps of the person follows, in the same transaction.
 */
public interface Links {

    /**
     * Two persons are one. As the present actor, in a transaction of its own; the same decision twice changes nothing.
     *
     * @param decision id of the decision
     * @param kept who stays
     * @param left whose records all go to the other; the id stays with nobody else
     */
    Outcome merge(UUID decision, UUID kept, UUID left);

    /**
     * Some records are somebody else's.
     *
     * @param decision id of the decision
     * @param person whose records they are now
     * @param records which, not all of them
     */
    Outcome split(UUID decision, UUID person, Set<UUID> records);

    /** Takes a decision back. */
    Outcome undo(UUID decision);

    /**
     * Somebody known from a notice only is who the notice says, as the county of the ID number confirmed. As the
     * present actor, in a transaction of its own; said again, nothing changes.
     */
    Outcome verify(UUID person);

    /**
     * Verified persons whom somebody may be: with the same ID number, or with the same name and date of birth. Only
     * those whom the present actor may see.
     */
    List<UUID> listAlike(UUID person);

    /** What a merge would move. */
    Preview preview(UUID kept, UUID left);

    /** Who somebody is after all merges; the person itself where there was none. */
    UUID survivor(UUID person);

    /** The records that tell of a person, the newest first, as far as the present actor may see the person. */
    List<LinkedRecord> listRecords(UUID person);

    /**
     * Merges and splits in which a person had part, the newest first, as far as the present actor may see the person.
     */
    List<Decided> listDecisions(UUID person);

    /** SHA-256 over everything the register says now of some persons. For service actors only. */
    String digest(Collection<UUID> persons);

    /** What became of a decision. */
    sealed interface Outcome {

        /** Done, now or before. */
        record Done() implements Outcome {}

        /** A person is unknown or already merged, or the records are not theirs, or none would be left. */
        record Gone() implements Outcome {}

        /** What the decision moved has been moved on since: that must be taken back first. */
        record MovedOn() implements Outcome {}

        /** Both have what only one may have, such as a granted claim of the same scheme: one must be ended first. */
        record BothServed() implements Outcome {}
    }

    /**
     * What a merge would move.
     *
     * @param records source records
     * @param events life events they state
     * @param relatives persons who share an event with the one who goes
     */
    record Preview(int records, int events, int relatives) {}

    /**
     * A record and how it came to the person.
     *
     * @param id the record
     * @param source code of the source
     * @param receivedAt when it reached us
     * @param name the name it states
     * @param events how many life events it states
     * @param reason why it is linked
     */
    record LinkedRecord(UUID id, String source, Instant receivedAt, Optional<String> name, int events, String reason) {

        @Override
        public String toString() {
            return "a record of " + source;
        }
    }

    /** What was decided. */
    enum Kind {
        MERGE,
        SPLIT
    }

    /**
     * A merge or split.
     *
     * @param id id of the decision
     * @param kind which
     * @param kept to whom the records went
     * @param left whom they left
     * @param by who decided
     * @param at when
     * @param undoneBy who took it back
     */
    record Decided(UUID id, Kind kind, UUID kept, UUID left, String by, Instant at, Optional<String> undoneBy) {}
}
