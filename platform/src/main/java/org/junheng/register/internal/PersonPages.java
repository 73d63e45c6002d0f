package org.junheng.register.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.register.AsOf;
import org.junheng.register.Links;
import org.junheng.register.PersonNotFound;
import org.junheng.register.PersonSearch;
import org.junheng.register.Register;
import org.junheng.web.HomeTile;
import org.junheng.web.NavigationEntry;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Searching persons and opening one. */
@Controller
class PersonPages {

    private static final int READERS_SHOWN = 50;

    private final Register register;
    private final Links links;
    private final AreaTree areas;
    private final Lines lines;
    private final Clock clock;

    PersonPages(Register register, Links links, AreaTree areas, Lines lines, Clock clock) {
        this.register = register;
        this.links = links;
        this.areas = areas;
        this.lines = lines;
        this.clock = clock;
    }

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.SERVING_A_FAMILY)
    @GetMapping("/persons")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long area,
            PageRequest request,
            Model model) {
        model.addAttribute("q", q);
        model.addAttribute("area", area);
        model.addAttribute(
                "areas",
                Actors.get().areas().stream().flatMap(this::withTownships).toList());
        if (!q.isBlank()) {
            var where = Optional.ofNullable(area).map(AreaCode::new);
            var found = register.search(new PersonSearch(q, where, request.number() - 1, request.size()));
            model.addAttribute("page", new Page<>(found.persons(), request, found.total()));
            model.addAttribute("more", found.more());
        }
        model.addAttribute("today", AdministrativeTime.dayOf(clock.instant()));
        return "register/search";
    }

    /** The area itself and, of a county, its townships; the statistics bureau's units from 400 on are none. */
    private Stream<AreaCode> withTownships(AreaCode area) {
        var below = area.level() == AreaCode.Level.COUNTY
                ? areas.children(area).stream()
                        .map(child -> child.code())
                        .filter(code -> code.value() / 1000 % 1000 < 400)
                : Stream.<AreaCode>empty();
        return Stream.concat(Stream.of(area), below);
    }

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.SERVING_A_FAMILY)
    @GetMapping("/persons/{id}")
    String person(
            @PathVariable UUID id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate known,
            Model model) {
        var survivor = links.survivor(id);
        return survivor.equals(id) ? show(id, asOf(on, known), model) : "redirect:/persons/" + survivor;
    }

    @Access(roles = Role.FAMILY, purpose = Purpose.OWN_AFFAIRS)
    @GetMapping("/family")
    String family(@RequestParam(required = false) @Nullable UUID member, Model model) {
        var own = Actors.get().person().orElseThrow(() -> new PersonNotFound(new UUID(0, 0)));
        return show(member == null ? own : member, AsOf.now(clock), model);
    }

    private String show(UUID id, AsOf asOf, Model model) {
        model.addAttribute("lines", lines);
        model.addAttribute("file", register.open(id, asOf));
        var reader = Actors.get();
        boolean own = reader.role() == Role.FAMILY;
        model.addAttribute(
                "readers",
                register.listReaders(id, READERS_SHOWN).stream()
                        .filter(reading -> !own || !reading.subject().equals(reader.subject()))
                        .toList());
        model.addAttribute("path", own ? "/family" : "/persons/" + id);
        return "register/person";
    }

    /** A day asked about means what was known at its end, and never more than is known now. */
    private AsOf asOf(@Nullable LocalDate on, @Nullable LocalDate known) {
        var now = clock.instant();
        Instant knownAt = known == null ? now : earlier(AdministrativeTime.endOfDay(known), now);
        return new AsOf(on == null ? AdministrativeTime.dayOf(now) : on, knownAt);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Where these pages are found. */
    @Configuration
    static class Places {

        private static final Set<Role> OFFICERS =
                Set.of(Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER);

        @Bean
        NavigationEntry personsEntry() {
            return new NavigationEntry(100, "/persons", "register.nav", "search", OFFICERS);
        }

        @Bean
        NavigationEntry familyEntry() {
            return new NavigationEntry(100, "/family", "register.nav.family", "people", Set.of(Role.FAMILY));
        }

        @Bean
        HomeTile searchTile() {
            return new HomeTile(100, "/persons", "register.tile", "search", OFFICERS);
        }

        @Bean
        HomeTile familyTile() {
            return new HomeTile(100, "/family", "register.tile.family", "people", Set.of(Role.FAMILY));
        }
    }
}
