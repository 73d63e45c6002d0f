package org.junheng.worklist.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.web.ExcelExport;
import org.junheng.web.ExcelExport.Column;
import org.junheng.web.HomeTile;
import org.junheng.web.NavigationEntry;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.junheng.web.Text;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** To do today (今日要办): one desk over all schemes, by legal due date. */
@Controller
class WorklistPages {

    private static final int LOOKED_THROUGH = 500;
    private static final int EXPORTED = 10_000;
    private static final List<String> CARRIED = List.of("notice", "undo");

    private final Worklist worklist;
    private final JdbcWorklist mine;
    private final ExcelExport excel;
    private final ObjectProvider<SubjectNames> names;
    private final LegalClock legal;
    private final TransactionTemplate work;
    private final Clock clock;

    WorklistPages(
            Worklist worklist,
            JdbcWorklist mine,
            ExcelExport excel,
            ObjectProvider<SubjectNames> names,
            LegalClock legal,
            TransactionTemplate work,
            Clock clock) {
        this.worklist = worklist;
        this.mine = mine;
        this.excel = excel;
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
    String mine(@RequestParam(defaultValue = "") String kind, PageRequest request, Model model) {
        var kinds = mine.countByKind();
        long total = kind.isEmpty()
                ? kinds.values().stream().mapToLong(Long::longValue).sum()
                : kinds.getOrDefault(kind, 0L);
        var lines = lines(mine.list(kind, request, request.limit(), request.offset()));
        model.addAttribute("page", new Page<>(lines, request, total));
        model.addAttribute("kinds", kinds);
        model.addAttribute("kind", kind);
        return "worklist/mine";
    }

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.FINANCE_OFFICER},
            purpose = Purpose.BENEFIT_DECISION)
    @GetMapping("/worklist.xlsx")
    void export(@RequestParam(defaultValue = "") String kind, PageRequest request, HttpServletResponse response)
            throws IOException {
        var columns = List.<Column<Line>>of(
                new Column<>(
                        "worklist.what",
                        line -> Text.of("worklist.kind." + line.task().kind())),
                new Column<>("worklist.whom", Line::name),
                new Column<>("worklist.where", line -> line.task().area()),
                new Column<>("worklist.due", line -> line.task().dueOn()),
                new Column<>("worklist.left", Line::daysLeft));
        excel.send(response, "worklist.title", columns, lines(mine.list(kind, request, EXPORTED, 0)).stream());
    }

    private List<Line> lines(List<Task> tasks) {
        var today = AdministrativeTime.dayOf(clock.instant());
        var subjects = new HashSet<UUID>();
        tasks.forEach(task -> task.subject().ifPresent(subjects::add));
        Map<UUID, String> known = work.execute(status ->
                names.stream().findFirst().map(source -> source.of(subjects)).orElse(Map.of()));
        return tasks.stream()
                .map(task -> new Line(
                        task,
                        task.subject().flatMap(id -> Optional.ofNullable(known.get(id))),
                        legal.daysLeft(today, task.dueOn())))
                .toList();
    }

    /** The task due first, whatever it is. */
    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.FINANCE_OFFICER},
            purpose = Purpose.BENEFIT_DECISION)
    @GetMapping("/worklist/next")
    String next(@RequestParam(defaultValue = "") String after, Model model, RedirectAttributes redirect) {
        // What the page before had to say is still to be said.
        CARRIED.stream()
                .filter(model::containsAttribute)
                .forEach(name -> redirect.addFlashAttribute(name, model.getAttribute(name)));
        return work.execute(status -> next(after))
                .map(task -> "redirect:" + task.link())
                .orElse("redirect:/worklist");
    }

    /** The task due first, or the one that follows the task put aside. */
    private Optional<Task> next(String after) {
        if (after.isEmpty()) {
            return worklist.findNext();
        }
        var tasks = worklist.listMine(LOOKED_THROUGH, 0);
        for (int i = 0; i < tasks.size() - 1; i++) {
            if (tasks.get(i).link().endsWith("/" + after)) {
                return Optional.of(tasks.get(i + 1));
            }
        }
        return tasks.stream().filter(task -> !task.link().endsWith("/" + after)).findFirst();
    }

    /** Where the page is found. */
    @Configuration
    static class Places {

        private static final Set<Role> OFFICERS =
                Set.of(Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER);

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
