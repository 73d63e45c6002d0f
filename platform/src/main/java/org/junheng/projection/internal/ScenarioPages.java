package org.junheng.projection.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Account;
import org.junheng.access.Actors;
import org.junheng.access.CurrentAccount;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.population.outlook.Scenario;
import org.junheng.projection.ScenarioNotFound;
import org.junheng.projection.internal.JdbcScenarios.Stored;
import org.junheng.web.ChartData;
import org.junheng.web.Text;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Scenarios: the list, the editor with its plots, one scenario, and starting its projection. */
@Controller
class ScenarioPages {

    private static final List<Integer> CHOICES = List.of(200, 500, 1000);
    private static final List<Integer> ENDS = List.of(2040, 2050, 2060, 2080, CentralPaths.LAST);
    private static final double TEN_THOUSAND = 10_000;
    private static final int SHOWN = 2060;

    private final ProjectionDesk desk;
    private final CentralPaths central;
    private final FanCharts charts;
    private final Words words;
    private final CurrentAccount account;

    ScenarioPages(ProjectionDesk desk, CentralPaths central, FanCharts charts, Words words, CurrentAccount account) {
        this.desk = desk;
        this.central = central;
        this.charts = charts;
        this.words = words;
        this.account = account;
    }

    /** A run in a list, with the names of its scenarios. */
    record Listed(JdbcProjections.Run run, String title) {}

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection")
    String list(Model model) {
        var scenarios = desk.scenarios();
        Map<UUID, Stored> byId = scenarios.stream().collect(Collectors.toMap(Stored::id, each -> each));
        model.addAttribute("scenarios", scenarios);
        model.addAttribute(
                "runs",
                desk.runs().stream()
                        .filter(run -> byId.containsKey(run.scenario()))
                        .map(run -> new Listed(run, title(run, byId)))
                        .toList());
        model.addAttribute("maker", isMaker());
        return "projection/list";
    }

    private String title(JdbcProjections.Run run, Map<UUID, Stored> byId) {
        var scenario = byId.get(run.scenario());
        var name = scenario == null ? "" : name(scenario);
        return run.against()
                .map(byId::get)
                .map(against -> words.text("minus", name, name(against)))
                .orElse(name);
    }

    private String name(Stored scenario) {
        return words.text("named", scenario.name(), Integer.toString(scenario.version()));
    }

    static boolean isMaker() {
        return Actors.get().role() == Role.COUNTY_ANALYST;
    }

    @Access(
            roles = {Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/scenarios/new")
    String editor(
            @RequestParam(defaultValue = "medium") String variant,
            @RequestParam(required = false) UUID from,
            Model model) {
        if (from != null) {
            return editor(ScenarioForm.of(get(from).scenario(), central.get()), Map.of(), model);
        }
        var chosen = Arrays.stream(Scenario.Variant.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(variant))
                .findFirst()
                .orElse(Scenario.Variant.MEDIUM);
        var preset = Scenario.central(words.text("variant." + variant(chosen)), SHOWN)
                .with(chosen);
        return editor(ScenarioForm.of(preset, central.get()), Map.of(), model);
    }

    private static String variant(Scenario.Variant variant) {
        return variant.name().toLowerCase(Locale.ROOT);
    }

    private String editor(Map<String, String> form, Map<String, Text> faults, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("years", ScenarioForm.YEARS);
        model.addAttribute("ends", ENDS);
        model.addAttribute(
                "measures",
                IntStream.rangeClosed(1, ScenarioForm.MEASURES).boxed().toList());
        model.addAttribute("choices", CHOICES);
        return "projection/editor";
    }

    @Access(
            roles = {Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @PostMapping("/projection/scenarios")
    String save(@RequestParam Map<String, String> typed, RedirectAttributes redirect, Model model) {
        return switch (ScenarioForm.read(typed)) {
            case ScenarioForm.Reading.Faulty(var faults) -> editor(typed, faults, model);
            case ScenarioForm.Reading.Good(var scenario) -> {
                var id =
                        desk.save(scenario, account.find().map(Account::titleZh).orElse(""));
                if (typed.getOrDefault("then", "").equals("run")) {
                    yield "redirect:/jobs/" + desk.start(get(id), trajectories(typed.get("trajectories")));
                }
                redirect.addFlashAttribute("notice", Text.of("projection.saved"));
                yield "redirect:/projection/scenarios/" + id;
            }
        };
    }

    private static int trajectories(@Nullable String typed) {
        return CHOICES.stream()
                .filter(each -> each.toString().equals(typed))
                .findFirst()
                .orElse(ProjectionDesk.TRAJECTORIES);
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/scenarios/{id}")
    String scenario(@PathVariable UUID id, Model model) {
        var stored = get(id);
        model.addAttribute("stored", stored);
        model.addAttribute("scenario", stored.scenario());
        model.addAttribute("form", ScenarioForm.of(stored.scenario(), central.get()));
        model.addAttribute("years", ScenarioForm.YEARS);
        model.addAttribute("choices", CHOICES);
        model.addAttribute("maker", isMaker());
        model.addAttribute(
                "runs",
                desk.runs().stream()
                        .filter(run -> run.scenario().equals(id) && !run.isComparison())
                        .toList());
        return "projection/scenario";
    }

    @Access(
            roles = {Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @PostMapping("/projection/scenarios/{id}/run")
    String run(@PathVariable UUID id, @RequestParam(defaultValue = "200") String trajectories) {
        return "redirect:/jobs/" + desk.start(get(id), trajectories(trajectories));
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/scenarios/{id}/scenario.yaml")
    @ResponseBody
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        var stored = get(id);
        var name = ContentDisposition.attachment()
                .filename(stored.name() + "-" + stored.version() + ".yaml", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(stored.assumptions().getBytes(StandardCharsets.UTF_8));
    }

    @Access(
            roles = {Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @PostMapping("/projection/comparisons")
    String compare(@RequestParam UUID scenario, @RequestParam UUID against, RedirectAttributes redirect) {
        var first = get(scenario);
        var second = get(against);
        if (first.id().equals(second.id())) {
            redirect.addFlashAttribute("refused", Text.of("projection.refused.same"));
            return "redirect:/projection";
        }
        if (first.scenario().until() != second.scenario().until()) {
            redirect.addFlashAttribute(
                    "refused",
                    Text.of(
                            "projection.refused.years",
                            Integer.toString(first.scenario().until()),
                            Integer.toString(second.scenario().until())));
            return "redirect:/projection";
        }
        return "redirect:/jobs/" + desk.compare(first, second, ProjectionDesk.TRAJECTORIES);
    }

    /** What the assumptions typed so far look like; what is wrong with them is said when they are saved. */
    @Access(
            roles = {Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/preview/{path}")
    @ResponseBody
    ChartData preview(@PathVariable String path, @RequestParam Map<String, String> typed) {
        var usual = central.get();
        var named = new HashMap<>(typed);
        named.put("name", "preview");
        named.put("source", "preview");
        var mine = ScenarioForm.read(named) instanceof ScenarioForm.Reading.Good(var scenario)
                ? CentralPaths.of(scenario)
                : usual;
        boolean fertility = path.equals("fertility");
        int shown = typed.isEmpty() ? SHOWN - usual.from() + 1 : mine.fertility().length;
        List<double[]> paths = new ArrayList<>();
        for (var each : List.of(usual, mine)) {
            var values = fertility ? each.fertility() : each.external();
            double unit = fertility ? 1 : TEN_THOUSAND;
            paths.add(Arrays.stream(values).limit(shown).map(v -> v / unit).toArray());
        }
        return charts.paths(
                fertility ? "preview.fertility" : "preview.migration",
                List.of(words.text("preview.central"), words.text("preview.mine")),
                paths,
                usual.from());
    }

    private Stored get(UUID id) {
        return desk.findScenario(id).orElseThrow(() -> new ScenarioNotFound(id));
    }
}
