package org.junheng.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junheng.Horizon;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.register.Arrivals.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class RegisterTest {

    private static final Actor LOAD = Actor.service("test-load", Purpose.UPKEEP);

    @Autowired
    private Register register;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient app;

    @Autowired
    @Loader
    private JdbcClient loader;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    private final Families families = new Families("census");

    @Test
    void a_clerk_finds_a_person_by_name_pinyin_initials_id_number_phone_and_birth() {
        take("find-na 欧阳娜娜 F 1990-03-05 in 330329100");
        var clerk = officer("330329100");

        var number = families.number("find-na").value();
        assertThat(Stream.of(
                                "欧阳娜娜",
                                "欧阳",
                                "欧阳 1990",
                                "ouyang",
                                "ouyangnana 1990",
                                "oynn",
                                number,
                                families.phone("find-na"),
                                "19900305",
                                "1990-3-5")
                        .filter(text -> names(clerk, text).contains("欧阳娜娜")))
                .hasSize(10);
        assertThat(names(clerk, "欧阳 1991")).isEmpty();
    }

    @Test
    void an_officer_sees_the_persons_of_the_area_and_nobody_else() {
        take("seen-lan 蓝秀英 F 1955-01-02 in 330329101");

        assertThat(names(officer("330329"), "蓝秀英")).containsExactly("蓝秀英");
        assertThat(names(officer("330329101"), "蓝秀英")).containsExactly("蓝秀英");
        assertThat(names(officer("330329100"), "蓝秀英")).isEmpty();
        assertThat(names(officer("330328"), "蓝秀英")).isEmpty();
    }

    @Test
    void without_an_actor_there_are_no_rows() {
        take("none-he 何必有 M 1970-01-01 in 330329100");

        assertThat(Stream.of(
                                "person",
                                "identity",
                                "life_event",
                                "person_link",
                                "source_record",
                                "participant",
                                "standing",
                                "vital",
                                "couple",
                                "parentage")
                        .mapToLong(table -> app.sql("SELECT count(*) FROM register." + table)
                                .query(Long.class)
                                .single())
                        .sum())
                .isZero();
    }

    @Test
    void a_family_is_known_from_its_events() {
        var ids = take("""
                fam-na   林娜 F 1990-03-05 in 330329100
                fam-wei  王伟 M 1989-11-02 in 330329101 married fam-na 2015-05-20
                fam-bao  王小宝 M 2020-02-29 in 330329100 of fam-na fam-wei
                """);

        var file = open(officer("330329"), ids.get("fam-na"));

        assertThat(file.family().stream()
                        .map(r -> r.relation() + " " + r.summary().orElseThrow().name()))
                .containsExactly("SPOUSE 王伟", "CHILD 王小宝");
        assertThat(file.events())
                .extracting(event -> event.occurredOn() + " " + event.kind()
                        + event.part().map(p -> " as " + p).orElse(""))
                .containsExactlyInAnyOrder(
                        "2020-02-29 BIRTH as MOTHER",
                        "2015-05-20 MARRIAGE as SPOUSE",
                        "1990-03-05 USUAL_RESIDENCE",
                        "1990-03-05 REGISTERED_RESIDENCE",
                        "1990-03-05 BIRTH");
    }

    @Test
    void a_relative_in_another_offices_care_is_shown_without_a_name() {
        var ids = take("""
                away-na   郑娜 F 1990-03-05 in 330329100
                away-wei  赵远 M 1989-11-02 in 330302 married away-na 2015-05-20
                """);

        var spouse = open(officer("330329100"), ids.get("away-na")).family().getFirst();

        assertThat(spouse.relation()).isEqualTo(PersonFile.Relation.SPOUSE);
        assertThat(spouse.summary()).isEmpty();
    }

    @Test
    void a_member_of_a_family_sees_spouse_and_children_and_who_looked() {
        var ids = take("""
                own-na   周娜 F 1990-03-05 in 330329100
                own-wei  周伟 M 1989-11-02 in 330302 married own-na 2015-05-20
                own-bao  周宝 M 2020-02-29 in 330329100 of own-na own-wei
                own-oth  周旁人 M 1989-11-02 in 330329100
                """);
        var mother = new Actor("mother", Role.FAMILY, List.of(), Purpose.OWN_AFFAIRS, Optional.of(ids.get("own-na")));

        assertThat(open(mother, ids.get("own-bao")).summary().name()).isEqualTo("周宝");
        assertThat(open(mother, ids.get("own-wei")).summary().name()).isEqualTo("周伟");
        assertThatThrownBy(() -> open(mother, ids.get("own-oth"))).isInstanceOf(PersonNotFound.class);
    }

    @Test
    void a_widow_is_no_longer_married_from_the_day_of_the_death() {
        var ids = take("""
                wid-na   吴娜 F 1950-03-05 in 330329100
                wid-wei  吴伟 M 1949-11-02 in 330329100 married wid-na 1975-05-20 died 2021-06-01
                """);
        var clerk = officer("330329");

        assertThat(state(clerk, ids.get("wid-na"), "2021-05-31").spouse()).contains(ids.get("wid-wei"));
        assertThat(state(clerk, ids.get("wid-na"), "2021-06-01").spouse()).isEmpty();
    }

    @Test
    void the_same_record_twice_changes_nothing() {
        take("rep-li 李重复 M 1980-01-01 in 330329100");
        long before = events();

        var again = takeAll(families.read("rep-li 李重复 M 1980-01-01 in 330329100"));

        assertThat(again).extracting(Arrivals.Arrival::outcome).containsExactly(Outcome.REPEATED);
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void another_source_links_by_id_number_only_with_a_corroborating_field() {
        var id = take("link-xu 徐芳 F 1992-07-08 in 330329100").get("link-xu");
        var number = families.number("link-xu");

        var arrived = takeAll(List.of(
                hospital("n-1", "徐芳", number, LocalDate.of(1992, 7, 9)),
                hospital("n-2", "徐方", number, LocalDate.of(1992, 7, 8)),
                hospital("n-3", "别人", number, LocalDate.of(1970, 1, 1))));

        assertThat(arrived)
                .extracting(Arrivals.Arrival::outcome)
                .containsExactly(Outcome.LINKED, Outcome.LINKED, Outcome.CONFLICT);
        assertThat(arrived.getFirst().person()).isEqualTo(id);
        assertThat(arrived.getLast().person()).isNotEqualTo(id);
    }

    @Test
    void a_person_whom_two_sources_name_alike_is_found_and_counted_once() {
        take("once-shen 沈数一 F 1992-07-08 in 330329100");
        takeAll(List.of(hospital("once-1", "沈数一", families.number("once-shen"), LocalDate.of(1992, 7, 8))));

        var found = Actors.call(
                officer("330329100"), () -> register.search(new PersonSearch("沈数一", Optional.empty(), 0, 20)));

        assertThat(found.persons()).hasSize(1);
        assertThat(found.total()).isEqualTo(1);
    }

    @Test
    void an_unknown_id_number_makes_one_provisional_person_however_often_it_is_named() {
        var number = org.junheng.kernel.ResidentId.compose(350981, LocalDate.of(1995, 5, 5), 468);

        var first = takeAll(List.of(
                hospital("p-1", "叶外地", number, LocalDate.of(1995, 5, 5)),
                hospital("p-2", "叶外地", number, LocalDate.of(1995, 5, 5))));
        var later = takeAll(List.of(hospital("p-3", "叶外地", number, LocalDate.of(1995, 5, 5))));

        assertThat(first).extracting(Arrivals.Arrival::outcome).containsOnly(Outcome.PROVISIONAL);
        assertThat(later).extracting(Arrivals.Arrival::outcome).containsOnly(Outcome.LINKED);
        assertThat(Stream.concat(first.stream(), later.stream())
                        .map(Arrivals.Arrival::person)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void what_was_known_then_can_be_asked_after_it_was_corrected() throws InterruptedException {
        var id = take("asof-chen 陈迁 M 1985-01-01 in 330329100").get("asof-chen");
        var before = Clock.systemUTC().instant();
        Thread.sleep(20);
        var move = Stated.Event.of(EventKind.USUAL_RESIDENCE, LocalDate.of(2010, 6, 1), AreaCode.of("330329101"));
        takeAll(List.of(new Stated.Record(
                new Stated.Key("public-security", "move-1"),
                Optional.of(new Stated.Identity(
                        "陈迁",
                        Optional.of(families.number("asof-chen")),
                        Optional.of(LocalDate.of(1985, 1, 1)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
                List.of(move))));

        var on = LocalDate.of(2015, 1, 1);
        var clerk = officer("330329");
        assertThat(place(clerk, id, new AsOf(on, before))).isEqualTo(AreaCode.of("330329100"));
        assertThat(place(clerk, id, new AsOf(on, Clock.systemUTC().instant()))).isEqualTo(AreaCode.of("330329101"));
        assertThat(place(
                        clerk,
                        id,
                        new AsOf(LocalDate.of(2009, 1, 1), Clock.systemUTC().instant())))
                .isEqualTo(AreaCode.of("330329100"));
    }

    @Test
    void a_follower_reads_every_event_once_in_order() {
        take("led-sun 孙一 M 1985-01-01 in 330329100");
        Horizon.pass(loader, loading);

        var all = Actors.call(LOAD, () -> ledger.listAfter(Ledger.Cursor.START, 100_000));
        var rest = Actors.call(LOAD, () -> ledger.listAfter(all.get(2).cursor(), 100_000));

        assertThat(rest).isEqualTo(all.subList(3, all.size()));
    }

    @Test
    void every_state_is_the_fold_of_the_ledger() {
        take("""
                fold-a  冯娜 F 1990-03-05 in 330329100
                fold-b  冯伟 M 1989-11-02 in 330329101 married fold-a 2015-05-20 died 2024-01-01
                fold-c  冯宝 M 2020-02-29 in 330329100 of fold-a fold-b
                """);

        var differences = Actors.call(
                LOAD,
                () -> loading.execute(s -> loader.sql("SELECT state FROM register.fold_differences()")
                        .query(String.class)
                        .list()));

        assertThat(differences).isEmpty();
    }

    private java.util.Map<String, UUID> take(String text) {
        return takeAll(families.read(text)).stream()
                .collect(Collectors.toMap(arrival -> arrival.key().key(), Arrivals.Arrival::person));
    }

    private List<Arrivals.Arrival> takeAll(List<Stated.Record> records) {
        return Actors.call(LOAD, () -> arrivals.take(records.stream()));
    }

    private static Stated.Record hospital(
            String key, String name, org.junheng.kernel.ResidentId number, LocalDate born) {
        var identity = new Stated.Identity(
                name, Optional.of(number), Optional.of(born), Optional.empty(), Optional.empty(), Optional.empty());
        return new Stated.Record(new Stated.Key("hospital", key), Optional.of(identity), List.of());
    }

    private static Actor officer(String area) {
        return new Actor(
                "officer-" + area,
                Role.TOWNSHIP_OFFICER,
                List.of(AreaCode.of(area)),
                Purpose.SERVING_A_FAMILY,
                Optional.empty());
    }

    private List<String> names(Actor actor, String text) {
        return Actors.call(actor, () -> register.search(new PersonSearch(text, Optional.empty(), 0, 20)))
                .persons()
                .stream()
                .map(PersonSummary::name)
                .toList();
    }

    private PersonFile open(Actor actor, UUID person) {
        return Actors.call(actor, () -> register.open(person, AsOf.now(Clock.systemUTC())));
    }

    private PersonState state(Actor actor, UUID person, String on) {
        return Actors.call(
                actor,
                () -> register.getState(
                        person, new AsOf(LocalDate.parse(on), Clock.systemUTC().instant())));
    }

    private AreaCode place(Actor actor, UUID person, AsOf asOf) {
        return Actors.call(actor, () -> register.getState(person, asOf))
                .placeOn(EventKind.USUAL_RESIDENCE, asOf.on())
                .orElseThrow();
    }

    private long events() {
        return Actors.call(
                LOAD,
                () -> loading.execute(s -> loader.sql("SELECT count(*) FROM register.life_event")
                        .query(Long.class)
                        .single()));
    }
}
