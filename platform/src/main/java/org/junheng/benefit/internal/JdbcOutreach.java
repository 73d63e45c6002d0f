package org.junheng.benefit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;
import org.junheng.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Offers that no family has answered, and who visited or called. Every method takes part in the caller's transaction.
 */
@Repository
class JdbcOutreach {

    private static final String UNANSWERED = """
                FROM benefit.offer o
                LEFT JOIN LATERAL (SELECT c.outcome, c.at
                                     FROM benefit.contact c
                                    WHERE c.unit_id = o.unit_id AND c.scheme = o.scheme
                                    ORDER BY c.id DESC
                                    LIMIT 1) last ON true
               WHERE o.scheme = :scheme AND o.state = 'open'
                 AND NOT EXISTS (SELECT FROM benefit.claim c
                                  WHERE c.unit_id = o.unit_id AND c.scheme = o.scheme
                                    AND c.state NOT IN ('refused', 'withdrawn'))
                 AND (:all OR last.outcome IS DISTINCT FROM 'does-not-want')
            """;

    private static final String PAGE = """
              SELECT o.unit_id, o.area, o.outcome = 'undetermined' AS undetermined, o.amount_fen, o.offered_at,
                     last.outcome AS contact, last.at AS contacted_at
            """ + UNANSWERED + """
            ORDER BY %s
               LIMIT :limit OFFSET :offset
            """;

    private static final String COUNT = "SELECT count(*)" + UNANSWERED;

    private static final String ONE = """
              SELECT o.unit_id, o.area, o.outcome = 'undetermined' AS undetermined, o.amount_fen, o.offered_at,
                     last.outcome AS contact, last.at AS contacted_at
            """ + UNANSWERED + " AND o.unit_id = :unit";

    private static final Map<String, String> ORDERS =
            Map.of("area", "o.area", "amount", "o.amount_fen", "offered", "o.offered_at", "contact", "last.at");

    private static final String NOTE = """
            INSERT INTO benefit.contact (unit_id, scheme, area, outcome, subject)
            SELECT o.unit_id, o.scheme, o.area, :outcome, access.subject()
              FROM benefit.offer o
             WHERE o.unit_id = :unit AND o.scheme = :scheme
            """;

    private static final String CONTACTS = """
              SELECT outcome, at
                FROM benefit.contact
               WHERE unit_id = :unit AND scheme = :scheme
            ORDER BY id DESC
            """;

    private final JdbcClient app;

    JdbcOutreach(JdbcClient app) {
        this.app = app;
    }

    /**
     * An offer without an answer.
     *
     * @param unit the child
     * @param area the township
     * @param undetermined whether the family has to state something first
     * @param amount owed so far
     * @param offeredAt since when it is offered
     * @param last the last visit or call
     */
    record Unanswered(
            UUID unit, AreaCode area, boolean undetermined, Money amount, Instant offeredAt, Optional<Contact> last) {}

    /**
     * A visit or a call.
     *
     * @param outcome what came of it
     * @param at when
     */
    record Contact(String outcome, Instant at) {}

    List<Unanswered> list(PageRequest page, boolean all, int limit, long offset) {
        // Those nobody has been to come first, the longest waiting of them in front.
        var order = page.sort().orderBy(ORDERS, "(last.at IS NOT NULL), last.at, o.offered_at, o.unit_id");
        return app.sql(PAGE.formatted(order))
                .param("scheme", Subsidy.SCHEME)
                .param("all", all)
                .param("limit", limit)
                .param("offset", offset)
                .query(JdbcOutreach::unanswered)
                .list();
    }

    long count(boolean all) {
        return app.sql(COUNT)
                .param("scheme", Subsidy.SCHEME)
                .param("all", all)
                .query(Long.class)
                .single();
    }

    Optional<Unanswered> find(UUID unit) {
        return app.sql(ONE)
                .param("scheme", Subsidy.SCHEME)
                .param("all", true)
                .param("unit", unit)
                .query(JdbcOutreach::unanswered)
                .optional();
    }

    void note(UUID unit, String outcome) {
        app.sql(NOTE)
                .param("unit", unit)
                .param("scheme", Subsidy.SCHEME)
                .param("outcome", outcome)
                .update();
    }

    List<Contact> listContacts(UUID unit) {
        return app.sql(CONTACTS)
                .param("unit", unit)
                .param("scheme", Subsidy.SCHEME)
                .query((row, number) -> new Contact(
                        row.getString("outcome"), row.getTimestamp("at").toInstant()))
                .list();
    }

    private static Unanswered unanswered(ResultSet row, int number) throws SQLException {
        var contact = row.getString("contact");
        return new Unanswered(
                row.getObject("unit_id", UUID.class),
                new AreaCode(row.getLong("area")),
                row.getBoolean("undetermined"),
                Money.ofFen(row.getLong("amount_fen")),
                row.getTimestamp("offered_at").toInstant(),
                contact == null
                        ? Optional.empty()
                        : Optional.of(new Contact(
                                contact, row.getTimestamp("contacted_at").toInstant())));
    }
}
