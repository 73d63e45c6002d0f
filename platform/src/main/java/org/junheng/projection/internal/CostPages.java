package org.junheng.projection.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.catalogue.Catalogue;
import org.junheng.kernel.Money;
import org.junheng.policy.Scheme;
import org.junheng.projection.internal.JdbcCosts.Cost;
import org.junheng.projection.internal.JdbcProjections.Place;
import org.junheng.projection.internal.RunReader.View;
import org.junheng.web.ChartData;
import org.junheng.web.ExcelExport;
import org.junheng.web.ExcelExport.Column;
import org.junheng.web.Text;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What every scheme will cost in the ten years to come, by area. */
@Controller
class CostPages {

    private static final int LONGEST = 300;
    private static final double FEN_IN_TEN_THOUSAND = 1_000_000;

    private final RunReader reader;
    private final CostDesk desk;
    private final Catalogue catalogue;
    private final Words words;
    private final ExcelExport excel;

    CostPages(RunReader reader, CostDesk desk, Catalogue catalogue, Words words, ExcelExport excel) {
        this.reader = reader;
        this.desk = desk;
        this.catalogue = catalogue;
        this.words = words;
        this.excel = excel;
    }

    /**
     * A scheme's cost written out.
     *
     * @param values ten thousand yuan by year
     */
    record Row(String scheme, String title, List<String> values) {}

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/runs/{id}/costs")
    String costs(@PathVariable UUID id, @RequestParam(required = false) @Nullable String area, Model model) {
        var view = reader.view(id, area);
        RunFrame.fill(view, "costs", words, model);
        var costs = desk.newest(id, view.place().id());
        model.addAttribute("rows", costs.stream().map(this::row).toList());
        model.addAttribute("years", costs.isEmpty() ? List.of() : years(costs.getFirst()));
        model.addAttribute("sweep", costs.isEmpty() ? null : costs.getFirst().sweep());
        return "projection/costs";
    }

    private Row row(Cost cost) {
        return new Row(
                cost.scheme(),
                title(cost.scheme()),
                cost.fen().stream()
                        .map(fen -> String.format(Locale.ROOT, "%,.1f", fen / FEN_IN_TEN_THOUSAND))
                        .toList());
    }

    private String title(String scheme) {
        return catalogue.book().schemes().stream()
                .filter(each -> each.id().equals(scheme))
                .map(Scheme::title)
                .map(title -> title.in(LocaleContextHolder.getLocale()))
                .findFirst()
                .orElse(scheme);
    }

    private static List<String> years(Cost cost) {
        return IntStream.range(0, cost.fen().size())
                .mapToObj(i -> Integer.toString(cost.firstYear() + i))
                .toList();
    }

    /** All schemes over the years. */
    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/runs/{id}/costs/chart")
    @ResponseBody
    ChartData chart(@PathVariable UUID id, @RequestParam(required = false) @Nullable String area) {
        var view = reader.view(id, area);
        var costs = desk.newest(id, view.place().id());
        return new ChartData(
                words.text("costs.title", words.place(view.place())),
                words.text("costs.unit"),
                words.text("chart.central"),
                costs.isEmpty() ? List.of() : years(costs.getFirst()),
                costs.stream()
                        .map(cost -> new ChartData.Series(
                                title(cost.scheme()),
                                cost.fen().stream()
                                        .<@Nullable Number>map(fen -> Math.round(fen / FEN_IN_TEN_THOUSAND * 10) / 10.0)
                                        .toList()))
                        .toList());
    }

    @Access(
            roles = {Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @PostMapping("/projection/runs/{id}/costs")
    String bring(
            @PathVariable UUID id,
            @RequestParam String area,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String source,
            RedirectAttributes redirect)
            throws IOException {
        var view = reader.view(id, area);
        if (source.isBlank() || source.length() > LONGEST || view.run().isComparison()) {
            redirect.addFlashAttribute("refused", Text.of("projection.costs.refused.source"));
        } else {
            desk.bring(view, file.getBytes(), source.strip())
                    .ifPresentOrElse(
                            why -> redirect.addFlashAttribute("refused", why),
                            () -> redirect.addFlashAttribute("notice", Text.of("projection.costs.kept")));
        }
        redirect.addAttribute("area", view.place().id());
        return "redirect:/projection/runs/" + id + "/costs";
    }

    /** The platform decides for its own register of today. */
    @Access(
            roles = {Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @PostMapping("/projection/runs/{id}/costs/register")
    String sweep(@PathVariable UUID id, @RequestParam String area, RedirectAttributes redirect) {
        var view = reader.view(id, area);
        if (view.run().isComparison()) {
            redirect.addFlashAttribute("refused", Text.of("projection.costs.refused.source"));
            redirect.addAttribute("area", view.place().id());
            return "redirect:/projection/runs/" + id + "/costs";
        }
        var own = Actors.get().areas().getFirst();
        return "redirect:/jobs/" + desk.sweep(view, words.text("costs.register.source", own));
    }

    /** A cost of one year, for files. */
    private record Figure(View view, Place place, Cost cost, String title, int year) {

        Money money() {
            return Money.ofFen(cost.fen().get(year - cost.firstYear()));
        }
    }

    private Stream<Figure> figures(View view) {
        var costs = desk.newest(view.run().id(), "").stream().collect(Collectors.groupingBy(Cost::place));
        return view.places().stream()
                .flatMap(place -> costs.getOrDefault(place.id(), List.of()).stream()
                        .flatMap(cost -> IntStream.range(0, cost.fen().size())
                                .mapToObj(i ->
                                        new Figure(view, place, cost, title(cost.scheme()), cost.firstYear() + i))));
    }

    /** Every area and scheme, year by year. */
    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/runs/{id}/costs.xlsx")
    void excel(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        List<Column<Figure>> columns = List.of(
                new Column<>("projection.column.code", figure -> figure.place().id()),
                new Column<>("projection.area", figure -> words.place(figure.place())),
                new Column<>("projection.costs.scheme", Figure::title),
                new Column<>("projection.column.year", Figure::year),
                new Column<>("projection.costs.yuan", Figure::money),
                new Column<>(
                        "projection.scenario",
                        figure -> figure.view().scenario().name()),
                new Column<>(
                        "projection.version", figure -> figure.view().scenario().version()),
                new Column<>(
                        "projection.costs.source",
                        figure -> figure.cost().sweep().source()),
                new Column<>(
                        "projection.costs.sha256",
                        figure -> figure.cost().sweep().sha256()),
                new Column<>(
                        "projection.fingerprint", figure -> figure.view().run().fingerprint()));
        excel.send(response, "projection.tab.costs", columns, figures(reader.view(id, null)));
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/runs/{id}/costs.csv")
    void csv(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"costs.csv\"");
        try (var csv =
                CsvWriter.builder().build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            csv.writeRecord(
                    "area",
                    "name",
                    "scheme",
                    "year",
                    "cost_fen",
                    "scenario",
                    "version",
                    "sweep",
                    "sweep_sha256",
                    "fingerprint");
            figures(reader.view(id, null))
                    .forEach(figure -> csv.writeRecord(
                            figure.place().id(),
                            words.place(figure.place()),
                            figure.cost().scheme(),
                            Integer.toString(figure.year()),
                            Long.toString(figure.money().fen()),
                            figure.view().scenario().name(),
                            Integer.toString(figure.view().scenario().version()),
                            figure.cost().sweep().source(),
                            figure.cost().sweep().sha256(),
                            figure.view().run().fingerprint()));
        }
    }
}
