package org.junheng.access.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Purpose;
import org.junheng.access.ReadLog;
import org.junheng.access.Role;
import org.junheng.database.Auditor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcReadLog implements ReadLog {

    private static final String NOTE = """
            INSERT INTO access.read_log (subject, role, purpose, action, person_id, hits, area)
            VALUES (access.subject(), access.role(), access.purpose(), :action, :person, :hits, lower(access.areas()))
            """;

    private static final String OF_PERSON = """
              SELECT at, subject, role, purpose, action, person_id, hits
                FROM access.read_log
               WHERE person_id = :person
            ORDER BY at DESC
               LIMIT :limit
            """;

    private static final String ALL = """
              SELECT at, subject, role, purpose, action, person_id, hits
                FROM access.read_log
               WHERE :subject = '' OR position(:subject IN subject) > 0
            ORDER BY at DESC
               LIMIT :limit OFFSET :offset
            """;

    private static final String COUNT = """
            SELECT count(*)
              FROM access.read_log
             WHERE :subject = '' OR position(:subject IN subject) > 0
            """;

    private final JdbcClient app;
    private final JdbcClient auditor;
    private final TransactionTemplate audit;

    JdbcReadLog(JdbcClient app, @Auditor JdbcClient auditor, @Auditor TransactionTemplate audit) {
        this.app = app;
        this.auditor = auditor;
        this.audit = audit;
    }

    @Override
    public void opened(UUID person, String action) {
        app.sql(NOTE)
                .param("action", action)
                .param("person", person)
                .param("hits", 1)
                .update();
    }

    @Override
    public void searched(int hits) {
        many("search", hits);
    }

    @Override
    public void exported(int persons) {
        many("compare", persons);
    }

    private void many(String action, int hits) {
        app.sql(NOTE)
                .param("action", action)
                .param("person", null, java.sql.Types.OTHER)
                .param("hits", hits)
                .update();
    }

    @Override
    public List<Reading> listOf(UUID person, int limit) {
        return app.sql(OF_PERSON)
                .param("person", person)
                .param("limit", limit)
                .query(JdbcReadLog::reading)
                .list();
    }

    @Override
    public List<Reading> listAll(AuditQuery query) {
        return audit.execute(status -> auditor.sql(ALL)
                .param("subject", query.subject())
                .param("limit", query.limit())
                .param("offset", query.offset())
                .query(JdbcReadLog::reading)
                .list());
    }

    @Override
    public long count(AuditQuery query) {
        return audit.execute(status -> auditor.sql(COUNT)
                .param("subject", query.subject())
                .query(Long.class)
                .single());
    }

    private static Reading reading(ResultSet row, int number) throws SQLException {
        return new Reading(
                row.getTimestamp("at").toInstant(),
                row.getString("subject"),
                Role.valueOf(row.getString("role")),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("action"),
                Optional.ofNullable(row.getObject("person_id", UUID.class)),
                row.getInt("hits"));
    }
}
