package org.junheng.intake.internal;

/** The statements about deliveries. */
final class DeliverySql {

    private DeliverySql() {}

    static final String ADD = """
            INSERT INTO intake.delivery (id, channel, file_name, sha256, area, subject, rows, applied, repeated, provisional, rejected)
            VALUES (:id, :channel, :file, :sha256, :area, access.subject(), :rows, :applied, :repeated, :provisional, :rejected)
            """;

    static final String ADD_FINDING = """
            INSERT INTO intake.finding (delivery, row_number, field, severity, expectation, value)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    static final String ADD_REJECTED = """
            INSERT INTO intake.rejected_row (delivery, row_number, content)
            VALUES (?, ?, ?)
            """;

    static final String ADD_NOTICE = """
            INSERT INTO intake.birth_notice (notice_number, delivery, row_number, child_id, mother_id, mother_outcome, born_on,
                                             institution, institution_area, parity, plurality, gestation_weeks, weight_grams)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static final String MARK_CORRECTED = """
            UPDATE intake.rejected_row SET corrected = :correction
             WHERE delivery = :delivery AND row_number = :row AND corrected IS NULL
            """;

    static final String LIST = """
              SELECT id, channel, file_name, subject, received_at, rows, applied, repeated, provisional, rejected
                FROM intake.delivery
            ORDER BY received_at DESC
               LIMIT :limit
            """;

    static final String FIND = """
            SELECT id, channel, file_name, subject, received_at, rows, applied, repeated, provisional, rejected
              FROM intake.delivery
             WHERE id = :id
            """;

    static final String FINDINGS = """
              SELECT row_number, field, expectation, value
                FROM intake.finding
               WHERE delivery = :id
            ORDER BY row_number, severity, field
            """;

    static final String OPEN_ROWS = """
              SELECT row_number, content
                FROM intake.rejected_row
               WHERE delivery = :id AND corrected IS NULL
            ORDER BY row_number
            """;
}
