package org.junheng.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class WorklistTest {

    private static final Actor FAMILY = actor("family", Role.FAMILY, "330328");

    @Autowired
    private Worklist worklist;

    @Autowired
    private LegalClock clock;

    @Autowired
    private JdbcClient app;

    @Test
    void an_office_sees_the_tasks_of_its_role_and_area_by_due_date_and_nobody_else_does() {
        add("seen:late", Role.TOWNSHIP_OFFICER, "330328206", "2026-12-31");
        add("seen:soon", Role.TOWNSHIP_OFFICER, "330328206", "2026-12-01");
        add("seen:other", Role.COUNTY_REVIEWER, "330328206", "2026-11-30");

        assertThat(links(actor("mine", Role.TOWNSHIP_OFFICER, "330328206")))
                .containsExactly("/seen:soon", "/seen:late");
        assertThat(links(actor("county", Role.COUNTY_REVIEWER, "330328"))).contains("/seen:other");
        assertThat(links(actor("elsewhere", Role.TOWNSHIP_OFFICER, "330328207")))
                .isEmpty();
        assertThat(links(FAMILY)).isEmpty();
    }

    @Test
    void a_task_opened_twice_is_one_and_once_closed_may_be_opened_again() {
        var officer = actor("officer", Role.TOWNSHIP_OFFICER, "330328208");
        add("twice", Role.TOWNSHIP_OFFICER, "330328208", "2026-12-01");
        add("twice", Role.TOWNSHIP_OFFICER, "330328208", "2026-12-05");
        assertThat(links(officer)).hasSize(1);

        Actors.run(officer, () -> worklist.close("twice"));
        assertThat(links(officer)).isEmpty();

        add("twice", Role.TOWNSHIP_OFFICER, "330328208", "2026-12-05");
        assertThat(links(officer)).hasSize(1);
    }

    @Test
    void without_an_actor_nothing_is_opened_and_nobody_writes_the_table_directly() {
        assertThatThrownBy(() -> worklist.add(task("nobody", Role.TOWNSHIP_OFFICER, "330328208", "2026-12-01")))
                .rootCause()
                .hasMessageContaining("needs an actor");
        assertThatThrownBy(() -> app.sql("UPDATE worklist.task SET due_on = '2030-01-01'")
                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            from,       days, due
            2026-09-28, 5,    2026-10-10
            2026-12-30, 30,   2027-02-10
            """)
    void thirty_working_days_pass_over_holidays_and_over_years_not_published(LocalDate from, int days, LocalDate due) {
        assertThat(clock.dueAfter(from, days)).isEqualTo(due);
        assertThat(clock.daysLeft(from, due)).isEqualTo(days);
    }

    private void add(String ref, Role role, String area, String due) {
        Actors.run(FAMILY, () -> worklist.add(task(ref, role, area, due)));
    }

    private static NewTask task(String ref, Role role, String area, String due) {
        var office = new NewTask.Office(role, AreaCode.of(area));
        return new NewTask(ref, "benefit-review", office, Optional.empty(), "/" + ref, LocalDate.parse(due));
    }

    private List<String> links(Actor actor) {
        return Actors.call(actor, () -> worklist.listMine(100, 0)).stream()
                .map(Task::link)
                .toList();
    }

    private static Actor actor(String subject, Role role, String area) {
        return new Actor(subject, role, List.of(AreaCode.of(area)), Purpose.BENEFIT_DECISION, Optional.empty());
    }
}
