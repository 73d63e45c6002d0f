package org.junheng.benefit.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.policy.Decision;
import org.junheng.register.AsOf;
import org.junheng.register.PersonNotFound;
import org.junheng.register.Register;
import org.junheng.web.ExcelExport;
import org.junheng.web.ExcelExport.Column;
import org.junheng.web.HomeTile;
import org.junheng.web.NavigationEntry;
import org.junheng.web.PageRequest;
import org.junheng.web.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Visiting and calling families who have not answered an offer, and filing for those who ask for help. */
@Controller
class HelpPages {

    private static final int EXPORTED = 10_000;

    private final Outreach outreach;
    private final ApplyForm form;
    private final ClaimDesk desk;
    private final DecisionMaker decisions;
    private final Reasons words;
    private final Register register;
    private final ExcelExport excel;
    private final Clock clock;

    HelpPages(
            Outreach outreach,
            ApplyForm form,
            ClaimDesk desk,
            DecisionMaker decisions,
            Reasons words,
            Register register,
            ExcelExport excel,
            Clock clock) {
        this.outreach = outreach;
        this.form = form;
        this.desk = desk;
        this.decisions = decisions;
        this.words = words;
        this.register = register;
        this.excel = excel;
        this.clock = clock;
    }

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER},
            purpose = Purpose.SERVING_A_FAMILY)
    @GetMapping("/benefits/help")
    String list(@RequestParam(defaultValue = "false") boolean all, PageRequest request, Model model) {
        model.addAttribute("page", outreach.list(request, all));
        model.addAttribute("all", all);
        return "benefit/outreach";
    }

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER},
            purpose = Purpose.SERVING_A_FAMILY)
    @GetMapping("/benefits/help.xlsx")
    void export(@RequestParam(defaultValue = "false") boolean all, PageRequest request, HttpServletResponse response)
            throws IOException {
        var columns = List.<Column<Outreach.Line>>of(
                new Column<>("benefit.child", Outreach.Line::child),
                new Column<>("benefit.help.parents", Outreach.Line::parentNames),
                new Column<>("benefit.area", line -> line.offer().area()),
                new Column<>("benefit.amount", line -> line.offer().amount()),
                new Column<>("benefit.help.offered", line -> line.offer().offeredAt()),
                new Column<>(
                        "benefit.help.last",
                        line -> line.offer().last().map(last -> Text.of("benefit.help.outcome." + last.outcome()))));
        excel.send(response, "benefit.help.title", columns, outreach.listAll(request, all, EXPORTED).stream());
    }

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER},
            purpose = Purpose.SERVING_A_FAMILY)
    @GetMapping("/benefits/help/{child}")
    String family(@PathVariable UUID child, Model model) {
        model.addAttribute("family", outreach.find(child).orElseThrow(() -> new PersonNotFound(child)));
        return "benefit/help";
    }

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER},
            purpose = Purpose.SERVING_A_FAMILY)
    @PostMapping("/benefits/help/{child}/contacts")
    String note(@PathVariable UUID child, @RequestParam String outcome, RedirectAttributes redirect) {
        outreach.note(child, outcome);
        redirect.addFlashAttribute("notice", Text.of("benefit.help.noted"));
        return "redirect:/benefits/help";
    }

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER},
            purpose = Purpose.SERVING_A_FAMILY)
    @GetMapping("/benefits/help/{child}/apply")
    String apply(@PathVariable UUID child, @RequestParam UUID parent, Model model) {
        return show(child, parent, Map.of(), Set.of(), model);
    }

    private String show(UUID child, UUID parent, Map<String, String> typed, Collection<String> wrong, Model model) {
        var now = AsOf.now(clock);
        boolean theirs = register.getState(child, now).parents().stream()
                .anyMatch(each -> each.id().equals(parent));
        if (!theirs) {
            throw new PersonNotFound(parent);
        }
        var decision = decisions.decideOffer(child).decision();
        model.addAttribute("child", register.findSummary(child).orElseThrow(() -> new PersonNotFound(child)));
        model.addAttribute("parent", register.findSummary(parent).orElseThrow(() -> new PersonNotFound(parent)));
        model.addAttribute(
                "amount", decision instanceof Decision.Eligible ? JdbcDecisions.Made.amount(decision) : null);
        model.addAttribute("sentences", words.sentences(decision.explanation()));
        model.addAttribute("fields", form.fields(register.getState(parent, now), decision, typed, wrong));
        model.addAttribute("authority", typed.getOrDefault("authority", ""));
        model.addAttribute("wrong", wrong);
        return "benefit/help-apply";
    }

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER},
            purpose = Purpose.SERVING_A_FAMILY)
    @PostMapping("/benefits/help/{child}/claims")
    String file(
            @PathVariable UUID child,
            @RequestParam UUID parent,
            @RequestParam(defaultValue = "false") boolean declared,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        var account = new ClaimDesk.TypedAccount(typed.getOrDefault("holder", ""), typed.getOrDefault("number", ""));
        var helped =
                new ClaimDesk.Helped(parent, typed.getOrDefault("authority", "").strip());
        var filing = new ClaimDesk.Filing(child, ApplyForm.stated(typed), account, declared, Optional.of(helped));
        return switch (desk.file(filing)) {
            case StepOutcome.Done(var claim, var _) -> {
                redirect.addFlashAttribute("notice", Text.of("benefit.help.filed"));
                yield "redirect:/benefits/claims/" + claim;
            }
            case StepOutcome.Incomplete(var missing) -> show(child, parent, typed, missing, model);
            case StepOutcome.AlreadyFiled _,
                    StepOutcome.NotNow _,
                    StepOutcome.SamePerson _,
                    StepOutcome.ReasonMissing _,
                    StepOutcome.AgainstTheScheme _ -> {
                redirect.addFlashAttribute("notice", Text.of("benefit.told.already-filed"));
                yield "redirect:/benefits/help";
            }
        };
    }

    /** Where the page is found. */
    @Configuration
    static class HelpPlaces {

        @Bean
        NavigationEntry helpEntry() {
            return new NavigationEntry(
                    60,
                    "/benefits/help",
                    "benefit.help.nav",
                    "people",
                    Set.of(Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER));
        }

        @Bean
        HomeTile helpTile(Outreach outreach) {
            return new HomeTile(
                    20,
                    "/benefits/help",
                    "benefit.help.tile",
                    "people",
                    Set.of(Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER),
                    Optional.of(outreach::count));
        }
    }
}
