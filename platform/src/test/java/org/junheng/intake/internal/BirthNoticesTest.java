package org.junheng.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;
import org.junheng.kernel.Sex;
import org.junheng.register.Arrivals;
import org.junheng.register.AsOf;
import org.junheng.register.Families;
import org.junheng.register.PersonFile;
import org.junheng.register.PersonSearch;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.junheng.web.PageRequest;
import org.junheng.web.Sort;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class BirthNoticesTest {

    private static final Actor OFFICER = officer("330329100");

    @Autowired
    private BirthNotices notices;

    @Autowired
    private JdbcDeliveries deliveries;

    @Autowired
    private JdbcVerifications verifications;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private Register register;

    private final Families families = new Families("census");

    @Test
    void a_newborn_is_linked_to_its_mother_and_seen_where_she_lives() {
        take("in-na 林小娜 F 1995-03-05 in 330329100");

        var report = deliver(notice("N-1", "林小娜", families.number("in-na"), Map.of()));

        assertThat(report.delivery().counts()).isEqualTo(new Delivery.Counts(1, 1, 0, 0, 0));
        var child = search(OFFICER, "林小娜之女").getFirst();
        assertThat(open(OFFICER, child.id()).family())
                .extracting(r -> r.relation() + " " + r.summary().orElseThrow().name())
                .containsExactly("MOTHER 林小娜");
    }

    @Test
    void the_same_notice_twice_changes_nothing() {
        take("twice-na 何小娜 F 1995-03-05 in 330329100");
        var row = notice("N-2", "何小娜", families.number("twice-na"), Map.of());
        deliver(row);

        var again = deliver(row);

        assertThat(again.delivery().counts()).isEqualTo(new Delivery.Counts(1, 0, 1, 0, 0));
        assertThat(search(OFFICER, "何小娜之女")).hasSize(1);
    }

    @Test
    void a_mother_unknown_here_becomes_provisional_and_her_county_is_asked() {
        var number = ResidentId.compose(350924, LocalDate.of(1996, 4, 4), 268);

        var report = deliver(notice("N-3", "缪外乡", number, Map.of()));

        assertThat(report.delivery().counts()).isEqualTo(new Delivery.Counts(1, 1, 0, 1, 0));
        for (var county : List.of("330329", "350924")) {
            var mother = search(officer(county), "缪外乡").getFirst();
            assertThat(mother.provisional()).isTrue();
            assertThat(Actors.call(officer(county), () -> register.findSummary(mother.id()))
                            .orElseThrow()
                            .sex())
                    .isEqualTo(Sex.FEMALE);
            assertThat(open(officer(county), mother.id()).family())
                    .extracting(
                            r -> r.relation() + " " + r.summary().orElseThrow().name())
                    .containsExactly("CHILD 缪外乡之女");
            assertThat(search(officer(county), "缪外乡之女")).hasSize(1);
            assertThat(Actors.call(officer(county), () -> verifications.list(new PageRequest(1, 200, Sort.NONE)))
                            .items())
                    .anySatisfy(request -> assertThat(request.person()).isEqualTo(mother.id()));
        }
        assertThat(search(officer("330328"), "缪外乡")).isEmpty();
    }

    @Test
    void good_rows_are_taken_and_bad_ones_wait_for_correction() {
        take("mix-na 郭小娜 F 1995-03-05 in 330329100");
        var good = notice("N-4", "郭小娜", families.number("mix-na"), Map.of());
        var bad = notice("N-5", "郭小娜", families.number("mix-na"), Map.of(NoticeColumn.SEX, "不详"));

        var report = deliver(good, bad);

        assertThat(report.delivery().counts()).isEqualTo(new Delivery.Counts(2, 1, 0, 0, 1));
        assertThat(report.openRows()).hasSize(1);
        var corrected = new EnumMap<>(report.openRows().getFirst().values());
        corrected.put(NoticeColumn.SEX, "男");
        var row = new NoticeRow(report.openRows().getFirst().number(), corrected);
        assertThat(Actors.call(OFFICER, () -> notices.correct(report.delivery().id(), row)))
                .isEmpty();
        assertThat(find(report.delivery().id()).openRows()).isEmpty();
        assertThat(search(OFFICER, "郭小娜之子")).hasSize(1);
    }

    @Test
    void a_notice_from_a_hospital_elsewhere_reaches_the_place_of_the_mother() {
        take("far-na 温小娜 F 1995-03-05 in 330329101");

        deliverAs(
                officer("330302"),
                notice("N-6", "温小娜", families.number("far-na"), Map.of(NoticeColumn.INSTITUTION_AREA, "330302")));

        assertThat(search(officer("330329101"), "温小娜之女")).hasSize(1);
    }

    @Test
    void the_same_number_twice_in_one_file_is_a_fault_of_the_second() {
        take("dup-na 范小娜 F 1995-03-05 in 330329100");
        var first = notice("N-7", "范小娜", families.number("dup-na"), Map.of());
        var second = new NoticeRow(3, first.values());

        var report = deliver(first, second);

        assertThat(report.delivery().counts()).isEqualTo(new Delivery.Counts(2, 1, 0, 0, 1));
        assertThat(report.findings())
                .extracting(Finding::expectation)
                .containsExactly(Finding.Expectation.REPEATED_IN_FILE);
    }

    @Test
    void an_officer_of_another_county_does_not_see_the_delivery() {
        take("hid-na 常小娜 F 1995-03-05 in 330329100");
        var report = deliver(notice("N-8", "常小娜", families.number("hid-na"), Map.of()));

        assertThat(Actors.call(
                        officer("330328"),
                        () -> deliveries.find(report.delivery().id())))
                .isEmpty();
    }

    private void take(String text) {
        Actors.call(Actor.service("test-load", Purpose.UPKEEP), () -> arrivals.take(families.read(text).stream()));
    }

    private Delivery.Report deliver(NoticeRow... rows) {
        return deliverAs(officer("330329"), rows);
    }

    private Delivery.Report deliverAs(Actor actor, NoticeRow... rows) {
        var parcel = new BirthNotices.Parcel("file", Optional.of("test.csv"), new byte[32], List.of(rows));
        var id = Actors.call(actor, () -> notices.take(parcel, (done, total) -> {}));
        return Actors.call(actor, () -> deliveries.find(id)).orElseThrow();
    }

    private Delivery.Report find(UUID id) {
        return Actors.call(officer("330329"), () -> deliveries.find(id)).orElseThrow();
    }

    private static NoticeRow notice(String number, String mother, ResidentId id, Map<NoticeColumn, String> changes) {
        var values = new EnumMap<NoticeColumn, String>(Map.of(
                NoticeColumn.NOTICE_NUMBER, number,
                NoticeColumn.INSTITUTION, "泰顺县人民医院",
                NoticeColumn.INSTITUTION_AREA, "330329",
                NoticeColumn.BORN_ON, "2026-11-20",
                NoticeColumn.SEX, "女",
                NoticeColumn.MOTHER_NAME, mother,
                NoticeColumn.MOTHER_ID_NUMBER, id.value()));
        values.putAll(changes);
        return new NoticeRow(2, values);
    }

    private static Actor officer(String area) {
        return new Actor(
                "officer-" + area,
                Role.TOWNSHIP_OFFICER,
                List.of(AreaCode.of(area)),
                Purpose.BIRTH_NOTICE,
                Optional.empty());
    }

    private List<PersonSummary> search(Actor actor, String text) {
        return Actors.call(actor, () -> register.search(new PersonSearch(text, Optional.empty(), 0, 20)))
                .persons();
    }

    private PersonFile open(Actor actor, UUID person) {
        return Actors.call(actor, () -> register.open(person, AsOf.now(Clock.systemUTC())));
    }
}
