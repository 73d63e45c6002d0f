package org.junheng.benefit.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Claims as the present actor may see and change them. Every method takes part in the caller's transaction. */
@Repository
class JdbcClaims {

    private static final String COLUMNS = """
            SELECT id, unit_id, applicant_id, area, state, payee, declared, found, filed_on, due_on, days_left, reviewed_by,
                   settled_by, settled_at, decision_id
              FROM benefit.claim
            """;

    private static final String BY_ID = COLUMNS + " WHERE id = :id";

    private static final String BY_ID_TO_CHANGE = BY_ID + " FOR UPDATE";

    private static final String OF_UNITS = COLUMNS + """
             WHERE unit_id = ANY (:units) AND scheme = :scheme
            ORDER BY filed_at DESC
            """;

    private static final String FILE = """
            INSERT INTO benefit.claim (id, unit_id, scheme, applicant_id, area, state, payee, payee_since, declared,
                                       declaration, filed_on, due_on, filed_by, authority)
            VALUES (:id, :unit, :scheme, :applicant, :area, 'submitted', :payee, now(), CAST(:declared AS jsonb),
                    :declaration, :filedOn, :dueOn, access.subject(), :authority)
            """;

    private static final String SAVE = """
            UPDATE benefit.claim
               SET state = :state, declared = CAST(:declared AS jsonb), found = CAST(:found AS jsonb), due_on = :dueOn,
                   days_left = :daysLeft, reviewed_by = :reviewedBy, settled_by = :settledBy, settled_at = :settledAt,
                   decision_id = :decision
             WHERE id = :id
            """;

    private static final String CHANGE_PAYEE = """
            UPDATE benefit.claim
               SET payee = :payee, payee_since = now()
             WHERE id = :id
            """;

    private static final String NOTE_STEP = """
            INSERT INTO benefit.claim_step (claim_id, action, from_state, to_state, subject, role, reasons, note)
            VALUES (:claim, :action, :from, :to, access.subject(), access.role(), :reasons, :note)
            """;

    private static final String STEPS = """
              SELECT action, to_state, role, at, reasons, note
                FROM benefit.claim_step
               WHERE claim_id = :claim
            ORDER BY id
            """;

    private static final String FILED_FOR_THE_FAMILY_BY = """
            SELECT filed_by
              FROM benefit.claim
             WHERE id = :claim AND authority IS NOT NULL
            """;

    private static final String LAST_STEP = """
              SELECT subject, at
                FROM benefit.claim_step
               WHERE claim_id = :claim
            ORDER BY id DESC
               LIMIT 1
            """;

    private final JdbcClient app;
    private final StatedFacts facts;

    JdbcClaims(JdbcClient app, StatedFacts facts) {
        this.app = app;
        this.facts = facts;
    }

    UUID newId() {
        return app.sql("SELECT uuidv7()")
                .query((row, number) -> row.getObject(1, UUID.class))
                .single();
    }

    Optional<Claim> find(UUID id) {
        return app.sql(BY_ID).param("id", id).query(this::claim).optional();
    }

    /** Locks the claim; empty too where the actor may not change it in its present state. */
    Optional<Claim> findToChange(UUID id) {
        return app.sql(BY_ID_TO_CHANGE).param("id", id).query(this::claim).optional();
    }

    /** All claims for the children, the latest first. */
    List<Claim> listOf(Collection<UUID> units) {
        return app.sql(OF_UNITS)
                .param("units", units.toArray(UUID[]::new))
                .param("scheme", Subsidy.SCHEME)
                .query(this::claim)
                .list();
    }

    /** @param authority the paper by which the family authorised an officer; empty where it files itself */
    void file(Claim claim, String declaration, Optional<String> authority) {
        app.sql(FILE)
                .param("id", claim.id())
                .param("unit", claim.unit())
                .param("scheme", Subsidy.SCHEME)
                .param("applicant", claim.applicant())
                .param("area", claim.area().value())
                .param("payee", claim.payee())
                .param("declared", facts.write(claim.claimed().declared()))
                .param("declaration", declaration)
                .param("filedOn", claim.claimed().filedOn())
                .param("dueOn", claim.term().dueOn())
                .param("authority", authority.orElse(null), Types.VARCHAR)
                .update();
    }

    void save(Claim claim) {
        app.sql(SAVE)
                .param("id", claim.id())
                .param("state", claim.state().code())
                .param("declared", facts.write(claim.claimed().declared()))
                .param("found", facts.writeFound(claim.claimed().found()))
                .param("dueOn", claim.term().dueOn())
                .param("daysLeft", claim.term().daysLeft().orElse(null), Types.INTEGER)
                .param("reviewedBy", claim.review().reviewedBy().orElse(null), Types.VARCHAR)
                .param("settledBy", claim.review().settledBy().orElse(null), Types.VARCHAR)
                .param(
                        "settledAt",
                        claim.review().settledAt().map(Timestamp::from).orElse(null),
                        Types.TIMESTAMP)
                .param("decision", claim.review().decision().orElse(null), Types.OTHER)
                .update();
    }

    void changePayee(UUID claim, byte[] payee) {
        app.sql(CHANGE_PAYEE).param("id", claim).param("payee", payee).update();
    }

    void note(UUID claim, Optional<ClaimState> from, ClaimState to, Deed deed) {
        app.sql(NOTE_STEP)
                .param("claim", claim)
                .param("action", deed.action().name())
                .param("from", from.map(ClaimState::code).orElse(null), Types.VARCHAR)
                .param("to", to.code())
                .param("reasons", deed.reasons().toArray(String[]::new))
                .param("note", deed.note())
                .update();
    }

    List<Claim.Step> listSteps(UUID claim) {
        return app.sql(STEPS)
                .param("claim", claim)
                .query((row, number) -> new Claim.Step(
                        ClaimAction.valueOf(row.getString("action")),
                        ClaimState.ofCode(row.getString("to_state")),
                        Role.valueOf(row.getString("role")),
                        row.getTimestamp("at").toInstant(),
                        texts(row.getArray("reasons")),
                        row.getString("note")))
                .list();
    }

    /** The officer who filed for the family; empty where it filed itself. */
    Optional<String> findHelper(UUID claim) {
        return app.sql(FILED_FOR_THE_FAMILY_BY)
                .param("claim", claim)
                .query(String.class)
                .optional();
    }

    /** Who did something last, and when. */
    Optional<LastStep> findLastStep(UUID claim) {
        return app.sql(LAST_STEP)
                .param("claim", claim)
                .query((row, number) -> new LastStep(
                        row.getString("subject"), row.getTimestamp("at").toInstant()))
                .optional();
    }

    record LastStep(String subject, java.time.Instant at) {}

    private Claim claim(ResultSet row, int number) throws SQLException {
        var claimed = new Claimed(
                row.getObject("filed_on", LocalDate.class),
                new AreaCode(row.getLong("area")),
                facts.read(row.getString("declared")),
                facts.readFound(row.getString("found")));
        return new Claim(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("applicant_id", UUID.class),
                ClaimState.ofCode(row.getString("state")),
                claimed,
                row.getBytes("payee"),
                new Claim.Term(
                        row.getObject("due_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("days_left", Integer.class))),
                review(row));
    }

    private static Claim.Review review(ResultSet row) throws SQLException {
        return new Claim.Review(
                Optional.ofNullable(row.getString("reviewed_by")),
                Optional.ofNullable(row.getString("settled_by")),
                Optional.ofNullable(row.getTimestamp("settled_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getObject("decision_id", UUID.class)));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /**
     * What somebody does with a claim.
     *
     * @param action what
     * @param reasons reasons chosen from the list
     * @param note one sentence that the family understands
     */
    record Deed(ClaimAction action, List<String> reasons, String note) {

        Deed {
            reasons = List.copyOf(reasons);
        }

        static Deed of(ClaimAction action) {
            return new Deed(action, List.of(), "");
        }
    }
}
