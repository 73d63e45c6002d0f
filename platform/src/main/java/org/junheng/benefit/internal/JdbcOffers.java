package org.junheng.benefit.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Offers to families; written in batches by the follower of the ledger, read by families and officers. */
@Repository
class JdbcOffers {

    /** An offer that is unchanged is not written again; one that is no longer borne is withdrawn, never deleted. */
    private static final String WRITE = """
            INSERT INTO benefit.offer (unit_id, scheme, area, state, outcome, amount_fen, version, content_hash, decided_on,
                                       ledger_horizon)
            SELECT o.unit_id, :scheme, o.area, CASE WHEN o.outcome = 'not-eligible' THEN 'withdrawn' ELSE 'open' END,
                   o.outcome, o.amount_fen, o.version, o.hash, :on, pg_snapshot_xmin(pg_current_snapshot())::text::bigint
              FROM unnest(:units, :areas, :outcomes, :amounts, :versions, :hashes)
                   AS o (unit_id, area, outcome, amount_fen, version, hash)
             WHERE o.outcome <> 'not-eligible'
                OR EXISTS (SELECT FROM benefit.offer x WHERE x.unit_id = o.unit_id AND x.scheme = :scheme)
                ON CONFLICT (unit_id, scheme) DO UPDATE
               SET area = excluded.area, state = excluded.state, outcome = excluded.outcome,
                   amount_fen = excluded.amount_fen, version = excluded.version, content_hash = excluded.content_hash,
                   decided_on = excluded.decided_on, ledger_horizon = excluded.ledger_horizon, updated_at = now()
             WHERE (offer.area, offer.state, offer.outcome, offer.amount_fen, offer.content_hash)
                   IS DISTINCT FROM
                   (excluded.area, excluded.state, excluded.outcome, excluded.amount_fen, excluded.content_hash)
            """;

    private static final String WITHDRAW_UNKNOWN = """
            UPDATE benefit.offer
               SET state = 'withdrawn', updated_at = now()
             WHERE unit_id = ANY (:units) AND scheme = :scheme AND state = 'open'
            """;

    private static final String OPEN_UNITS = """
              SELECT unit_id
                FROM benefit.offer
               WHERE scheme = :scheme AND state = 'open'
               UNION
              SELECT unit_id
                FROM benefit.claim
               WHERE scheme = :scheme AND state = 'granted'
            """;

    private static final String OF_FAMILY = """
              SELECT unit_id, area, outcome, amount_fen, decided_on
                FROM benefit.offer o
               WHERE state = 'open' AND unit_id = ANY (:units)
                 AND NOT EXISTS (SELECT FROM benefit.claim c
                                  WHERE c.unit_id = o.unit_id AND c.scheme = o.scheme AND c.state NOT IN ('refused', 'withdrawn'))
            ORDER BY offered_at
            """;

    private final JdbcClient loader;
    private final JdbcClient app;
    private final TransactionTemplate work;

    JdbcOffers(@Loader JdbcClient loader, JdbcClient app, TransactionTemplate work) {
        this.loader = loader;
        this.app = app;
        this.work = work;
    }

    /**
     * What the scheme says of a child nobody applied for.
     *
     * @param unit the child
     * @param area the township that would review
     * @param outcome eligible, undetermined or not-eligible
     * @param amount owed up to the present period
     * @param version version of the scheme
     * @param hash its hash
     */
    record Finding(UUID unit, AreaCode area, String outcome, Money amount, String version, String hash) {}

    /** An open offer that nobody of the family took yet. */
    record Offer(UUID unit, AreaCode area, boolean undetermined, Money amount, LocalDate decidedOn) {}

    void write(List<Finding> findings, LocalDate on) {
        loader.sql(WRITE)
                .param("scheme", Subsidy.SCHEME)
                .param("on", on)
                .param("units", findings.stream().map(Finding::unit).toArray(UUID[]::new))
                .param("areas", findings.stream().map(f -> f.area().value()).toArray(Long[]::new))
                .param("outcomes", findings.stream().map(Finding::outcome).toArray(String[]::new))
                .param("amounts", findings.stream().map(f -> f.amount().fen()).toArray(Long[]::new))
                .param("versions", findings.stream().map(Finding::version).toArray(String[]::new))
                .param("hashes", findings.stream().map(Finding::hash).toArray(String[]::new))
                .update();
    }

    void withdraw(Collection<UUID> units) {
        loader.sql(WITHDRAW_UNKNOWN)
                .param("units", units.toArray(UUID[]::new))
                .param("scheme", Subsidy.SCHEME)
                .update();
    }

    /** Children with an open offer or a granted claim: those to be derived anew when the day changes. */
    List<UUID> listLivingUnits() {
        return loader.sql(OPEN_UNITS)
                .param("scheme", Subsidy.SCHEME)
                .query((row, number) -> row.getObject("unit_id", UUID.class))
                .list();
    }

    List<Offer> listOpen(Collection<UUID> units) {
        return work.execute(status -> app.sql(OF_FAMILY)
                .param("units", units.toArray(UUID[]::new))
                .query((row, number) -> new Offer(
                        row.getObject("unit_id", UUID.class),
                        new AreaCode(row.getLong("area")),
                        row.getString("outcome").equals("undetermined"),
                        Money.ofFen(row.getLong("amount_fen")),
                        row.getObject("decided_on", LocalDate.class)))
                .list());
    }
}
