package org.junheng.catalogue.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Open;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.catalogue.KnownFamily;
import org.junheng.catalogue.SchemeNotFound;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.Money;
import org.junheng.policy.Decision;
import org.junheng.policy.EntitledPeriod;
import org.junheng.policy.Scheme;
import org.junheng.policy.Verdict;
import org.junheng.web.Format;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What families read: all schemes, each in plain words, and what their own family can get. */
@Controller
class SchemePages {

    private static final String NOTHING_KEPT = "Schemes are public; what is answered here is neither kept nor logged.";

    private final ReleasedSchemes schemes;
    private final FamilyAnswers answers;
    private final QuestionView questions;
    private final ObjectProvider<KnownFamily> families;
    private final Format format;
    private final Clock clock;

    SchemePages(
            ReleasedSchemes schemes, Asking asking, ObjectProvider<KnownFamily> families, Format format, Clock clock) {
        this.schemes = schemes;
        this.answers = asking.answers();
        this.questions = asking.questions();
        this.families = families;
        this.format = format;
        this.clock = clock;
    }

    /** What asks and answers. */
    @Component
    record Asking(FamilyAnswers answers, QuestionView questions) {}

    /** An answer as the page shows it; the tone is that of a badge, {@code choice} what else it would rule out. */
    record Shown(
            SchemeView scheme,
            String tone,
            Optional<Money> amount,
            List<String> sentences,
            Optional<Alternative> choice) {}

    /** Other schemes of which one can be had instead, by their titles, and whether this one gives the most. */
    record Alternative(String others, boolean largest) {}

    /** One unit of the family and its answers. */
    record Member(String name, List<Shown> answers) {}

    @Open(because = NOTHING_KEPT)
    @GetMapping("/schemes")
    String overview(@RequestParam(defaultValue = "child") String unit, Model model) {
        return page(unit, Map.of(), model);
    }

    /** Answers come by POST: they do not belong in addresses and logs. */
    @Open(because = NOTHING_KEPT)
    @PostMapping("/schemes")
    String answer(@RequestParam String unit, @RequestParam Map<String, String> typed, Model model) {
        return page(unit, typed, model);
    }

    private String page(String asked, Map<String, String> typed, Model model) {
        var unit = answers.unit(asked);
        var read = answers.read(unit, typed);
        boolean answered = typed.keySet().stream().anyMatch(name -> name.startsWith(FamilyAnswers.FACT));
        var all = answered ? answers.decide(read.facts(), today()) : List.<FamilyAnswers.Answer>of();
        var view = new QuestionView.Typed(typed, read.wrong(), LocaleContextHolder.getLocale());
        model.addAttribute("units", answers.units());
        model.addAttribute("unit", unit);
        model.addAttribute("english", english());
        model.addAttribute(
                "fields", questions.ask(unit, answers.firstQuestions(unit.id()), FamilyAnswers.missing(all), view));
        model.addAttribute("answers", all.stream().map(this::shown).toList());
        model.addAttribute("answered", answered);
        model.addAttribute(
                "schemes", schemes.book().schemes().stream().map(this::view).toList());
        return "catalogue/schemes";
    }

    @Open(because = "Schemes are public.")
    @GetMapping("/schemes/{id}")
    String scheme(@PathVariable String id, Model model) {
        var scheme = schemes.book().find(id).orElseThrow(() -> new SchemeNotFound(id));
        model.addAttribute("scheme", view(scheme));
        model.addAttribute(
                "questions",
                scheme.questions().stream()
                        .map(question -> question.label().in(LocaleContextHolder.getLocale()))
                        .toList());
        return "catalogue/scheme";
    }

    @Access(roles = Role.FAMILY, purpose = Purpose.OWN_AFFAIRS)
    @GetMapping("/schemes/mine")
    String mine(Model model) {
        var book = schemes.book();
        var person = Actors.get().person();
        List<Member> members = person.stream()
                .flatMap(id -> families.orderedStream()
                        .flatMap(known -> known.members(id, book.vocabulary(), today()).stream()))
                .map(member -> new Member(
                        member.name(),
                        answers.decide(member.facts(), today()).stream()
                                .map(this::shown)
                                .toList()))
                .toList();
        model.addAttribute("members", members);
        return "catalogue/mine";
    }

    private Shown shown(FamilyAnswers.Answer answer) {
        var decision = answer.decision();
        var tone = switch (decision) {
            case Decision.Eligible _ -> "ok";
            case Decision.Undetermined _ -> "info";
            case Decision.NotEligible _ -> "quiet";
        };
        Optional<Money> amount = decision instanceof Decision.Eligible eligible
                ? Optional.of(eligible.periods().stream()
                                .map(EntitledPeriod::amount)
                                .collect(Money.sum()))
                        .filter(sum -> sum.fen() != 0)
                : Optional.empty();
        return new Shown(
                view(answer.scheme()),
                tone,
                amount,
                decision.explanation().sentences(LocaleContextHolder.getLocale()).stream()
                        .map(format::placesNamed)
                        .toList(),
                answer.verdict().flatMap(this::alternative));
    }

    private Optional<Alternative> alternative(Verdict verdict) {
        return verdict instanceof Verdict.Choice(var among, var largest)
                ? Optional.of(new Alternative(
                        among.stream()
                                .map(id -> schemes.book().get(id).title().in(LocaleContextHolder.getLocale()))
                                .collect(Collectors.joining(english() ? "; " : "；")),
                        largest))
                : Optional.empty();
    }

    private SchemeView view(Scheme scheme) {
        return SchemeView.of(scheme, LocaleContextHolder.getLocale(), today());
    }

    private LocalDate today() {
        return AdministrativeTime.dayOf(clock.instant());
    }

    private static boolean english() {
        return Objects.equals(LocaleContextHolder.getLocale().getLanguage(), "en");
    }
}
