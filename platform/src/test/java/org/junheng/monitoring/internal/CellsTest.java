package org.junheng.monitoring.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junheng.Horizon;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;
import org.junheng.register.Arrivals;
import org.junheng.register.EventKind;
import org.junheng.register.Families;
import org.junheng.register.Stated;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class CellsTest {

    private static final Actor LOAD = Actor.service("test-load", Purpose.UPKEEP);

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private LedgerFollower follower;

    @Autowired
    private JdbcClient app;

    @Autowired
    private TransactionTemplate reading;

    @Autowired
    @Loader
    private JdbcClient loader;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    private final Families families = new Families("census");

    @Test
    void a_newborn_is_in_the_figures_within_ten_seconds_of_its_arrival() {
        take("""
                new-ma  方娜 F 1995-03-05 in 331024101
                new-pa  方伟 M 1994-11-02 in 331024102
                """);
        follow();

        take("new-bao 方宝 F 2025-05-05 of new-ma new-pa");

        await(() -> cells().contains("birth 2025-05-01 usual 331024101000 2 order 1: 1"));
        assertThat(cells()).contains("birth 2025-05-01 hukou 331024101000 2 order 1: 1");
        assertThat(persons("331024101", "2025-12-31")).contains("usual 2 age 0: 1");
    }

    @Test
    void an_event_taken_back_is_no_longer_counted() {
        var ids = take("""
                rev-ma   袁娜 F 1995-03-05 in 331024103
                rev-pa   袁伟 M 1994-11-02 in 331024103
                rev-bao  袁宝 M 2024-02-29 in 331024103 of rev-ma rev-pa
                rev-opa  袁公 M 1944-11-02 in 331024103 died 2024-02-01
                """);
        follow();
        assertThat(cells())
                .contains(
                        "birth 2024-02-01 hukou 331024103000 1 order 1: 1",
                        "death 2024-02-01 hukou 331024103000 1 order 0: 1");

        revoke(ids.get("rev-bao"), EventKind.BIRTH);
        revoke(ids.get("rev-opa"), EventKind.DEATH);
        follow();

        assertThat(cells()).noneMatch(cell -> cell.contains("331024103000"));
        assertThat(persons("331024103", "2024-12-31")).contains("hukou 1 age 80: 1");
    }

    @Test
    void a_late_event_of_an_old_month_changes_that_month_only() {
        take("late-opa 汤公 M 1944-11-02 in 331024104");
        follow();
        var before = cells();

        takeAll(List.of(told("late-opa", "汤公", LocalDate.of(1944, 11, 2), death(LocalDate.of(2021, 3, 9)))));
        follow();

        assertThat(without(cells(), before))
                .containsExactlyInAnyOrder(
                        "death 2021-03-01 hukou 331024104000 1 order 0: 1",
                        "death 2021-03-01 usual 331024104000 1 order 0: 1");
        assertThat(without(before, cells())).isEmpty();
    }

    @Test
    void reading_the_ledger_again_from_its_beginning_changes_nothing() {
        take("again-a 严一 F 1995-03-05 in 331024105 died 2023-07-01");
        follow();
        var before = everything();

        write("UPDATE monitoring.progress SET xid = 0, event_id = '00000000-0000-0000-0000-000000000000'");
        follow();

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void counting_everything_anew_gives_what_following_gave() {
        var ids = take("""
                full-ma  田娜 F 1990-03-05 in 331024106
                full-pa  田伟 M 1989-11-02 in 331024107
                full-bao 田宝 F 2022-06-30 in 331024106 of full-ma full-pa
                """);
        follow();
        takeAll(List.of(told("full-ma", "田娜", LocalDate.of(1990, 3, 5), move(LocalDate.of(2023, 1, 1), "331024107"))));
        follow();
        take("full-er 田二宝 M 2023-05-01 of full-ma full-pa");
        follow();
        revoke(ids.get("full-bao"), EventKind.BIRTH);
        follow();
        var followed = everything();

        write("UPDATE monitoring.progress SET counted_on = 'epoch'");
        follow();

        assertThat(everything()).isEqualTo(followed);
        assertThat(followed)
                .contains(
                        "birth 2023-05-01 usual 331024107000 1 order 1: 1",
                        "birth 2023-05-01 hukou 331024106000 1 order 1: 1");
    }

    @Test
    void birth_order_is_the_mothers_births_in_order_of_date_and_follows_a_birth_learnt_later() {
        take("""
                ord-ma   龚娜 F 1990-03-05 in 331024108
                ord-pa   龚伟 M 1989-11-02 in 331024108
                ord-xiao 龚小 F 2024-09-01 in 331024108 of ord-ma ord-pa
                """);
        follow();
        assertThat(cells()).contains("birth 2024-09-01 usual 331024108000 2 order 1: 1");

        take("""
                ord-da   龚大 F 2012-01-01 in 331024108 of ord-ma ord-pa
                ord-er   龚二 M 2015-01-01 in 331024108 of ord-ma ord-pa died 2015-01-02
                ord-wu   龚五 M 2025-09-01 in 331024108 of ord-ma ord-pa
                """);
        follow();

        assertThat(cells())
                .contains(
                        "birth 2024-09-01 usual 331024108000 2 order 3: 1",
                        "birth 2025-09-01 usual 331024108000 1 order 3: 1")
                .doesNotContain("birth 2024-09-01 usual 331024108000 2 order 1: 1");
    }

    @Test
    void the_order_of_a_birth_by_a_mother_known_from_a_notice_only_is_not_known() {
        var mother = new Stated.Key("hospital", "prov-ma");
        var number = ResidentId.compose(350922, LocalDate.of(1996, 4, 4), 866);
        var living = Stated.Event.of(EventKind.USUAL_RESIDENCE, LocalDate.of(2024, 1, 1), AreaCode.of("331024109"));
        takeAll(List.of(
                new Stated.Record(
                        mother,
                        Optional.of(new Stated.Identity(
                                "古田女",
                                Optional.of(number),
                                Optional.of(LocalDate.of(1996, 4, 4)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                        List.of(living)),
                new Stated.Record(
                        new Stated.Key("hospital", "prov-bao"),
                        Optional.of(Stated.Identity.named("古田女之子", LocalDate.of(2025, 1, 15))),
                        List.of(new Stated.Event(
                                EventKind.BIRTH,
                                LocalDate.of(2025, 1, 15),
                                Optional.empty(),
                                Optional.of("1"),
                                List.of(new Stated.Participant(
                                        org.junheng.register.ParticipantRole.MOTHER, mother)))))));
        follow();

        assertThat(cells()).contains("birth 2025-01-01 usual 331024109000 1 order 0: 1");
    }

    @Test
    void who_moves_counts_where_they_were_on_each_day() {
        take("mov-a 熊一 F 1980-12-31 in 331024110");
        takeAll(List.of(
                told("mov-a", "熊一", LocalDate.of(1980, 12, 31), move(LocalDate.of(2022, 12, 31), "331024111"))));
        follow();

        assertThat(persons("331024110", "2021-12-31")).containsExactly("hukou 2 age 41: 1", "usual 2 age 41: 1");
        assertThat(persons("331024110", "2022-12-31")).containsExactly("hukou 2 age 42: 1");
        assertThat(persons("331024111", "2022-12-31")).containsExactly("usual 2 age 42: 1");
    }

    @Test
    void a_child_registered_late_counts_where_it_is_first_registered() {
        take("""
                reg-ma  谷娜 F 1990-03-05 in 331024112
                reg-pa  谷伟 M 1989-11-02 in 331024113
                reg-bao 谷宝 F 2024-06-30 of reg-ma reg-pa
                """);
        follow();
        assertThat(cells()).contains("birth 2024-06-01 hukou 331024112000 2 order 1: 1");

        var registered =
                Stated.Event.of(EventKind.REGISTERED_RESIDENCE, LocalDate.of(2024, 7, 20), AreaCode.of("331024113"));
        takeAll(List.of(told("reg-bao", "谷宝", LocalDate.of(2024, 6, 30), registered)));
        follow();

        assertThat(cells())
                .contains(
                        "birth 2024-06-01 hukou 331024113000 2 order 1: 1",
                        "birth 2024-06-01 usual 331024112000 2 order 1: 1")
                .doesNotContain("birth 2024-06-01 hukou 331024112000 2 order 1: 1");
        assertThat(persons("331024113", "2024-12-31")).contains("hukou 2 age 0: 1");
    }

    @Test
    void figures_are_seen_by_those_who_answer_for_the_area_and_by_nobody_without_an_actor() {
        take("see-a 毕一 F 1995-03-05 in 331024114 died 2023-07-01");
        follow();

        assertThat(count(officer(Role.COUNTY_ANALYST, "331024"))).isPositive();
        assertThat(count(officer(Role.TOWNSHIP_OFFICER, "331024114"))).isPositive();
        assertThat(count(officer(Role.COUNTY_ANALYST, "330326"))).isZero();
        assertThat(count(officer(Role.TOWNSHIP_OFFICER, "331024399"))).isZero();
        assertThat(count(officer(Role.HOSPITAL, "331024"))).isZero();
        assertThat(app.sql("SELECT count(*) FROM monitoring.vital_cell")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(app.sql("SELECT count(*) FROM monitoring.population_cell")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void follow() {
        Horizon.pass(loader, loading);
        follower.follow();
    }

    private Map<String, UUID> take(String text) {
        return takeAll(families.read(text)).stream()
                .collect(Collectors.toMap(arrival -> arrival.key().key(), Arrivals.Arrival::person));
    }

    private List<Arrivals.Arrival> takeAll(List<Stated.Record> records) {
        return Actors.call(LOAD, () -> arrivals.take(records.stream()));
    }

    /** What public security tells of somebody the census load brought. */
    private Stated.Record told(String key, String name, LocalDate born, Stated.Event event) {
        var identity = new Stated.Identity(
                name,
                Optional.of(families.number(key)),
                Optional.of(born),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Stated.Record(new Stated.Key("public-security", key), Optional.of(identity), List.of(event));
    }

    private static Stated.Event death(LocalDate day) {
        return new Stated.Event(EventKind.DEATH, day, Optional.empty(), Optional.empty(), List.of());
    }

    private static Stated.Event move(LocalDate day, String area) {
        return Stated.Event.of(EventKind.USUAL_RESIDENCE, day, AreaCode.of(area));
    }

    private void revoke(UUID person, EventKind kind) {
        Actors.run(
                LOAD,
                () -> loading.executeWithoutResult(status -> {
                    loader.sql("""
                            INSERT INTO register.life_event (record_id, kind, occurred_on, revokes)
                            SELECT e.record_id, 'revocation', e.occurred_on, e.id
                              FROM register.life_event e
                              JOIN register.person_link l ON l.record_id = e.record_id
                             WHERE l.person_id = :person AND e.kind = :kind
                            """)
                            .param("person", person)
                            .param("kind", kind.code())
                            .update();
                    loader.sql("SELECT register.refold(:persons)")
                            .param("persons", new UUID[] {person})
                            .query(Integer.class)
                            .single();
                }));
    }

    private void write(String sql) {
        Actors.run(
                LOAD,
                () -> loading.executeWithoutResult(
                        status -> assertThat(loader.sql(sql).update()).isEqualTo(1)));
    }

    private Set<String> cells() {
        return texts("""
                SELECT format('%s %s %s %s %s order %s: %s', event, month, base, area, sex, birth_order, events)
                  FROM monitoring.vital_cell
                """);
    }

    private Set<String> everything() {
        var all = new HashSet<>(cells());
        all.addAll(texts("SELECT population_cell::text FROM monitoring.population_cell"));
        return all;
    }

    private Set<String> texts(String sql) {
        return Actors.call(
                LOAD,
                () -> loading.execute(
                        s -> Set.copyOf(loader.sql(sql).query(String.class).list())));
    }

    private List<String> persons(String area, String day) {
        var sql = """
                  SELECT format('%s %s age %s: %s', base, sex, age, persons)
                    FROM monitoring.population_cell
                   WHERE area = :area AND day = :day::date AND base <> 'managed'
                ORDER BY 1
                """;
        return Actors.call(
                officer(Role.COUNTY_ANALYST, area),
                () -> reading.execute(s -> app.sql(sql)
                        .param("area", AreaCode.of(area).value())
                        .param("day", day)
                        .query(String.class)
                        .list()));
    }

    private long count(Actor actor) {
        return Actors.call(
                actor, () -> reading.execute(s -> app.sql("""
                                SELECT (SELECT count(*) FROM monitoring.vital_cell)
                                     + (SELECT count(*) FROM monitoring.population_cell)
                                """).query(Long.class).single()));
    }

    private static Actor officer(Role role, String area) {
        return new Actor("officer-" + area, role, List.of(AreaCode.of(area)), Purpose.STATISTICS, Optional.empty());
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(each -> !others.contains(each)).collect(Collectors.toSet());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
