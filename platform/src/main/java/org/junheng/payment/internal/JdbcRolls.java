package org.junheng.payment.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junheng.benefit.SealedPayee;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pay-rolls as the present actor may see and change them. Every method takes part in the caller's transaction. */
@Repository
class JdbcRolls {

    private static final String COLUMNS = """
            SELECT id, area, scheme, state, lines, total_fen, sha256, made_by, made_at, frozen_by, frozen_at
              FROM payment.roll
            """;

    private static final String BY_ID = COLUMNS + " WHERE id = :id";

    private static final String BY_ID_TO_CHANGE = BY_ID + " FOR UPDATE";

    private static final String LATEST = COLUMNS + " ORDER BY made_at DESC LIMIT :limit OFFSET :offset";

    private static final String BEGIN = """
            INSERT INTO payment.roll (area, scheme, state, made_by)
            VALUES (:area, :scheme, 'draft', access.subject())
            RETURNING id
            """;

    private static final String CANDIDATES = """
              SELECT p.instruction_id, p.claim_id, earlier.attempts, earlier.returned_at,
                     p.amount_fen - coalesce(offs.fen, 0)::bigint AS amount_fen
                FROM payment.payable p
               CROSS JOIN LATERAL (SELECT count(*) AS attempts, max(settled_at) AS returned_at
                                     FROM payment.transfer t WHERE t.instruction_id = p.instruction_id) earlier
               CROSS JOIN LATERAL (SELECT sum(s.amount_fen) AS fen
                                     FROM payment.set_off s WHERE s.payable_id = p.instruction_id) offs
               WHERE p.amount_fen > coalesce(offs.fen, 0) AND p.scheme = :scheme AND p.area >= :from AND p.area < :to
                 AND NOT EXISTS (SELECT FROM payment.transfer t
                                  WHERE t.instruction_id = p.instruction_id AND t.state IN ('pending', 'paid'))
            ORDER BY p.area, p.instruction_id
            """;

    private static final String ADD_LINES = """
            INSERT INTO payment.transfer (instruction_id, roll_id, attempt, line, unit_id, area, amount_fen, payee)
            SELECT n.id, :roll, n.attempt, n.line, p.unit_id, p.area, n.amount_fen, n.payee
              FROM unnest(:ids, :attempts, :lines, :amounts, :payees) AS n (id, attempt, line, amount_fen, payee)
              JOIN payment.payable p ON p.instruction_id = n.id
            """;

    private static final String COUNT_UP = """
            UPDATE payment.roll r
               SET lines = t.lines, total_fen = t.total_fen
              FROM (SELECT count(*) AS lines, coalesce(sum(amount_fen), 0) AS total_fen
                      FROM payment.transfer WHERE roll_id = :id) t
             WHERE r.id = :id
            """;

    /** Lines of a draft whose child has since had a recovery that would be set off. */
    private static final String CHANGED_SINCE = """
            SELECT count(*)
              FROM payment.transfer t
              JOIN payment.payable mine ON mine.instruction_id = t.instruction_id
             WHERE t.roll_id = :id
               AND EXISTS (SELECT FROM payment.payable r
                            WHERE r.unit_id = mine.unit_id AND r.scheme = mine.scheme AND r.amount_fen < 0
                              AND -r.amount_fen > coalesce((SELECT sum(s.amount_fen) FROM payment.set_off s
                                                             WHERE s.recovery_id = r.instruction_id), 0))
            """;

    private static final String FREEZE = """
            UPDATE payment.roll
               SET state = 'frozen', sha256 = :sha256, frozen_by = access.subject(), frozen_at = now()
             WHERE id = :id AND state = 'draft'
            """;

    private static final String MOVE = """
            UPDATE payment.roll
               SET state = :to
             WHERE id = :id AND state = :from
            """;

    private static final String DROP_LINES = "DELETE FROM payment.transfer WHERE roll_id = :id";

    private static final String LINES = """
              SELECT t.id, t.line, p.period, t.area, t.amount_fen, t.payee, t.state, t.reason, t.attempt
                FROM payment.transfer t
                JOIN payment.payable p ON p.instruction_id = t.instruction_id
               WHERE t.roll_id = :id AND t.line > :after
            ORDER BY t.line
               LIMIT :limit
            """;

    private final JdbcClient app;

    JdbcRolls(JdbcClient app) {
        this.app = app;
    }

    JdbcClient client() {
        return app;
    }

    /**
     * Something that could be paid now.
     *
     * @param instruction the instruction
     * @param claim its claim
     * @param attempts how often it was tried
     * @param returnedAt when the last try came back
     * @param amount what is left of it after set-offs
     */
    record Candidate(
            UUID instruction, UUID claim, int attempts, Optional<java.time.Instant> returnedAt, Money amount) {}

    /** A candidate with its account, on its way to a line. */
    record NewLine(Candidate candidate, int line, SealedPayee payee) {}

    /**
     * A line of a roll.
     *
     * @param transfer the transfer
     * @param line its number
     * @param what period, area, amount
     * @param payee the sealed account
     * @param result pending, paid or returned, and why
     */
    record Line(UUID transfer, int line, What what, byte[] payee, Result result) {

        /** What is paid. */
        record What(String period, AreaCode area, Money amount, int attempt) {}

        /** What came of it. */
        record Result(String state, Optional<String> reason) {}
    }

    Optional<Roll> find(UUID id) {
        return app.sql(BY_ID).param("id", id).query(JdbcRolls::roll).optional();
    }

    Optional<Roll> findToChange(UUID id) {
        return app.sql(BY_ID_TO_CHANGE).param("id", id).query(JdbcRolls::roll).optional();
    }

    List<Roll> listLatest(int limit, long offset) {
        return app.sql(LATEST)
                .param("limit", limit)
                .param("offset", offset)
                .query(JdbcRolls::roll)
                .list();
    }

    long count() {
        return app.sql("SELECT count(*) FROM payment.roll").query(Long.class).single();
    }

    UUID begin(AreaCode area, String scheme) {
        return app.sql(BEGIN)
                .param("area", area.value())
                .param("scheme", scheme)
                .query((row, number) -> row.getObject("id", UUID.class))
                .single();
    }

    List<Candidate> listCandidates(AreaCode area, String scheme) {
        return app.sql(CANDIDATES)
                .param("scheme", scheme)
                .param("from", area.from())
                .param("to", area.to())
                .query((row, number) -> new Candidate(
                        row.getObject("instruction_id", UUID.class),
                        row.getObject("claim_id", UUID.class),
                        row.getInt("attempts"),
                        Optional.ofNullable(row.getTimestamp("returned_at")).map(java.sql.Timestamp::toInstant),
                        Money.ofFen(row.getLong("amount_fen"))))
                .list();
    }

    void addLines(UUID roll, List<NewLine> lines) {
        app.sql(ADD_LINES)
                .param("roll", roll)
                .param(
                        "ids",
                        lines.stream().map(l -> l.candidate().instruction()).toArray(UUID[]::new))
                .param(
                        "attempts",
                        lines.stream()
                                .map(l -> (short) (l.candidate().attempts() + 1))
                                .toArray(Short[]::new))
                .param("lines", lines.stream().map(NewLine::line).toArray(Integer[]::new))
                .param(
                        "amounts",
                        lines.stream().map(l -> l.candidate().amount().fen()).toArray(Long[]::new))
                .param("payees", lines.stream().map(l -> l.payee().bytes()).toArray(byte[][]::new))
                .update();
    }

    void countUp(UUID roll) {
        app.sql(COUNT_UP).param("id", roll).update();
    }

    long countChangedSince(UUID roll) {
        return app.sql(CHANGED_SINCE).param("id", roll).query(Long.class).single();
    }

    void freeze(UUID roll, byte[] sha256) {
        app.sql(FREEZE).param("id", roll).param("sha256", sha256).update();
    }

    boolean move(UUID roll, RollState from, RollState to) {
        return app.sql(MOVE)
                        .params(Map.of("id", roll, "from", from.code(), "to", to.code()))
                        .update()
                == 1;
    }

    void dropLines(UUID roll) {
        app.sql(DROP_LINES).param("id", roll).update();
    }

    /** All lines in order, read in portions. */
    void eachLine(UUID roll, Consumer<Line> taker) {
        int after = 0;
        List<Line> portion;
        do {
            portion = listLines(roll, after, 10_000);
            portion.forEach(taker);
            after += portion.size();
        } while (!portion.isEmpty());
    }

    /** Lines number {@code after} + 1 and on; lines are numbered from 1 without gaps. */
    List<Line> listLines(UUID roll, int after, int limit) {
        return app.sql(LINES)
                .param("id", roll)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getInt("line"),
                        new Line.What(
                                row.getString("period"),
                                new AreaCode(row.getLong("area")),
                                Money.ofFen(row.getLong("amount_fen")),
                                row.getInt("attempt")),
                        row.getBytes("payee"),
                        new Line.Result(row.getString("state"), Optional.ofNullable(row.getString("reason")))))
                .list();
    }

    private static Roll roll(ResultSet row, int number) throws SQLException {
        var frozen = row.getString("frozen_by") == null
                ? Optional.<Roll.Freeze>empty()
                : Optional.of(new Roll.Freeze(hand(row, "frozen_by", "frozen_at"), row.getBytes("sha256")));
        return new Roll(
                row.getObject("id", UUID.class),
                new AreaCode(row.getLong("area")),
                row.getString("scheme"),
                RollState.ofCode(row.getString("state")),
                new Roll.Controls(row.getInt("lines"), Money.ofFen(row.getLong("total_fen"))),
                hand(row, "made_by", "made_at"),
                frozen);
    }

    private static Roll.Hand hand(ResultSet row, String by, String at) throws SQLException {
        return new Roll.Hand(row.getString(by), row.getTimestamp(at).toInstant());
    }
}
