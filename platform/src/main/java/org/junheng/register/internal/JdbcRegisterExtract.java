package org.junheng.register.internal;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Sex;
import org.junheng.register.ParticipantRole;
import org.junheng.register.RegisterExtract;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class JdbcRegisterExtract implements RegisterExtract {

    private static final Actor EXTRACTING = Actor.service("snapshot", Purpose.STATISTICS);
    private static final int FETCHED = 10_000;

    /** The place at the last day of life, or now; in an order that says nothing of the persons. */
    private static final String PERSONS = """
            SELECT v.person_id, v.sex, v.born_on, v.died_on, h.area, h.since, coalesce(r.area, h.area) AS residence,
                   coalesce(c.value, '1') = '2' AS agricultural
              FROM register.vital v
              JOIN LATERAL (SELECT s.area, s.valid_from AS since
                              FROM register.standing s
                             WHERE s.person_id = v.person_id AND s.attribute = 'registered-residence'
                               AND s.known_to = 'infinity' AND s.valid_to >= coalesce(v.died_on, 'infinity')
                             ORDER BY s.valid_from DESC LIMIT 1) h ON true
              LEFT JOIN LATERAL (SELECT s.area
                                   FROM register.standing s
                                  WHERE s.person_id = v.person_id AND s.attribute = 'usual-residence'
                                    AND s.known_to = 'infinity' AND s.valid_to >= coalesce(v.died_on, 'infinity')
                                  ORDER BY s.valid_from DESC LIMIT 1) r ON true
              LEFT JOIN LATERAL (SELECT s.value
                                   FROM register.standing s
                                  WHERE s.person_id = v.person_id AND s.attribute = 'hukou-category'
                                    AND s.known_to = 'infinity' AND s.valid_to >= coalesce(v.died_on, 'infinity')
                                  ORDER BY s.valid_from DESC LIMIT 1) c ON true
             WHERE v.known_to = 'infinity' AND h.area >= :from AND h.area < :to
             ORDER BY hashtextextended(v.person_id::text, :salt)
            """;

    private static final String PARENTS = """
            SELECT p.child_id, v.born_on, p.parent_id, p.role
              FROM register.parentage p
              JOIN register.vital v ON v.person_id = p.child_id AND v.known_to = 'infinity'
             WHERE p.known_to = 'infinity'
               AND EXISTS (SELECT FROM register.standing s
                            WHERE s.person_id = p.child_id AND s.attribute = 'registered-residence'
                              AND s.known_to = 'infinity' AND s.area >= :from AND s.area < :to)
             ORDER BY v.born_on, p.child_id
            """;

    private static final String MARRIAGES = """
            SELECT c.person_id, c.spouse_id, c.valid_from, nullif(c.valid_to, 'infinity') AS ended, c.ended_by
              FROM register.couple c
              JOIN register.vital v ON v.person_id = c.person_id AND v.known_to = 'infinity' AND v.sex = '1'
             WHERE c.known_to = 'infinity'
               AND EXISTS (SELECT FROM register.standing s
                            WHERE s.person_id = c.person_id AND s.attribute = 'registered-residence'
                              AND s.known_to = 'infinity' AND s.area >= :from AND s.area < :to)
            """;

    private static final String DISABILITIES = """
            SELECT d.person_id, left(d.value, 1) AS category, substr(d.value, 2) AS grade, d.valid_from
              FROM register.standing d
             WHERE d.attribute = 'disability' AND d.known_to = 'infinity' AND d.valid_to = 'infinity' AND d.value IS NOT NULL
               AND EXISTS (SELECT FROM register.standing s
                            WHERE s.person_id = d.person_id AND s.attribute = 'registered-residence'
                              AND s.known_to = 'infinity' AND s.area >= :from AND s.area < :to)
             ORDER BY hashtextextended(d.person_id::text, :salt)
            """;

    private static final String HUKOU_MOVES = """
            SELECT s.person_id, s.valid_from, before.area AS from_area, s.area AS to_area
              FROM register.standing s
              JOIN register.standing before
                ON before.person_id = s.person_id AND before.attribute = s.attribute AND before.known_to = 'infinity'
               AND before.valid_to = s.valid_from
             WHERE s.attribute = 'registered-residence' AND s.known_to = 'infinity'
               AND before.area IS NOT NULL AND s.area IS NOT NULL AND before.area <> s.area
               AND EXISTS (SELECT FROM register.standing here
                            WHERE here.person_id = s.person_id AND here.attribute = 'registered-residence'
                              AND here.known_to = 'infinity' AND here.area >= :from AND here.area < :to)
             ORDER BY s.valid_from, hashtextextended(s.person_id::text, :salt)
            """;

    private final JdbcClient loader;
    private final TransactionTemplate work;

    JdbcRegisterExtract(@Loader JdbcClient loader, @Loader TransactionTemplate work) {
        this.loader = loader;
        this.work = work;
    }

    @Override
    public void eachPerson(AreaCode area, Consumer<Person> taker) {
        each(PERSONS, area, JdbcRegisterExtract::person, taker);
    }

    @Override
    public void eachParent(AreaCode area, Consumer<Parent> taker) {
        each(PARENTS, area, JdbcRegisterExtract::parent, taker);
    }

    @Override
    public void eachMarriage(AreaCode area, Consumer<Marriage> taker) {
        each(MARRIAGES, area, JdbcRegisterExtract::marriage, taker);
    }

    @Override
    public void eachDisability(AreaCode area, Consumer<Disability> taker) {
        each(DISABILITIES, area, JdbcRegisterExtract::disability, taker);
    }

    @Override
    public void eachHukouMove(AreaCode area, Consumer<HukouMove> taker) {
        each(HUKOU_MOVES, area, JdbcRegisterExtract::hukouMove, taker);
    }

    private <T> void each(String sql, AreaCode area, RowMapper<T> mapper, Consumer<T> taker) {
        Actors.run(
                EXTRACTING,
                () -> work.executeWithoutResult(status -> {
                    try (var rows = loader
                            .sql(sql)
                            .withFetchSize(FETCHED)
                            .param("from", area.from())
                            .param("to", area.to())
                            .param("salt", System.nanoTime())
                            .query(mapper)
                            .stream()) {
                        rows.forEach(taker);
                    }
                }));
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("person_id", UUID.class),
                Sex.CODES.get(row.getString("sex")),
                row.getDate("born_on").toLocalDate(),
                day(row, "died_on"),
                new AreaCode(row.getLong("area")).township(),
                row.getDate("since").toLocalDate(),
                new AreaCode(row.getLong("residence")).township(),
                row.getBoolean("agricultural"));
    }

    private static Parent parent(ResultSet row, int number) throws SQLException {
        return new Parent(
                row.getObject("child_id", UUID.class),
                row.getDate("born_on").toLocalDate(),
                row.getObject("parent_id", UUID.class),
                role(row.getString("role")));
    }

    private static ParticipantRole role(String code) {
        return Arrays.stream(ParticipantRole.values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Marriage marriage(ResultSet row, int number) throws SQLException {
        return new Marriage(
                row.getObject("person_id", UUID.class),
                row.getObject("spouse_id", UUID.class),
                row.getDate("valid_from").toLocalDate(),
                day(row, "ended"),
                Optional.ofNullable(row.getString("ended_by")));
    }

    private static Disability disability(ResultSet row, int number) throws SQLException {
        return new Disability(
                row.getObject("person_id", UUID.class),
                row.getString("category"),
                row.getString("grade"),
                row.getDate("valid_from").toLocalDate());
    }

    private static HukouMove hukouMove(ResultSet row, int number) throws SQLException {
        return new HukouMove(
                row.getObject("person_id", UUID.class),
                row.getDate("valid_from").toLocalDate(),
                new AreaCode(row.getLong("from_area")).township(),
                new AreaCode(row.getLong("to_area")).township());
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getDate(column)).map(Date::toLocalDate);
    }
}
