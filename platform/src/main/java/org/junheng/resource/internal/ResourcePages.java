package org.junheng.resource.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.Area;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.resource.Resource.Terms;
import org.junheng.resource.ResourceKind;
import org.junheng.resource.internal.JdbcResources.Asked;
import org.junheng.resource.internal.JdbcResources.Entered;
import org.junheng.web.ExcelExport;
import org.junheng.web.ExcelExport.Column;
import org.junheng.web.Field;
import org.junheng.web.NavigationEntry;
import org.junheng.web.PageRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of service resources of one's areas, searched and taken out as a file, and the history of one. */
@Controller
class ResourcePages {

    private final ResourceDesk desk;
    private final AreaTree areas;
    private final ExcelExport excel;
    private final Clock clock;

    ResourcePages(ResourceDesk desk, AreaTree areas, ExcelExport excel, Clock clock) {
        this.desk = desk;
        this.areas = areas;
        this.excel = excel;
        this.clock = clock;
    }

    /** What the reader asked for; nonsense means everything, today. */
    record Search(
            @Nullable String area,
            @Nullable String kind,
            @Nullable String text,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate on) {

        Asked asked(LocalDate today) {
            var mine = Actors.get().areas().getFirst();
            var wanted = area == null || !area.matches("[1-9]\\d{11}") ? mine : AreaCode.of(area);
            return new Asked(
                    Actors.get().answersFor(wanted) ? wanted : mine,
                    Stream.of(ResourceKind.values())
                            .map(ResourceKind::code)
                            .filter(code -> code.equals(kind))
                            .findFirst()
                            .orElse(""),
                    text == null ? "" : text.strip(),
                    on == null ? today : on);
        }
    }

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @GetMapping("/resources")
    String list(@ModelAttribute Search search, PageRequest request, Model model) {
        var asked = search.asked(today());
        model.addAttribute("asked", asked);
        model.addAttribute("page", desk.list(asked, request));
        model.addAttribute("held", desk.held(asked.area(), asked.on()));
        model.addAttribute("kinds", ResourceKind.values());
        model.addAttribute("areas", areaChoices());
        model.addAttribute("writer", ResourceForms.mayWrite());
        return "resource/list";
    }

    /** One's own area and what lies directly below it. */
    private List<Field.Choice> areaChoices() {
        return Actors.get().areas().stream()
                .flatMap(mine -> Stream.concat(
                        Stream.of(mine), areas.children(mine).stream().map(Area::code)))
                .map(code -> new Field.Choice(code.toString(), code))
                .toList();
    }

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @GetMapping("/resources.xlsx")
    void export(@ModelAttribute Search search, PageRequest request, HttpServletResponse response) throws IOException {
        var asked = search.asked(today());
        excel.send(response, "resource.title", columns(), rows(asked, request));
    }

    private Stream<Entered> rows(Asked asked, PageRequest request) {
        return Stream.iterate(
                        desk.list(asked, new PageRequest(1, PageRequest.LARGEST, request.sort())),
                        page -> !page.isEmpty(),
                        page -> desk.list(
                                asked, new PageRequest(page.number() + 1, PageRequest.LARGEST, request.sort())))
                .flatMap(page -> page.items().stream());
    }

    /** The file to fill in: the headings and nothing below them. */
    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @GetMapping("/resources/template.xlsx")
    void template(HttpServletResponse response) throws IOException {
        excel.send(response, "resource.template", columns(), Stream.empty());
    }

    private static List<Column<Entered>> columns() {
        var columns = new ArrayList<Column<Entered>>();
        for (var column : ResourceColumn.values()) {
            columns.add(new Column<>("resource.column." + column.code(), value(column)));
        }
        return columns;
    }

    private static Function<Entered, @Nullable Object> value(ResourceColumn column) {
        return switch (column) {
            case INSTITUTION -> row -> row.resource().institution();
            case KIND -> row -> row.resource().kind();
            case AREA -> row -> row.resource().area().shortText();
            case UNITS -> row -> row.resource().amount().units();
            case OCCUPIED -> row -> row.resource().amount().occupied().orElse(null);
            case FROM_MONTHS -> row -> terms(row, terms -> Optional.of(terms.fromMonths()));
            case BEFORE_MONTHS -> row -> terms(row, terms -> Optional.of(terms.beforeMonths()));
            case FEE -> row -> terms(row, Terms::monthly);
            case INCLUSIVE -> row -> terms(row, terms -> Optional.of(terms.inclusive()));
            case FROM -> row -> row.resource().valid().from();
            case TO -> row -> row.resource().valid().to();
            case SOURCE -> row -> row.resource().origin().source();
        };
    }

    private static @Nullable Object terms(Entered row, Function<Terms, Optional<? extends Object>> value) {
        return row.resource().terms().flatMap(value).orElse(null);
    }

    @Access(
            roles = {Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @GetMapping("/resources/{series}")
    String show(@PathVariable UUID series, Model model) {
        var history = desk.series(series);
        model.addAttribute("history", history.reversed());
        model.addAttribute("resource", history.getLast().resource());
        model.addAttribute("series", series);
        model.addAttribute("writer", ResourceForms.mayWrite());
        return "resource/resource";
    }

    private LocalDate today() {
        return AdministrativeTime.dayOf(clock.instant());
    }

    /** Where these pages are found. */
    @Configuration
    static class Places {

        @Bean
        NavigationEntry resourceEntry() {
            return new NavigationEntry(
                    420,
                    "/resources",
                    "resource.nav",
                    "baby",
                    Set.of(Role.VILLAGE_CLERK, Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST));
        }
    }
}
