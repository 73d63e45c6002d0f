package org.junheng.correction.internal;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.register.CorrectableFact;
import org.junheng.register.PersonNotFound;
import org.junheng.web.NavigationEntry;
import org.junheng.web.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saying what is wrong: by the family on a phone, or by an officer for them. */
@Controller
class CorrectionPages {

    private final AskingDesk desk;
    private final CorrectionForm form;
    private final ClaimedValue values;

    CorrectionPages(AskingDesk desk, CorrectionForm form, ClaimedValue values) {
        this.desk = desk;
        this.form = form;
        this.values = values;
    }

    @Access(
            roles = {Role.FAMILY, Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CORRECTION)
    @GetMapping("/corrections/new")
    String ask(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") String fact,
            @RequestParam(defaultValue = "") String back,
            Model model) {
        var whose =
                person != null ? person : Actors.get().person().orElseThrow(() -> new PersonNotFound(new UUID(0, 0)));
        return show(whose, fact, ours(back), Map.of(), null, model);
    }

    private String show(
            UUID person,
            String fact,
            String back,
            Map<String, String> typed,
            AskOutcome.@Nullable Wrong wrong,
            Model model) {
        var face = desk.face(person);
        model.addAttribute("face", face);
        model.addAttribute("back", back);
        model.addAttribute("fact", fact);
        if (fact.isEmpty()) {
            model.addAttribute("which", form.which(person));
            return "correction/which";
        }
        var chosen = CorrectableFact.ofCode(fact);
        var shown = desk.shown(person, chosen);
        model.addAttribute("label", chosen);
        model.addAttribute(
                "shown",
                shown.map(each -> values.readable(chosen, each.value())).orElse(null));
        model.addAttribute("shownSource", shown.map(each -> each.source()).orElse(null));
        model.addAttribute("fields", form.fields(chosen, face, typed, wrong));
        return "correction/form";
    }

    @Access(
            roles = {Role.FAMILY, Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CORRECTION)
    @PostMapping("/corrections")
    String asked(
            @RequestParam UUID person,
            @RequestParam String fact,
            @RequestParam(defaultValue = "") String back,
            @RequestParam Map<String, String> typed,
            Model model,
            RedirectAttributes redirect) {
        var said = new AskingDesk.Typed(
                person,
                CorrectableFact.ofCode(fact),
                typed.getOrDefault("value", ""),
                typed.getOrDefault("since", ""),
                typed.getOrDefault("evidence", ""));
        return switch (desk.ask(said)) {
            case AskOutcome.Asked(var id) -> after(id, "correction.told.asked", ours(back), redirect);
            case AskOutcome.AskedBefore(var id) -> after(id, "correction.told.asked-before", ours(back), redirect);
            case AskOutcome.Wrong wrong -> show(person, fact, ours(back), typed, wrong, model);
        };
    }

    private static String after(UUID id, String told, String back, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", Text.of(told));
        if (!back.isEmpty()) {
            redirect.addAttribute("back", back);
        }
        return "redirect:/corrections/" + id;
    }

    /** Only a path of ours is returned to. */
    static String ours(String back) {
        return back.matches("/[A-Za-z][A-Za-z0-9/?=&._-]*") ? back : "";
    }

    /** Where these pages are found. */
    @Configuration
    static class Places {

        @Bean
        NavigationEntry correctionsEntry() {
            return new NavigationEntry(
                    120,
                    "/corrections",
                    "correction.nav",
                    "check",
                    Set.of(Role.FAMILY, Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER));
        }
    }
}
