package org.junheng.intake.internal;

/** The statements about requests to verify. */
final class VerificationSql {

    private VerificationSql() {}

    private static final String COLUMNS =
            "id, person_id, asked_area, asking_area, reason, due_on, state, note, answered_by, answered_at";

    static final String ASK = """
            INSERT INTO intake.verification_request (person_id, asked_area, asking_area, reason, due_on)
            VALUES (:person, :asked, :asking, :reason, :due)
            RETURNING\s""" + COLUMNS;

    /** The open ones first, by due date, then the latest answers. */
    static final String LIST = "SELECT " + COLUMNS + """

                FROM intake.verification_request
            ORDER BY state <> 'open', state <> 'denied',
                     CASE WHEN state = 'open' THEN due_on END, answered_at DESC, id
               LIMIT :limit OFFSET :offset
            """;

    static final String COUNT = "SELECT count(*) FROM intake.verification_request";

    static final String FIND = "SELECT " + COLUMNS + " FROM intake.verification_request WHERE id = :id";

    static final String ANSWER = """
            UPDATE intake.verification_request
               SET state = :state, note = :note, answered_by = access.subject(), answered_at = now()
             WHERE id = :id AND state = :from
            """;
}
