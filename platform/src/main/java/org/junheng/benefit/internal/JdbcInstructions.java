package org.junheng.benefit.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junheng.benefit.Instruction;
import org.junheng.benefit.Instructions;
import org.junheng.benefit.SealedPayee;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcInstructions implements Instructions {

    private static final String AFTER = """
              SELECT i.xid::text::bigint AS xid, i.id, i.unit_id, i.scheme, i.period, i.revision, i.amount_fen, i.area,
                     i.claim_id
                FROM benefit.instruction i
               WHERE (i.xid, i.id) > (:xid::text::xid8, :id)
                 AND i.xid < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY i.xid, i.id
               LIMIT :limit
            """;

    private static final String PAYEES = """
            SELECT id, payee, payee_since
              FROM benefit.claim
             WHERE id = ANY (:claims)
            """;

    private static final String LAST = """
              SELECT DISTINCT ON (unit_id, period)
                     unit_id, period, revision, entitled_after
                FROM benefit.instruction
               WHERE unit_id = ANY (:units) AND scheme = :scheme
            ORDER BY unit_id, period, revision DESC
            """;

    private static final String ISSUE = """
            INSERT INTO benefit.instruction (unit_id, scheme, period, revision, entitled_before, entitled_after, claim_id,
                                             area, version, content_hash, ledger_horizon)
            SELECT n.unit_id, :scheme, n.period, n.revision, n.before_fen, n.after_fen, n.claim_id, n.area, n.version, n.hash,
                   pg_snapshot_xmin(pg_current_snapshot())::text::bigint
              FROM unnest(:units, :periods, :revisions, :befores, :afters, :claims, :areas, :versions, :hashes)
                   AS n (unit_id, period, revision, before_fen, after_fen, claim_id, area, version, hash)
            """;

    private final JdbcClient loader;
    private final TransactionTemplate work;

    JdbcInstructions(@Loader JdbcClient loader, @Loader TransactionTemplate work) {
        this.loader = loader;
        this.work = work;
    }

    @Override
    public List<Instruction> listAfter(Instruction.Cursor cursor, int limit) {
        return work.execute(status -> loader.sql(AFTER)
                .param("xid", cursor.xid())
                .param("id", cursor.id())
                .param("limit", limit)
                .query((row, number) -> new Instruction(
                        new Instruction.Cursor(row.getLong("xid"), row.getObject("id", UUID.class)),
                        new Instruction.Owed(
                                row.getObject("unit_id", UUID.class), row.getString("scheme"), row.getString("period")),
                        row.getInt("revision"),
                        Money.ofFen(row.getLong("amount_fen")),
                        new AreaCode(row.getLong("area")),
                        row.getObject("claim_id", UUID.class)))
                .list());
    }

    @Override
    public Map<UUID, SealedPayee> listPayees(Collection<UUID> claims) {
        return work.execute(status -> {
            var payees = new HashMap<UUID, SealedPayee>();
            loader.sql(PAYEES).param("claims", claims.toArray(UUID[]::new)).query(row -> {
                payees.put(
                        row.getObject("id", UUID.class),
                        new SealedPayee(
                                row.getBytes("payee"),
                                row.getTimestamp("payee_since").toInstant()));
            });
            return payees;
        });
    }

    /** The last revision of every period of the children, by child and period. */
    Map<UUID, Map<String, Revision>> listLast(Collection<UUID> units) {
        var last = new HashMap<UUID, Map<String, Revision>>();
        loader.sql(LAST)
                .param("units", units.toArray(UUID[]::new))
                .param("scheme", Subsidy.SCHEME)
                .query(row -> {
                    last.computeIfAbsent(row.getObject("unit_id", UUID.class), unit -> new HashMap<>())
                            .put(
                                    row.getString("period"),
                                    new Revision(row.getInt("revision"), Money.ofFen(row.getLong("entitled_after"))));
                });
        return last;
    }

    /** Issues the next revisions. The database refuses one that does not continue the revision before. */
    void issue(List<NextRevision> next) {
        loader.sql(ISSUE)
                .param("scheme", Subsidy.SCHEME)
                .param("units", next.stream().map(n -> n.claim().unit()).toArray(UUID[]::new))
                .param("periods", next.stream().map(NextRevision::period).toArray(String[]::new))
                .param(
                        "revisions",
                        next.stream()
                                .map(n -> (short) (n.before().number() + 1))
                                .toArray(Short[]::new))
                .param(
                        "befores",
                        next.stream().map(n -> n.before().entitled().fen()).toArray(Long[]::new))
                .param("afters", next.stream().map(n -> n.entitled().fen()).toArray(Long[]::new))
                .param("claims", next.stream().map(n -> n.claim().id()).toArray(UUID[]::new))
                .param("areas", next.stream().map(n -> n.claim().area().value()).toArray(Long[]::new))
                .param("versions", next.stream().map(n -> n.rule().version()).toArray(String[]::new))
                .param("hashes", next.stream().map(n -> n.rule().hash()).toArray(String[]::new))
                .update();
    }

    /**
     * The last revision of a period.
     *
     * @param number its number, 0 before the first
     * @param entitled what it said is owed
     */
    record Revision(int number, Money entitled) {
        static final Revision NONE = new Revision(0, Money.ZERO);
    }

    /** The rule an amount rests on. */
    record Rule(String version, String hash) {
        static final Rule NOTHING_OWED = new Rule("", "");
    }

    /** The granted claim of a child. */
    record Granted(UUID id, UUID unit, AreaCode area, Claimed claimed) {}

    /** A revision to be issued. */
    record NextRevision(Granted claim, String period, Revision before, Money entitled, Rule rule) {}
}
