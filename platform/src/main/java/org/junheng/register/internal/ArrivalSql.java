package org.junheng.register.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The set-based statements by which a staged batch enters the ledger, in the order in which they run. */
final class ArrivalSql {

    private ArrivalSql() {}

    static final String RECOGNISE_REPEATED = """
            UPDATE register.staged_record s
               SET arrival = 'repeated', record_id = r.id, person_id = l.person_id
              FROM register.source_record r
              JOIN register.person_link l ON l.record_id = r.id AND l.known_to = 'infinity'
             WHERE s.batch = :batch AND r.source = s.source AND r.source_key = s.source_key
            """;

    /**
     * An ID number alone does not decide: the name or the date of birth must agree with some identity of the person it
     * points to. Of several such persons (a duplicate not yet merged) the oldest is taken. Somebody unknown is verified
     * only if the source is one that identifies persons itself.
     */
    static final String LINK_BY_ID_NUMBER = """
            UPDATE register.staged_record s
               SET person_id = coalesce(found.person_id, s.person_id),
                   arrival = CASE WHEN found.person_id IS NOT NULL THEN 'linked'
                                  WHEN found.known THEN 'conflict'
                                  WHEN origin.identifies THEN 'new'
                                  ELSE 'provisional' END
              FROM register.source origin,
                   (SELECT w.record_id,
                           (min(i.person_id::text) FILTER (WHERE i.name_folded = w.name_folded OR i.born_on = w.born_on))::uuid AS person_id,
                           count(i.person_id) > 0 AS known
                      FROM register.staged_record w
                      LEFT JOIN register.identity i ON i.id_no_index = w.id_no_index
                     WHERE w.batch = :batch AND w.arrival = 'new' AND w.id_no_index IS NOT NULL
                     GROUP BY w.record_id) found
             WHERE s.batch = :batch AND s.record_id = found.record_id AND origin.code = s.source
            """;

    /** Two records of one batch with the same unknown ID number, such as the mother of twins, are one person. */
    static final String ONE_PERSON_PER_ID_NUMBER = """
            UPDATE register.staged_record s
               SET person_id = one.person_id
              FROM (SELECT id_no_index, min(person_id::text)::uuid AS person_id
                      FROM register.staged_record
                     WHERE batch = :batch AND arrival IN ('new', 'provisional')
                     GROUP BY id_no_index
                    HAVING count(*) > 1) one
             WHERE s.batch = :batch AND s.arrival IN ('new', 'provisional') AND s.id_no_index = one.id_no_index
            """;

    private static final String PERSONS = """
            INSERT INTO register.person (id, provisional)
            SELECT person_id, bool_and(arrival <> 'new')
              FROM register.staged_record
             WHERE batch = :batch AND arrival IN ('new', 'provisional', 'conflict')
             GROUP BY person_id
            """;

    /** A source that identifies persons vouches for somebody known from a notice only. */
    private static final String VERIFIED = """
            UPDATE register.person p
               SET provisional = false
              FROM register.staged_record s
              JOIN register.source origin ON origin.code = s.source AND origin.identifies
             WHERE s.batch = :batch AND s.arrival = 'linked' AND p.id = s.person_id AND p.provisional
            """;

    private static final String RECORDS = """
            INSERT INTO register.source_record (id, source, source_key, content_hash)
            SELECT record_id, source, source_key, content_hash
              FROM register.staged_record
             WHERE batch = :batch AND arrival <> 'repeated'
            """;

    private static final String LINKS = """
            INSERT INTO register.person_link (record_id, person_id, reason)
            SELECT record_id, person_id, arrival
              FROM register.staged_record
             WHERE batch = :batch AND arrival <> 'repeated'
            """;

    private static final String IDENTITIES = """
            INSERT INTO register.identity (record_id, person_id, name, name_folded, name_pinyin, name_initials, born_on,
                                           id_no_cipher, id_no_index, phone_cipher, phone_index,
                                           account_cipher, account_index, address)
            SELECT record_id, person_id, name, name_folded, name_pinyin, name_initials, born_on,
                   id_no_cipher, id_no_index, phone_cipher, phone_index, account_cipher, account_index, address
              FROM register.staged_record
             WHERE batch = :batch AND arrival <> 'repeated' AND name IS NOT NULL
            """;

    private static final String EVENTS = """
            INSERT INTO register.life_event (id, record_id, kind, occurred_on, area, value)
            SELECT e.event_id, r.record_id, e.kind, e.occurred_on, e.area, e.value
              FROM register.staged_event e
              JOIN register.staged_record r ON r.batch = e.batch AND r.source = e.source AND r.source_key = e.source_key
             WHERE e.batch = :batch AND r.arrival <> 'repeated'
            """;

    /** A participant is named by its record's key, in this batch or known before. */
    private static final String PARTICIPANTS = """
            INSERT INTO register.participant (event_id, role, record_id)
            SELECT e.event_id, p.role, coalesce(staged.record_id, known.id)
              FROM register.staged_participant p
              JOIN register.staged_event e       ON e.batch = p.batch AND e.event_ref = p.event_ref
              JOIN register.staged_record mine   ON mine.batch = e.batch AND mine.source = e.source AND mine.source_key = e.source_key
              LEFT JOIN register.staged_record staged
                     ON staged.batch = p.batch AND staged.source = p.source AND staged.source_key = p.source_key
              LEFT JOIN register.source_record known ON known.source = p.source AND known.source_key = p.source_key
             WHERE p.batch = :batch AND mine.arrival <> 'repeated'
               AND coalesce(staged.record_id, known.id) IS NOT NULL
            """;

    static final SequencedMap<String, String> APPLY = inOrder();

    private static SequencedMap<String, String> inOrder() {
        var statements = new LinkedHashMap<String, String>();
        statements.put("persons", PERSONS);
        statements.put("verified", VERIFIED);
        statements.put("records", RECORDS);
        statements.put("links", LINKS);
        statements.put("identities", IDENTITIES);
        statements.put("events", EVENTS);
        statements.put("participants", PARTICIPANTS);
        return statements;
    }

    static final String OUTCOME = """
              SELECT source, source_key, person_id, arrival
                FROM register.staged_record
               WHERE batch = :batch
            ORDER BY source, source_key
            """;

    static final String PERSON_OF_RECORD = """
            SELECT l.person_id
              FROM register.source_record r
              JOIN register.person_link l ON l.record_id = r.id AND l.known_to = 'infinity'
             WHERE r.source = :source AND r.source_key = :key
            """;

    static final List<String> CLEAR = List.of(
            "DELETE FROM register.staged_participant WHERE batch = :batch",
            "DELETE FROM register.staged_event WHERE batch = :batch",
            "DELETE FROM register.staged_record WHERE batch = :batch");
}
