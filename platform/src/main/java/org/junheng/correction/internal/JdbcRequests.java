package org.junheng.correction.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;
import org.junheng.register.CorrectableFact;
import org.junheng.register.Sealing;
import org.junheng.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests as the present actor may see and change them. Every method takes part in the caller's transaction. */
@Repository
class JdbcRequests {

    private static final String COLUMNS = """
            SELECT id, person_id, fact, area, claimed, since, evidence, shown, shown_source, state, due_on, asked_by,
                   on_behalf, asked_at, referred_to, referred_area, proposed_by, decided_by, refusal, settled_at_source
              FROM correction.request
            """;

    private static final String BY_ID = COLUMNS + " WHERE id = :id";

    private static final String BY_ID_TO_CHANGE = BY_ID + " FOR UPDATE";

    private static final String OPEN_OF_FACT = COLUMNS + """
             WHERE person_id = :person AND fact = :fact AND state IN ('open', 'referred', 'proposed')
            """;

    private static final String PAGE = COLUMNS + """
             WHERE :all OR state IN ('open', 'referred', 'proposed')
            ORDER BY %s
               LIMIT :limit OFFSET :offset
            """;

    private static final String COUNT = """
            SELECT count(*)
              FROM correction.request
             WHERE :all OR state IN ('open', 'referred', 'proposed')
            """;

    private static final Map<String, String> ORDERS =
            Map.of("fact", "fact", "area", "area", "asked", "asked_at", "due", "due_on", "state", "state");

    private static final String ADD = """
            INSERT INTO correction.request (id, person_id, fact, area, claimed, since, evidence, shown, shown_source, due_on,
                                            asked_by, on_behalf)
            VALUES (:id, :person, :fact, :area, :claimed, :since, :evidence, :shown, :shownSource, :dueOn,
                    access.subject(), :onBehalf)
            """;

    private static final String SAVE = """
            UPDATE correction.request
               SET state = :state, referred_to = :referredTo, referred_area = :referredArea, proposed_by = :proposedBy,
                   decided_by = :decidedBy, decided_at = CASE WHEN :decidedBy::text IS NULL THEN NULL ELSE now() END,
                   refusal = :refusal, settled_at_source = :atSource
             WHERE id = :id
            """;

    private static final String NOTE_STEP = """
            INSERT INTO correction.step (request_id, action, to_state, subject, role, note)
            VALUES (:request, :action, :to, access.subject(), access.role(), :note)
            """;

    private static final String STEPS = """
              SELECT action, role, at, note
                FROM correction.step
               WHERE request_id = :request
            ORDER BY id
            """;

    private final JdbcClient app;
    private final Sealing sealing;

    JdbcRequests(JdbcClient app, Sealing sealing) {
        this.app = app;
        this.sealing = sealing;
    }

    UUID newId() {
        return app.sql("SELECT uuidv7()").query(UUID.class).single();
    }

    Optional<Request> find(UUID id) {
        return app.sql(BY_ID).param("id", id).query(this::request).optional();
    }

    /** Locks the request; empty too where the actor may not change it in its present state. */
    Optional<Request> findToChange(UUID id) {
        return app.sql(BY_ID_TO_CHANGE).param("id", id).query(this::request).optional();
    }

    Optional<Request> findOpen(UUID person, CorrectableFact fact) {
        return app.sql(OPEN_OF_FACT)
                .param("person", person)
                .param("fact", fact.code())
                .query(this::request)
                .optional();
    }

    /** A page of requests, those due first in front; with those that are settled, or without. */
    List<Request> list(PageRequest page, boolean all) {
        return app.sql(PAGE.formatted(page.sort().orderBy(ORDERS, "due_on, id")))
                .param("all", all)
                .param("limit", page.limit())
                .param("offset", page.offset())
                .query(this::request)
                .list();
    }

    long count(boolean all) {
        return app.sql(COUNT).param("all", all).query(Long.class).single();
    }

    void add(Request request) {
        var said = request.said();
        app.sql(ADD)
                .param("id", request.id())
                .param("person", request.person())
                .param("fact", request.fact().code())
                .param("area", request.office().value())
                .param("claimed", sealing.seal(said.claimed()))
                .param("since", said.since().orElse(null), Types.DATE)
                .param("evidence", sealing.seal(said.evidence()))
                .param("shown", said.shown().map(sealing::seal).orElse(null), Types.BINARY)
                .param("shownSource", said.shownSource().orElse(null), Types.VARCHAR)
                .param("dueOn", request.asked().dueOn())
                .param("onBehalf", request.asked().onBehalf())
                .update();
    }

    void save(Request request) {
        var handling = request.handling();
        app.sql(SAVE)
                .param("id", request.id())
                .param("state", request.state().code())
                .param("referredTo", handling.referredTo().orElse(null), Types.VARCHAR)
                .param(
                        "referredArea",
                        handling.referredArea().map(AreaCode::value).orElse(null),
                        Types.BIGINT)
                .param("proposedBy", handling.proposedBy().orElse(null), Types.VARCHAR)
                .param("decidedBy", handling.decidedBy().orElse(null), Types.VARCHAR)
                .param("refusal", handling.refusal().orElse(null), Types.VARCHAR)
                .param("atSource", handling.settledAtSource())
                .update();
    }

    void note(UUID request, RequestAction action, RequestState to, String note) {
        app.sql(NOTE_STEP)
                .param("request", request)
                .param("action", action.name())
                .param("to", to.code())
                .param("note", note.isBlank() ? null : sealing.seal(note.strip()), Types.BINARY)
                .update();
    }

    List<Request.Step> listSteps(UUID request) {
        return app.sql(STEPS)
                .param("request", request)
                .query((row, number) -> new Request.Step(
                        RequestAction.valueOf(row.getString("action")),
                        Role.valueOf(row.getString("role")),
                        row.getTimestamp("at").toInstant(),
                        opened(row.getBytes("note")).orElse("")))
                .list();
    }

    private Request request(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                CorrectableFact.ofCode(row.getString("fact")),
                new AreaCode(row.getLong("area")),
                new Request.Said(
                        sealing.unseal(row.getBytes("claimed")),
                        Optional.ofNullable(row.getObject("since", LocalDate.class)),
                        sealing.unseal(row.getBytes("evidence")),
                        opened(row.getBytes("shown")),
                        Optional.ofNullable(row.getString("shown_source"))),
                RequestState.ofCode(row.getString("state")),
                new Request.Asked(
                        row.getString("asked_by"),
                        row.getBoolean("on_behalf"),
                        row.getTimestamp("asked_at").toInstant(),
                        row.getObject("due_on", LocalDate.class)),
                handling(row));
    }

    private static Request.Handling handling(ResultSet row) throws SQLException {
        return new Request.Handling(
                Optional.ofNullable(row.getString("referred_to")),
                Optional.ofNullable(row.getObject("referred_area", Long.class)).map(AreaCode::new),
                Optional.ofNullable(row.getString("proposed_by")),
                Optional.ofNullable(row.getString("decided_by")),
                Optional.ofNullable(row.getString("refusal")),
                row.getBoolean("settled_at_source"));
    }

    private Optional<String> opened(byte @Nullable [] sealed) {
        return Optional.ofNullable(sealed).map(sealing::unseal);
    }
}
