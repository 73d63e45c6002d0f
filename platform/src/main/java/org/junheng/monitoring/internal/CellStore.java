package org.junheng.monitoring.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.junheng.database.Loader;
import org.junheng.register.PopulationCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the cells. What is replaced is deleted and written anew in the follower's transaction: readers see no gap. */
@Repository
class CellStore {

    private static final String PROGRESS = """
            SELECT xid, event_id, horizon, counted_on, caught_up_at
              FROM monitoring.progress
             WHERE follower = 'cells'
               FOR UPDATE
            """;

    private static final String ADVANCE = """
            UPDATE monitoring.progress
               SET xid = :xid, event_id = :event, horizon = :horizon, counted_on = :countedOn, caught_up_at = :at
             WHERE follower = 'cells'
            """;

    private static final String DROP_VITAL = """
            DELETE FROM monitoring.vital_cell WHERE event = :event AND month = ANY (:months::date[])
            """;

    private static final String DROP_OTHER_MONTHS = """
            DELETE FROM monitoring.vital_cell WHERE month < :from OR month >= :to
            """;

    private static final String WRITE_VITAL = """
            INSERT INTO monitoring.vital_cell (event, month, base, area, sex, birth_order, events)
            SELECT :event, *
              FROM unnest(:months::date[], :bases::text[], :areas::bigint[], :sexes::text[], :orders::smallint[], :counts::int[])
            """;

    private static final String DROP_POPULATION = """
            DELETE FROM monitoring.population_cell WHERE birth_year = ANY (:years::smallint[])
            """;

    private static final String DROP_OTHER_DAYS = """
            DELETE FROM monitoring.population_cell WHERE day <> ALL (:days::date[])
            """;

    private static final String WRITE_POPULATION = """
            INSERT INTO monitoring.population_cell (day, base, area, sex, birth_year, age, persons)
            SELECT *
              FROM unnest(:days::date[], :bases::text[], :areas::bigint[], :sexes::text[], :years::smallint[],
                          :ages::smallint[], :counts::int[])
            """;

    private final JdbcClient loader;

    CellStore(@Loader JdbcClient loader) {
        this.loader = loader;
    }

    /** How far the cells are; held by this transaction, so that one follower counts at a time. */
    Progress lockProgress() {
        return loader.sql(PROGRESS).query(Cells::progress).single();
    }

    void advance(Progress progress) {
        loader.sql(ADVANCE)
                .param("xid", progress.cursor().xid())
                .param("event", progress.cursor().event())
                .param("horizon", progress.horizon())
                .param("countedOn", progress.countedOn())
                .param("at", Timestamp.from(progress.caughtUpAt()))
                .update();
    }

    void replaceBirths(Collection<YearMonth> months, List<PopulationCounts.Births> cells) {
        drop("birth", months);
        loader.sql(WRITE_VITAL)
                .param("event", "birth")
                .param("months", texts(cells, cell -> cell.month().atDay(1)))
                .param("bases", texts(cells, cell -> cell.base().code()))
                .param("areas", texts(cells, PopulationCounts.Births::area))
                .param("sexes", texts(cells, cell -> cell.sex().code()))
                .param("orders", texts(cells, PopulationCounts.Births::order))
                .param("counts", texts(cells, PopulationCounts.Births::births))
                .update();
    }

    void replaceDeaths(Collection<YearMonth> months, List<PopulationCounts.Deaths> cells) {
        drop("death", months);
        loader.sql(WRITE_VITAL)
                .param("event", "death")
                .param("months", texts(cells, cell -> cell.month().atDay(1)))
                .param("bases", texts(cells, cell -> cell.base().code()))
                .param("areas", texts(cells, PopulationCounts.Deaths::area))
                .param("sexes", texts(cells, cell -> cell.sex().code()))
                .param("orders", texts(cells, cell -> 0))
                .param("counts", texts(cells, PopulationCounts.Deaths::deaths))
                .update();
    }

    void replacePersons(Collection<Integer> birthYears, List<PopulationCounts.Persons> cells) {
        loader.sql(DROP_POPULATION)
                .param("years", texts(List.copyOf(birthYears), year -> year))
                .update();
        loader.sql(WRITE_POPULATION)
                .param("days", texts(cells, PopulationCounts.Persons::day))
                .param("bases", texts(cells, cell -> cell.base().code()))
                .param("areas", texts(cells, PopulationCounts.Persons::area))
                .param("sexes", texts(cells, cell -> cell.sex().code()))
                .param("years", texts(cells, PopulationCounts.Persons::birthYear))
                .param("ages", texts(cells, PopulationCounts.Persons::age))
                .param("counts", texts(cells, PopulationCounts.Persons::persons))
                .update();
    }

    /** Drops what is no longer kept: months outside the range, days other than these. */
    void keepOnly(org.junheng.kernel.MonthRange months, List<LocalDate> days) {
        loader.sql(DROP_OTHER_MONTHS)
                .param("from", months.from().atDay(1))
                .param("to", months.to().atDay(1))
                .update();
        loader.sql(DROP_OTHER_DAYS).param("days", texts(days, day -> day)).update();
    }

    private void drop(String event, Collection<YearMonth> months) {
        loader.sql(DROP_VITAL)
                .param("event", event)
                .param("months", texts(List.copyOf(months), month -> month.atDay(1)))
                .update();
    }

    private static <T> String[] texts(List<T> cells, Function<T, Object> column) {
        return cells.stream().map(cell -> column.apply(cell).toString()).toArray(String[]::new);
    }
}
