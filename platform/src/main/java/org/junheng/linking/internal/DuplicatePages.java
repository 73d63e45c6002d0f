package org.junheng.linking.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.linking.PairNotFound;
import org.junheng.register.Links;
import org.junheng.register.PersonSearch;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.junheng.web.HomeTile;
import org.junheng.web.NavigationEntry;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.junheng.web.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Persons who may be one: the list, two side by side, what is said of them. */
@Controller
class DuplicatePages {

    private final DuplicateSearch search;
    private final PairDesk desk;
    private final JdbcPairs pairs;
    private final SideBySide sides;
    private final Register register;
    private final TransactionTemplate work;

    DuplicatePages(
            DuplicateSearch search,
            PairDesk desk,
            JdbcPairs pairs,
            SideBySide sides,
            Register register,
            TransactionTemplate work) {
        this.search = search;
        this.desk = desk;
        this.pairs = pairs;
        this.sides = sides;
        this.register = register;
        this.work = work;
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CORRECTION)
    @GetMapping("/duplicates")
    String list(
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") String q,
            PageRequest request,
            Model model) {
        var filter = new JdbcPairs.Filter(all, q.isBlank() ? Optional.empty() : Optional.of(named(q)));
        var page = Objects.requireNonNull(work.execute(status ->
                new Page<>(pairs.list(filter, request.limit(), request.offset()), request, pairs.count(filter))));
        model.addAttribute("page", page);
        model.addAttribute("faces", faces(page));
        model.addAttribute("all", all);
        model.addAttribute("q", q);
        model.addAttribute("searches", Actors.get().role() == Role.COUNTY_REVIEWER);
        return "linking/list";
    }

    private List<UUID> named(String text) {
        return register.search(new PersonSearch(text, Optional.empty(), 0, Register.Found.MOST)).persons().stream()
                .map(PersonSummary::id)
                .toList();
    }

    private Map<UUID, PersonSummary> faces(Page<Pair> page) {
        Set<UUID> ids = page.items().stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return PairDesk.byId(register.listSummaries(ids));
    }

    @Access(roles = Role.COUNTY_REVIEWER, purpose = Purpose.CORRECTION)
    @PostMapping("/duplicates")
    String search() {
        return "redirect:/jobs/" + search.start();
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CORRECTION)
    @GetMapping("/duplicates/{id}")
    String show(@PathVariable UUID id, Model model) {
        var pair = desk.find(id).orElseThrow(() -> new PairNotFound(id));
        var verdicts = desk.verdicts(id);
        var me = Actors.get().subject();
        var view = sides.of(pair);
        model.addAttribute("pair", pair);
        model.addAttribute("verdicts", verdicts);
        model.addAttribute("view", view);
        model.addAttribute("steps", Step.of(pair.score().bars()));
        model.addAttribute("undoes", Actors.get().role() == Role.COUNTY_REVIEWER);
        model.addAttribute(
                "spoke", verdicts.stream().anyMatch(given -> given.by().equals(me)) || !pair.isOpen());
        model.addAttribute(
                "mine", pair.handling().proposedBy().filter(me::equals).isPresent());
        model.addAttribute("two", PairDesk.takesTwo(view.faces()));
        return "linking/pair";
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CORRECTION)
    @PostMapping("/duplicates/{id}")
    String say(
            @PathVariable UUID id,
            @RequestParam Verdict verdict,
            @RequestParam UUID kept,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        if (verdict == Verdict.UNDONE) {
            throw new PairNotFound(id);
        }
        redirect.addFlashAttribute("notice", told(desk.say(id, new PairDesk.Said(verdict, kept, note.strip()))));
        return "redirect:/duplicates/" + id;
    }

    @Access(roles = Role.COUNTY_REVIEWER, purpose = Purpose.CORRECTION)
    @PostMapping("/duplicates/{id}/undo")
    String undo(@PathVariable UUID id, @RequestParam(defaultValue = "") String note, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", told(desk.undo(id, note.strip())));
        return "redirect:/duplicates/" + id;
    }

    private static Text told(PairDesk.Outcome outcome) {
        return switch (outcome) {
            case PairDesk.Outcome.Taken(var state) -> Text.of("linking.told.taken", state);
            case PairDesk.Outcome.SamePerson _ -> Text.of("linking.told.same-person");
            case PairDesk.Outcome.NotNow _ -> Text.of("linking.told.not-now");
            case PairDesk.Outcome.NoteMissing _ -> Text.of("linking.told.note-missing");
            case PairDesk.Outcome.Refused(Links.Outcome.BothServed _) -> Text.of("linking.told.both-served");
            case PairDesk.Outcome.Refused(Links.Outcome.MovedOn _) -> Text.of("linking.told.moved-on");
            case PairDesk.Outcome.Refused _ -> Text.of("linking.told.gone");
        };
    }

    /** Where these pages are found. */
    @Configuration
    static class Places {

        private static final Set<Role> OFFICERS = Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER);

        @Bean
        NavigationEntry duplicatesEntry() {
            return new NavigationEntry(160, "/duplicates", "linking.nav", "people", OFFICERS);
        }

        @Bean
        HomeTile duplicatesTile() {
            return new HomeTile(160, "/duplicates", "linking.tile", "people", OFFICERS);
        }
    }
}
