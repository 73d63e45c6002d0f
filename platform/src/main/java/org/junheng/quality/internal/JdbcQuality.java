package org.junheng.quality.internal;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.register.Doubt;
import org.junheng.register.Doubts;
import org.junheng.register.EventKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checks and findings as they are stored. Everything takes part in the caller's transaction. */
@Repository
class JdbcQuality {

    private static final String ADD_RUN = """
            INSERT INTO quality.run (id, areas, day, made_by, took_ms)
            VALUES (:id, int8range(:from, :to), :day, access.subject(), :took)
            """;

    private static final String ADD_HELD = """
            INSERT INTO quality.held (run_id, area, source, persons, covered)
            SELECT :run, h.area, h.source, sum(h.persons), sum(h.covered)
              FROM unnest(:areas::bigint[], :sources::text[], :persons::bigint[], :covered::bigint[]) AS h (area, source, persons, covered)
             GROUP BY h.area, h.source
            """;

    private static final String ADD_SPREAD =
            "INSERT INTO quality.spread (run_id, area, axis, counts) VALUES (:run, :area, :axis, :counts::integer[])";

    private static final String ADD_LATE = """
            INSERT INTO quality.lateness (run_id, area, source, kind, events, median, ninth)
            VALUES (:run, :area, :source, :kind, :events, :median, :ninth)
            """;

    /** What a clerk said stays; what had gone is open again. */
    private static final String KEEP = """
            INSERT INTO quality.finding (doubt, person_id, key, other_id, one, two, area, source, last_run)
            SELECT DISTINCT ON (f.person, f.doubt, f.key)
                   f.doubt, f.person, f.key, f.other, f.one, f.two, f.area, f.source, :run
              FROM unnest(:doubts::text[], :persons::uuid[], :keys::text[], :others::uuid[], :ones::date[], :twos::date[], :areas::bigint[],
                          :sources::text[]) AS f (doubt, person, key, other, one, two, area, source)
                ON CONFLICT (person_id, doubt, key) DO UPDATE
               SET other_id = excluded.other_id, one = excluded.one, two = excluded.two, area = excluded.area, source = excluded.source,
                   last_run = excluded.last_run,
                   state = CASE WHEN finding.state = 'GONE' THEN 'OPEN' ELSE finding.state END
            """;

    private static final String GONE = """
            UPDATE quality.finding
               SET state = 'GONE'
             WHERE area >= :from AND area < :to AND last_run <> :run AND state IN ('OPEN', 'SETTLED')
            """;

    private static final String OPEN_BY_TOWNSHIP = """
              SELECT area, count(*) FILTER (WHERE state = 'OPEN') AS open
                FROM quality.finding
               WHERE area >= :from AND area < :to
            GROUP BY area
            """;

    private static final String NEWEST = """
              SELECT id, lower(areas) AS area, day, made_by, made_at, took_ms
                FROM quality.run
               WHERE areas && int8range(:from, :to)
            ORDER BY id DESC
               LIMIT 1
            """;

    private static final String FOUND = """
              SELECT doubt, area, source, state, findings
                FROM quality.found()
               WHERE area >= :from AND area < :to
            """;

    private static final String HELD = """
              SELECT area, source, persons, covered
                FROM quality.held
               WHERE run_id = :run AND area >= :from AND area < :to
            """;

    private static final String SPREAD = """
              SELECT counts
                FROM quality.spread
               WHERE run_id = :run AND axis = :axis AND area >= :from AND area < :to
            """;

    private static final String LATE = """
              SELECT source, kind, events, median, ninth
                FROM quality.lateness
               WHERE run_id = :run AND area = :area
            ORDER BY source, kind
            """;

    private static final String FINDING = """
              SELECT id, doubt, person_id, other_id, one, two, area, source, state, first_found
                FROM quality.finding
            """;

    private static final String WHERE = """
               WHERE area >= :from AND area < :to AND (:doubt = '' OR doubt = :doubt) AND state = :state
            """;

    private static final String PAGE = FINDING + WHERE + " ORDER BY first_found, id LIMIT :limit OFFSET :offset";

    private static final String COUNT = "SELECT count(*) FROM quality.finding" + WHERE;

    private static final String BY_ID = FINDING + " WHERE id = :id";

    private static final String SET_STATE = "UPDATE quality.finding SET state = :state WHERE id = :id";

    private static final String ADD_MARK = """
            INSERT INTO quality.mark (finding_id, state, note, subject)
            VALUES (:finding, :state, :note, access.subject())
            """;

    private static final String MARKS = """
              SELECT state, note, subject, at
                FROM quality.mark
               WHERE finding_id = :finding
            ORDER BY id
            """;

    private final JdbcClient app;
    private final JdbcClient loader;

    JdbcQuality(JdbcClient app, @Loader JdbcClient loader) {
        this.app = app;
        this.loader = loader;
    }

    /** A check of an area. */
    record Run(UUID id, LocalDate day, String by, Instant at, long tookMillis) {}

    /** So many findings. */
    record Sum(Doubt doubt, long area, String source, State state, long findings) {}

    /** So many persons. */
    record Held(long area, String source, long persons, long covered) {}

    /** How late. */
    record Late(String source, EventKind kind, long events, double median, double ninth) {}

    /** A doubt about a person. */
    record Finding(
            UUID id,
            Doubt doubt,
            UUID person,
            Optional<UUID> other,
            Optional<LocalDate> one,
            Optional<LocalDate> two,
            AreaCode area,
            String source,
            State state,
            Instant firstFound) {}

    /** What a clerk said. */
    record Mark(State state, String note, String by, Instant at) {}

    /** Which findings are asked for; an empty doubt means all. */
    record Filter(AreaCode area, String doubt, State state) {}

    void addRun(UUID run, Doubts.Asked asked, long tookMillis) {
        loader.sql(ADD_RUN)
                .param("id", run)
                .param("from", asked.area().from())
                .param("to", asked.area().to())
                .param("day", asked.today())
                .param("took", tookMillis)
                .update();
    }

    void addHeld(UUID run, List<Held> held) {
        loader.sql(ADD_HELD)
                .param("run", run)
                .param("areas", held.stream().map(Held::area).toArray(Long[]::new))
                .param("sources", held.stream().map(Held::source).toArray(String[]::new))
                .param("persons", held.stream().map(Held::persons).toArray(Long[]::new))
                .param("covered", held.stream().map(Held::covered).toArray(Long[]::new))
                .update();
    }

    void addSpread(UUID run, String axis, List<Doubts.Spread> spreads) {
        for (var spread : spreads) {
            loader.sql(ADD_SPREAD)
                    .param("run", run)
                    .param("area", spread.township())
                    .param("axis", axis)
                    .param(
                            "counts",
                            java.util.Arrays.stream(spread.counts()).boxed().toArray(Integer[]::new))
                    .update();
        }
    }

    void addLate(UUID run, List<Doubts.Late> lates) {
        for (var late : lates) {
            loader.sql(ADD_LATE)
                    .param("run", run)
                    .param("area", late.place().township())
                    .param("source", late.place().source())
                    .param("kind", late.kind().code())
                    .param("events", late.events())
                    .param("median", late.median())
                    .param("ninth", late.ninth())
                    .update();
        }
    }

    void keep(UUID run, List<Doubts.Found> found) {
        loader.sql(KEEP)
                .param("run", run)
                .param("doubts", found.stream().map(each -> each.doubt().code()).toArray(String[]::new))
                .param("persons", found.stream().map(Doubts.Found::person).toArray(UUID[]::new))
                .param("keys", found.stream().map(Doubts.Found::key).toArray(String[]::new))
                .param(
                        "others",
                        found.stream().map(each -> each.other().orElse(null)).toArray(UUID[]::new))
                .param("ones", found.stream().map(each -> day(each.one())).toArray(Date[]::new))
                .param("twos", found.stream().map(each -> day(each.two())).toArray(Date[]::new))
                .param(
                        "areas",
                        found.stream().map(each -> each.place().township()).toArray(Long[]::new))
                .param(
                        "sources",
                        found.stream().map(each -> each.place().source()).toArray(String[]::new))
                .update();
    }

    private static @org.jspecify.annotations.Nullable Date day(Optional<LocalDate> day) {
        return day.map(Date::valueOf).orElse(null);
    }

    void forget(UUID run, AreaCode area) {
        loader.sql(GONE)
                .param("run", run)
                .param("from", area.from())
                .param("to", area.to())
                .update();
    }

    /** Open findings by township. */
    record Open(AreaCode township, long open) {}

    List<Open> open(AreaCode area) {
        return loader.sql(OPEN_BY_TOWNSHIP)
                .param("from", area.from())
                .param("to", area.to())
                .query((row, number) -> new Open(new AreaCode(row.getLong("area")), row.getLong("open")))
                .list();
    }

    Optional<Run> newest(AreaCode area) {
        return app.sql(NEWEST)
                .param("from", area.from())
                .param("to", area.to())
                .query((row, number) -> new Run(
                        row.getObject("id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getString("made_by"),
                        row.getTimestamp("made_at").toInstant(),
                        row.getLong("took_ms")))
                .optional();
    }

    List<Sum> sums(AreaCode area) {
        return app.sql(FOUND)
                .param("from", area.from())
                .param("to", area.to())
                .query((row, number) -> new Sum(
                        Doubt.valueOf(row.getString("doubt")),
                        row.getLong("area"),
                        row.getString("source"),
                        State.valueOf(row.getString("state")),
                        row.getLong("findings")))
                .list();
    }

    List<Held> held(UUID run, AreaCode area) {
        return app.sql(HELD)
                .param("run", run)
                .param("from", area.from())
                .param("to", area.to())
                .query((row, number) -> new Held(
                        row.getLong("area"), row.getString("source"), row.getLong("persons"), row.getLong("covered")))
                .list();
    }

    /** The sum over the townships of an area. */
    double[] spread(UUID run, AreaCode area, String axis, int size) {
        var sum = new double[size];
        app.sql(SPREAD)
                .param("run", run)
                .param("axis", axis)
                .param("from", area.from())
                .param("to", area.to())
                .query((row, number) -> counts(row.getArray("counts")))
                .list()
                .forEach(counts -> {
                    for (int i = 0; i < size; i++) {
                        sum[i] += counts[i];
                    }
                });
        return sum;
    }

    private static Integer[] counts(Array array) throws SQLException {
        return (Integer[]) array.getArray();
    }

    List<Late> late(UUID run, AreaCode area) {
        return app.sql(LATE)
                .param("run", run)
                .param("area", area.from())
                .query((row, number) -> new Late(
                        row.getString("source"),
                        EventKind.ofCode(row.getString("kind")),
                        row.getLong("events"),
                        row.getDouble("median"),
                        row.getDouble("ninth")))
                .list();
    }

    List<Finding> list(Filter filter, int limit, long offset) {
        return filtered(PAGE, filter)
                .param("limit", limit)
                .param("offset", offset)
                .query(JdbcQuality::finding)
                .list();
    }

    long count(Filter filter) {
        return filtered(COUNT, filter).query(Long.class).single();
    }

    private JdbcClient.StatementSpec filtered(String sql, Filter filter) {
        return app.sql(sql)
                .param("from", filter.area().from())
                .param("to", filter.area().to())
                .param("doubt", filter.doubt())
                .param("state", filter.state().code());
    }

    Optional<Finding> find(UUID id) {
        return app.sql(BY_ID).param("id", id).query(JdbcQuality::finding).optional();
    }

    void mark(UUID finding, State state, String note) {
        app.sql(SET_STATE).param("id", finding).param("state", state.code()).update();
        app.sql(ADD_MARK)
                .param("finding", finding)
                .param("state", state.code())
                .param("note", note)
                .update();
    }

    List<Mark> marks(UUID finding) {
        return app.sql(MARKS)
                .param("finding", finding)
                .query((row, number) -> new Mark(
                        State.valueOf(row.getString("state")),
                        row.getString("note"),
                        row.getString("subject"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        return new Finding(
                row.getObject("id", UUID.class),
                Doubt.valueOf(row.getString("doubt")),
                row.getObject("person_id", UUID.class),
                Optional.ofNullable(row.getObject("other_id", UUID.class)),
                Optional.ofNullable(row.getObject("one", LocalDate.class)),
                Optional.ofNullable(row.getObject("two", LocalDate.class)),
                new AreaCode(row.getLong("area")),
                row.getString("source"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("first_found").toInstant());
    }
}
