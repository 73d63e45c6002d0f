package org.junheng.register.internal;

import java.util.List;

/** The statements by which records change hands. */
final class LinkSql {

    private LinkSql() {}

    /** Both at once and in one order, so that two decisions about the same persons wait for each other. */
    static final String LOCK = """
              SELECT id
                FROM register.person
               WHERE id IN (:one, :other) AND merged_into IS NULL
            ORDER BY id
                 FOR UPDATE
            """;

    static final String FIND = """
            SELECT id, kind, kept_id, left_id, decided_by, decided_at, undone_by
              FROM register.link_decision
             WHERE id = :decision
            """;

    static final String DECIDE = """
            INSERT INTO register.link_decision (id, kind, kept_id, left_id, decided_by)
            VALUES (:decision, :kind, :kept, :left, :by)
            """;

    static final String OWN_PERSON = "INSERT INTO register.person (id) VALUES (:person)";

    static final String CHOOSE_ALL = """
            INSERT INTO register.moved_record
            SELECT :decision, record_id
              FROM register.person_link
             WHERE person_id = :left AND known_to = 'infinity'
            """;

    static final String CHOOSE = """
            INSERT INTO register.moved_record
            SELECT :decision, record_id
              FROM register.person_link
             WHERE person_id = :left AND known_to = 'infinity' AND record_id = ANY (:records)
            """;

    static final String STAYS_SOMETHING = """
            SELECT EXISTS (SELECT FROM register.person_link l
                             JOIN register.life_event e ON e.record_id = l.record_id AND e.kind NOT IN ('linking', 'revocation')
                            WHERE l.person_id = :left AND l.known_to = 'infinity'
                              AND NOT EXISTS (SELECT FROM register.moved_record m
                                               WHERE m.decision = :decision AND m.record_id = l.record_id))
            """;

    /** How many of the records that a decision moved are no longer where it moved them. */
    static final String MOVED_ON = """
            SELECT count(*)
              FROM register.moved_record m
              LEFT JOIN register.person_link l ON l.record_id = m.record_id AND l.known_to = 'infinity'
             WHERE m.decision = :decision AND l.person_id IS DISTINCT FROM :kept
            """;

    private static final String CLOSE = """
            UPDATE register.person_link l SET known_to = now()
              FROM register.moved_record m
             WHERE m.decision = :decision AND l.record_id = m.record_id AND l.known_to = 'infinity'
            """;

    private static final String OPEN = """
            INSERT INTO register.person_link (record_id, person_id, reason)
            SELECT record_id, :to, :reason
              FROM register.moved_record
             WHERE decision = :decision
            """;

    private static final String IDENTITIES = """
            UPDATE register.identity i SET person_id = :to
              FROM register.moved_record m
             WHERE m.decision = :decision AND i.record_id = m.record_id
            """;

    /** The records change hands. */
    static final List<String> MOVE = List.of(CLOSE, OPEN, IDENTITIES);

    /** Each of the two gets an event of its own in the ledger, so that whoever follows it looks at both anew. */
    static final String TELL = """
            WITH told AS (
                INSERT INTO register.source_record (source, source_key)
                VALUES ('linking', gen_random_uuid()::text)
                RETURNING id
            ), linked AS (
                INSERT INTO register.person_link (record_id, person_id, reason)
                SELECT id, :person, 'linking' FROM told
            )
            INSERT INTO register.life_event (record_id, kind, occurred_on, value)
            SELECT id, 'linking', :today, :kind FROM told
            """;

    static final String VERIFIED = "UPDATE register.person SET provisional = false WHERE id = :person AND provisional";

    static final String ALIKE = """
            WITH stated AS MATERIALIZED (
                SELECT id_no_index, name_folded, born_on FROM register.identity WHERE person_id = :person
            ), alike AS (
                SELECT i.person_id FROM stated s JOIN register.identity i ON i.id_no_index = s.id_no_index
                 UNION
                SELECT i.person_id
                  FROM stated s
                  JOIN register.identity i ON i.name_folded = s.name_folded AND i.born_on = s.born_on
            )
              SELECT p.id
                FROM alike
                JOIN register.person p ON p.id = alike.person_id
               WHERE p.id <> :person AND NOT p.provisional AND p.merged_into IS NULL
            ORDER BY p.id
               LIMIT 20
            """;

    static final String MERGED_INTO = "UPDATE register.person SET merged_into = :kept WHERE id = :left";

    static final String MOVE_REFERENCES = "SELECT register.move_references(:decision, :left, :kept)";

    static final String RETURN_REFERENCES = "SELECT register.return_references(:decision, :kept, :left)";

    static final String UNDONE = """
            UPDATE register.link_decision SET undone_by = :by, undone_at = now()
             WHERE id = :decision
            """;

    /** Since when the identity counts as corrected is what the ledger says of the records that are theirs now. */
    static final String IDENTITY_SINCE = """
            UPDATE register.person p
               SET identity_since = (SELECT max(e.recorded_at)
                                       FROM register.person_link l
                                       JOIN register.life_event e ON e.record_id = l.record_id
                                      WHERE l.person_id = p.id AND l.known_to = 'infinity'
                                        AND e.kind = 'identity-correction')
             WHERE p.id IN (:one, :other)
            """;

    static final String REFOLD = "SELECT register.refold(ARRAY[:one, :other]::uuid[])";

    static final String PREVIEW = """
            SELECT (SELECT count(*) FROM register.person_link
                     WHERE person_id = :left AND known_to = 'infinity') AS records,
                   (SELECT count(*)
                      FROM register.person_link l
                      JOIN register.life_event e ON e.record_id = l.record_id
                     WHERE l.person_id = :left AND l.known_to = 'infinity') AS events,
                   cardinality(register.concerned(ARRAY[:left]::uuid[])) - 1 AS relatives
            """;

    static final String SURVIVOR = "SELECT coalesce(register.survivor(:person), :person)";

    static final String RECORDS = """
              SELECT r.id, r.source, r.received_at, i.name, l.reason,
                     (SELECT count(*) FROM register.life_event e WHERE e.record_id = r.id AND e.kind <> 'linking') AS events
                FROM register.person_link l
                JOIN register.source_record r ON r.id = l.record_id
                LEFT JOIN register.identity i ON i.record_id = r.id
               WHERE l.person_id = :person AND l.known_to = 'infinity' AND r.source <> 'linking'
            ORDER BY r.received_at DESC, r.id DESC
            """;

    static final String DECISIONS = """
              SELECT id, kind, kept_id, left_id, decided_by, decided_at, undone_by
                FROM register.link_decision
               WHERE :person IN (kept_id, left_id)
            ORDER BY decided_at DESC
            """;

    static final String DIGEST = "SELECT register.state_digest(:persons)";
}
