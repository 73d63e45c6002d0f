package org.junheng.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junheng.OwnPlatform;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;
import org.junheng.register.Arrivals;
import org.junheng.register.Families;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database's end of the line is cut before every single statement of a delivery; delivered again, the result is
 * that of a delivery nobody disturbed.
 */
class InterruptedDeliveryTest {

    private static final Actor OFFICER = new Actor(
            "officer", Role.TOWNSHIP_OFFICER, List.of(AreaCode.of("330329")), Purpose.BIRTH_NOTICE, Optional.empty());
    private static final Actor SERVICE = Actor.service("test-intake", Purpose.UPKEEP);

    /** What a delivery leaves behind of one notice, told without ids and without the number of its round. */
    private static final String LEFT_BEHIND = """
              SELECT concat_ws(' ', right(n.notice_number, 1), n.mother_outcome, n.parity,
                     (SELECT count(*) FROM register.person_link l WHERE l.person_id = n.child_id), 'links',
                     (SELECT count(*) FROM register.identity i WHERE i.person_id = n.child_id), 'identities',
                     (SELECT count(*) FROM register.life_event e JOIN register.person_link l ON l.record_id = e.record_id
                       WHERE l.person_id = n.child_id), 'events',
                     (SELECT count(*) FROM register.parentage p WHERE p.child_id = n.child_id), 'parents',
                     (SELECT count(*) FROM register.vital v WHERE v.person_id = n.child_id), 'vitals',
                     (SELECT count(*) FROM register.identity i WHERE i.person_id = n.mother_id), 'mothers',
                     (SELECT count(*) FROM intake.verification_request v WHERE v.person_id = n.mother_id), 'requests',
                     (SELECT count(*) FROM access.person_grant g WHERE g.person_id = n.mother_id), 'grants')
                FROM intake.birth_notice n
               WHERE n.notice_number LIKE :round
            ORDER BY 1
            """;

    private static final String EVERYTHING = """
            SELECT (SELECT count(*) FROM register.person) + (SELECT count(*) FROM register.source_record)
                 + (SELECT count(*) FROM register.life_event) + (SELECT count(*) FROM intake.delivery)
                 + (SELECT count(*) FROM intake.finding) + (SELECT count(*) FROM intake.rejected_row)
                 + (SELECT count(*) FROM intake.verification_request) + (SELECT count(*) FROM access.person_grant)
                 + (SELECT count(*) FROM register.staged_record) + (SELECT count(*) FROM register.staged_event)
            """;

    private static ConfigurableApplicationContext platform;

    private final Families families = new Families("census");
    private final BirthNotices notices = platform.getBean(BirthNotices.class);
    private final JdbcDeliveries deliveries = platform.getBean(JdbcDeliveries.class);

    @BeforeAll
    static void start(@TempDir Path folder) {
        platform = OwnPlatform.start(folder, CutConnections.class);
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    @Test
    void a_delivery_cut_before_any_of_its_statements_leaves_nothing_and_succeeds_when_it_comes_again() {
        var undisturbed = deliver(parcel(0));
        var expected = leftBehind(0);
        assertThat(undisturbed).isEqualTo(new Delivery.Counts(4, 3, 0, 2, 1));
        assertThat(expected).hasSize(3);

        int step = 1;
        while (cut(step)) {
            step++;
        }
        assertThat(step).as("statements of a delivery").isGreaterThan(25);
    }

    /** Whether there was such a step. */
    private boolean cut(int step) {
        var parcel = parcel(step);
        long before = everything();
        boolean reached = CutConnections.during(step, () -> {
            try {
                Actors.call(OFFICER, () -> notices.take(parcel, (done, total) -> {}));
            } catch (DataAccessException | TransactionException e) {
                assertThat(everything())
                        .as("rows after a cut before step %d", step)
                        .isEqualTo(before);
            }
        });
        if (reached) {
            assertThat(deliver(parcel)).isEqualTo(new Delivery.Counts(4, 3, 0, 2, 1));
        }
        assertThat(leftBehind(step)).as("after step %d", step).isEqualTo(leftBehind(0));
        assertThat(deliver(parcel)).as("the same once more").isEqualTo(new Delivery.Counts(4, 0, 3, 0, 1));
        assertThat(leftBehind(step)).isEqualTo(leftBehind(0));
        return reached;
    }

    private void takeTolerating(BirthNotices.Parcel parcel) {
        try {
            Actors.call(OFFICER, () -> notices.take(parcel, (done, total) -> {}));
        } catch (DataAccessException | TransactionException e) {
            // the cut
        }
    }

    /** A mother known here, one unknown here with twins, and a row that cannot be taken. */
    private BirthNotices.Parcel parcel(int round) {
        Actors.call(
                SERVICE,
                () -> platform.getBean(Arrivals.class)
                        .take(families.read("cut-%d 林小娜 F 1995-03-05 in 330329100".formatted(round)).stream()));
        var known = families.number("cut-" + round);
        var unknown =
                ResidentId.compose(350924, java.time.LocalDate.of(1990, 1, 1).plusDays(round), 268);
        return new BirthNotices.Parcel(
                "file",
                Optional.of("cut.csv"),
                new byte[32],
                List.of(
                        row(2, "C%d-a".formatted(round), "林小娜", known, Map.of()),
                        row(3, "C%d-b".formatted(round), "缪外乡", unknown, Map.of()),
                        row(4, "C%d-c".formatted(round), "缪外乡", unknown, Map.of(NoticeColumn.SEX, "男")),
                        row(5, "C%d-d".formatted(round), "林小娜", known, Map.of(NoticeColumn.SEX, "不详"))));
    }

    private static NoticeRow row(
            int line, String number, String mother, ResidentId id, Map<NoticeColumn, String> changes) {
        var values = new EnumMap<NoticeColumn, String>(Map.of(
                NoticeColumn.NOTICE_NUMBER, number,
                NoticeColumn.INSTITUTION, "泰顺县人民医院",
                NoticeColumn.INSTITUTION_AREA, "330329",
                NoticeColumn.BORN_ON, "2026-11-20",
                NoticeColumn.SEX, "女",
                NoticeColumn.MOTHER_NAME, mother,
                NoticeColumn.MOTHER_ID_NUMBER, id.value()));
        values.putAll(changes);
        return new NoticeRow(line, values);
    }

    private Delivery.Counts deliver(BirthNotices.Parcel parcel) {
        UUID id = Actors.call(OFFICER, () -> notices.take(parcel, (done, total) -> {}));
        return Actors.call(OFFICER, () -> deliveries.find(id))
                .orElseThrow()
                .delivery()
                .counts();
    }

    private static List<String> leftBehind(int round) {
        return asLoader(loader -> loader.sql(LEFT_BEHIND)
                .param("round", "C%d-%%".formatted(round))
                .query(String.class)
                .list());
    }

    private static long everything() {
        return asLoader(loader -> loader.sql(EVERYTHING).query(Long.class).single());
    }

    private static <T> T asLoader(java.util.function.Function<JdbcClient, T> work) {
        return Actors.call(
                SERVICE,
                () -> platform.getBean("loaderWork", TransactionTemplate.class)
                        .execute(status -> work.apply(platform.getBean("loaderClient", JdbcClient.class))));
    }
}
