package org.junheng.correction.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.benefit.internal.TestFamilies;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;
import org.junheng.kernel.Sex;
import org.junheng.register.Arrivals;
import org.junheng.register.AsOf;
import org.junheng.register.CorrectableFact;
import org.junheng.register.EventKind;
import org.junheng.register.Families;
import org.junheng.register.ParticipantRole;
import org.junheng.register.PersonFile;
import org.junheng.register.Register;
import org.junheng.worklist.Worklist;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class CorrectionTest {

    @Autowired
    private AskingDesk asking;

    @Autowired
    private DecidingDesk deciding;

    @Autowired
    private RequestFiles files;

    @Autowired
    private Register register;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private Worklist worklist;

    @Autowired
    private JdbcClient app;

    @Autowired
    private TransactionTemplate work;

    @Autowired
    @Loader
    private JdbcClient loader;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    @Autowired
    private Clock clock;

    private final TestFamilies money;
    private final Families families = new Families("census");
    private final String key = UUID.randomUUID().toString().substring(0, 8);
    private UUID woman;
    private UUID child;

    CorrectionTest(@Autowired ApplicationContext context) {
        money = new TestFamilies(context);
    }

    @BeforeEach
    void a_family_in_luoyang() {
        var ids = Actors.call(
                        Actor.service("test-load", Purpose.UPKEEP),
                        () -> arrivals.take(families.read("""
                                na%1$s   纪晓岚 F 1995-03-05 in 330329100
                                wei%1$s  纪大为 M 1994-11-02 in 330329100 married na%1$s 2019-05-20
                                bao%1$s  纪小宝 M 2021-02-28 in 330329100 of na%1$s wei%1$s
                                """.formatted(key)).stream()))
                .stream()
                .collect(Collectors.toMap(a -> a.key().key(), Arrivals.Arrival::person));
        woman = ids.get("na" + key);
        child = ids.get("bao" + key);
    }

    @Test
    void a_name_is_corrected_by_two_persons_and_the_day_before_still_has_the_old_one() {
        var before = clock.instant();
        var request = asked(family(), woman, CorrectableFact.NAME, "纪晓兰");
        assertThat(act(township(), request, RequestAction.ACCEPT)).isInstanceOf(ActOutcome.NotNow.class);
        assertThat(act(township(), request, RequestAction.PROPOSE)).isEqualTo(done(RequestState.PROPOSED));
        assertThat(open(now()).summary().name()).isEqualTo("纪晓岚");

        assertThat(act(county(), request, RequestAction.CONFIRM)).isEqualTo(done(RequestState.ACCEPTED));

        assertThat(open(now()).summary().name()).isEqualTo("纪晓兰");
        assertThat(open(new AsOf(today(), before)).summary().name()).isEqualTo("纪晓岚");
        assertThat(open(now()).events())
                .extracting(PersonFile.TimelineEntry::kind)
                .contains(EventKind.IDENTITY_CORRECTION);
        assertThat(found("纪晓兰")).contains(woman);
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_date_of_birth_is_stated_anew_with_its_parents_and_nothing_in_the_ledger_changes() {
        var before = clock.instant();
        long written = events(child);
        var request = asked(family(), child, CorrectableFact.BORN_ON, "2021-03-01");
        act(township(), request, RequestAction.PROPOSE);
        act(county(), request, RequestAction.CONFIRM);

        var after = state(child, now());
        assertThat(after.born().orElseThrow().on()).isEqualTo(LocalDate.parse("2021-03-01"));
        assertThat(after.born().orElseThrow().evidence().source()).isEqualTo("correction");
        assertThat(after.parents())
                .extracting(parent -> parent.role())
                .containsExactlyInAnyOrder(ParticipantRole.MOTHER, ParticipantRole.FATHER);
        assertThat(state(child, new AsOf(today(), before)).born().orElseThrow().on())
                .isEqualTo(LocalDate.parse("2021-02-28"));
        assertThat(events(child)).isEqualTo(written + 3); // revocation, birth, identity-correction
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_sex_is_corrected_and_the_mother_keeps_her_child() {
        var request = asked(family(), child, CorrectableFact.SEX, "2");
        act(township(), request, RequestAction.PROPOSE);
        act(county(), request, RequestAction.CONFIRM);

        assertThat(state(child, now()).sex()).isEqualTo(Sex.FEMALE);
        assertThat(state(woman, now()).children()).containsExactly(child);
    }

    @Test
    void a_place_takes_one_person_and_since_when_it_holds() {
        var request = ((AskOutcome.Asked) Actors.call(
                        family(),
                        () -> asking.ask(new AskingDesk.Typed(
                                woman, CorrectableFact.RESIDENCE, "330302000000", "2024-07-01", "居住登记回执"))))
                .request();

        assertThat(act(township(), request, RequestAction.ACCEPT)).isEqualTo(done(RequestState.ACCEPTED));

        var state = state(woman, now());
        assertThat(state.placeOn(EventKind.USUAL_RESIDENCE, LocalDate.parse("2024-06-30")))
                .contains(AreaCode.of("330329100"));
        assertThat(state.placeOn(EventKind.USUAL_RESIDENCE, today())).contains(AreaCode.of("330302"));
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_place_that_never_was_is_taken_back_from_its_beginning() {
        var request = asked(family(), woman, CorrectableFact.HUKOU, "330329101000");
        act(township(), request, RequestAction.ACCEPT);

        assertThat(state(woman, now()).placeOn(EventKind.REGISTERED_RESIDENCE, LocalDate.parse("2000-01-01")))
                .contains(AreaCode.of("330329101"));
    }

    @Test
    void a_phone_is_the_one_stated_last_and_the_name_stays_with_its_source() {
        var request = asked(family(), woman, CorrectableFact.PHONE, "13900001234");
        act(township(), request, RequestAction.ACCEPT);

        assertThat(open(now()).maskedPhone()).contains("*******1234");
        assertThat(open(now()).summary().name()).isEqualTo("纪晓岚");
    }

    @Test
    void a_number_that_is_somebody_elses_corrects_nobody() {
        var husbands = families.number("wei" + key).value();
        var request = asked(family(), woman, CorrectableFact.ID_NUMBER, husbands);
        act(township(), request, RequestAction.PROPOSE);

        assertThat(act(county(), request, RequestAction.CONFIRM)).isInstanceOf(ActOutcome.NumberTaken.class);

        var free =
                ResidentId.compose(330329, LocalDate.parse("1995-03-05"), 990).value();
        act(county(), request, RequestAction.SEND_BACK);
        act(township(), request, RequestAction.REFUSE);
        var second = asked(family(), woman, CorrectableFact.ID_NUMBER, free);
        act(township(), second, RequestAction.PROPOSE);
        assertThat(act(county(), second, RequestAction.CONFIRM)).isEqualTo(done(RequestState.ACCEPTED));
        assertThat(open(now()).summary().maskedIdNumber())
                .contains(ResidentId.of(free).toString());
    }

    @Test
    void who_proposed_cannot_confirm_neither_by_the_desk_nor_past_it() {
        var request = asked(family(), woman, CorrectableFact.NAME, "纪小岚");
        act(township(), request, RequestAction.PROPOSE);
        var same = officer("township", Role.COUNTY_REVIEWER, "330329");

        assertThat(act(same, request, RequestAction.CONFIRM)).isInstanceOf(ActOutcome.SamePerson.class);
        assertThatThrownBy(() -> Actors.call(
                        same,
                        () -> work.execute(
                                status -> app.sql("""
                                UPDATE correction.request SET state = 'accepted', decided_by = proposed_by, decided_at = now()
                                 WHERE id = :id
                                """).param("id", request).update())))
                .rootCause()
                .hasMessageContaining("two_persons_decide_who_somebody_is");
    }

    @Test
    void a_village_verifies_and_whoever_waits_is_not_held_up() {
        var request = asked(family(), woman, CorrectableFact.RESIDENCE, "330329101000");
        assertThat(tasks(township())).contains("correction-review");
        var referral = new DecidingDesk.Deed(request, RequestAction.REFER, "village", "请上门核实");
        assertThat(Actors.call(township(), () -> deciding.act(referral))).isEqualTo(done(RequestState.REFERRED));

        var clerk = officer("clerk", Role.VILLAGE_CLERK, "330329100");
        assertThat(tasks(clerk)).contains("correction-verify");
        assertThat(act(clerk, request, RequestAction.ACCEPT)).isInstanceOf(ActOutcome.NotNow.class);
        assertThat(act(clerk, request, RequestAction.ANSWER)).isEqualTo(done(RequestState.OPEN));
        assertThat(tasks(clerk)).doesNotContain("correction-verify");
        assertThat(act(township(), request, RequestAction.ACCEPT)).isEqualTo(done(RequestState.ACCEPTED));
    }

    @Test
    void a_refusal_has_a_reason_and_the_family_reads_it() {
        var request = asked(family(), woman, CorrectableFact.NAME, "纪晓兰");
        assertThat(Actors.call(
                        township(),
                        () -> deciding.act(
                                new DecidingDesk.Deed(request, RequestAction.REFUSE, "REGISTER_IS_RIGHT", ""))))
                .isInstanceOf(ActOutcome.ReasonMissing.class);
        act(township(), request, RequestAction.REFUSE);

        var file = Actors.call(family(), () -> files.open(request)).orElseThrow();
        assertThat(file.request().handling().refusal()).contains("REGISTER_IS_RIGHT");
        assertThat(file.steps().getLast().note()).isEqualTo("已核对");
        assertThat(file.statements()).isEmpty();
    }

    @Test
    void the_same_fact_is_asked_once_and_the_same_value_not_at_all() {
        var first = asked(family(), woman, CorrectableFact.NAME, "纪晓兰");

        assertThat(ask(family(), woman, CorrectableFact.NAME, "纪小兰")).isEqualTo(new AskOutcome.AskedBefore(first));
        assertThat(ask(family(), child, CorrectableFact.NAME, "纪小宝")).isInstanceOf(AskOutcome.Wrong.class);
        assertThat(ask(
                        family(),
                        child,
                        CorrectableFact.BORN_ON,
                        today().plusDays(1).toString()))
                .isInstanceOf(AskOutcome.Wrong.class);
    }

    @Test
    void others_neither_see_nor_touch_it() {
        var request = asked(family(), woman, CorrectableFact.NAME, "纪晓兰");
        var elsewhere = officer("elsewhere", Role.TOWNSHIP_OFFICER, "330329103");
        var stranger =
                new Actor("stranger", Role.FAMILY, List.of(), Purpose.CORRECTION, Optional.of(UUID.randomUUID()));

        assertThat(List.of(elsewhere, stranger)).allSatisfy(other -> {
            assertThat(Actors.call(other, () -> files.open(request))).isEmpty();
            assertThat(act(other, request, RequestAction.REFUSE)).isInstanceOf(ActOutcome.NotNow.class);
        });
        assertThatThrownBy(() -> asked(stranger, woman, CorrectableFact.PHONE, "13900001234"))
                .hasMessageContaining("in your care");
    }

    @Test
    void looking_at_a_request_leaves_a_trace_that_the_person_sees() {
        var request = asked(family(), woman, CorrectableFact.NAME, "纪晓兰");
        Actors.call(township(), () -> files.open(request));

        assertThat(Actors.call(family(), () -> register.listReaders(woman, 10)))
                .anyMatch(reading -> reading.subject().equals("township") && reading.purpose() == Purpose.CORRECTION);
    }

    @Test
    void money_follows_the_corrected_fact() {
        var baby = money.granted("correct-" + key, "330329100", "2025-12-20");
        var mother = UUID.fromString(money.row("""
                SELECT parent_id::text FROM register.parentage
                 WHERE child_id = '%s' AND role = 'mother' AND known_to = 'infinity'
                """.formatted(baby)));
        var before = money.rows(instructions(baby));
        var actor = new Actor("family", Role.FAMILY, List.of(), Purpose.CORRECTION, Optional.of(mother));
        var request = asked(actor, baby, CorrectableFact.BORN_ON, "2026-01-03");
        act(township(), request, RequestAction.PROPOSE);
        act(county(), request, RequestAction.CONFIRM);

        money.follow();

        assertThat(before).containsExactly("2025 1 360000", "2026 1 360000");
        assertThat(money.rows(instructions(baby))).containsExactly("2025 1 360000", "2026 1 360000", "2025 2 -360000");
    }

    private static String instructions(UUID unit) {
        return "SELECT period || ' ' || revision || ' ' || amount_fen FROM benefit.instruction WHERE unit_id = '%s' ORDER BY id"
                .formatted(unit);
    }

    private UUID asked(Actor actor, UUID person, CorrectableFact fact, String value) {
        return ((AskOutcome.Asked) ask(actor, person, fact, value)).request();
    }

    private AskOutcome ask(Actor actor, UUID person, CorrectableFact fact, String value) {
        return Actors.call(actor, () -> asking.ask(new AskingDesk.Typed(person, fact, value, "", "户口簿第三页")));
    }

    private ActOutcome act(Actor actor, UUID request, RequestAction action) {
        return Actors.call(
                actor, () -> deciding.act(new DecidingDesk.Deed(request, action, "REGISTER_IS_RIGHT", "已核对")));
    }

    private static ActOutcome done(RequestState state) {
        return new ActOutcome.Done(state);
    }

    private List<String> tasks(Actor actor) {
        return Actors.call(actor, () -> worklist.listMine(200, 0)).stream()
                .filter(task -> task.subject().equals(Optional.of(woman)))
                .map(task -> task.kind())
                .toList();
    }

    private PersonFile open(AsOf asOf) {
        return Actors.call(county(), () -> register.open(woman, asOf));
    }

    private org.junheng.register.PersonState state(UUID person, AsOf asOf) {
        return Actors.call(county(), () -> register.getState(person, asOf));
    }

    private List<UUID> found(String name) {
        var search = new org.junheng.register.PersonSearch(name, Optional.empty(), 0, 50);
        return Actors.call(county(), () -> register.search(search)).persons().stream()
                .map(person -> person.id())
                .toList();
    }

    private long events(UUID person) {
        return Actors.call(
                Actor.service("test-read", Purpose.UPKEEP),
                () -> loading.execute(status -> loader.sql("""
                                SELECT count(*) FROM register.life_event e
                                  JOIN register.person_link l ON l.record_id = e.record_id
                                 WHERE l.person_id = :person
                                """)
                        .param("person", person)
                        .query(Long.class)
                        .single()));
    }

    private List<String> differences() {
        return Actors.call(
                Actor.service("test-read", Purpose.UPKEEP),
                () -> loading.execute(status -> loader.sql("SELECT state FROM register.fold_differences()")
                        .query(String.class)
                        .list()));
    }

    private AsOf now() {
        return AsOf.now(clock);
    }

    private LocalDate today() {
        return org.junheng.kernel.AdministrativeTime.dayOf(Instant.now());
    }

    private Actor family() {
        return new Actor("family", Role.FAMILY, List.of(), Purpose.CORRECTION, Optional.of(woman));
    }

    private static Actor township() {
        return officer("township", Role.TOWNSHIP_OFFICER, "330329100");
    }

    private static Actor county() {
        return officer("county", Role.COUNTY_REVIEWER, "330329");
    }

    private static Actor officer(String subject, Role role, String area) {
        return new Actor(subject, role, List.of(AreaCode.of(area)), Purpose.CORRECTION, Optional.empty());
    }
}
