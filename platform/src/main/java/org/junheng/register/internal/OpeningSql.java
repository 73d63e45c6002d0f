package org.junheng.register.internal;

import java.util.List;
import java.util.stream.Stream;

/** The statements of an opening load, which runs as the owner of the tables. */
final class OpeningSql {

    private OpeningSql() {}

    /** What the records say. Folding reads these by their indexes. */
    static final List<String> LEDGER = List.of(
            "register.source_record",
            "register.person_link",
            "register.identity",
            "register.life_event",
            "register.participant");

    /** What is folded from it. */
    static final List<String> STATES =
            List.of("register.vital", "register.standing", "register.couple", "register.parentage", "register.person");

    static final List<String> TABLES =
            Stream.concat(LEDGER.stream(), STATES.stream()).toList();

    static final String PERSONS_KNOWN = "SELECT count(*) FROM (SELECT FROM register.person LIMIT 1) one";

    /** The tables are new to this transaction: with {@code wal_level = minimal} their rows need no log. */
    static final String EMPTY = "TRUNCATE " + String.join(", ", TABLES);

    static final String PERSONS = "register.person (id) FROM STDIN WITH (FORMAT binary, FREEZE)";

    static final String RECORDS = """
            register.source_record (id, source, source_key, content_hash) FROM STDIN WITH (FORMAT binary, FREEZE)
            """;

    static final String LINKS = """
            register.person_link (record_id, person_id, reason) FROM STDIN WITH (FORMAT binary, FREEZE)
            """;

    static final String IDENTITIES = """
            register.identity (record_id, person_id, name, name_folded, name_pinyin, name_initials, born_on,
                               id_no_cipher, id_no_index, phone_cipher, phone_index, account_cipher, account_index, address)
            FROM STDIN WITH (FORMAT binary, FREEZE)
            """;

    static final String EVENTS = """
            register.life_event (id, record_id, kind, occurred_on, area, value) FROM STDIN WITH (FORMAT binary, FREEZE)
            """;

    static final String PARTICIPANTS = """
            register.participant (event_id, role, record_id) FROM STDIN WITH (FORMAT binary, FREEZE)
            """;

    /** No foreign key checks participants (decision 0008), so the load does. */
    static final String UNKNOWN_PARTICIPANTS = """
            SELECT count(*)
              FROM register.participant p
             WHERE NOT EXISTS (SELECT FROM register.source_record r WHERE r.id = p.record_id)
            """;

    /** Sorting and hashing a whole county; the settings end with the transaction. */
    static final String ROOM = """
            SELECT set_config('work_mem', '256MB', true), set_config('maintenance_work_mem', '512MB', true),
                   set_config('max_parallel_maintenance_workers', '1', true)
            """;

    static final String FOLD_VITAL = """
            INSERT INTO register.vital (person_id, sex, born_on, died_on, birth_event, death_event, known_from)
            SELECT person_id, sex, born_on, died_on, birth_event, death_event, now() FROM register.vital_fold
            """;

    static final String FOLD_STANDING = """
            INSERT INTO register.standing (person_id, attribute, area, value, valid_from, valid_to, event_id, known_from)
            SELECT person_id, attribute, area, value, valid_from, valid_to, event_id, now() FROM register.standing_fold
            """;

    static final String FOLD_COUPLE = """
            INSERT INTO register.couple (person_id, spouse_id, valid_from, valid_to, ended_by, event_id, known_from)
            SELECT person_id, spouse_id, valid_from, valid_to, ended_by, event_id, now() FROM register.couple_fold
            """;

    static final String FOLD_PARENTAGE = """
            INSERT INTO register.parentage (child_id, parent_id, role, valid_from, event_id, known_from)
            SELECT child_id, parent_id, role, valid_from, event_id, now() FROM register.parentage_fold
            """;

    static final String FOLD_PERSON = """
            UPDATE register.person p
               SET hukou_area = f.hukou_area, residence_area = f.residence_area, service_area = f.service_area,
                   sex = f.sex, born_on = f.born_on, died_on = f.died_on, identity_record = f.identity_record
              FROM register.person_fold f
             WHERE f.id = p.id
            """;

    static String analyze(List<String> tables) {
        return "ANALYZE " + String.join(", ", tables);
    }
}
