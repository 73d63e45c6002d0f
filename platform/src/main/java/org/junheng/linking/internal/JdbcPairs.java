package org.junheng.linking.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junheng.database.Loader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Pairs and verdicts as they are stored. Everything takes part in the caller's transaction. */
@Repository
class JdbcPairs {

    private static final String PAIR = """
            SELECT id, one_id, other_id, model, weight, probability, bars, state, kept_id, decision, proposed_by, settled_by, settled_at
              FROM linking.pair
            """;

    private static final String PAGE = PAIR + """
               WHERE (:all OR state IN ('open', 'proposed'))
                 AND (:anybody OR one_id = ANY (:of) OR other_id = ANY (:of))
            ORDER BY state DESC, weight DESC, id
               LIMIT :limit OFFSET :offset
            """;

    private static final String COUNT = """
            SELECT count(*)
              FROM linking.pair
             WHERE (:all OR state IN ('open', 'proposed'))
               AND (:anybody OR one_id = ANY (:of) OR other_id = ANY (:of))
            """;

    private static final String BY_ID = PAIR + " WHERE id = :id";

    private static final String LOCK = PAIR + " WHERE id = :id FOR UPDATE";

    private static final String APART = "SELECT one_id, other_id FROM linking.pair WHERE state = 'apart'";

    /** What people settled stays as it is. */
    private static final String KEEP = """
            INSERT INTO linking.pair (one_id, other_id, model, weight, probability, bars)
            SELECT f.one, f.other, :model, f.weight, f.probability, f.bars::jsonb
              FROM unnest(:ones::uuid[], :others::uuid[], :weights::float8[], :probabilities::float8[], :bars::text[])
                   AS f(one, other, weight, probability, bars)
                ON CONFLICT (one_id, other_id) DO UPDATE
               SET model = excluded.model, weight = excluded.weight, probability = excluded.probability, bars = excluded.bars
             WHERE pair.state = 'open'
            """;

    private static final String UPDATE = """
            UPDATE linking.pair
               SET state = :state, kept_id = :kept, decision = :decision, proposed_by = :proposedBy, settled_by = :settledBy,
                   settled_at = CASE WHEN :settledBy::text IS NULL THEN NULL ELSE now() END
             WHERE id = :id
            """;

    private static final String SAY = """
            INSERT INTO linking.verdict (pair_id, verdict, note, subject)
            VALUES (:pair, :verdict, :note, access.subject())
            """;

    private static final String SAID = """
              SELECT verdict, note, subject, at
                FROM linking.verdict
               WHERE pair_id = :pair
            ORDER BY id
            """;

    private final JdbcClient app;
    private final JdbcClient loader;
    private final JsonMapper json;

    JdbcPairs(JdbcClient app, @Loader JdbcClient loader, JsonMapper json) {
        this.app = app;
        this.loader = loader;
        this.json = json;
    }

    /**
     * Which pairs are asked for.
     *
     * @param all settled ones, too
     * @param of only those of these persons
     */
    record Filter(boolean all, Optional<List<UUID>> of) {

        UUID[] persons() {
            return of.orElse(List.of()).toArray(UUID[]::new);
        }
    }

    List<Pair> list(Filter filter, int limit, long offset) {
        return app.sql(PAGE)
                .param("all", filter.all())
                .param("anybody", filter.of().isEmpty())
                .param("of", filter.persons())
                .param("limit", limit)
                .param("offset", offset)
                .query(this::pair)
                .list();
    }

    long count(Filter filter) {
        return app.sql(COUNT)
                .param("all", filter.all())
                .param("anybody", filter.of().isEmpty())
                .param("of", filter.persons())
                .query(Long.class)
                .single();
    }

    Optional<Pair> find(UUID id) {
        return app.sql(BY_ID).param("id", id).query(this::pair).optional();
    }

    Optional<Pair> lock(UUID id) {
        return app.sql(LOCK).param("id", id).query(this::pair).optional();
    }

    /** Pairs that people know to be two. */
    List<Two> listApart() {
        return loader.sql(APART)
                .query((row, number) ->
                        new Two(row.getObject("one_id", UUID.class), row.getObject("other_id", UUID.class)))
                .list();
    }

    /** Two persons. */
    record Two(UUID one, UUID other) {}

    /**
     * What a comparison found.
     *
     * @param persons the two, the smaller id first as the database orders them
     * @param score what it says
     */
    record Found(Two persons, Pair.Score score) {}

    int keep(String model, List<Found> found) {
        return loader.sql(KEEP)
                .param("model", model)
                .param("ones", found.stream().map(each -> each.persons().one()).toArray(UUID[]::new))
                .param(
                        "others",
                        found.stream().map(each -> each.persons().other()).toArray(UUID[]::new))
                .param(
                        "weights",
                        found.stream().map(each -> each.score().weight()).toArray(Double[]::new))
                .param(
                        "probabilities",
                        found.stream().map(each -> each.score().probability()).toArray(Double[]::new))
                .param(
                        "bars",
                        found.stream()
                                .map(each ->
                                        json.writeValueAsString(each.score().bars()))
                                .toArray(String[]::new))
                .update();
    }

    void update(UUID pair, Pair.Handling handling) {
        app.sql(UPDATE)
                .param("id", pair)
                .param("state", lower(handling.state()))
                .param("kept", handling.kept().orElse(null), Types.OTHER)
                .param("decision", handling.decision().orElse(null), Types.OTHER)
                .param("proposedBy", handling.proposedBy().orElse(null), Types.VARCHAR)
                .param("settledBy", handling.settledBy().orElse(null), Types.VARCHAR)
                .update();
    }

    void say(UUID pair, Verdict verdict, String note) {
        app.sql(SAY)
                .param("pair", pair)
                .param("verdict", lower(verdict))
                .param("note", note)
                .update();
    }

    List<Verdict.Given> listVerdicts(UUID pair) {
        return app.sql(SAID)
                .param("pair", pair)
                .query((row, number) -> new Verdict.Given(
                        Verdict.valueOf(row.getString("verdict").toUpperCase(Locale.ROOT)),
                        row.getString("note"),
                        row.getString("subject"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private Pair pair(ResultSet row, int number) throws SQLException {
        var score = new Pair.Score(
                row.getString("model"),
                row.getDouble("weight"),
                row.getDouble("probability"),
                json.readValue(row.getString("bars"), new TypeReference<>() {}));
        var settledAt = row.getTimestamp("settled_at");
        var handling = new Pair.Handling(
                state(row.getString("state")),
                Optional.ofNullable(row.getObject("kept_id", UUID.class)),
                Optional.ofNullable(row.getObject("decision", UUID.class)),
                Optional.ofNullable(row.getString("proposed_by")),
                Optional.ofNullable(row.getString("settled_by")),
                Optional.ofNullable(settledAt).map(Timestamp::toInstant));
        return new Pair(
                row.getObject("id", UUID.class),
                row.getObject("one_id", UUID.class),
                row.getObject("other_id", UUID.class),
                score,
                handling);
    }

    private static Pair.State state(String stored) {
        return Arrays.stream(Pair.State.values())
                .filter(state -> lower(state).equals(stored))
                .findFirst()
                .orElseThrow();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
