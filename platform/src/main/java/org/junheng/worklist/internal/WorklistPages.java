package org.junheng.worklist.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.web.HomeTile;
import org.junheng.web.NavigationEntry;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.junheng.worklist.LegalClock;
import org.junheng.worklist.SubjectNames;
import org.junheng.worklist.Task;
import org.junheng.worklist.Worklist;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** To do today (今日要办): one desk over all schemes, by legal due date. */
@Controller
class WorklistPages {

    private final Worklist worklist;
    private final ObjectProvider<SubjectNames> names;
    private final LegalClock legal;
    private final TransactionTemplate work;
    private final Clock clock;

    WorklistPages(
            Worklist worklist,
            ObjectProvider<SubjectNames> names,
            LegalClock legal,
            TransactionTemplate work,
            Clock clock) {
        this.worklist = worklist;
        this.names = names;
        this.legal = legal;
        this.work = work;
        this.clock = clock;
    }

    /**
     * A task as a row.
     *
     * @param task the task
     * @param name whom it concerns
     * @param daysLeft working days left; negative when overdue
     */
    record Line(Task task, Optional<String> name, int daysLeft) {}

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.FINANCE_OFFICER},
            purpose = Purpose.BENEFIT_DECISION)
    @GetMapping("/worklist")
    String mine(PageRequest request, Model model) {
        var today = AdministrativeTime.dayOf(clock.instant());
        model.addAttribute("page", work.execute(status -> page(request, today)));
        return "worklist/mine";
    }

    private Page<Line> page(PageRequest request, LocalDate today) {
        var tasks = worklist.listMine(request.limit(), request.offset());
        var subjects = new HashSet<UUID>();
        tasks.forEach(task -> task.subject().ifPresent(subjects::add));
        Map<UUID, String> known =
                names.stream().findFirst().map(source -> source.of(subjects)).orElse(Map.of());
        var lines = tasks.stream()
                .map(task -> new Line(
                        task,
                        task.subject().flatMap(id -> Optional.ofNullable(known.get(id))),
                        legal.daysLeft(today, task.dueOn())))
                .toList();
        return new Page<>(lines, request, worklist.countMine());
    }

    /** The task due first, whatever it is. */
    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.FINANCE_OFFICER},
            purpose = Purpose.BENEFIT_DECISION)
    @GetMapping("/worklist/next")
    String next() {
        return work.execute(status -> worklist.findNext())
                .map(task -> "redirect:" + task.link())
                .orElse("redirect:/worklist");
    }

    /** Where the page is found. */
    @Configuration
    static class Places {

        private static final Set<Role> OFFICERS = Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER);

        @Bean
        NavigationEntry worklistEntry() {
            return new NavigationEntry(50, "/worklist", "worklist.nav", "list", OFFICERS);
        }

        @Bean
        HomeTile worklistTile(Worklist worklist, TransactionTemplate work) {
            return new HomeTile(
                    10,
                    "/worklist",
                    "worklist.tile",
                    "list",
                    OFFICERS,
                    Optional.of(() -> work.execute(status -> worklist.countMine())));
        }
    }
}
