package org.junheng.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.junheng.access.Actors;
import org.junheng.access.ReadLog;
import org.junheng.database.Loader;
import org.junheng.register.Doubt;
import org.junheng.register.Doubts;
import org.junheng.register.EventKind;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcDoubts implements Doubts {

    private static final int FETCHED = 10_000;
    private static final int AGES = 101;
    private static final int DAYS = 31;

    private final JdbcClient loader;
    private final TransactionTemplate loading;
    private final TransactionTemplate logging;
    private final ReadLog readLog;
    private final Vault vault;

    JdbcDoubts(
            @Loader JdbcClient loader,
            @Loader TransactionTemplate loading,
            TransactionTemplate logging,
            ReadLog readLog,
            Vault vault) {
        this.loader = loader;
        this.loading = loading;
        this.logging = logging;
        this.readLog = readLog;
        this.vault = vault;
    }

    @Override
    public void each(Doubt doubt, Asked asked, Consumer<Found> taker) {
        stream(DoubtSql.of(doubt), asked, (row, number) -> found(doubt, row), taker);
    }

    @Override
    public void eachNumber(Asked asked, Consumer<Found> taker) {
        int persons =
                Math.toIntExact(held(asked).stream().mapToLong(Held::persons).sum());
        logging.executeWithoutResult(status -> readLog.exported(persons));
        stream(DoubtSql.NUMBERS, asked, this::number, number -> number.doubts().forEach(taker));
    }

    /** A number is judged as it is read, and kept nowhere. */
    private NumberVerdict number(ResultSet row, int number) throws SQLException {
        return NumberVerdict.of(
                row.getObject("person_id", UUID.class),
                vault.unseal(row.getBytes("id_no_cipher")),
                row.getString("sex"),
                Optional.ofNullable(row.getObject("born_on", LocalDate.class)),
                place(row));
    }

    private <T> void stream(String sql, Asked asked, RowMapper<T> mapper, Consumer<? super T> taker) {
        loading.executeWithoutResult(status -> {
            roomy();
            try (var rows = statement(sql, asked).withFetchSize(FETCHED).query(mapper).stream()) {
                rows.forEach(taker);
            }
        });
    }

    /** A county is joined by hashing, in memory. */
    private void roomy() {
        loader.sql("SELECT set_config('work_mem', '256MB', true)")
                .query(String.class)
                .single();
    }

    private StatementSpec statement(String sql, Asked asked) {
        if (Actors.get().areas().stream().noneMatch(own -> own.contains(asked.area()))) {
            throw new IllegalArgumentException("%s does not work in %s.".formatted(Actors.get(), asked.area()));
        }
        var statement = loader.sql(sql)
                .param("from", asked.area().from())
                .param("to", asked.area().to());
        return sql.contains(":today") ? statement.param("today", asked.today()) : statement;
    }

    @Override
    public List<Found> placed(Asked asked, List<Two> pairs) {
        return all(
                statement(DoubtSql.PLACED, asked)
                        .param("ones", pairs.stream().map(Two::one).toArray(UUID[]::new))
                        .param("others", pairs.stream().map(Two::other).toArray(UUID[]::new)),
                (row, number) -> found(Doubt.DUPLICATE, row));
    }

    @Override
    public List<Held> held(Asked asked) {
        return all(statement(DoubtSql.HELD, asked), (row, number) -> new Held(place(row), row.getLong("persons")));
    }

    @Override
    public List<Held> covered(Asked asked) {
        return all(statement(DoubtSql.COVERED, asked), (row, number) -> new Held(place(row), row.getLong("persons")));
    }

    @Override
    public List<Late> late(Asked asked) {
        return all(
                statement(DoubtSql.LATE, asked),
                (row, number) -> new Late(
                        place(row),
                        EventKind.ofCode(row.getString("kind")),
                        row.getLong("events"),
                        row.getDouble("median"),
                        row.getDouble("ninth")));
    }

    @Override
    public List<Spread> ages(Asked asked) {
        var census = LocalDate.of(asked.today().getYear(), 11, 1);
        var on = census.isAfter(asked.today()) ? census.minusYears(1) : census;
        return spread(statement(DoubtSql.AGES, asked).param("on", on), AGES);
    }

    @Override
    public List<Spread> birthDays(Asked asked) {
        return spread(statement(DoubtSql.BIRTH_DAYS, asked), DAYS);
    }

    private List<Spread> spread(StatementSpec statement, int size) {
        record Cell(long township, int place, int persons) {}
        SortedMap<Long, int[]> townships = new TreeMap<>();
        all(statement, (row, number) -> new Cell(row.getLong("township"), row.getInt("place"), row.getInt("persons")))
                .forEach(cell -> townships.computeIfAbsent(cell.township(), code -> new int[size])[cell.place()] =
                        cell.persons());
        return townships.entrySet().stream()
                .map(each -> new Spread(each.getKey(), each.getValue()))
                .toList();
    }

    private <T> List<T> all(StatementSpec statement, RowMapper<T> mapper) {
        return Objects.requireNonNull(loading.execute(status -> {
            roomy();
            return statement.query(mapper).list();
        }));
    }

    private static Found found(Doubt doubt, ResultSet row) throws SQLException {
        return new Found(
                doubt,
                row.getObject("person_id", UUID.class),
                row.getString("key"),
                Optional.ofNullable(row.getObject("other_id", UUID.class)),
                Optional.ofNullable(row.getObject("one", LocalDate.class)),
                Optional.ofNullable(row.getObject("two", LocalDate.class)),
                place(row));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getLong("township"), row.getString("source"));
    }
}
