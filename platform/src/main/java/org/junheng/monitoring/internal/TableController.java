package org.junheng.monitoring.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.register.Base;
import org.junheng.web.ExcelExport;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The townships of a county side by side, in a year or a month of it; on a page and as a file. */
@Controller
class TableController {

    private final Scopes scopes;
    private final Townships townships;
    private final Wording wording;
    private final ExcelExport excel;

    TableController(Scopes scopes, Townships townships, Wording wording, ExcelExport excel) {
        this.scopes = scopes;
        this.townships = townships;
        this.wording = wording;
        this.excel = excel;
    }

    /** A row as the page writes it. */
    record Line(
            String area,
            String births,
            String orders,
            String deaths,
            String change,
            String population,
            String birthRate,
            String deathRate,
            String sexRatio) {}

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER, Role.TOWNSHIP_OFFICER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/monitoring/townships")
    String table(
            @ModelAttribute Scopes.Asked asked,
            @RequestParam(required = false) @Nullable String month,
            PageRequest request,
            Model model) {
        var scope = scopes.resolve(asked);
        int chosen = month(scope, month);
        var all = rows(scope, chosen, request);
        var shown = all.stream()
                .skip(request.offset())
                .limit(request.limit())
                .map(this::line)
                .toList();
        model.addAttribute("scope", scope);
        model.addAttribute("tab", "townships");
        model.addAttribute("bases", Base.values());
        model.addAttribute("month", chosen);
        model.addAttribute("about", about(scope, chosen));
        model.addAttribute("rows", new Page<>(shown, request, all.size()));
        return "monitoring/townships";
    }

    /** The same rows as a file, with numbers as numbers; it holds nothing that the page does not show. */
    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER, Role.TOWNSHIP_OFFICER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/monitoring/townships.xlsx")
    void file(
            @ModelAttribute Scopes.Asked asked,
            @RequestParam(required = false) @Nullable String month,
            PageRequest request,
            HttpServletResponse response)
            throws IOException {
        var scope = scopes.resolve(asked);
        int chosen = month(scope, month);
        excel.send(
                response, "monitoring.townships", columns(about(scope, chosen)), rows(scope, chosen, request).stream());
    }

    private List<ExcelExport.Column<Townships.Row>> columns(String about) {
        return List.of(
                new ExcelExport.Column<>("monitoring.column.base", row -> about),
                new ExcelExport.Column<>("monitoring.column.area", this::name),
                new ExcelExport.Column<>(
                        "monitoring.births", row -> cell(row.events().births())),
                new ExcelExport.Column<>("monitoring.order.first", row -> ofYear(row, VitalCounts::first)),
                new ExcelExport.Column<>("monitoring.order.second", row -> ofYear(row, VitalCounts::second)),
                new ExcelExport.Column<>("monitoring.order.third", row -> ofYear(row, VitalCounts::third)),
                new ExcelExport.Column<>(
                        "monitoring.deaths", row -> cell(row.events().deaths())),
                new ExcelExport.Column<>(
                        "monitoring.natural-change",
                        row -> row.events().change().orElse(null)),
                new ExcelExport.Column<>("monitoring.population", Townships.Row::population),
                new ExcelExport.Column<>("monitoring.birth-rate-unit", row -> cell(row, Townships.Rates::birth, 2)),
                new ExcelExport.Column<>("monitoring.death-rate-unit", row -> cell(row, Townships.Rates::death, 2)),
                new ExcelExport.Column<>("monitoring.sex-ratio", row -> cell(row, Townships.Rates::sexRatio, 1)),
                new ExcelExport.Column<>("monitoring.column.remark", this::remark));
    }

    private static @Nullable Object ofYear(Townships.Row row, ToLongFunction<VitalCounts> which) {
        return row.rates().isPresent() ? which.applyAsLong(row.counts()) : null;
    }

    private Object cell(SmallNumbers.Shown shown) {
        return shown instanceof SmallNumbers.Shown.Exact exact ? exact.count() : wording.shown(shown);
    }

    private static @Nullable Object cell(Townships.Row row, Function<Townships.Rates, Figure> which, int decimals) {
        return row.rates()
                .map(which)
                .map(figure -> switch (figure) {
                    case Figure.Known known -> rounded(known.value(), decimals);
                    case Figure.Estimated estimated -> rounded(estimated.value(), decimals);
                    case Figure.Refused refused -> null;
                })
                .orElse(null);
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    private String remark(Townships.Row row) {
        return row.rates()
                .map(rates ->
                        wording.remark(rates.birth() instanceof Figure.Refused ? rates.birth() : rates.sexRatio()))
                .orElse("");
    }

    /** The month asked for, from 1; 0 for the whole year. */
    private static int month(Scope scope, @Nullable String asked) {
        boolean digits = asked != null && asked.matches("[0-9]{1,2}");
        int month = digits ? Integer.parseInt(asked) : 0;
        return month >= 1 && month <= scope.months().length() ? month : 0;
    }

    private String about(Scope scope, int month) {
        return month == 0
                ? wording.about(scope)
                : wording.text("monitoring.about.month", scope.base(), java.time.YearMonth.of(scope.year(), month));
    }

    private List<Townships.Row> rows(Scope scope, int month, PageRequest request) {
        var rows = month == 0 ? townships.inYear(scope) : townships.inMonth(scope, month);
        return Townships.sorted(rows, request.sort());
    }

    private Line line(Townships.Row row) {
        var counts = row.counts();
        var rates = row.rates();
        return new Line(
                name(row),
                wording.shown(row.events().births()),
                wording.text("monitoring.orders", counts.first(), counts.second(), counts.third()),
                wording.shown(row.events().deaths()),
                row.events().change().map(wording::number).orElse("—"),
                wording.number(row.population()),
                rates.map(each -> wording.value(each.birth(), 2)).orElse(""),
                rates.map(each -> wording.value(each.death(), 2)).orElse(""),
                rates.map(each -> wording.ratio(each.sexRatio())).orElse(""));
    }

    private String name(Townships.Row row) {
        return wording.text(row.placed() ? "monitoring.area" : "monitoring.area.unplaced", row.area());
    }
}
