package org.junheng.quality.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junheng.quality.internal.Suspects.OTHER_TOWN;
import static org.junheng.quality.internal.Suspects.TOWN;
import static org.junheng.quality.internal.Suspects.person;
import static org.junheng.quality.internal.Suspects.told;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;
import org.junheng.quality.internal.JdbcQuality.Filter;
import org.junheng.quality.internal.JdbcQuality.Finding;
import org.junheng.register.Arrivals;
import org.junheng.register.Doubt;
import org.junheng.register.Doubts;
import org.junheng.register.EventKind;
import org.junheng.register.ParticipantRole;
import org.junheng.register.Stated;
import org.junheng.worklist.Worklist;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each check is given one wrong person, whom it must find, and a neighbour in order, whom it must not. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QualityTest {

    private static final AreaCode COUNTY = AreaCode.of("330382");
    private static final Actor SERVICE = Actor.service("test-load", Purpose.UPKEEP);
    private static final Actor REVIEWER = actor("quality-reviewer", Role.COUNTY_REVIEWER, COUNTY);
    private static final Actor OFFICER = actor("quality-officer", Role.TOWNSHIP_OFFICER, TOWN);
    private static final Actor ANALYST = actor("quality-analyst", Role.COUNTY_ANALYST, COUNTY);
    private static final LocalDate TODAY =
            LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).plusDays(40);
    private static final Doubts.Asked ASKED = new Doubts.Asked(COUNTY, TODAY);

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private QualityCheck check;

    @Autowired
    private JdbcQuality store;

    @Autowired
    private Worklist worklist;

    @Autowired
    private TransactionTemplate work;

    @Autowired
    @Loader
    private JdbcClient loader;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    private final Map<Doubt, Case> cases = new EnumMap<>(Doubt.class);
    private final List<Stated.Record> first = new ArrayList<>();
    private final List<Stated.Record> second = new ArrayList<>();

    private record Case(Stated.Key wrong, Stated.Key right) {}

    private static Actor actor(String subject, Role role, AreaCode area) {
        return new Actor(subject, role, List.of(area), Purpose.CORRECTION, Optional.empty());
    }

    @BeforeAll
    void a_county_with_something_wrong_of_every_kind() {
        missing();
        contradicted();
        families();
        marriages();
        Actors.run(SERVICE, () -> arrivals.take(first.stream()));
        Actors.run(SERVICE, () -> arrivals.take(second.stream()));
        pair();
        check.check(REVIEWER, ASKED, (done, total) -> {});
    }

    private Suspects keep(Suspects suspect) {
        first.add(suspect.record());
        return suspect;
    }

    private void given(Doubt doubt, Suspects wrong, Suspects right) {
        cases.put(doubt, new Case(keep(wrong).key(), keep(right).key()));
    }

    private void missing() {
        given(Doubt.NO_ID_NUMBER, person("noid").unnumbered(), person("id"));
        given(Doubt.NO_BIRTH, person("nobirth").unborn(), person("birth"));
        given(Doubt.NO_SEX, person("nosex").sex("0"), person("sex"));
        given(Doubt.NO_REGISTERED_PLACE, person("noreg").unregistered(), person("reg"));
        given(Doubt.NO_USUAL_PLACE, person("nohome").homeless(), person("home"));
        keep(person("ma"));
        given(
                Doubt.NO_MOTHER,
                person("orphan").born("2020-03-04"),
                person("child").born("2020-03-04").of(ParticipantRole.MOTHER, "ma"));
        given(
                Doubt.LONG_PROVISIONAL,
                Suspects.noticed("unverified"),
                person("newborn").unnumbered());
        given(
                Doubt.ID_OTHER_BIRTH,
                person("idbirth").number(ResidentId.compose(330382, LocalDate.of(1991, 1, 1), 902)),
                person("idbirthright"));
        given(
                Doubt.ID_OTHER_SEX,
                person("idsex").number(ResidentId.compose(330382, LocalDate.of(1990, 5, 6), 903)),
                person("idsexright"));
    }

    private void contradicted() {
        twice(Doubt.BIRTHS_DIFFER, "birthtwice", again -> again.born("1990-05-07"), again -> again);
        twice(Doubt.SEXES_DIFFER, "sextwice", again -> again.sex("1"), again -> again);
        var died = keep(person("deathtwice").died("2015-01-01"));
        var once = keep(person("deathonce").died("2015-01-01"));
        second.add(told("civil-affairs", died).died("2015-02-01").record());
        second.add(told("civil-affairs", once).died("2015-01-01").record());
        cases.put(Doubt.DEATHS_DIFFER, new Case(died.key(), once.key()));
        twice(
                Doubt.PLACES_DIFFER,
                "placetwice",
                again -> again.moved("1990-05-06", OTHER_TOWN),
                again -> again.moved("1990-05-06", TOWN));
        var number = keep(person("samenumber"));
        second.add(person("samenumbertoo")
                .named("另一个人")
                .born("1985-07-08")
                .number(number.id())
                .record());
        cases.put(
                Doubt.SAME_ID_NUMBER,
                new Case(number.key(), keep(person("ownnumber")).key()));
        given(
                Doubt.DEATH_BEFORE_BIRTH,
                person("diedfirst").died("1989-01-01"),
                person("diedlater").died("1991-01-01"));
        given(
                Doubt.EVENT_BEFORE_BIRTH,
                person("movedfirst").moved("1988-01-01", TOWN),
                person("movedlater").moved("1992-01-01", TOWN));
        given(
                Doubt.EVENT_AFTER_DEATH,
                person("ghost").died("2010-01-01").moved("2012-01-01", OTHER_TOWN),
                person("mortal").died("2013-01-01").moved("2012-01-01", OTHER_TOWN));
        given(
                Doubt.IN_THE_FUTURE,
                person("future").moved(TODAY.plusDays(1).toString(), OTHER_TOWN),
                person("present").moved(TODAY.toString(), OTHER_TOWN));
        given(
                Doubt.TOO_OLD,
                person("ancient").born("1900-01-01"),
                person("late").born("1900-01-01").died("1990-01-01"));
    }

    private void twice(
            Doubt doubt,
            String key,
            java.util.function.UnaryOperator<Suspects> wrongly,
            java.util.function.UnaryOperator<Suspects> rightly) {
        var wrong = keep(person(key + "wrong"));
        var right = keep(person(key + "right"));
        second.add(wrongly.apply(told("civil-affairs", wrong)).record());
        second.add(rightly.apply(told("civil-affairs", right)).record());
        cases.put(doubt, new Case(wrong.key(), right.key()));
    }

    private void families() {
        keep(person("mb"));
        keep(person("mc"));
        keep(person("dead").died("2015-01-01"));
        keep(person("deadfather").sex("1").died("2015-01-01"));
        keep(person("young").born("2000-01-02"));
        keep(person("aged").born("1940-01-02"));
        var two = keep(person("twomothers").born("2018-01-01").of(ParticipantRole.MOTHER, "mb"));
        second.add(told("civil-affairs", two).of(ParticipantRole.MOTHER, "mc").record());
        cases.put(
                Doubt.TWO_MOTHERS,
                new Case(
                        two.key(),
                        keep(person("onemother").born("2016-01-01").of(ParticipantRole.MOTHER, "mc"))
                                .key()));
        given(
                Doubt.MOTHER_TOO_YOUNG,
                person("ofyoung").born("2012-01-01").of(ParticipantRole.MOTHER, "young"),
                person("ofolder").born("2013-01-02").of(ParticipantRole.MOTHER, "young"));
        given(
                Doubt.MOTHER_TOO_OLD,
                person("ofaged").born("2000-01-02").of(ParticipantRole.MOTHER, "aged"),
                person("ofyounger").born("1999-01-01").of(ParticipantRole.MOTHER, "aged"));
        given(
                Doubt.MOTHER_DEAD,
                person("ofdead").born("2015-01-02").of(ParticipantRole.MOTHER, "dead"),
                person("ofdying").born("2015-01-01").of(ParticipantRole.MOTHER, "dead"));
        given(
                Doubt.FATHER_LONG_DEAD,
                person("oflongdead").born("2015-10-29").of(ParticipantRole.FATHER, "deadfather"),
                person("posthumous").born("2015-10-28").of(ParticipantRole.FATHER, "deadfather"));
        keep(person("elder").born("2010-01-01").of(ParticipantRole.MOTHER, "ma"));
        given(
                Doubt.SIBLINGS_TOO_CLOSE,
                person("tooclose").born("2010-06-30").of(ParticipantRole.MOTHER, "ma"),
                person("twin").born("2010-07-01").of(ParticipantRole.MOTHER, "ma"));
    }

    private void marriages() {
        for (var key : List.of("ha", "hb", "hc", "hd", "he")) {
            keep(person(key).sex("1"));
        }
        keep(person("widower").sex("1").died("2015-01-01"));
        given(
                Doubt.MARRIED_TO_DEAD,
                person("deadbride").married("2015-01-02", "widower"),
                person("widow").married("2012-01-01", "widower"));
        given(
                Doubt.TWO_MARRIAGES,
                person("bigamist").married("2011-01-01", "ha").married("2012-01-01", "hb"),
                person("faithful").married("2011-01-01", "hc"));
        given(
                Doubt.MARRIED_TOO_YOUNG,
                person("childbride").married("2006-05-05", "hd"),
                person("bride").married("2006-05-06", "he"));
        given(
                Doubt.DIVORCED_UNMARRIED,
                person("divorced").with(EventKind.DIVORCE, "2012-01-01"),
                person("divorcee").married("2011-01-01", "he").with(EventKind.DIVORCE, "2012-01-01"));
    }

    /** A pair that the comparison has found. */
    private void pair() {
        var one = id(keep(person("doubleone")));
        var other = id(keep(person("doubletwo")));
        Actors.run(
                SERVICE,
                () -> loading.executeWithoutResult(status ->
                        loader.sql("""
                        INSERT INTO linking.pair (one_id, other_id, model, weight, probability, bars)
                        VALUES (least(:one, :other), greatest(:one, :other), 'test', 9, 0.9, '[]')
                        """).param("one", one).param("other", other).update()));
        cases.put(
                Doubt.DUPLICATE,
                new Case(person("doubleone").key(), person("id").key()));
    }

    private UUID id(Suspects suspect) {
        return Actors.call(SERVICE, () -> arrivals.take(Stream.of(suspect.record())))
                .getFirst()
                .person();
    }

    private UUID idOf(Stated.Key key) {
        return Actors.call(SERVICE, () -> Objects.requireNonNull(loading.execute(status -> arrivals.findPerson(key))))
                .orElseThrow();
    }

    private <T> T as(Actor actor, java.util.function.Supplier<T> read) {
        return Actors.call(actor, () -> Objects.requireNonNull(work.execute(status -> read.get())));
    }

    private Set<UUID> found(Actor actor, Doubt doubt, State state) {
        return Actors.call(
                actor,
                () -> work.execute(status -> store.list(new Filter(COUNTY, doubt.code(), state), 200, 0)).stream()
                        .map(Finding::person)
                        .collect(Collectors.toSet()));
    }

    /** A number against its rule cannot enter the register: {@code NumberVerdictTest} shows that it would be found. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ID_BROKEN")
    void the_wrong_case_is_found_and_its_neighbour_is_not(Doubt doubt) {
        var seeded = Objects.requireNonNull(cases.get(doubt), doubt + " has no case");
        assertThat(found(REVIEWER, doubt, State.OPEN))
                .contains(idOf(seeded.wrong()))
                .doesNotContain(idOf(seeded.right()));
    }

    @Test
    void what_a_clerk_said_survives_the_next_check_and_what_is_gone_is_closed() {
        var finding = finding(Doubt.TOO_OLD, "ancient");
        Actors.run(
                OFFICER,
                () -> work.executeWithoutResult(status -> store.mark(finding.id(), State.NO_ERROR, "本人在世，已上门核实")));
        check.check(REVIEWER, ASKED, (done, total) -> {});
        assertThat(found(REVIEWER, Doubt.TOO_OLD, State.NO_ERROR)).contains(finding.person());
        List<JdbcQuality.Mark> marks = as(OFFICER, () -> store.marks(finding.id()));
        assertThat(marks)
                .singleElement()
                .satisfies(mark -> assertThat(mark.by()).isEqualTo("quality-officer"));

        var future = finding(Doubt.IN_THE_FUTURE, "future");
        check.check(REVIEWER, new Doubts.Asked(COUNTY, TODAY.plusDays(1)), (done, total) -> {});
        assertThat(found(REVIEWER, Doubt.IN_THE_FUTURE, State.GONE)).contains(future.person());
        check.check(REVIEWER, ASKED, (done, total) -> {});
        assertThat(found(REVIEWER, Doubt.IN_THE_FUTURE, State.OPEN)).contains(future.person());
    }

    private Finding finding(Doubt doubt, String key) {
        var wanted = idOf(new Stated.Key("census", key));
        return Actors.call(
                REVIEWER,
                () -> work.execute(status -> store.list(new Filter(COUNTY, doubt.code(), State.OPEN), 200, 0)).stream()
                        .filter(each -> each.person().equals(wanted))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void a_township_sees_its_own_findings_and_an_analyst_only_sums() {
        var ghost = idOf(new Stated.Key("census", "ghost"));
        assertThat(found(REVIEWER, Doubt.EVENT_AFTER_DEATH, State.OPEN)).contains(ghost);
        assertThat(found(OFFICER, Doubt.EVENT_AFTER_DEATH, State.OPEN)).doesNotContain(ghost);
        assertThat(found(ANALYST, Doubt.EVENT_AFTER_DEATH, State.OPEN)).isEmpty();
        List<JdbcQuality.Sum> sums = as(ANALYST, () -> store.sums(COUNTY));
        assertThat(sums).anySatisfy(sum -> {
            assertThat(sum.doubt()).isEqualTo(Doubt.EVENT_AFTER_DEATH);
            assertThat(sum.area()).isEqualTo(OTHER_TOWN.from());
        });
        List<JdbcQuality.Sum> own = as(OFFICER, () -> store.sums(COUNTY));
        assertThat(own).isNotEmpty().allSatisfy(sum -> assertThat(sum.area()).isEqualTo(TOWN.from()));
    }

    @Test
    void the_office_of_a_township_gets_one_task() {
        List<org.junheng.worklist.Task> tasks = as(OFFICER, () -> worklist.listMine(20, 0));
        assertThat(tasks)
                .filteredOn(task -> task.kind().equals("quality"))
                .singleElement()
                .satisfies(task -> assertThat(task.link()).isEqualTo("/quality/findings?area=330382100"));
    }
}
