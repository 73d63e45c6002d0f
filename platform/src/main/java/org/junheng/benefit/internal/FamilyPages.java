package org.junheng.benefit.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.policy.Decision;
import org.junheng.register.AsOf;
import org.junheng.register.PersonNotFound;
import org.junheng.register.PersonState;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a family is offered, and what became of what it applied for. */
@Controller
class FamilyPages {

    private final Register register;
    private final ApplyForm form;
    private final JdbcOffers offers;
    private final ClaimFiles files;
    private final ClaimDesk desk;
    private final DecisionMaker decisions;
    private final Reasons words;
    private final Clock clock;

    FamilyPages(
            Register register,
            ApplyForm form,
            ClaimFiles files,
            ClaimDesk desk,
            DecisionMaker decisions,
            Reasons words,
            Clock clock) {
        this.register = register;
        this.form = form;
        this.offers = files.offers();
        this.files = files;
        this.desk = desk;
        this.decisions = decisions;
        this.words = words;
        this.clock = clock;
    }

    @Access(roles = Role.FAMILY, purpose = Purpose.OWN_AFFAIRS)
    @GetMapping("/benefits")
    String overview(Model model) {
        var children = own().children();
        model.addAttribute("faces", faces(children));
        model.addAttribute("offers", offers.listOpen(children));
        var claims = files.listOf(children);
        model.addAttribute("claims", claims);
        model.addAttribute("money", files.money().of(claims));
        return "benefit/overview";
    }

    /** One tap: the account is filled in, and only what nobody knows is asked. */
    @Access(roles = Role.FAMILY, purpose = Purpose.OWN_AFFAIRS)
    @GetMapping("/benefits/apply")
    String apply(@RequestParam UUID child, Model model) {
        return form(child, Map.of(), Set.of(), model);
    }

    private String form(UUID child, Map<String, String> typed, Collection<String> wrong, Model model) {
        var state = own();
        if (!state.children().contains(child)) {
            throw new PersonNotFound(child);
        }
        var decision = decisions.decideOffer(child).decision();
        model.addAttribute("child", faces(List.of(child)).get(child));
        model.addAttribute("decision", decision);
        model.addAttribute(
                "amount", decision instanceof Decision.Eligible eligible ? Subsidy.total(eligible.periods()) : null);
        model.addAttribute("sentences", words.sentences(decision.explanation()));
        model.addAttribute("fields", form.fields(state, decision, typed, wrong));
        model.addAttribute("undeclared", wrong.contains("declaration"));
        return "benefit/apply";
    }

    @Access(roles = Role.FAMILY, purpose = Purpose.OWN_AFFAIRS)
    @PostMapping("/benefits/claims")
    String file(
            @RequestParam UUID child,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "false") boolean declared,
            @RequestParam Map<String, String> typed,
            Model model) {
        if (!own().children().contains(child)) {
            throw new PersonNotFound(child);
        }
        var filing = new ClaimDesk.Filing(
                child, ApplyForm.stated(typed), new ClaimDesk.TypedAccount(holder, number), declared);
        return switch (desk.file(filing)) {
            case StepOutcome.Done(var claim, var _) -> "redirect:/benefits/claims/" + claim;
            case StepOutcome.AlreadyFiled _ -> "redirect:/benefits";
            case StepOutcome.Incomplete(var missing) -> form(child, typed, missing, model);
            case StepOutcome.NotNow _,
                    StepOutcome.SamePerson _,
                    StepOutcome.ReasonMissing _,
                    StepOutcome.AgainstTheScheme _ -> "redirect:/benefits";
        };
    }

    @Access(roles = Role.FAMILY, purpose = Purpose.OWN_AFFAIRS)
    @PostMapping("/benefits/claims/{id}/supplement")
    String supplement(
            @PathVariable UUID id,
            @RequestParam String holder,
            @RequestParam String number,
            @RequestParam(defaultValue = "") String note,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        var outcome = desk.supplement(id, ApplyForm.stated(typed), new ClaimDesk.TypedAccount(holder, number), note);
        redirect.addFlashAttribute("notice", ReviewPages.told(outcome));
        return "redirect:/benefits/claims/" + id;
    }

    @Access(roles = Role.FAMILY, purpose = Purpose.OWN_AFFAIRS)
    @PostMapping("/benefits/claims/{id}/withdraw")
    String withdraw(@PathVariable UUID id, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", ReviewPages.told(desk.withdraw(id)));
        return "redirect:/benefits";
    }

    private PersonState own() {
        var id = Actors.get().person().orElseThrow(() -> new PersonNotFound(new UUID(0, 0)));
        return register.getState(id, AsOf.now(clock));
    }

    private Map<UUID, PersonSummary> faces(Collection<UUID> persons) {
        return register.listSummaries(persons).stream().collect(Collectors.toMap(PersonSummary::id, face -> face));
    }
}
