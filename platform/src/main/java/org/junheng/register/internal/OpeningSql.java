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

    /** Sorting and hashing a whole county, with all processors; the settings end with the transaction. */
    static final String ROOM = """
            SELECT set_config('work_mem', '256MB', true), set_config('maintenance_work_mem', '512MB', true),
                   set_config('max_parallel_maintenance_workers', '1', true),
                   set_config('parallel_setup_cost', '100', true), set_config('parallel_tuple_cost', '0.01', true)
            """;

    static final Fold VITAL =
            new Fold("register.vital", "person_id, sex, born_on, died_on, birth_event, death_event, known_from", """
            SELECT person_id, sex, born_on, died_on, birth_event, death_event, now() FROM register.vital_fold
            """);

    static final Fold STANDING = new Fold(
            "register.standing", "person_id, attribute, area, value, valid_from, valid_to, event_id, known_from", """
            SELECT person_id, attribute, area, value, valid_from, valid_to, event_id, now() FROM register.standing_fold
            """);

    static final Fold COUPLE = new Fold(
            "register.couple", "person_id, spouse_id, valid_from, valid_to, ended_by, event_id, known_from", """
            SELECT person_id, spouse_id, valid_from, valid_to, ended_by, event_id, now() FROM register.couple_fold
            """);

    static final Fold PARENTAGE =
            new Fold("register.parentage", "child_id, parent_id, role, valid_from, event_id, known_from", """
            SELECT child_id, parent_id, role, valid_from, event_id, now() FROM register.parentage_fold
            """);

    /** Guards and face; the bare ids that the fold starts from give way to it. */
    static final Fold PERSON = new Fold(
            "register.person",
            "id, hukou_area, residence_area, service_area, sex, born_on, died_on, identity_record",
            """
            SELECT id, hukou_area, residence_area, service_area, sex, born_on, died_on, identity_record
              FROM register.person_fold
            """);

    /**
     * What one state table takes from the ledger. PostgreSQL runs a query on several processors when it makes a table
     * of it, not when it inserts into one: so the fold goes through a table of its own.
     *
     * @param table the state table
     * @param columns its columns, in the order of the query
     * @param query the fold of the whole ledger
     */
    record Fold(String table, String columns, String query) {

        List<String> statements() {
            return List.of(
                    "CREATE TEMPORARY TABLE folded ON COMMIT DROP AS " + query,
                    "TRUNCATE " + table,
                    "INSERT INTO %s (%s) SELECT * FROM folded".formatted(table, columns),
                    "DROP TABLE folded");
        }
    }

    static String analyze(List<String> tables) {
        return "ANALYZE " + String.join(", ", tables);
    }
}
