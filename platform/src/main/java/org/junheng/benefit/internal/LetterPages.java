package org.junheng.benefit.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.benefit.LetterNotFound;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.junheng.web.ExcelExport;
import org.junheng.web.ExcelExport.Column;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letters to read and print, by the family and the offices. */
@Controller
class LetterPages {

    private final Letters letters;
    private final LetterText text;
    private final Register register;
    private final ExcelExport excel;

    LetterPages(Letters letters, LetterText text, Register register, ExcelExport excel) {
        this.excel = excel;
        this.letters = letters;
        this.text = text;
        this.register = register;
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.BENEFIT_DECISION)
    @GetMapping("/benefits/letters")
    String list(PageRequest request, Model model) {
        var page = letters.list(request);
        model.addAttribute("page", page);
        model.addAttribute("faces", names(page.items()));
        return "benefit/letters";
    }

    private Map<UUID, String> names(List<JdbcLetters.Letter> shown) {
        var children = shown.stream().map(letter -> letter.concerns().unit()).toList();
        return register.listSummaries(children).stream()
                .collect(Collectors.toMap(PersonSummary::id, PersonSummary::name));
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.BENEFIT_DECISION)
    @GetMapping("/benefits/letters.xlsx")
    void export(PageRequest request, HttpServletResponse response) throws IOException {
        var all = letters.listAll(request.sort());
        var names = names(all);
        var columns = List.<Column<JdbcLetters.Letter>>of(
                new Column<>("benefit.letter.number", JdbcLetters.Letter::number),
                new Column<>("benefit.letter.kind", JdbcLetters.Letter::kind),
                new Column<>(
                        "benefit.child",
                        letter ->
                                Optional.ofNullable(names.get(letter.concerns().unit()))),
                new Column<>("benefit.area", letter -> letter.concerns().area()),
                new Column<>("benefit.amount", JdbcLetters.Letter::amount),
                new Column<>("benefit.letter.issued", JdbcLetters.Letter::issuedAt));
        excel.send(response, "benefit.letters.title", columns, all.stream());
    }

    @Access(
            roles = {Role.FAMILY, Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.BENEFIT_DECISION)
    @GetMapping("/benefits/letters/{id}")
    String letter(@PathVariable UUID id, Locale locale, Model model) {
        var content = letters.find(id).orElseThrow(() -> new LetterNotFound(id));
        model.addAttribute("letter", content.letter());
        model.addAttribute("original", text.write(content, Locale.CHINESE));
        if (locale.getLanguage().equals("en")) {
            model.addAttribute("translation", text.write(content, Locale.ENGLISH));
        }
        model.addAttribute("mayIssue", content.letter().draft() && Actors.get().role() == Role.COUNTY_REVIEWER);
        return "benefit/letter";
    }

    @Access(roles = Role.COUNTY_REVIEWER, purpose = Purpose.BENEFIT_DECISION)
    @PostMapping("/benefits/letters/{id}/issue")
    String issue(@PathVariable UUID id, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "notice", Text.of(letters.issue(id) ? "benefit.letter.told.issued" : "benefit.told.not-now"));
        return "redirect:/benefits/letters/" + id;
    }

    /** Where the page is found. */
    @Configuration
    static class LetterPlaces {

        @Bean
        NavigationEntry lettersEntry() {
            return new NavigationEntry(
                    160,
                    "/benefits/letters",
                    "benefit.letters.nav",
                    "form",
                    Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER));
        }
    }
}
