package org.junheng.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.intake.RequestNotFound;
import org.junheng.intake.internal.VerificationDesk.Answer;
import org.junheng.intake.internal.VerificationDesk.Outcome;
import org.junheng.intake.internal.VerificationRequest.State;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;
import org.junheng.register.Arrivals;
import org.junheng.register.AsOf;
import org.junheng.register.EventKind;
import org.junheng.register.Families;
import org.junheng.register.Links;
import org.junheng.register.PersonSearch;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.junheng.register.Stated;
import org.junheng.web.PageRequest;
import org.junheng.web.Sort;
import org.junheng.worklist.Task;
import org.junheng.worklist.Worklist;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A county asks another who a mother is; the other answers; nothing of the child is touched meanwhile. */
@PlatformTest
class VerificationDeskTest {

    private static final LocalDate BORN = LocalDate.of(1996, 4, 4);
    private static final Actor ASKING = reviewer("330329");
    private static final Actor SERVICE = Actor.service("test-load", Purpose.UPKEEP);
    private static final Actor FUDING = reviewer("350982");

    @Autowired
    private BirthNotices notices;

    @Autowired
    private VerificationDesk desk;

    @Autowired
    private JdbcVerifications verifications;

    @Autowired
    private Register register;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private Links links;

    @Autowired
    private Worklist worklist;

    private final Families families = new Families("census");

    @Test
    void an_identity_confirmed_as_stated_makes_the_mother_a_verified_person() {
        var request = asked("V-1", "缪知夏", ResidentId.compose(350982, BORN, 122));

        assertThat(as(FUDING, () -> desk.answer(request.id(), new Answer.AsStated(), "户籍系统中有此人")))
                .isEqualTo(Outcome.TAKEN);

        assertThat(face(FUDING, request.person()).provisional()).isFalse();
        assertThat(now(request).state()).isEqualTo(State.CONFIRMED);
        assertThat(now(request).reply().orElseThrow().by()).isEqualTo(FUDING.subject());
        assertThat(as(FUDING, () -> register.open(request.person(), AsOf.now(Clock.systemUTC())))
                        .events())
                .extracting(line -> line.kind())
                .contains(EventKind.LINKING);
    }

    @Test
    void a_mother_known_under_another_number_is_found_and_the_child_becomes_hers() {
        take("vd-kn 缪晚晴 F 1996-04-04 in 330329100");
        var known = search(ASKING, "缪晚晴").getFirst();
        var request = asked("V-2", "缪晚晴", ResidentId.compose(330329, BORN, 978));

        assertThat(as(ASKING, () -> links.listAlike(request.person()))).containsExactly(known.id());
        assertThat(as(ASKING, () -> desk.answer(request.id(), new Answer.Ours(known.id()), "本人持证核对")))
                .isEqualTo(Outcome.TAKEN);

        assertThat(now(request).state()).isEqualTo(State.MATCHED);
        assertThat(now(request).person()).isEqualTo(known.id());
        assertThat(as(
                        ASKING,
                        () -> register.open(known.id(), AsOf.now(Clock.systemUTC()))
                                .family()))
                .extracting(relative -> relative.summary().orElseThrow().name())
                .contains("缪晚晴之女");
    }

    @Test
    void a_match_is_taken_back_like_every_merge_by_the_id_of_the_request() {
        take("vd-un 缪归舟 F 1996-04-04 in 330329100");
        var known = search(ASKING, "缪归舟").getFirst();
        var request = asked("V-3", "缪归舟", ResidentId.compose(330329, BORN, 976));
        var both = List.of(known.id(), request.person());
        var before = digest(both);
        as(ASKING, () -> desk.answer(request.id(), new Answer.Ours(known.id()), ""));
        assertThat(digest(both)).isNotEqualTo(before);

        as(ASKING, () -> links.undo(request.id()));

        assertThat(digest(both)).isEqualTo(before);
    }

    @Test
    void where_nobody_is_known_the_county_that_asked_clears_it_up() {
        var request = asked("V-4", "缪无此", ResidentId.compose(350982, BORN, 124));

        assertThat(as(FUDING, () -> desk.answer(request.id(), new Answer.Unknown(), "")))
                .isEqualTo(Outcome.NOTE_MISSING);
        assertThat(as(FUDING, () -> desk.answer(request.id(), new Answer.Unknown(), "户籍系统中没有这个号码")))
                .isEqualTo(Outcome.TAKEN);

        assertThat(now(request).state()).isEqualTo(State.DENIED);
        assertThat(face(FUDING, request.person()).provisional()).isTrue();
        assertThat(tasks(FUDING, request)).isEmpty();
        assertThat(tasks(ASKING, request)).extracting(Task::kind).containsExactly("verification-denied");
        assertThat(as(FUDING, () -> desk.settle(request.id(), "改号"))).isEqualTo(Outcome.NOT_ASKED);
        assertThat(as(ASKING, () -> desk.settle(request.id(), "医院已更正号码重报"))).isEqualTo(Outcome.TAKEN);
        assertThat(now(request).state()).isEqualTo(State.SETTLED);
        assertThat(tasks(ASKING, request)).isEmpty();
    }

    @Test
    void the_county_asked_gets_a_task_and_only_it_may_answer() {
        var request = asked("V-5", "缪待复", ResidentId.compose(350982, BORN, 126));

        assertThat(tasks(FUDING, request)).extracting(Task::kind).containsExactly("verification-answer");
        assertThat(as(ASKING, () -> desk.answer(request.id(), new Answer.AsStated(), "")))
                .isEqualTo(Outcome.NOT_ASKED);
        assertThatThrownBy(() -> as(reviewer("330328"), () -> desk.get(request.id())))
                .isInstanceOf(RequestNotFound.class);
    }

    @Test
    void an_answer_sent_twice_is_one_answer() {
        var request = asked("V-6", "缪重复", ResidentId.compose(350982, BORN, 128));
        as(FUDING, () -> desk.answer(request.id(), new Answer.AsStated(), "有此人"));

        assertThat(as(FUDING, () -> desk.answer(request.id(), new Answer.Unknown(), "查无")))
                .isEqualTo(Outcome.SETTLED);
        assertThat(now(request).state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void a_record_of_public_security_vouches_for_a_mother_known_from_a_notice_only() {
        var number = ResidentId.compose(350982, BORN, 226);
        var request = asked("V-9", "缪入户", number);
        var identity = new Stated.Identity(
                "缪入户", Optional.of(number), Optional.of(BORN), Optional.empty(), Optional.empty(), Optional.empty());
        var moved = Stated.Event.of(EventKind.USUAL_RESIDENCE, LocalDate.of(2026, 11, 1), AreaCode.of("330329100"));
        var record = new Stated.Record(
                new Stated.Key("public-security", "V-9-police"), Optional.of(identity), List.of(moved));

        as(SERVICE, () -> arrivals.take(Stream.of(record)));

        assertThat(face(ASKING, request.person()).provisional()).isFalse();
    }

    @Test
    void a_person_known_from_a_notice_only_is_nobody_to_match() {
        var other = asked("V-7", "缪甲乙", ResidentId.compose(350982, BORN, 222));
        var request = asked("V-8", "缪甲丙", ResidentId.compose(350982, BORN, 224));

        assertThat(as(FUDING, () -> desk.answer(request.id(), new Answer.Ours(other.person()), "")))
                .isEqualTo(Outcome.CHOOSE_A_PERSON);
        assertThat(now(request).state()).isEqualTo(State.OPEN);
    }

    private VerificationRequest asked(String number, String mother, ResidentId id) {
        var values = new EnumMap<NoticeColumn, String>(Map.of(
                NoticeColumn.NOTICE_NUMBER, number,
                NoticeColumn.INSTITUTION, "泰顺县人民医院",
                NoticeColumn.INSTITUTION_AREA, "330329",
                NoticeColumn.BORN_ON, "2026-11-20",
                NoticeColumn.SEX, "女",
                NoticeColumn.MOTHER_NAME, mother,
                NoticeColumn.MOTHER_ID_NUMBER, id.value()));
        var parcel = new BirthNotices.Parcel(
                "file", Optional.of("test.csv"), new byte[32], List.of(new NoticeRow(2, values)));
        as(ASKING, () -> notices.take(parcel, (done, total) -> {}));
        var person = search(ASKING, mother).stream()
                .filter(PersonSummary::provisional)
                .findFirst()
                .orElseThrow();
        return as(ASKING, () -> verifications.list(new PageRequest(1, 200, Sort.NONE))).items().stream()
                .filter(request -> request.person().equals(person.id()))
                .findFirst()
                .orElseThrow();
    }

    private VerificationRequest now(VerificationRequest request) {
        return as(ASKING, () -> desk.get(request.id()));
    }

    private PersonSummary face(Actor actor, UUID person) {
        return as(actor, () -> register.findSummary(person)).orElseThrow();
    }

    private List<Task> tasks(Actor actor, VerificationRequest request) {
        return as(actor, () -> worklist.listMine(200, 0)).stream()
                .filter(task -> task.link().endsWith(request.id().toString()))
                .toList();
    }

    private List<PersonSummary> search(Actor actor, String text) {
        return as(actor, () -> register.search(new PersonSearch(text, Optional.empty(), 0, 20)))
                .persons();
    }

    private String digest(List<UUID> persons) {
        return as(SERVICE, () -> links.digest(persons));
    }

    private void take(String text) {
        as(SERVICE, () -> arrivals.take(families.read(text).stream()));
    }

    private static <T> T as(Actor actor, Supplier<T> work) {
        return Actors.call(actor, work::get);
    }

    private static Actor reviewer(String county) {
        return new Actor(
                "reviewer-" + county,
                Role.COUNTY_REVIEWER,
                List.of(AreaCode.of(county)),
                Purpose.BIRTH_NOTICE,
                Optional.empty());
    }
}
