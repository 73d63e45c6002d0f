package org.junheng.childbearing.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.childbearing.RegistrationNotFound;
import org.junheng.kernel.AreaCode;
import org.junheng.web.ExcelExport;
import org.junheng.web.ExcelExport.Column;
import org.junheng.web.Field;
import org.junheng.web.HomeTile;
import org.junheng.web.NavigationEntry;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.junheng.web.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registering on a phone by the family, or at a counter by a clerk: the same form, opened filled. */
@Controller
class RegistrationPages {

    /** Wording of the written declaration shown below; a new wording gets a new name. */
    static final String DECLARATION = "2026-11";

    private static final int EXPORTED = 10_000;

    private final Registrations registrations;
    private final JdbcRegistrations store;
    private final ExcelExport excel;
    private final Clock clock;

    RegistrationPages(Registrations registrations, JdbcRegistrations store, ExcelExport excel, Clock clock) {
        this.registrations = registrations;
        this.store = store;
        this.excel = excel;
        this.clock = clock;
    }

    @Access(
            roles = {Role.FAMILY, Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CHILDBEARING_REGISTRATION)
    @GetMapping("/childbearing")
    String overview(@RequestParam(defaultValue = "") String number, PageRequest request, Model model) {
        var own = Actors.get().person();
        model.addAttribute("registrations", own.map(registrations::listOf).orElse(List.of()));
        model.addAttribute("family", own.isPresent());
        if (own.isEmpty()) {
            var sought = number.strip().toUpperCase(Locale.ROOT);
            var found = store.list(sought, request, request.limit(), request.offset());
            model.addAttribute("page", new Page<>(found, request, store.count(sought)));
            model.addAttribute("number", number);
        }
        return "childbearing/overview";
    }

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CHILDBEARING_REGISTRATION)
    @GetMapping("/childbearing.xlsx")
    void export(@RequestParam(defaultValue = "") String number, PageRequest request, HttpServletResponse response)
            throws IOException {
        var columns = List.<Column<Registration>>of(
                new Column<>("childbearing.number", Registration::number),
                new Column<>("childbearing.kind", each -> Text.of("childbearing.kind." + each.kind())),
                new Column<>("childbearing.due-on", Registration::dueOn),
                new Column<>("childbearing.where", Registration::area),
                new Column<>("childbearing.declared-at", Registration::declaredAt));
        var found = store.list(number.strip().toUpperCase(Locale.ROOT), request, EXPORTED, 0);
        excel.send(response, "childbearing.title", columns, found.stream());
    }

    @Access(
            roles = {Role.FAMILY, Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CHILDBEARING_REGISTRATION)
    @GetMapping("/childbearing/new")
    String form(@RequestParam(required = false) @Nullable UUID woman, Model model) {
        var who = woman != null ? woman : Actors.get().person().orElseThrow(() -> new RegistrationNotFound("woman"));
        return show(registrations.prefill(who), Map.of(), UUID.randomUUID(), null, model);
    }

    /** Whatever was typed stays in the form when something is wrong. */
    private String show(
            Prefilled prefilled, Map<String, String> typed, UUID form, Outcome.@Nullable Wrong wrong, Model model) {
        model.addAttribute("prefilled", prefilled);
        model.addAttribute("form", form);
        model.addAttribute("fields", fields(prefilled, typed, wrong));
        model.addAttribute("wrong", wrong);
        return "childbearing/form";
    }

    private static List<Field> fields(Prefilled prefilled, Map<String, String> typed, Outcome.@Nullable Wrong wrong) {
        var fields = new ArrayList<Field>();
        fields.add(known("woman", prefilled.woman(), prefilled));
        prefilled
                .partner()
                .ifPresentOrElse(
                        partner -> fields.add(known("partner", partner, prefilled)),
                        () -> fields.add(Field.of("partnerName", Field.Kind.TEXT, "childbearing.partner-name")
                                .value(typed.get("partnerName"))
                                .hint(Text.of("childbearing.partner-name.hint"))));
        fields.add(Field.of("dueOn", Field.Kind.DATE, "childbearing.due-on")
                .value(typed.get("dueOn"))
                .needed()
                .hint(Text.of("childbearing.due-on.hint"))
                .error(error("dueOn", wrong)));
        fields.add(places(prefilled, typed).error(error("place", wrong)));
        return fields;
    }

    /** A known person is shown, not asked; what is wrong is corrected elsewhere, and what was typed here waits. */
    private static Field known(
            String name, Prefilled.Known<org.junheng.register.PersonSummary> person, Prefilled prefilled) {
        var label = "childbearing." + name;
        var shown =
                person.value().name() + "　" + person.value().maskedIdNumber().orElse("");
        var source = Text.of("register.source." + person.evidence().source());
        var back = "/childbearing/new?woman=" + prefilled.woman().value().id();
        var correctAt = "/corrections/new?person=" + person.value().id() + "&back="
                + URLEncoder.encode(back, StandardCharsets.UTF_8);
        return Field.of(name, Field.Kind.FIXED, label).value(shown).source(source, correctAt);
    }

    private static Field places(Prefilled prefilled, Map<String, String> typed) {
        var seen = new HashMap<String, Field.Choice>();
        var choices = new ArrayList<Field.Choice>();
        for (var place : prefilled.places()) {
            var value = place.basis() + ":" + place.area().value();
            var label = Text.of("childbearing.place." + place.whose() + "." + place.basis(), place.area());
            if (seen.put(value, new Field.Choice(value, label)) == null) {
                choices.add(new Field.Choice(value, label));
            }
        }
        var chosen = typed.getOrDefault(
                "place", choices.isEmpty() ? "" : choices.getFirst().value());
        return Field.choice("place", "childbearing.place", choices)
                .value(chosen)
                .needed();
    }

    private static @Nullable Text error(String field, Outcome.@Nullable Wrong wrong) {
        return wrong != null && wrong.field().equals(field)
                ? Text.of("childbearing.wrong." + wrong.reason().name())
                : null;
    }

    @Access(
            roles = {Role.FAMILY, Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CHILDBEARING_REGISTRATION)
    @PostMapping("/childbearing")
    String register(
            @RequestParam UUID form,
            @RequestParam UUID womanId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate dueOn,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "false") boolean declared,
            @RequestParam Map<String, String> typed,
            Model model) {
        var prefilled = registrations.prefill(womanId);
        if (dueOn == null || !place.matches("(hukou|residence):\\d{12}") || !declared) {
            model.addAttribute("incomplete", Text.of(declared ? "childbearing.incomplete" : "childbearing.undeclared"));
            return show(prefilled, typed, form, null, model);
        }
        var parts = place.split(":", 2);
        var declaration = new Declaration(
                form,
                womanId,
                dueOn,
                new AreaCode(Long.parseLong(parts[1])),
                parts[0],
                Optional.ofNullable(typed.get("partnerName")).filter(name -> !name.isBlank()),
                DECLARATION);
        return switch (registrations.register(declaration)) {
            case Outcome.Registered(var registration) -> "redirect:/childbearing/" + registration.id();
            case Outcome.RegisteredBefore(var registration) ->
                "redirect:/childbearing/" + registration.id() + "?before";
            case Outcome.Wrong wrong -> show(prefilled, typed, form, wrong, model);
        };
    }

    @Access(
            roles = {Role.FAMILY, Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CHILDBEARING_REGISTRATION)
    @GetMapping("/childbearing/{id}")
    String registration(@PathVariable UUID id, @RequestParam(required = false) @Nullable String before, Model model) {
        model.addAttribute(
                "registration", registrations.find(id).orElseThrow(() -> new RegistrationNotFound(id.toString())));
        model.addAttribute("before", before != null);
        model.addAttribute("today", org.junheng.kernel.AdministrativeTime.dayOf(clock.instant()));
        return "childbearing/registration";
    }

    @Access(
            roles = {Role.FAMILY, Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CHILDBEARING_REGISTRATION)
    @PostMapping("/childbearing/{id}/cancel")
    String cancel(@PathVariable UUID id) {
        registrations.cancel(id);
        return "redirect:/childbearing/" + id;
    }

    /** Where these pages are found. */
    @Configuration
    static class Places {

        @Bean
        NavigationEntry childbearingEntry() {
            return new NavigationEntry(
                    130,
                    "/childbearing",
                    "childbearing.nav",
                    "form",
                    Set.of(Role.FAMILY, Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER));
        }

        @Bean
        HomeTile childbearingTile() {
            return new HomeTile(90, "/childbearing", "childbearing.tile", "form", Set.of(Role.FAMILY));
        }
    }
}
