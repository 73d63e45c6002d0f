package org.junheng.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junheng.kernel.ResidentId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The life of one platform that is killed again and again (SIGKILL): while it loads its county, when it is at rest,
 * while it takes in a file. Each test goes on where the one before left it.
 */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledPlatformTest {

    private static final int NOTICES = 4_000;

    /** What a start must find again. */
    private static final List<String> KEPT = List.of(
            "register.person",
            "register.source_record",
            "register.person_link",
            "register.identity",
            "register.life_event",
            "register.participant",
            "register.vital",
            "register.standing",
            "register.couple",
            "register.parentage",
            "intake.birth_notice",
            "access.account",
            "pg_indexes WHERE schemaname = 'register'",
            "pg_constraint WHERE connamespace = 'register'::regnamespace");

    private static final List<String> DIFFERENCES = List.of("register.fold_differences()");

    private static PlatformProcess platform;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        platform = new PlatformProcess(data);
        platform.start();
    }

    @AfterAll
    static void end() {
        platform.end();
    }

    @Test
    @Order(1)
    void a_first_load_that_is_killed_starts_over() throws Exception {
        platform.await(() -> platform.log().contains("Loading the register"));
        assertThat(platform.get("/sign-in")).contains("/sign-in/progress", "/sign-in/demonstration");
        long orphan = platform.kill();

        platform.start();
        platform.await(platform::isReady);

        assertThat(ProcessHandle.of(orphan))
                .as("PostgreSQL of the killed platform")
                .isEmpty();
        assertThat(platform.count(KEPT).getFirst()).isGreaterThan(1_000);
        assertThat(platform.count(DIFFERENCES)).containsExactly(0L);
    }

    @Test
    @Order(2)
    void a_platform_killed_at_rest_comes_back_with_everything_and_loads_nothing_again() throws Exception {
        var before = platform.count(KEPT);
        long orphan = platform.kill();

        platform.start();
        platform.await(platform::isReady);

        assertThat(ProcessHandle.of(orphan)).isEmpty();
        assertThat(platform.count(KEPT)).isEqualTo(before);
        assertThat(platform.count(DIFFERENCES)).containsExactly(0L);
        assertThat(platform.log().split(" 人 persons, "))
                .as("loads that came to their end")
                .hasSize(2);
    }

    @Test
    @Order(3)
    void a_file_whose_taking_in_is_killed_says_so_and_comes_again_as_if_nothing_had_been() throws Exception {
        var before = platform.count(KEPT);
        platform.signIn("county");
        var job = platform.upload(notices());
        assertThat(platform.get(job)).contains(job + "/progress");
        platform.kill();

        platform.start();
        platform.await(platform::isReady);
        assertThat(platform.count(KEPT)).isEqualTo(before);
        platform.signIn("county");
        assertThat(platform.get(job)).contains("已中断", "请重新提交");

        for (int time = 0; time < 2; time++) {
            var again = platform.upload(notices());
            platform.await(() -> !platform.get(again).contains(again + "/progress"));
            var after = platform.count(KEPT);
            assertThat(after.get(KEPT.indexOf("intake.birth_notice"))).isEqualTo(NOTICES);
            assertThat(after.get(KEPT.indexOf("register.person")) - before.getFirst())
                    .as("a mother and a child each")
                    .isEqualTo(2L * NOTICES);
        }
        assertThat(platform.count(DIFFERENCES)).containsExactly(0L);
    }

    @Test
    @Order(4)
    void a_platform_that_is_asked_to_end_ends_its_database_too() {
        long server = platform.server();

        platform.end();

        platform.await(() -> ProcessHandle.of(server).isEmpty());
    }

    /** Births whose mothers are unknown here. */
    private static String notices() {
        var csv = new StringBuilder(
                "notice_number,institution,institution_area,born_on,sex,mother_name,mother_id_number\n");
        for (int i = 0; i < NOTICES; i++) {
            var mother = ResidentId.compose(350924, LocalDate.of(1985, 1, 1).plusDays(i), 268);
            csv.append("K-%d,泰顺县人民医院,330329,2026-11-20,%d,缪外乡,%s%n".formatted(i, 1 + i % 2, mother.value()));
        }
        return csv.toString();
    }
}
