package org.junheng.simulation.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.catalogue.Catalogue;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;
import org.junheng.policy.Scheme;
import org.junheng.population.Effects;
import org.junheng.population.ReformFaulty;
import org.junheng.simulation.SimulationNotFound;
import org.junheng.web.ChartData;
import org.junheng.web.ExcelExport;
import org.junheng.web.ExcelExport.Column;
import org.junheng.web.Format;
import org.junheng.web.NavigationEntry;
import org.junheng.web.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Where an analyst moves a parameter and sees cost and families touched, by township and age. */
@Controller
class SimulationPages {

    private final SimulationDesk desk;
    private final Catalogue catalogue;
    private final ExcelExport excel;
    private final Format format;

    SimulationPages(SimulationDesk desk, Catalogue catalogue, ExcelExport excel, Format format) {
        this.desk = desk;
        this.catalogue = catalogue;
        this.excel = excel;
        this.format = format;
    }

    /** A scheme to choose. */
    record Choice(String id, String title) {}

    /** A parameter to move, and the value asked for. */
    record Moved(Levers.Lever lever, String label, String asked) {}

    /** Effects of one township. */
    record Row(String area, long winners, long losers, long unchanged, Money cost, Money baseline, Money difference) {}

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/simulation")
    String form(@RequestParam(defaultValue = "childcare-subsidy") String scheme, Model model) {
        return form(scheme, Map.of(), List.of(), model);
    }

    private String form(String asked, Map<String, String> typed, List<String> faults, Model model) {
        var all = desk.schemes();
        var scheme =
                all.stream().filter(each -> each.id().equals(asked)).findFirst().orElseGet(all::getFirst);
        var locale = LocaleContextHolder.getLocale();
        model.addAttribute(
                "schemes",
                all.stream()
                        .map(each -> new Choice(each.id(), each.title().in(locale)))
                        .toList());
        model.addAttribute("scheme", scheme.id());
        model.addAttribute(
                "levers",
                desk.levers(scheme).stream()
                        .map(lever -> new Moved(
                                lever,
                                label(lever),
                                typed.getOrDefault("set." + lever.name(), Long.toString(lever.value()))))
                        .toList());
        model.addAttribute("unknown", unknown(scheme));
        model.addAttribute("faults", faults);
        model.addAttribute("runs", desk.runs());
        return "simulation/form";
    }

    private String label(Levers.Lever lever) {
        var label = lever.label().in(LocaleContextHolder.getLocale());
        return lever.area().map(area -> label + " · " + format.area(area)).orElse(label);
    }

    /** Facts the copy cannot know, as a list to read; empty if it knows all the scheme asks for. */
    static String unknown(Scheme scheme) {
        var locale = LocaleContextHolder.getLocale();
        return SimulationDesk.unknown(scheme).stream()
                .map(fact -> fact.label().in(locale))
                .collect(Collectors.joining(locale.getLanguage().equals("en") ? ", " : "、"));
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @PostMapping("/simulation")
    String start(@RequestParam String scheme, @RequestParam Map<String, String> typed, Model model) {
        var chosen =
                desk.schemes().stream().filter(each -> each.id().equals(scheme)).findFirst();
        var settings = new LinkedHashMap<String, String>();
        chosen.ifPresent(each -> desk.levers(each).forEach(lever -> {
            var value = typed.getOrDefault("set." + lever.name(), "").strip();
            if (!value.equals(Long.toString(lever.value())) && !value.isEmpty()) {
                settings.put(lever.name(), value);
            }
        }));
        try {
            desk.check(scheme, settings);
        } catch (ReformFaulty faulty) {
            return form(scheme, typed, faulty.faults(), model);
        }
        return "redirect:/jobs/" + desk.start(scheme, settings);
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/simulation/{id}")
    String result(@PathVariable UUID id, Model model) {
        var run = find(id);
        var effects = desk.effects(id);
        model.addAttribute("run", run);
        model.addAttribute(
                "schemeTitle",
                catalogue
                        .book()
                        .find(run.scheme())
                        .map(scheme -> scheme.title().in(LocaleContextHolder.getLocale()))
                        .orElse(run.scheme()));
        model.addAttribute("settings", run.settings().lines().toList());
        model.addAttribute("undetermined", effects.undetermined());
        model.addAttribute(
                "unknown",
                catalogue
                        .book()
                        .find(run.scheme())
                        .map(SimulationPages::unknown)
                        .orElse(""));
        model.addAttribute("total", effects.total());
        model.addAttribute("cost", Money.ofFen(effects.total().costFen()));
        model.addAttribute("difference", Money.ofFen(effects.total().differenceFen()));
        model.addAttribute("rows", rows(effects));
        return "simulation/result";
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/simulation/{id}/ages")
    @ResponseBody
    ChartData ages(@PathVariable UUID id) {
        var run = find(id);
        var ages = desk.effects(id).byAge();
        return new ChartData(
                format.text(Text.of("simulation.by-age")),
                format.text(Text.of("simulation.unit")),
                format.text(Text.of("simulation.base", run.area(), run.on())),
                ages.stream()
                        .map(sum -> format.text(Text.of("simulation.age", sum.key())))
                        .toList(),
                List.of(
                        ChartData.Series.of(
                                format.text(Text.of("simulation.winners")),
                                ages.stream().mapToLong(Effects.Sum::winners)),
                        ChartData.Series.of(
                                format.text(Text.of("simulation.losers")),
                                ages.stream().mapToLong(Effects.Sum::losers)),
                        ChartData.Series.of(
                                format.text(Text.of("simulation.unchanged")),
                                ages.stream().mapToLong(Effects.Sum::unchanged))));
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/simulation/{id}/areas.xlsx")
    void areas(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        find(id);
        Stream<Row> rows = rows(desk.effects(id)).stream();
        List<Column<Row>> columns = List.of(
                new Column<>("simulation.area", Row::area),
                new Column<>("simulation.winners", Row::winners),
                new Column<>("simulation.losers", Row::losers),
                new Column<>("simulation.unchanged", Row::unchanged),
                new Column<>("simulation.cost", Row::cost),
                new Column<>("simulation.baseline", Row::baseline),
                new Column<>("simulation.difference", Row::difference));
        excel.send(response, "simulation.by-area", columns, rows);
    }

    private JdbcRuns.Run find(UUID id) {
        return desk.find(id).orElseThrow(() -> new SimulationNotFound(id));
    }

    private List<Row> rows(Effects effects) {
        return effects.byArea().stream()
                .map(sum -> new Row(
                        sum.key() == 0 ? "—" : format.area(new AreaCode(sum.key())),
                        sum.winners(),
                        sum.losers(),
                        sum.unchanged(),
                        Money.ofFen(sum.costFen()),
                        Money.ofFen(sum.baselineFen()),
                        Money.ofFen(sum.differenceFen())))
                .toList();
    }

    @Configuration
    static class Offers {

        private static final Set<Role> ANALYSTS = EnumSet.of(Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER);

        @Bean
        NavigationEntry simulationEntry() {
            return new NavigationEntry(450, "/simulation", "simulation.nav", "chart", ANALYSTS);
        }
    }
}
