package org.junheng.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junheng.database.Loader;
import org.junheng.register.EventKind;
import org.junheng.register.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcLedger implements Ledger {

    private static final String HORIZON = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

    private static final String AFTER = """
              SELECT e.xid::text::bigint AS xid, e.id, coalesce(revoked.kind, e.kind) AS kind, l.person_id,
                     coalesce(revoked.occurred_on, e.occurred_on) AS occurred_on
                FROM register.life_event e
                JOIN register.person_link l ON l.record_id = e.record_id AND l.known_to = 'infinity'
                LEFT JOIN register.life_event revoked ON revoked.id = e.revokes
               WHERE (e.xid, e.id) > (:xid::text::xid8, :event)
                 AND e.xid < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY e.xid, e.id
               LIMIT :limit
            """;

    private final JdbcClient loader;
    private final TransactionTemplate work;

    JdbcLedger(@Loader JdbcClient loader, @Loader TransactionTemplate work) {
        this.loader = loader;
        this.work = work;
    }

    @Override
    public long horizon() {
        return work.execute(status -> loader.sql(HORIZON).query(Long.class).single());
    }

    @Override
    public List<Entry> listAfter(Cursor cursor, int limit) {
        return work.execute(status -> loader.sql(AFTER)
                .param("xid", cursor.xid())
                .param("event", cursor.event())
                .param("limit", limit)
                .query(JdbcLedger::entry)
                .list());
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                new Cursor(row.getLong("xid"), row.getObject("id", UUID.class)),
                EventKind.ofCode(row.getString("kind")),
                row.getObject("person_id", UUID.class),
                row.getObject("occurred_on", LocalDate.class));
    }
}
