package org.junheng.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The log of every read of a person. */
public interface ReadLog {

    /** Notes, in the present transaction, that the present actor read a person. */
    void opened(UUID person, String action);

    /** Notes, in the present transaction, a search and how many persons it returned. */
    void searched(int hits);

    /** Notes, in the present transaction, that so many identities were read to be compared. */
    void exported(int persons);

    /** Who looked at a person, newest first; row-level security lets only the person see them. */
    List<Reading> listOf(UUID person, int limit);

    /** All reads, newest first, for the auditor. */
    List<Reading> listAll(AuditQuery query);

    /** How many reads the auditor's query matches. */
    long count(AuditQuery query);

    /**
     * One read.
     *
     * @param at when
     * @param subject who, by sign-in name
     * @param role in which role
     * @param purpose what for
     * @param action what was done
     * @param person whose data, absent for a search
     * @param hits how many persons it returned
     */
    record Reading(
            Instant at,
            String subject,
            Role role,
            Purpose purpose,
            String action,
            java.util.Optional<UUID> person,
            int hits) {}

    /**
     * What the auditor asks for.
     *
     * @param subject part of a sign-in name, empty for all
     * @param limit page size
     * @param offset first row
     */
    record AuditQuery(String subject, int limit, long offset) {}
}
