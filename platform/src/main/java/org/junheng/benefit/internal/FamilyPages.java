package org.junheng.benefit.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.policy.Decision;
import org.junheng.policy.Question;
import org.junheng.policy.ValueType;
import org.junheng.register.AsOf;
import org.junheng.register.BankAccounts;
import org.junheng.register.EventKind;
import org.junheng.register.PersonNotFound;
import org.junheng.register.PersonState;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.junheng.web.Field;
import org.junheng.web.Text;
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

    private static final String FACT = "fact.";

    private final Register register;
    private final BankAccounts accounts;
    private final JdbcOffers offers;
    private final ClaimFiles files;
    private final ClaimDesk desk;
    private final DecisionMaker decisions;
    private final Reasons words;
    private final Clock clock;

    FamilyPages(
            Register register,
            BankAccounts accounts,
            ClaimFiles files,
            ClaimDesk desk,
            DecisionMaker decisions,
            Reasons words,
            Clock clock) {
        this.register = register;
        this.accounts = accounts;
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
        model.addAttribute("fields", fields(state, decision, typed, wrong));
        model.addAttribute("undeclared", wrong.contains("declaration"));
        return "benefit/apply";
    }

    private List<Field> fields(
            PersonState own, Decision decision, Map<String, String> typed, Collection<String> wrong) {
        var fields = new ArrayList<Field>();
        if (decision instanceof Decision.Undetermined open) {
            Subsidy.askable(open).forEach(question -> fields.add(asked(question, own, typed)));
        }
        var known = accounts.find(own.id());
        var complaint = wrong.contains("account") ? Text.of("benefit.wrong.account") : null;
        fields.add(Field.of("holder", Field.Kind.TEXT, "benefit.holder")
                .value(typed.getOrDefault("holder", known.map(a -> a.holder()).orElse("")))
                .needed());
        fields.add(Field.of("number", Field.Kind.TEXT, "benefit.account")
                .value(typed.getOrDefault("number", known.map(a -> a.number()).orElse("")))
                .hint(Text.of("benefit.account.hint"))
                .needed()
                .error(complaint));
        return fields;
    }

    private Field asked(Question question, PersonState own, Map<String, String> typed) {
        var name = FACT + question.fact();
        var choices = question.type().kind() == ValueType.Kind.AREA
                ? places(own)
                : List.of(new Field.Choice("true", Text.of("web.yes")), new Field.Choice("false", Text.of("web.no")));
        var chosen = typed.getOrDefault(
                name, choices.isEmpty() ? "" : choices.getFirst().value());
        return Field.choice(name, "benefit." + question.fact(), choices)
                .value(chosen)
                .needed();
    }

    /** A newborn is registered with one of its parents; the applicant's own place comes first. */
    private List<Field.Choice> places(PersonState own) {
        var today = AsOf.now(clock).on();
        var parents = new ArrayList<UUID>(List.of(own.id()));
        own.spouse().ifPresent(parents::add);
        return register.listStates(parents, AsOf.now(clock)).stream()
                .sorted(Comparator.comparingInt(state -> parents.indexOf(state.id())))
                .flatMap(state -> state.placeOn(EventKind.REGISTERED_RESIDENCE, today).stream())
                .distinct()
                .map(area -> new Field.Choice(Long.toString(area.value()), area))
                .toList();
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
        var filing = new ClaimDesk.Filing(child, stated(typed), new ClaimDesk.TypedAccount(holder, number), declared);
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

    private static Map<String, String> stated(Map<String, String> typed) {
        var facts = new TreeMap<String, String>();
        typed.forEach((name, value) -> {
            var fact = name.startsWith(FACT) ? name.substring(FACT.length()) : "";
            if (ChildFacts.mayBeStated(fact, value)) {
                facts.put(fact, value);
            }
        });
        return facts;
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
        var outcome = desk.supplement(id, stated(typed), new ClaimDesk.TypedAccount(holder, number), note);
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
