package org.junheng.correction.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.correction.CorrectionNotFound;
import org.junheng.register.Corrections;
import org.junheng.register.PersonSummary;
import org.junheng.web.ExcelExport;
import org.junheng.web.ExcelExport.Column;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.junheng.web.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Requests: the family reads where they stand, the offices decide with what the register says beside what is claimed.
 */
@Controller
class RequestPages {

    private static final int EXPORTED = 10_000;

    private final RequestFiles files;
    private final DecidingDesk desk;
    private final ClaimedValue values;
    private final ExcelExport excel;

    RequestPages(RequestFiles files, DecidingDesk desk, ClaimedValue values, ExcelExport excel) {
        this.files = files;
        this.desk = desk;
        this.values = values;
        this.excel = excel;
    }

    @Access(
            roles = {Role.FAMILY, Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CORRECTION)
    @GetMapping("/corrections")
    String list(@RequestParam(defaultValue = "false") boolean all, PageRequest request, Model model) {
        boolean family = Actors.get().role() == Role.FAMILY;
        var page = files.list(request, all || family);
        model.addAttribute("page", page);
        model.addAttribute("faces", faces(page));
        model.addAttribute("family", family);
        model.addAttribute("all", all);
        return "correction/list";
    }

    private Map<UUID, PersonSummary> faces(Page<Request> page) {
        return files.faces(page.items().stream().map(Request::person).toList()).stream()
                .collect(Collectors.toMap(PersonSummary::id, Function.identity()));
    }

    /**
     * A row of the file.
     *
     * @param request the request
     * @param name whose fact
     */
    record Row(Request request, Optional<String> name) {}

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CORRECTION)
    @GetMapping("/corrections.xlsx")
    void export(@RequestParam(defaultValue = "false") boolean all, PageRequest request, HttpServletResponse response)
            throws IOException {
        var found = files.listAll(request.sort(), all, EXPORTED);
        var names = files.faces(found.stream().map(Request::person).distinct().toList()).stream()
                .collect(Collectors.toMap(PersonSummary::id, PersonSummary::name));
        var columns = List.<Column<Row>>of(
                new Column<>("correction.fact", row -> row.request().fact()),
                new Column<>("correction.whom", Row::name),
                new Column<>("correction.office", row -> row.request().office()),
                new Column<>("correction.asked-at", row -> row.request().asked().at()),
                new Column<>("correction.due", row -> row.request().asked().dueOn()),
                new Column<>("correction.state", row -> row.request().state()));
        excel.send(
                response,
                "correction.title",
                columns,
                found.stream().map(each -> new Row(each, Optional.ofNullable(names.get(each.person())))));
    }

    @Access(
            roles = {Role.FAMILY, Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CORRECTION)
    @GetMapping("/corrections/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String back, Model model) {
        var file = files.open(id).orElseThrow(() -> new CorrectionNotFound(id));
        var request = file.request();
        var role = Actors.get().role();
        model.addAttribute("file", file);
        model.addAttribute(
                "claimed", values.readable(request.fact(), request.said().claimed()));
        model.addAttribute(
                "shown",
                request.said()
                        .shown()
                        .map(text -> values.readable(request.fact(), text))
                        .orElse(null));
        model.addAttribute(
                "statements",
                file.statements().stream().map(s -> line(request, s)).toList());
        model.addAttribute("actions", RequestFlow.actions(request, role));
        model.addAttribute("refusals", RefusalReason.values());
        model.addAttribute("referrals", Referral.values());
        model.addAttribute("family", role == Role.FAMILY);
        model.addAttribute("back", CorrectionPages.ours(back));
        return "correction/request";
    }

    /**
     * A statement as a row.
     *
     * @param value readable
     * @param statement the statement
     */
    record Line(Object value, Corrections.Statement statement) {}

    private Line line(Request request, Corrections.Statement statement) {
        return new Line(values.readable(request.fact(), statement.value()), statement);
    }

    @Access(
            roles = {Role.FAMILY, Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CORRECTION)
    @PostMapping("/corrections/{id}/act")
    String act(
            @PathVariable UUID id,
            @RequestParam RequestAction action,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        var outcome = desk.act(new DecidingDesk.Deed(id, action, choice, note));
        redirect.addFlashAttribute("notice", told(outcome));
        boolean officerDone = outcome instanceof ActOutcome.Done && Actors.get().role() != Role.FAMILY;
        return officerDone ? "redirect:/worklist" : "redirect:/corrections/" + id;
    }

    private static Text told(ActOutcome outcome) {
        return switch (outcome) {
            case ActOutcome.Done(var state) -> Text.of("correction.told.done", state);
            case ActOutcome.NotNow _ -> Text.of("correction.told.not-now");
            case ActOutcome.SamePerson _ -> Text.of("correction.told.same-person");
            case ActOutcome.ReasonMissing _ -> Text.of("correction.told.reason-missing");
            case ActOutcome.NumberTaken _ -> Text.of("correction.told.number-taken");
        };
    }
}
