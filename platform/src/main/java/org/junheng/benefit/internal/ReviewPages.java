package org.junheng.benefit.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.benefit.ClaimNotFound;
import org.junheng.kernel.AreaCode;
import org.junheng.register.Register;
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
    private final DecisionMaker decisions;
    private final Reasons words;
    private final Register register;

    ReviewPages(ClaimFiles files, ReviewDesk desk, DecisionMaker decisions, Reasons words, Register register) {
        this.files = files;
        this.desk = desk;
        this.decisions = decisions;
        this.words = words;
        this.register = register;
    }

    @Access(
            roles = {Role.FAMILY, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.BENEFIT_DECISION)
    @GetMapping("/benefits/claims/{id}")
    String claim(@PathVariable UUID id, Model model) {
        var file = files.find(id).orElseThrow(() -> new ClaimNotFound(id));
        var claim = file.claim();
        var role = Actors.get().role();
        model.addAttribute("file", file);
        model.addAttribute("child", register.findSummary(claim.unit()).orElse(null));
        model.addAttribute("actions", ClaimFlow.actions(claim.state(), role));
        model.addAttribute("reasons", ReturnReason.values());
        model.addAttribute("family", role == Role.FAMILY);
        model.addAttribute("declared", readable(claim.claimed().declared()));
        if (role == Role.FAMILY) {
            model.addAttribute("money", files.money().of(List.of(claim)).get(claim.id()));
            model.addAttribute(
                    "sentences", file.explanation().map(words::sentences).orElse(List.of()));
        } else {
            var made = decisions.decide(claim);
            model.addAttribute("sentences", words.sentences(made.decision().explanation()));
            model.addAttribute("outcome", made.outcome());
            model.addAttribute("amount", made.amount());
        }
        return "benefit/claim";
    }

    /** Stated facts as a page writes them: places by name, yes and no in words. */
    private static Map<String, Object> readable(Map<String, String> stated) {
        var values = new TreeMap<String, Object>();
        stated.forEach((fact, text) -> values.put(
                fact,
                text.matches("\\d{12}")
                        ? AreaCode.of(text)
                        : text.matches("true|false") ? Boolean.valueOf(text) : text));
        return values;
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
            RedirectAttributes redirect) {
        var outcome =
                desk.act(new ReviewDesk.Verdict(id, new JdbcClaims.Deed(action, reasons, note.strip()), Map.of()));
        redirect.addFlashAttribute("notice", told(outcome));
        return outcome instanceof StepOutcome.Done ? "redirect:/worklist" : "redirect:/benefits/claims/" + id;
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
