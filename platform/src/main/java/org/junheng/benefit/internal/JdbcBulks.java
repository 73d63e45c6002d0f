package org.junheng.benefit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bulks of clean claims. Every method takes part in the caller's transaction. */
@Repository
class JdbcBulks {

    private static final String PERCENT = """
              SELECT value, valid_from, status
                FROM benefit.review_parameter
               WHERE name = 'sample-percent' AND valid_from <= :on
            ORDER BY valid_from DESC
               LIMIT 1
            """;

    /** Those the actor may confirm and that stand in no open bulk. */
    private static final String PENDING = """
              SELECT c.id
                FROM benefit.claim c
               WHERE c.state = 'recommended' AND c.reviewed_by <> access.subject()
                 AND (c.filed_by IS NULL OR c.filed_by <> access.subject())
                 AND NOT EXISTS (SELECT FROM benefit.bulk_claim bc
                                   JOIN benefit.bulk b ON b.id = bc.bulk_id AND b.state = 'open'
                                  WHERE bc.claim_id = c.id)
            ORDER BY c.due_on, c.id
               LIMIT :limit
            """;

    private static final String DRAW = """
            INSERT INTO benefit.bulk (area, made_by, sample_percent)
            VALUES (:area, access.subject(), :percent)
            RETURNING id
            """;

    private static final String DRAW_CLAIMS = """
            INSERT INTO benefit.bulk_claim (bulk_id, claim_id, sampled)
            SELECT :bulk, c.id, c.sampled
              FROM unnest(:claims, :sampled) AS c (id, sampled)
            """;

    private static final String FIND = """
            SELECT id, made_by, made_at, sample_percent, state
              FROM benefit.bulk
             WHERE id = :id
            """;

    private static final String OPEN_OF_MINE = """
              SELECT id, made_by, made_at, sample_percent, state
                FROM benefit.bulk
               WHERE made_by = access.subject()
            ORDER BY (state = 'open') DESC, id DESC
               LIMIT 20
            """;

    private static final String ITEMS = """
              SELECT bc.claim_id, bc.sampled, c.unit_id, c.area, c.state, c.due_on
                FROM benefit.bulk_claim bc
                JOIN benefit.claim c ON c.id = bc.claim_id
               WHERE bc.bulk_id = :bulk
            ORDER BY bc.sampled DESC, c.due_on, c.id
            """;

    private static final String CLOSE = """
            UPDATE benefit.bulk
               SET state = :state, closed_at = now()
             WHERE id = :id AND state = 'open'
            """;

    private final JdbcClient app;

    JdbcBulks(JdbcClient app) {
        this.app = app;
    }

    /**
     * The share of a bulk that must be opened one by one.
     *
     * @param value in percent
     * @param since first day on which it holds
     * @param sample whether no document could be found for it
     */
    record SamplePercent(int value, LocalDate since, boolean sample) {}

    /**
     * A bulk.
     *
     * @param id id
     * @param madeBy who confirms
     * @param madeAt when it was drawn
     * @param samplePercent share drawn
     * @param state open, confirmed or given-up
     */
    record Bulk(UUID id, String madeBy, Instant madeAt, int samplePercent, String state) {

        public boolean open() {
            return state.equals("open");
        }
    }

    /**
     * A claim of a bulk.
     *
     * @param claim the claim
     * @param sampled to be opened one by one
     * @param unit the child
     * @param area the township
     * @param state where it is now
     * @param dueOn legal due date
     */
    record Item(UUID claim, boolean sampled, UUID unit, AreaCode area, ClaimState state, LocalDate dueOn) {}

    SamplePercent samplePercent(LocalDate on) {
        return app.sql(PERCENT)
                .param("on", on)
                .query((row, number) -> new SamplePercent(
                        row.getInt("value"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getString("status").equals("sample")))
                .single();
    }

    List<UUID> listPending(int limit) {
        return app.sql(PENDING)
                .param("limit", limit)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    UUID draw(AreaCode area, int percent, List<UUID> claims, List<Boolean> sampled) {
        var id = app.sql(DRAW)
                .param("area", area.value())
                .param("percent", percent)
                .query(UUID.class)
                .single();
        app.sql(DRAW_CLAIMS)
                .param("bulk", id)
                .param("claims", claims.toArray(UUID[]::new))
                .param("sampled", sampled.toArray(Boolean[]::new))
                .update();
        return id;
    }

    Optional<Bulk> find(UUID id) {
        return app.sql(FIND).param("id", id).query(JdbcBulks::bulk).optional();
    }

    List<Bulk> listMine() {
        return app.sql(OPEN_OF_MINE).query(JdbcBulks::bulk).list();
    }

    List<Item> listItems(UUID bulk) {
        return app.sql(ITEMS)
                .param("bulk", bulk)
                .query((row, number) -> new Item(
                        row.getObject("claim_id", UUID.class),
                        row.getBoolean("sampled"),
                        row.getObject("unit_id", UUID.class),
                        new AreaCode(row.getLong("area")),
                        ClaimState.ofCode(row.getString("state")),
                        row.getObject("due_on", LocalDate.class)))
                .list();
    }

    void close(UUID id, String state) {
        app.sql(CLOSE).param("id", id).param("state", state).update();
    }

    private static Bulk bulk(ResultSet row, int number) throws SQLException {
        return new Bulk(
                row.getObject("id", UUID.class),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                row.getInt("sample_percent"),
                row.getString("state"));
    }
}
