package org.junheng.benefit.internal;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.benefit.ClaimNotFound;
import org.junheng.register.Register;
import org.junheng.web.AreaChoices;
import org.junheng.web.HomeTile;
import org.junheng.web.NavigationEntry;
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

/** A claim: the family reads where it stands, the offices act on it. */
@Controller
class ReviewPages {

    private final ClaimFiles files;
    private final ReviewDesk desk;
    private final Comparisons comparisons;
    private final Letters letters;
    private final Reasons words;
    private final Register register;
    private final AreaChoices areas;

    ReviewPages(
            ClaimFiles files,
            ReviewDesk desk,
            Comparisons comparisons,
            Letters letters,
            Reasons words,
            Register register,
            AreaChoices areas) {
        this.files = files;
        this.desk = desk;
        this.comparisons = comparisons;
        this.letters = letters;
        this.words = words;
        this.register = register;
        this.areas = areas;
    }

    @Access(
            roles = {Role.FAMILY, Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.BENEFIT_DECISION)
    @GetMapping("/benefits/claims/{id}")
    String claim(@PathVariable UUID id, @RequestParam(defaultValue = "") String back, Model model) {
        var file = files.find(id).orElseThrow(() -> new ClaimNotFound(id));
        var claim = file.claim();
        var role = Actors.get().role();
        model.addAttribute("file", file);
        model.addAttribute("child", register.findSummary(claim.unit()).orElse(null));
        model.addAttribute("actions", ClaimFlow.actions(claim.state(), role));
        model.addAttribute("family", role == Role.FAMILY);
        model.addAttribute("letters", letters.listOf(claim.id()));
        model.addAttribute("back", ours(back));
        if (role == Role.TOWNSHIP_OFFICER || role == Role.COUNTY_REVIEWER) {
            addReview(claim, model);
            return "benefit/review";
        }
        model.addAttribute("money", files.money().of(List.of(claim)).get(claim.id()));
        model.addAttribute("sentences", file.explanation().map(words::sentences).orElse(List.of()));
        return "benefit/claim";
    }

    private void addReview(Claim claim, Model model) {
        var compared = comparisons.compare(claim);
        var decision = compared.decision();
        model.addAttribute("rows", FactComparison.bySame(compared.rows()));
        model.addAttribute("clean", compared.clean());
        model.addAttribute("sentences", words.sentences(decision.explanation()));
        model.addAttribute("outcome", JdbcDecisions.Made.outcome(decision));
        model.addAttribute("amount", JdbcDecisions.Made.amount(decision));
        model.addAttribute("reasons", ReturnReason.values());
        model.addAttribute("undoable", desk.undoable(claim));
        model.addAttribute("findable", ChildFacts.STATED_BY_FAMILY);
        model.addAttribute("places", areas.about(claim.area()));
        model.addAttribute("documents", List.of("birth-certificate", "hukou-book", "adoption-certificate", "other"));
    }

    /** Only a page of ours is gone back to. */
    static String ours(String back) {
        return back.matches("/[A-Za-z][A-Za-z0-9/?=&._-]*") ? back : "";
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.BENEFIT_DECISION)
    @PostMapping("/benefits/claims/{id}/verdict")
    String act(
            @PathVariable UUID id,
            @RequestParam ClaimAction action,
            @RequestParam(defaultValue = "") List<String> reasons,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        var outcome = desk.act(new ReviewDesk.Verdict(id, new JdbcClaims.Deed(action, reasons, note.strip())));
        redirect.addFlashAttribute("notice", told(outcome));
        if (!(outcome instanceof StepOutcome.Done) || action == ClaimAction.UNDO) {
            return "redirect:/benefits/claims/" + id;
        }
        if (ClaimFlow.after(
                        ((StepOutcome.Done) outcome).state(),
                        ClaimAction.UNDO,
                        Actors.get().role())
                .isPresent()) {
            redirect.addFlashAttribute("undo", "/benefits/claims/" + id + "/verdict");
        }
        return "redirect:" + (ours(back).isEmpty() ? "/worklist" : ours(back));
    }

    @Access(roles = Role.TOWNSHIP_OFFICER, purpose = Purpose.BENEFIT_DECISION)
    @PostMapping("/benefits/claims/{id}/findings")
    String find(
            @PathVariable UUID id,
            @RequestParam String fact,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String document,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        boolean readable = fact.equals(ChildFacts.HUKOU) ? value.matches("\\d{12}") : value.matches("true|false");
        if (!readable || document.isBlank()) {
            redirect.addFlashAttribute("notice", Text.of("benefit.told.finding-incomplete"));
            return "redirect:/benefits/claims/" + id;
        }
        var outcome = desk.find(id, fact, found(value, document, note));
        redirect.addFlashAttribute(
                "notice", outcome instanceof StepOutcome.Done ? Text.of("benefit.told.found") : told(outcome));
        return "redirect:/benefits/claims/" + id;
    }

    private Claimed.Found found(String value, String document, String note) {
        return new Claimed.Found(value, document, note.strip(), desk.today());
    }

    /** What became of it, in one sentence. */
    static Text told(StepOutcome outcome) {
        return switch (outcome) {
            case StepOutcome.Done(var _, var state) -> Text.of("benefit.told.done", state);
            case StepOutcome.NotNow _ -> Text.of("benefit.told.not-now");
            case StepOutcome.SamePerson _ -> Text.of("benefit.told.same-person");
            case StepOutcome.AlreadyFiled _ -> Text.of("benefit.told.already-filed");
            case StepOutcome.ReasonMissing _ -> Text.of("benefit.told.reason-missing");
            case StepOutcome.Incomplete _ -> Text.of("benefit.told.incomplete");
            case StepOutcome.AgainstTheScheme(var outcomeName, var on) ->
                Text.of("benefit.told.against", Text.of("benefit.outcome." + outcomeName), on);
        };
    }

    /** Where these pages are found. */
    @Configuration
    static class Places {

        @Bean
        NavigationEntry benefitsEntry() {
            return new NavigationEntry(140, "/benefits", "benefit.nav", "yuan", Set.of(Role.FAMILY));
        }

        @Bean
        HomeTile benefitsTile() {
            return new HomeTile(80, "/benefits", "benefit.tile", "yuan", Set.of(Role.FAMILY));
        }
    }
}
