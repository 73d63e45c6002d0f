package org.junheng.projection.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Runs and what came out of them, as they are stored. */
@Repository
class JdbcProjections {

    private static final String COLUMNS = """
            SELECT id, scenario_id, against_id, trajectories, seed, base, first_year, last_year, fingerprint, made_by,
                   made_at, took_ms
              FROM projection.run
            """;

    private static final String LIST = COLUMNS + " ORDER BY made_at DESC";

    private static final String BY_ID = COLUMNS + " WHERE id = :id";

    private static final String INSERT = """
            INSERT INTO projection.run (id, scenario_id, against_id, areas, trajectories, seed, base, first_year,
                                        last_year, fingerprint, made_by, made_at, took_ms)
            VALUES (:id, :scenario, :against, int8range(:from, :to), :trajectories, :seed, :base, :first, :last,
                    :fingerprint, access.subject(), :at, :took)
            """;

    private static final String INSERT_SERIES = """
            INSERT INTO projection.series (run_id, place, guard, level, position, series, first_year, q025, q10, q50,
                                           q90, q975)
            SELECT :run, s.place, s.guard, s.level, s.position, s.series, s.first_year, s.q025::integer[],
                   s.q10::integer[], s.q50::integer[], s.q90::integer[], s.q975::integer[]
              FROM unnest(:places::text[], :guards::bigint[], :levels::text[], :positions::integer[], :series::text[],
                          :years::integer[], :q025::text[], :q10::text[], :q50::text[], :q90::text[], :q975::text[])
                   AS s (place, guard, level, position, series, first_year, q025, q10, q50, q90, q975)
            """;

    private static final String PLACES = """
            SELECT place, guard, level, position
              FROM projection.series
             WHERE run_id = :run AND series = 'residents'
             ORDER BY position
            """;

    private static final String SERIES = """
            SELECT place, guard, level, position, series, first_year, q025, q10, q50, q90, q975
              FROM projection.series
             WHERE run_id = :run AND (:place = '' OR place = :place) AND series !~ :not
             ORDER BY position, series
            """;

    private static final String ONE = """
            SELECT place, guard, level, position, series, first_year, q025, q10, q50, q90, q975
              FROM projection.series
             WHERE run_id = :run AND place = :place AND series = :series
            """;

    private static final String OF_COUNTIES = """
            SELECT place, guard, level, position, series, first_year, q025, q10, q50, q90, q975
              FROM projection.series
             WHERE run_id = :run AND level = 'county' AND series = :series
             ORDER BY position
            """;

    /** Matches no series. */
    static final String NONE = "^$";

    /** Matches the series of age groups. */
    static final String AGES = "^(men|women)_";

    private final JdbcClient app;

    JdbcProjections(JdbcClient app) {
        this.app = app;
    }

    /** A scenario worked out; {@code against} is the scenario that was subtracted, for a comparison. */
    record Run(
            UUID id,
            UUID scenario,
            Optional<UUID> against,
            Settings settings,
            String fingerprint,
            String by,
            Instant at,
            long tookMillis) {

        public boolean isComparison() {
            return against.isPresent();
        }
    }

    /** What it was worked out with. */
    record Settings(int trajectories, long seed, String base, int firstYear, int lastYear) {}

    /**
     * An area of a run.
     *
     * @param id its code of six digits, or its name where it has none
     * @param guard its code, or its city's
     * @param level province, city, county
     * @param position in lists
     */
    record Place(String id, AreaCode guard, String level, int position) {

        boolean isCoded() {
            return id.matches("\\d{6}");
        }
    }

    /**
     * One thing counted in one area.
     *
     * @param quantiles five rows of values, or the median's alone
     */
    record Series(Place place, String id, int firstYear, List<int[]> quantiles) {

        int[] median() {
            return quantiles.get(quantiles.size() / 2);
        }

        boolean uncertain() {
            return quantiles.size() > 1;
        }

        int lastYear() {
            return firstYear + median().length - 1;
        }

        /** The median of a year, of the nearest one it has. */
        int in(int year) {
            return in(quantiles.size() / 2, year);
        }

        /** A quantile of a year, of the nearest one it has. */
        int in(int quantile, int year) {
            var values = quantiles.get(quantile);
            return values[Math.clamp((long) year - firstYear, 0, values.length - 1)];
        }
    }

    List<Run> list() {
        return app.sql(LIST).query(JdbcProjections::run).list();
    }

    Optional<Run> find(UUID id) {
        return app.sql(BY_ID).param("id", id).query(JdbcProjections::run).optional();
    }

    List<Place> places(UUID run) {
        return app.sql(PLACES)
                .param("run", run)
                .query((row, number) -> place(row))
                .list();
    }

    Optional<Series> find(UUID run, String place, String series) {
        return app.sql(ONE)
                .param("run", run)
                .param("place", place)
                .param("series", series)
                .query(JdbcProjections::series)
                .optional();
    }

    /** All series of a place, or of all places if it is empty, but those whose name matches. */
    List<Series> list(UUID run, String place, String not) {
        return app.sql(SERIES)
                .param("run", run)
                .param("place", place)
                .param("not", not)
                .query(JdbcProjections::series)
                .list();
    }

    List<Series> ofCounties(UUID run, String series) {
        return app.sql(OF_COUNTIES)
                .param("run", run)
                .param("series", series)
                .query(JdbcProjections::series)
                .list();
    }

    void add(Run run, AreaCode area, List<Series> series) {
        app.sql(INSERT)
                .param("id", run.id())
                .param("scenario", run.scenario())
                .param("against", run.against().orElse(null), Types.OTHER)
                .param("from", area.from())
                .param("to", area.to())
                .param("trajectories", run.settings().trajectories())
                .param("seed", run.settings().seed())
                .param("base", run.settings().base())
                .param("first", run.settings().firstYear())
                .param("last", run.settings().lastYear())
                .param("fingerprint", run.fingerprint())
                .param("at", Timestamp.from(run.at()))
                .param("took", run.tookMillis())
                .update();
        var insert = app.sql(INSERT_SERIES)
                .param("run", run.id())
                .param("places", series.stream().map(s -> s.place().id()).toArray(String[]::new))
                .param(
                        "guards",
                        series.stream().map(s -> s.place().guard().value()).toArray(Long[]::new))
                .param("levels", series.stream().map(s -> s.place().level()).toArray(String[]::new))
                .param(
                        "positions",
                        series.stream().map(s -> s.place().position()).toArray(Integer[]::new))
                .param("series", series.stream().map(Series::id).toArray(String[]::new))
                .param("years", series.stream().map(Series::firstYear).toArray(Integer[]::new));
        var names = List.of("q025", "q10", "q50", "q90", "q975");
        for (int q = 0; q < names.size(); q++) {
            int quantile = q;
            insert = insert.param(
                    names.get(q), series.stream().map(s -> literal(s, quantile)).toArray(String[]::new));
        }
        insert.update();
    }

    private static @Nullable String literal(Series series, int quantile) {
        if (!series.uncertain()) {
            return quantile == 2 ? literal(series.median()) : null;
        }
        return literal(series.quantiles().get(quantile));
    }

    private static String literal(int[] values) {
        return Arrays.toString(values).replace('[', '{').replace(']', '}');
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getObject("scenario_id", UUID.class),
                Optional.ofNullable(row.getObject("against_id", UUID.class)),
                new Settings(
                        row.getInt("trajectories"),
                        row.getLong("seed"),
                        row.getString("base"),
                        row.getInt("first_year"),
                        row.getInt("last_year")),
                row.getString("fingerprint"),
                row.getString("made_by"),
                row.getTimestamp("made_at").toInstant(),
                row.getLong("took_ms"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getString("place"),
                new AreaCode(row.getLong("guard")),
                row.getString("level"),
                row.getInt("position"));
    }

    private static Series series(ResultSet row, int number) throws SQLException {
        List<int[]> quantiles = new ArrayList<>();
        for (var name : List.of("q025", "q10", "q50", "q90", "q975")) {
            Array values = row.getArray(name);
            if (values != null) {
                quantiles.add(Stream.of((Integer[]) values.getArray())
                        .mapToInt(Integer::intValue)
                        .toArray());
            }
        }
        return new Series(place(row), row.getString("series"), row.getInt("first_year"), List.copyOf(quantiles));
    }
}
