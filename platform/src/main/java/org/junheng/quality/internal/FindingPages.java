package org.junheng.quality.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.ReadLog;
import org.junheng.access.Role;
import org.junheng.quality.FindingNotFound;
import org.junheng.quality.internal.JdbcQuality.Filter;
import org.junheng.quality.internal.JdbcQuality.Finding;
import org.junheng.register.Doubt;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.junheng.web.ExcelExport;
import org.junheng.web.ExcelExport.Column;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.junheng.web.Text;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The persons in whom something was found, for the office of their township, and what its clerks say of them. */
@Controller
class FindingPages {

    private static final int MOST = 10_000;
    private static final int AT_ONCE = 500;
    private static final int LONGEST = 300;

    private final JdbcQuality store;
    private final QualityPages.Places places;
    private final Register register;
    private final ReadLog readLog;
    private final ExcelExport excel;
    private final TransactionTemplate work;

    FindingPages(
            JdbcQuality store,
            QualityPages.Places places,
            Register register,
            ReadLog readLog,
            ExcelExport excel,
            TransactionTemplate work) {
        this.store = store;
        this.places = places;
        this.register = register;
        this.readLog = readLog;
        this.excel = excel;
        this.work = work;
    }

    /** A finding with the faces of those in it. */
    record Line(
            Finding finding,
            @Nullable PersonSummary person,
            @Nullable PersonSummary other) {}

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CORRECTION)
    @GetMapping("/quality/findings")
    String list(
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(defaultValue = "") String doubt,
            @RequestParam(defaultValue = "") String state,
            PageRequest request,
            Model model) {
        var filter = filter(area, doubt, state);
        var page = Objects.requireNonNull(work.execute(status -> {
            var found = store.list(filter, request.limit(), request.offset());
            readLog.searched(found.size());
            return new Page<>(found, request, store.count(filter));
        }));
        model.addAttribute("page", new Page<>(lines(page.items()), request, page.total()));
        model.addAttribute("filter", filter);
        model.addAttribute("areas", places.offered());
        model.addAttribute("doubts", Doubt.values());
        model.addAttribute("states", State.values());
        return "quality/findings";
    }

    /** Nonsense in the address means all doubts, and those that are open. */
    private Filter filter(@Nullable String area, String doubt, String state) {
        boolean known =
                Arrays.stream(Doubt.values()).anyMatch(each -> each.code().equals(doubt));
        var wanted = Arrays.stream(State.values())
                .filter(each -> each.code().equals(state))
                .findFirst()
                .orElse(State.OPEN);
        return new Filter(places.of(area), known ? doubt : "", wanted);
    }

    private List<Line> lines(List<Finding> findings) {
        Set<UUID> ids = findings.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.person()), each.other().stream()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<UUID, PersonSummary> faces = register.listSummaries(ids).stream()
                .collect(Collectors.toMap(PersonSummary::id, Function.identity(), (one, same) -> one));
        return findings.stream()
                .map(each -> new Line(
                        each,
                        faces.get(each.person()),
                        each.other().map(faces::get).orElse(null)))
                .toList();
    }

    /** The same list as a file; it is logged as an export before anything is read. */
    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CORRECTION)
    @GetMapping("/quality/findings.xlsx")
    void file(
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(defaultValue = "") String doubt,
            @RequestParam(defaultValue = "") String state,
            HttpServletResponse response)
            throws IOException {
        var filter = filter(area, doubt, state);
        work.executeWithoutResult(status -> readLog.exported(Math.toIntExact(Math.min(MOST, store.count(filter)))));
        List<Column<Line>> columns = List.of(
                new Column<>("quality.column.doubt", line -> line.finding().doubt()),
                new Column<>(
                        "quality.column.person",
                        line -> line.person() == null ? "" : line.person().name()),
                new Column<>(
                        "quality.column.born",
                        line -> line.person() == null
                                ? null
                                : line.person().bornOn().orElse(null)),
                new Column<>("quality.column.area", line -> line.finding().area()),
                new Column<>("quality.column.source", line -> line.finding().source()),
                new Column<>("quality.column.one", line -> line.finding().one().orElse(null)),
                new Column<>("quality.column.two", line -> line.finding().two().orElse(null)),
                new Column<>("quality.column.state", line -> line.finding().state()),
                new Column<>(
                        "quality.column.meaning", line -> line.finding().doubt().meaning()));
        excel.send(response, "quality.findings", columns, all(filter));
    }

    private Stream<Line> all(Filter filter) {
        return Stream.iterate(0, from -> from < MOST, from -> from + AT_ONCE)
                .map(from -> lines(Objects.requireNonNull(work.execute(status -> store.list(filter, AT_ONCE, from)))))
                .takeWhile(lines -> !lines.isEmpty())
                .flatMap(List::stream);
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CORRECTION)
    @GetMapping("/quality/findings/{id}")
    String show(@PathVariable UUID id, Model model) {
        var finding = finding(id);
        model.addAttribute("line", lines(List.of(finding)).getFirst());
        model.addAttribute("marks", work.execute(status -> store.marks(id)));
        return "quality/finding";
    }

    private Finding finding(UUID id) {
        return Objects.requireNonNull(work.execute(status -> store.find(id)))
                .orElseThrow(() -> new FindingNotFound(id));
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.CORRECTION)
    @PostMapping("/quality/findings/{id}")
    String mark(
            @PathVariable UUID id,
            @RequestParam State state,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        var finding = finding(id);
        if (state == State.GONE || note.isBlank() || note.length() > LONGEST) {
            redirect.addFlashAttribute("notice", Text.of("quality.told.note-missing"));
            return "redirect:/quality/findings/" + id;
        }
        work.executeWithoutResult(status -> store.mark(id, state, note.strip()));
        redirect.addFlashAttribute("notice", Text.of("quality.told.kept", state));
        redirect.addAttribute("area", finding.area().shortText());
        redirect.addAttribute("doubt", finding.doubt().code());
        return "redirect:/quality/findings";
    }
}
