package org.junheng.monitoring.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.MonthRange;
import org.junheng.register.Base;
import org.junheng.register.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the cells as the present actor: row-level security leaves those of the actor's areas. */
@Repository
class Cells {

    private static final String COUNTS = """
                   coalesce(sum(events) FILTER (WHERE event = 'birth'), 0) AS births,
                   coalesce(sum(events) FILTER (WHERE event = 'birth' AND sex = '1'), 0) AS boys,
                   coalesce(sum(events) FILTER (WHERE event = 'birth' AND sex = '2'), 0) AS girls,
                   coalesce(sum(events) FILTER (WHERE event = 'birth' AND birth_order = 1), 0) AS first,
                   coalesce(sum(events) FILTER (WHERE event = 'birth' AND birth_order = 2), 0) AS second,
                   coalesce(sum(events) FILTER (WHERE event = 'birth' AND birth_order = 3), 0) AS third,
                   coalesce(sum(events) FILTER (WHERE event = 'death'), 0) AS deaths
              FROM monitoring.vital_cell
             WHERE base = :base AND area >= :areaFrom AND area < :areaTo AND month >= :from AND month < :to
            """;

    private static final String BY_MONTH = "SELECT month,\n" + COUNTS + " GROUP BY month";

    private static final String BY_YEAR =
            "SELECT extract(year FROM month)::int AS year,\n" + COUNTS + " GROUP BY 1 ORDER BY 1";

    private static final String BY_AREA = "SELECT area - area % :unit AS part,\n" + COUNTS + " GROUP BY 1";

    private static final String POPULATION = """
            SELECT area - area % :unit AS part, sum(persons) AS persons
              FROM monitoring.population_cell
             WHERE base = :base AND area >= :areaFrom AND area < :areaTo AND day = :day
             GROUP BY 1
            """;

    private static final String AGES = """
              SELECT sex, least(age, 100) / 5 AS age_group, sum(persons) AS persons
                FROM monitoring.population_cell
               WHERE base = :base AND area >= :areaFrom AND area < :areaTo AND day = :day
               GROUP BY 1, 2
            """;

    private static final String DAYS = "SELECT DISTINCT day FROM monitoring.population_cell ORDER BY day DESC";

    private static final String PROGRESS =
            "SELECT xid, event_id, horizon, counted_on, caught_up_at FROM monitoring.progress WHERE follower = 'cells'";

    private final JdbcClient app;
    private final TransactionTemplate work;

    Cells(JdbcClient app, TransactionTemplate work) {
        this.app = app;
        this.work = work;
    }

    /** Counts of each month in which something happened. */
    Map<YearMonth, VitalCounts> byMonth(Base base, AreaCode area, MonthRange months) {
        var found = new LinkedHashMap<YearMonth, VitalCounts>();
        read(() -> vital(BY_MONTH, base, area, months)
                .query((row, number) -> found.put(YearMonth.from(row.getObject("month", LocalDate.class)), counts(row)))
                .list());
        return found;
    }

    /** Counts of each calendar year in which something happened. */
    Map<Integer, VitalCounts> byYear(Base base, AreaCode area, MonthRange months) {
        var found = new LinkedHashMap<Integer, VitalCounts>();
        read(() -> vital(BY_YEAR, base, area, months)
                .query((row, number) -> found.put(row.getInt("year"), counts(row)))
                .list());
        return found;
    }

    /** Counts of each part of an area in which something happened. */
    Map<AreaCode, VitalCounts> byArea(Base base, AreaCode area, MonthRange months) {
        var found = new LinkedHashMap<AreaCode, VitalCounts>();
        read(() -> vital(BY_AREA, base, area, months)
                .param("unit", unitBelow(area))
                .query((row, number) -> found.put(new AreaCode(row.getLong("part")), counts(row)))
                .list());
        return found;
    }

    /** Population of each part of an area at the end of a day; empty where it was not counted. */
    Map<AreaCode, Long> population(Base base, AreaCode area, LocalDate day) {
        var found = new LinkedHashMap<AreaCode, Long>();
        read(() -> on(POPULATION, base, area, day)
                .param("unit", unitBelow(area))
                .query((row, number) -> found.put(new AreaCode(row.getLong("part")), row.getLong("persons")))
                .list());
        return found;
    }

    /** Population by sex code and group of five years of age, 0 for those under five, 20 for 100 and over. */
    Map<String, long[]> ages(Base base, AreaCode area, LocalDate day) {
        Map<String, long[]> found = new LinkedHashMap<>();
        read(() -> on(AGES, base, area, day)
                .query((row, number) ->
                        found.computeIfAbsent(row.getString("sex"), sex -> new long[21])[row.getInt("age_group")] =
                                row.getLong("persons"))
                .list());
        return found;
    }

    /** The days whose population was counted, the latest first. */
    List<LocalDate> days() {
        return read(() -> app.sql(DAYS).query(LocalDate.class).list());
    }

    /** How far the ledger is counted; empty before the first time. */
    Optional<Progress> findProgress() {
        return read(() -> app.sql(PROGRESS).query(Cells::progress).list()).stream()
                .filter(progress -> progress.horizon() > 0)
                .findFirst();
    }

    private JdbcClient.StatementSpec vital(String sql, Base base, AreaCode area, MonthRange months) {
        return inArea(sql, base, area)
                .param("from", months.from().atDay(1))
                .param("to", months.to().atDay(1));
    }

    private JdbcClient.StatementSpec on(String sql, Base base, AreaCode area, LocalDate day) {
        return inArea(sql, base, area).param("day", day);
    }

    private JdbcClient.StatementSpec inArea(String sql, Base base, AreaCode area) {
        return app.sql(sql)
                .param("base", base.code())
                .param("areaFrom", area.from())
                .param("areaTo", area.to());
    }

    private <T> List<T> read(java.util.function.Supplier<List<T>> query) {
        return java.util.Objects.requireNonNull(work.execute(status -> query.get()));
    }

    /** Townships of a county or township, counties of anything larger. */
    private static long unitBelow(AreaCode area) {
        return switch (area.level()) {
            case PROVINCE, CITY -> 1_000_000L;
            case COUNTY, TOWNSHIP -> 1_000L;
            case VILLAGE -> 1L;
        };
    }

    static Progress progress(ResultSet row, int number) throws SQLException {
        return new Progress(
                new Ledger.Cursor(row.getLong("xid"), row.getObject("event_id", UUID.class)),
                row.getLong("horizon"),
                row.getObject("counted_on", LocalDate.class),
                row.getTimestamp("caught_up_at").toInstant());
    }

    private static VitalCounts counts(ResultSet row) throws SQLException {
        return new VitalCounts(
                row.getLong("births"),
                row.getLong("boys"),
                row.getLong("girls"),
                row.getLong("first"),
                row.getLong("second"),
                row.getLong("third"),
                row.getLong("deaths"));
    }
}
