package org.junheng.register.internal;

/** The statements by which a correction enters the ledger, in the order in which they run. */
final class CorrectionSql {

    private CorrectionSql() {}

    static final String NUMBER_TAKEN = """
            SELECT EXISTS (SELECT FROM register.identity WHERE id_no_index = :number AND person_id <> :person)
            """;

    /** No row where the correction is in the ledger already. */
    static final String RECORD = """
            INSERT INTO register.source_record (source, source_key)
            VALUES ('correction', :key)
                ON CONFLICT (source, source_key) DO NOTHING
            RETURNING id
            """;

    static final String LINK = """
            INSERT INTO register.person_link (record_id, person_id, reason)
            VALUES (:record, :person, 'correction')
            """;

    /** The identity shown so far, with the corrected value in it. */
    static final String IDENTITY = """
            INSERT INTO register.identity (record_id, person_id, name, name_folded, name_pinyin, name_initials, born_on,
                                           id_no_cipher, id_no_index, phone_cipher, phone_index, account_cipher, account_index,
                                           address)
            SELECT :record, p.id, coalesce(:name, i.name), coalesce(:folded, i.name_folded), coalesce(:pinyin, i.name_pinyin),
                   coalesce(:initials, i.name_initials), coalesce(:bornOn, i.born_on),
                   coalesce(:numberCipher, i.id_no_cipher), coalesce(:numberIndex, i.id_no_index),
                   coalesce(:phoneCipher, i.phone_cipher), coalesce(:phoneIndex, i.phone_index),
                   i.account_cipher, i.account_index, coalesce(:address, i.address)
              FROM register.person p
              JOIN register.identity i ON i.record_id = p.identity_record
             WHERE p.id = :person
            """;

    /** Since the ledger has the identity-correction, what was stated before gives way. */
    static final String IDENTITY_CORRECTED = """
            WITH corrected AS (
                INSERT INTO register.life_event (record_id, kind, occurred_on, value)
                VALUES (:record, 'identity-correction', :today, :fact)
                RETURNING recorded_at)
            UPDATE register.person
               SET identity_since = (SELECT recorded_at FROM corrected)
             WHERE id = :person
            """;

    /** Since when the present value of an attribute holds; today where there is none. */
    static final String HOLDS_SINCE = """
            SELECT coalesce((SELECT s.valid_from
                               FROM register.standing s
                              WHERE s.person_id = :person AND s.attribute = :kind AND s.known_to = 'infinity'
                                AND s.valid_from <= :today AND s.valid_to > :today),
                            (SELECT v.born_on
                               FROM register.vital v
                              WHERE v.person_id = :person AND v.known_to = 'infinity'
                                AND NOT EXISTS (SELECT FROM register.standing s
                                                 WHERE s.person_id = :person AND s.attribute = :kind
                                                   AND s.known_to = 'infinity')),
                            :today)
            """;

    static final String BIRTH = """
            SELECT sex, born_on
              FROM register.vital
             WHERE person_id = :person AND known_to = 'infinity'
            """;

    /** Takes back every statement of the fact from a day on, whichever source made it. */
    static final String REVOKE = """
            INSERT INTO register.life_event (record_id, kind, occurred_on, revokes)
            SELECT :record, 'revocation', e.occurred_on, e.id
              FROM register.person_link l
              JOIN register.life_event e ON e.record_id = l.record_id
             WHERE l.person_id = :person AND l.known_to = 'infinity' AND e.kind = :kind AND e.occurred_on >= :from
               AND NOT EXISTS (SELECT FROM register.life_event x WHERE x.revokes = e.id)
            """;

    static final String STATE = """
            INSERT INTO register.life_event (record_id, kind, occurred_on, area, value)
            VALUES (:record, :kind, :on, :area, :value)
            RETURNING id
            """;

    /** The others in the event taken back are the others in the one stated instead. */
    static final String PARTICIPANTS = """
            INSERT INTO register.participant (event_id, role, record_id)
            SELECT DISTINCT ON (p.role) :event, p.role, p.record_id
              FROM register.life_event back
              JOIN register.life_event e    ON e.id = back.revokes
              JOIN register.participant p   ON p.event_id = e.id
              JOIN register.source_record r ON r.id = e.record_id
              JOIN register.source s        ON s.code = r.source
             WHERE back.record_id = :record
             ORDER BY p.role, s.precedence, e.recorded_at DESC, e.id DESC
            """;

    static final String STATED_IDENTITIES = """
              SELECT i.name, i.id_no_cipher, i.phone_cipher, i.address, r.source, r.received_at,
                     i.record_id = p.identity_record AS shown
                FROM register.identity i
                JOIN register.source_record r ON r.id = i.record_id
                JOIN register.person p        ON p.id = i.person_id
               WHERE i.person_id = :person
            ORDER BY r.received_at DESC, r.id DESC
            """;

    static final String STATED_EVENTS = """
              SELECT e.id, e.occurred_on, e.area, e.value, r.source, e.recorded_at,
                     EXISTS (SELECT FROM register.life_event x WHERE x.revokes = e.id) AS revoked,
                     EXISTS (SELECT FROM register.vital v
                              WHERE v.birth_event = e.id AND v.known_to = 'infinity')
                  OR EXISTS (SELECT FROM register.standing s
                              WHERE s.event_id = e.id AND s.known_to = 'infinity'
                                AND s.valid_from <= :today AND s.valid_to > :today) AS shown
                FROM register.person_link l
                JOIN register.life_event e    ON e.record_id = l.record_id
                JOIN register.source_record r ON r.id = e.record_id
               WHERE l.person_id = :person AND l.known_to = 'infinity' AND e.kind = :kind
            ORDER BY e.occurred_on DESC, e.recorded_at DESC, e.id DESC
            """;
}
