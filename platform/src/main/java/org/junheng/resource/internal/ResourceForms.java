package org.junheng.resource.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.junheng.kernel.Area;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.resource.Resource;
import org.junheng.resource.Resource.Terms;
import org.junheng.resource.ResourceKind;
import org.junheng.resource.internal.ResourceDesk.Outcome;
import org.junheng.web.Field;
import org.junheng.web.Field.Kind;
import org.junheng.web.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Entering a resource, changing one from a day on, taking many from a file. */
@Controller
class ResourceForms {

    private static final Set<Role> WRITERS = Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST);

    private final ResourceDesk desk;
    private final ResourceFile file;
    private final AreaTree areas;
    private final Clock clock;

    ResourceForms(ResourceDesk desk, ResourceFile file, AreaTree areas, Clock clock) {
        this.desk = desk;
        this.file = file;
        this.areas = areas;
        this.clock = clock;
    }

    static boolean mayWrite() {
        return WRITERS.contains(Actors.get().role());
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @GetMapping("/resources/new")
    String blank(Model model) {
        return form(Map.of(), List.of(), null, model);
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @PostMapping("/resources")
    String add(@RequestParam Map<String, String> form, Model model, RedirectAttributes redirect) {
        var typed = typed(form);
        return switch (ResourceEntry.read(typed, areas, Actors.get())) {
            case ResourceEntry.Outcome.Faulty(var faults) -> form(typed, faults, null, model);
            case ResourceEntry.Outcome.Read(var resource) ->
                answer(desk.enterNew(resource), typed, null, model, redirect);
        };
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @GetMapping("/resources/{series}/change")
    String change(@PathVariable UUID series, Model model) {
        return form(written(desk.series(series).getLast().resource()), List.of(), series, model);
    }

    /** Institution and kind stay what they are, whatever the form says. */
    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @PostMapping("/resources/{series}")
    String change(
            @PathVariable UUID series,
            @RequestParam Map<String, String> form,
            Model model,
            RedirectAttributes redirect) {
        var last = desk.series(series).getLast().resource();
        var typed = typed(form);
        typed.put(ResourceColumn.INSTITUTION, last.institution());
        typed.put(ResourceColumn.KIND, last.kind().code());
        return switch (ResourceEntry.read(typed, areas, Actors.get())) {
            case ResourceEntry.Outcome.Faulty(var faults) -> form(typed, faults, series, model);
            case ResourceEntry.Outcome.Read(var resource)
            when !resource.area().county().equals(last.area().county()) ->
                form(typed, List.of(new Fault(ResourceColumn.AREA, Fault.Reason.AREA)), series, model);
            case ResourceEntry.Outcome.Read(var resource) ->
                answer(desk.enter(resource), typed, series, model, redirect);
        };
    }

    private String answer(
            Outcome outcome,
            Map<ResourceColumn, String> typed,
            @Nullable UUID series,
            Model model,
            RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Refused(var fault) -> form(typed, List.of(fault), series, model);
            case Outcome.Added(var kept) -> told("resource.added", kept, redirect);
            case Outcome.Changed(var kept) -> told("resource.changed", kept, redirect);
            case Outcome.Same(var kept) -> told("resource.same", kept, redirect);
        };
    }

    private static String told(String words, UUID series, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", Text.of(words));
        return "redirect:/resources/" + series;
    }

    private String form(Map<ResourceColumn, String> values, List<Fault> faults, @Nullable UUID series, Model model) {
        model.addAttribute(
                "fields",
                Arrays.stream(ResourceColumn.values())
                        .filter(column -> series == null || column != ResourceColumn.KIND)
                        .map(column -> field(column, values, faults, series != null))
                        .toList());
        model.addAttribute("series", series);
        model.addAttribute("faulty", !faults.isEmpty());
        return "resource/form";
    }

    private Field field(ResourceColumn column, Map<ResourceColumn, String> values, List<Fault> faults, boolean known) {
        var label = column == ResourceColumn.AREA ? "resource.place" : "resource.column." + column.code();
        var value = Optional.ofNullable(values.get(column)).orElseGet(() -> opening(column));
        var field = switch (column) {
            case KIND -> Field.choice(column.code(), label, kinds());
            case AREA -> Field.choice(column.code(), label, places());
            case INCLUSIVE -> Field.of(column.code(), Kind.TICK, label);
            case FROM, TO -> Field.of(column.code(), Kind.DATE, label);
            case UNITS, OCCUPIED, FROM_MONTHS, BEFORE_MONTHS, FEE -> Field.of(column.code(), Kind.NUMBER, label);
            case INSTITUTION -> Field.of(column.code(), known ? Kind.FIXED : Kind.TEXT, label);
            case SOURCE -> Field.of(column.code(), Kind.TEXT, label);
        };
        var asked = column.required() ? field.needed() : field;
        var wrong = faults.stream().filter(fault -> fault.column() == column).findFirst();
        return asked.value(value)
                .hint(Text.of("resource.hint." + column.code()))
                .error(wrong.map(fault -> Text.of("resource.fault." + fault.reason()))
                        .orElse(null));
    }

    private String opening(ResourceColumn column) {
        return column == ResourceColumn.FROM
                ? AdministrativeTime.dayOf(clock.instant()).toString()
                : "";
    }

    private static List<Field.Choice> kinds() {
        return Arrays.stream(ResourceKind.values())
                .map(kind -> new Field.Choice(kind.code(), kind))
                .toList();
    }

    /** The counties and townships one answers for. */
    private List<Field.Choice> places() {
        return Actors.get().areas().stream()
                .flatMap(mine -> Stream.of(AreaCode.Level.COUNTY, AreaCode.Level.TOWNSHIP)
                        .flatMap(level -> mine.level() == AreaCode.Level.PROVINCE && level == AreaCode.Level.TOWNSHIP
                                ? Stream.empty()
                                : Stream.concat(
                                        mine.level() == level ? Stream.of(mine) : Stream.empty(),
                                        areas.within(mine, level).stream().map(Area::code))))
                .distinct()
                .map(code -> new Field.Choice(code.toString(), code))
                .toList();
    }

    private static Map<ResourceColumn, String> typed(Map<String, String> form) {
        var typed = new EnumMap<ResourceColumn, String>(ResourceColumn.class);
        for (var column : ResourceColumn.values()) {
            Optional.ofNullable(form.get(column.code())).ifPresent(text -> typed.put(column, text));
        }
        return typed;
    }

    private static Map<ResourceColumn, String> written(Resource resource) {
        var written = new EnumMap<ResourceColumn, String>(ResourceColumn.class);
        written.put(ResourceColumn.INSTITUTION, resource.institution());
        written.put(ResourceColumn.KIND, resource.kind().code());
        written.put(ResourceColumn.AREA, resource.area().toString());
        written.put(ResourceColumn.UNITS, Integer.toString(resource.amount().units()));
        resource.amount().occupied().ifPresent(used -> written.put(ResourceColumn.OCCUPIED, Integer.toString(used)));
        resource.terms().ifPresent(terms -> write(terms, written));
        written.put(ResourceColumn.SOURCE, resource.origin().source());
        return written;
    }

    private static void write(Terms terms, Map<ResourceColumn, String> written) {
        written.put(ResourceColumn.FROM_MONTHS, Integer.toString(terms.fromMonths()));
        written.put(ResourceColumn.BEFORE_MONTHS, Integer.toString(terms.beforeMonths()));
        terms.monthly().ifPresent(fee -> written.put(ResourceColumn.FEE, fee.toString()));
        written.put(ResourceColumn.INCLUSIVE, Boolean.toString(terms.inclusive()));
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @GetMapping("/resources/file")
    String file() {
        return "resource/file";
    }

    /** The file is looked at, or looked at and taken in. */
    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @PostMapping("/resources/file")
    String take(
            @RequestParam("file") MultipartFile upload, @RequestParam(defaultValue = "check") String act, Model model)
            throws IOException {
        switch (file.take(upload.getBytes(), Actors.get(), !act.equals("take"))) {
            case ResourceFile.Taken.Refused(var why) -> model.addAttribute("refused", why);
            case ResourceFile.Taken.Report report -> {
                model.addAttribute("report", report);
                model.addAttribute("fileName", Objects.requireNonNullElse(upload.getOriginalFilename(), ""));
            }
        }
        return "resource/file";
    }
}
