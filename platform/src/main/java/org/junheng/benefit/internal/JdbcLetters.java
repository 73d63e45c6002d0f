package org.junheng.benefit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Coded;
import org.junheng.kernel.Money;
import org.junheng.web.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters as the present actor may see and issue them. Every method takes part in the caller's transaction. */
@Repository
class JdbcLetters {

    private static final String COLUMNS = """
            SELECT id, number, kind, claim_id, unit_id, area, decision_id, amount_fen, state, drafted_at, issued_at
              FROM benefit.letter
            """;

    private static final String FIND = COLUMNS + " WHERE id = :id";

    private static final String OF_CLAIM = COLUMNS + " WHERE claim_id = :claim ORDER BY id DESC";

    private static final String PAGE = COLUMNS + " ORDER BY %s LIMIT :limit OFFSET :offset";

    private static final String COUNT = "SELECT count(*) FROM benefit.letter";

    private static final Map<String, String> ORDERS =
            Map.of("number", "number", "kind", "kind", "area", "area", "state", "state", "issued", "issued_at");

    private static final String ISSUE_REFUSAL = """
            INSERT INTO benefit.letter (number, kind, claim_id, unit_id, area, decision_id, covers, amount_fen, state,
                                        issued_by, issued_at)
            VALUES ('育补〔' || extract(year FROM now() AT TIME ZONE 'Asia/Shanghai') || '〕' || :county || '-'
                    || lpad(nextval('benefit.letter_serial')::text, 6, '0') || '号',
                    'refusal', :claim, :unit, :area, :decision, '{}', 0, 'issued', access.subject(), now())
                ON CONFLICT DO NOTHING
            """;

    private static final String ISSUE = """
            UPDATE benefit.letter
               SET state = 'issued', issued_by = access.subject(), issued_at = now()
             WHERE id = :id AND state = 'draft'
            """;

    private final JdbcClient app;

    JdbcLetters(JdbcClient app) {
        this.app = app;
    }

    /** What a letter says. */
    enum Kind implements Coded {
        REFUSAL("refusal", "不予确认决定书", "Decision to refuse"),
        STOP("stop", "停止发放决定书", "Decision to stop"),
        RECOVERY("recovery", "追回决定书", "Decision to recover");

        private final String code;
        private final String zh;
        private final String en;

        Kind(String code, String zh, String en) {
            this.code = code;
            this.zh = zh;
            this.en = en;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String zh() {
            return zh;
        }

        @Override
        public String en() {
            return en;
        }

        static Kind ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No kind of letter is '%s'.".formatted(code)));
        }
    }

    /**
     * A letter.
     *
     * @param id id
     * @param number number of the document
     * @param kind what it says
     * @param concerns whom and what
     * @param amount to be paid back or set off; zero for a refusal
     * @param draftedAt when it was drafted
     * @param issuedAt when it was issued; empty for a draft
     */
    record Letter(
            UUID id,
            String number,
            Kind kind,
            Concerns concerns,
            Money amount,
            Instant draftedAt,
            Optional<Instant> issuedAt) {

        public boolean draft() {
            return issuedAt.isEmpty();
        }
    }

    /**
     * Whom and what a letter concerns.
     *
     * @param claim the claim
     * @param unit the child
     * @param area the township
     * @param decision the decision it states
     */
    record Concerns(UUID claim, UUID unit, AreaCode area, UUID decision) {}

    Optional<Letter> find(UUID id) {
        return app.sql(FIND).param("id", id).query(JdbcLetters::letter).optional();
    }

    List<Letter> listOf(UUID claim) {
        return app.sql(OF_CLAIM)
                .param("claim", claim)
                .query(JdbcLetters::letter)
                .list();
    }

    /** Drafts first, then the latest. */
    List<Letter> list(Sort sort, int limit, long offset) {
        return app.sql(PAGE.formatted(sort.orderBy(ORDERS, "(state = 'draft') DESC, id DESC")))
                .param("limit", limit)
                .param("offset", offset)
                .query(JdbcLetters::letter)
                .list();
    }

    long count() {
        return app.sql(COUNT).query(Long.class).single();
    }

    /** The letter of a refusal that two persons decided: issued with it. */
    void issueRefusal(Claim claim, UUID decision) {
        app.sql(ISSUE_REFUSAL)
                .param("county", claim.area().county().shortText())
                .param("claim", claim.id())
                .param("unit", claim.unit())
                .param("area", claim.area().value())
                .param("decision", decision)
                .update();
    }

    /** Whether it was a draft until now. */
    boolean issue(UUID id) {
        return app.sql(ISSUE).param("id", id).update() == 1;
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                row.getString("number"),
                Kind.ofCode(row.getString("kind")),
                new Concerns(
                        row.getObject("claim_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        new AreaCode(row.getLong("area")),
                        row.getObject("decision_id", UUID.class)),
                Money.ofFen(row.getLong("amount_fen")),
                row.getTimestamp("drafted_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("issued_at")).map(java.sql.Timestamp::toInstant));
    }
}
