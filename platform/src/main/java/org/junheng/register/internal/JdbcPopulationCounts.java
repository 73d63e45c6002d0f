package org.junheng.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junheng.access.Actors;
import org.junheng.access.Role;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Sex;
import org.junheng.register.Base;
import org.junheng.register.PopulationCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcPopulationCounts implements PopulationCounts {

    private final JdbcClient loader;
    private final TransactionTemplate work;

    JdbcPopulationCounts(@Loader JdbcClient loader, @Loader TransactionTemplate work) {
        this.loader = loader;
        this.work = work;
    }

    @Override
    public List<Births> countBirths(Collection<YearMonth> months) {
        if (months.isEmpty()) {
            return List.of();
        }
        return asService(() -> inMonths(PopulationSql.BIRTHS, months)
                .query((row, number) -> new Births(
                        base(row), area(row), month(row), sex(row), row.getInt("birth_order"), row.getInt("births")))
                .list());
    }

    @Override
    public List<Deaths> countDeaths(Collection<YearMonth> months) {
        if (months.isEmpty()) {
            return List.of();
        }
        return asService(() -> inMonths(PopulationSql.DEATHS, months)
                .query((row, number) -> new Deaths(base(row), area(row), month(row), sex(row), row.getInt("deaths")))
                .list());
    }

    @Override
    public List<Persons> countPersons(
            Collection<Integer> birthYears, Collection<LocalDate> days, LocalDate completeFrom) {
        if (birthYears.isEmpty() || days.isEmpty()) {
            return List.of();
        }
        return asService(() -> loader.sql(PopulationSql.PERSONS)
                .param("years", birthYears.toArray(Integer[]::new))
                .param("from", LocalDate.of(Collections.min(birthYears), 1, 1))
                .param("to", LocalDate.of(Collections.max(birthYears) + 1, 1, 1))
                .param(
                        "days",
                        days.stream()
                                .distinct()
                                .sorted()
                                .map(LocalDate::toString)
                                .toArray(String[]::new))
                .param("birthdays", birthdays(days))
                .param("completeFrom", completeFrom)
                .query(JdbcPopulationCounts::persons)
                .list());
    }

    @Override
    public Concerned listConcerned(Collection<UUID> persons) {
        var births = new HashSet<YearMonth>();
        var deaths = new HashSet<YearMonth>();
        var years = new HashSet<Integer>();
        asService(() -> loader.sql(PopulationSql.CONCERNED)
                .param("persons", persons.toArray(UUID[]::new))
                .query((row, number) -> {
                    var born = row.getObject("born_on", LocalDate.class);
                    births.add(YearMonth.from(born));
                    years.add(born.getYear());
                    var died = row.getObject("died_on", LocalDate.class);
                    return died == null || deaths.add(YearMonth.from(died));
                })
                .list());
        return new Concerned(births, deaths, years);
    }

    private <T> List<T> asService(Supplier<List<T>> count) {
        var role = Actors.get().role();
        if (role != Role.SERVICE) {
            throw new IllegalStateException(
                    "Counting crosses all areas, so only a service may; %s reads what a service has counted."
                            .formatted(role));
        }
        return java.util.Objects.requireNonNull(work.execute(status -> count.get()));
    }

    /** Looks at the run from the first to the last month, and there at those asked for. */
    private JdbcClient.StatementSpec inMonths(String sql, Collection<YearMonth> months) {
        return loader.sql(sql)
                .param("from", Collections.min(months).atDay(1))
                .param("to", Collections.max(months).plusMonths(1).atDay(1))
                .param("months", firstDays(months));
    }

    private static String[] firstDays(Collection<YearMonth> months) {
        return months.stream()
                .distinct()
                .map(month -> month.atDay(1).toString())
                .toArray(String[]::new);
    }

    private static Integer[] birthdays(Collection<LocalDate> days) {
        return days.stream()
                .map(day -> day.getMonthValue() * 100 + day.getDayOfMonth())
                .distinct()
                .sorted()
                .toArray(Integer[]::new);
    }

    private static Persons persons(ResultSet row, int number) throws SQLException {
        return new Persons(
                base(row),
                area(row),
                row.getObject("day", LocalDate.class),
                sex(row),
                row.getInt("birth_year"),
                row.getInt("age"),
                row.getInt("persons"));
    }

    private static Base base(ResultSet row) throws SQLException {
        return Base.ofPlace(row.getString("place"));
    }

    private static AreaCode area(ResultSet row) throws SQLException {
        return new AreaCode(row.getLong("area"));
    }

    private static YearMonth month(ResultSet row) throws SQLException {
        return YearMonth.from(row.getObject("month", LocalDate.class));
    }

    private static Sex sex(ResultSet row) throws SQLException {
        return Sex.CODES.get(row.getString("sex"));
    }
}
