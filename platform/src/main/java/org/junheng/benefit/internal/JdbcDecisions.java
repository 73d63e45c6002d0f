package org.junheng.benefit.internal;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Actors;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;
import org.junheng.policy.Decision;
import org.junheng.policy.Explanation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What the scheme said, kept with all that is needed to make the decision again. */
@Repository
class JdbcDecisions {

    private static final String KEEP = """
            INSERT INTO benefit.decision (unit_id, area, scheme, version, content_hash, period, decided_on, known_at,
                                          ledger_horizon, outcome, amount_fen, true_mask, unknown_mask, parameters,
                                          explanation, decided_by)
            VALUES (:unit, :area, :scheme, :version, :hash, :period, :on, :knownAt,
                    pg_snapshot_xmin(pg_current_snapshot())::text::bigint, :outcome, :amount, :trueMask, :unknownMask,
                    :parameters, CAST(:explanation AS jsonb), access.subject())
            RETURNING id
            """;

    private static final String EXPLANATION = """
            SELECT explanation
              FROM benefit.decision
             WHERE id = :id
            """;

    private final JdbcClient loader;
    private final TransactionTemplate work;
    private final JdbcClient app;
    private final JsonMapper json;

    JdbcDecisions(@Loader JdbcClient loader, @Loader TransactionTemplate work, JdbcClient app, JsonMapper json) {
        this.loader = loader;
        this.work = work;
        this.app = app;
        this.json = json;
    }

    /**
     * What was decided for whom.
     *
     * @param unit the child
     * @param area the township concerned
     * @param knownAt as known at which moment
     * @param decision what the scheme said
     */
    record Made(UUID unit, AreaCode area, java.time.Instant knownAt, Decision decision) {

        String outcome() {
            return outcome(decision);
        }

        Money amount() {
            return amount(decision);
        }

        static String outcome(Decision decision) {
            return switch (decision) {
                case Decision.Eligible _ -> "eligible";
                case Decision.NotEligible _ -> "not-eligible";
                case Decision.Undetermined _ -> "undetermined";
            };
        }

        static Money amount(Decision decision) {
            return decision instanceof Decision.Eligible eligible ? Subsidy.total(eligible.periods()) : Money.ZERO;
        }
    }

    /** Keeps a decision as asked for by the present actor. */
    UUID keep(Made made) {
        Actors.get();
        var grounds = made.decision().grounds();
        return work.execute(status -> loader.sql(KEEP)
                .param("unit", made.unit())
                .param("area", made.area().value())
                .param("scheme", grounds.scheme())
                .param("version", grounds.version())
                .param("hash", grounds.hash())
                .param("period", grounds.period().key())
                .param("on", grounds.on())
                .param("knownAt", Timestamp.from(made.knownAt()))
                .param("outcome", made.outcome())
                .param("amount", made.amount().fen())
                .param("trueMask", grounds.trueMask())
                .param("unknownMask", grounds.unknownMask())
                .param("parameters", grounds.parameterValues().toArray(String[]::new))
                .param("explanation", json.writeValueAsString(grounds.explanation()))
                .query((row, number) -> row.getObject("id", UUID.class))
                .single());
    }

    Optional<Explanation> findExplanation(UUID decision) {
        return app.sql(EXPLANATION)
                .param("id", decision)
                .query((row, number) -> json.readValue(row.getString("explanation"), Explanation.class))
                .optional();
    }
}
