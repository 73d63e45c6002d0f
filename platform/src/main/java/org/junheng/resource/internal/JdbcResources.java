package org.junheng.resource.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.DateRange;
import org.junheng.kernel.Money;
import org.junheng.resource.Resource;
import org.junheng.resource.Resource.Amount;
import org.junheng.resource.Resource.Origin;
import org.junheng.resource.Resource.Terms;
import org.junheng.resource.ResourceKind;
import org.junheng.resource.Resources.Held;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows about resources. Reads as the application, writes as loader. */
@Repository
class JdbcResources {

    private static final String COLUMNS = """
            SELECT id, series, institution, kind, area, units, occupied, from_months, before_months, fee_fen, inclusive,
                   lower(valid) AS valid_from, upper(valid) AS valid_to, source, sample, made_by, made_at
            """;

    private static final String ASKED = """
              FROM resource.resource
             WHERE superseded_at IS NULL AND area >= :from AND area < :to AND area <@ access.areas()
               AND valid @> CAST(:on AS date)
               AND (CAST(:kind AS text) = '' OR kind = :kind)
               AND (CAST(:text AS text) = '' OR position(lower(:text) IN lower(institution)) > 0)
            """;

    private static final String OWN_ORDER = "kind, area, institution, id";

    private static final Map<String, String> SORTS =
            Map.of("institution", "institution", "area", "area", "kind", "kind", "units", "units", "fee", "fee_fen");

    private static final String OF_SERIES = COLUMNS + """
              FROM resource.resource
             WHERE series = :series AND superseded_at IS NULL AND area <@ access.areas()
             ORDER BY lower(valid)
            """;

    private static final String LAST_OF = COLUMNS + """
              FROM resource.resource
             WHERE institution = :institution AND kind = :kind AND area >= :from AND area < :to AND superseded_at IS NULL
             ORDER BY lower(valid) DESC
             LIMIT 1
            """;

    private static final String HELD = """
            SELECT kind, sum(units) AS units, count(DISTINCT series) AS institutions,
                   count(DISTINCT area / 1000000) AS counties, max(lower(valid)) AS newest, bool_or(sample) AS sample
              FROM resource.resource
             WHERE superseded_at IS NULL AND area >= :from AND area < :to AND valid @> CAST(:on AS date)
             GROUP BY kind
            """;

    private static final String INSERT = """
            INSERT INTO resource.resource (series, institution, kind, area, units, occupied, from_months, before_months,
                                           fee_fen, inclusive, valid, source, sample)
            VALUES (:series, :institution, :kind, :area, :units, :occupied, :fromMonths, :beforeMonths,
                    :fee, :inclusive, daterange(:from, :to), :source, :sample)
            """;

    private static final String SUPERSEDE = """
            UPDATE resource.resource SET superseded_at = now() WHERE id = :id AND superseded_at IS NULL
            """;

    private static final String ALONE = """
            SELECT pg_advisory_xact_lock(7207200)
            """;

    private final JdbcClient app;
    private final JdbcClient loader;

    JdbcResources(JdbcClient app, @Loader JdbcClient loader) {
        this.app = app;
        this.loader = loader;
    }

    /** A row with its keys. */
    record Entered(UUID id, UUID series, Resource resource, String madeBy, Instant madeAt) {}

    /**
     * What a list is asked for.
     *
     * @param text part of an institution's name; empty for all
     * @param kind code of a kind; empty for all
     */
    record Asked(AreaCode area, String kind, String text, LocalDate on) {}

    Page<Entered> list(Asked asked, PageRequest request) {
        var order = "ORDER BY " + request.sort().orderBy(SORTS, OWN_ORDER);
        var items = asked(COLUMNS + ASKED + order + " LIMIT :limit OFFSET :offset", asked)
                .param("limit", request.limit())
                .param("offset", request.offset())
                .query(JdbcResources::entered)
                .list();
        long total = asked("SELECT count(*)" + ASKED, asked).query(Long.class).single();
        return new Page<>(items, request, total);
    }

    private JdbcClient.StatementSpec asked(String statement, Asked asked) {
        return app.sql(statement)
                .param("from", asked.area().from())
                .param("to", asked.area().to())
                .param("on", asked.on())
                .param("kind", asked.kind())
                .param("text", asked.text());
    }

    /** All days of one institution and kind, the earliest first. */
    List<Entered> ofSeries(UUID series) {
        return app.sql(OF_SERIES)
                .param("series", series)
                .query(JdbcResources::entered)
                .list();
    }

    /** The last days known of an institution's kind in its county, as loader sees it. */
    Optional<Entered> last(Resource resource) {
        var county = resource.area().county();
        return loader.sql(LAST_OF)
                .param("institution", resource.institution())
                .param("kind", resource.kind().name())
                .param("from", county.from())
                .param("to", county.to())
                .query(JdbcResources::entered)
                .optional();
    }

    Map<ResourceKind, Held> held(AreaCode area, LocalDate on) {
        var held = new EnumMap<ResourceKind, Held>(ResourceKind.class);
        app.sql(HELD)
                .param("from", area.from())
                .param("to", area.to())
                .param("on", on)
                .query(row -> {
                    held.put(
                            ResourceKind.valueOf(row.getString("kind")),
                            new Held(
                                    row.getLong("units"),
                                    row.getInt("institutions"),
                                    row.getInt("counties"),
                                    row.getObject("newest", LocalDate.class),
                                    row.getBoolean("sample")));
                });
        return held;
    }

    /** Until the end of the transaction nobody else enters anything: two could not both be the first. */
    void alone() {
        loader.sql(ALONE).query((row, number) -> number).single();
    }

    void add(UUID series, Resource resource) {
        var terms = resource.terms();
        loader.sql(INSERT)
                .param("series", series)
                .param("institution", resource.institution())
                .param("kind", resource.kind().name())
                .param("area", resource.area().value())
                .param("units", resource.amount().units())
                .param("occupied", resource.amount().occupied().orElse(null), Types.INTEGER)
                .param("fromMonths", terms.map(Terms::fromMonths).orElse(null), Types.INTEGER)
                .param("beforeMonths", terms.map(Terms::beforeMonths).orElse(null), Types.INTEGER)
                .param("fee", terms.flatMap(Terms::monthly).map(Money::fen).orElse(null), Types.BIGINT)
                .param("inclusive", terms.map(Terms::inclusive).orElse(null), Types.BOOLEAN)
                .param("from", resource.valid().from())
                .param("to", resource.valid().to(), Types.DATE)
                .param("source", resource.origin().source())
                .param("sample", resource.origin().sample())
                .update();
    }

    void supersede(UUID id) {
        if (loader.sql(SUPERSEDE).param("id", id).update() != 1) {
            throw new IllegalStateException("Row %s was superseded meanwhile.".formatted(id));
        }
    }

    private static Entered entered(ResultSet row, int number) throws SQLException {
        return new Entered(
                row.getObject("id", UUID.class),
                row.getObject("series", UUID.class),
                new Resource(
                        row.getString("institution"),
                        ResourceKind.valueOf(row.getString("kind")),
                        new AreaCode(row.getLong("area")),
                        new Amount(row.getInt("units"), Optional.ofNullable(row.getObject("occupied", Integer.class))),
                        terms(row),
                        new DateRange(
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_to", LocalDate.class)),
                        new Origin(row.getString("source"), row.getBoolean("sample"))),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant());
    }

    private static Optional<Terms> terms(ResultSet row) throws SQLException {
        var from = row.getObject("from_months", Integer.class);
        if (from == null) {
            return Optional.empty();
        }
        return Optional.of(new Terms(
                from,
                row.getInt("before_months"),
                Optional.ofNullable(row.getObject("fee_fen", Long.class)).map(Money::ofFen),
                row.getBoolean("inclusive")));
    }
}
