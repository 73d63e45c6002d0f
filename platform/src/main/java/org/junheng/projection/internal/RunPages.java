package org.junheng.projection.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.projection.internal.JdbcProjections.Series;
import org.junheng.projection.internal.RunReader.View;
import org.junheng.web.ChartData;
import org.junheng.web.Field;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** A projection as fans, as a pyramid that moves, and as a map of tiles over the years. */
@Controller
class RunPages {

    private static final List<String> COMPARED =
            List.of("residents", "births", "births_2", "school_entrants", "persons_60_plus", "pensionable");
    private static final List<String> MAPPED =
            List.of("residents", "births", "school_entrants", "persons_60_plus", "persons_80_plus");
    private static final int STEP = 10;

    private final RunReader reader;
    private final FanCharts charts;
    private final TileMap tiles;
    private final Words words;

    RunPages(RunReader reader, FanCharts charts, TileMap tiles, Words words) {
        this.reader = reader;
        this.charts = charts;
        this.tiles = tiles;
        this.words = words;
    }

    /** A figure of the last year. */
    record Told(String label, String value, String range) {}

    /** A difference with its intervals, by year. */
    record Difference(String label, List<Told> years) {}

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/runs/{id}")
    String overview(@PathVariable UUID id, @RequestParam(required = false) @Nullable String area, Model model) {
        var view = open(id, area, "overview", model);
        if (view.run().isComparison()) {
            return comparison(view, model);
        }
        model.addAttribute(
                "told",
                Words.SHOWN.stream()
                        .map(series -> reader.series(view, series))
                        .map(series -> told(series, series.lastYear()))
                        .toList());
        model.addAttribute("shown", Words.SHOWN);
        return "projection/overview";
    }

    private String comparison(View view, Model model) {
        int first = view.run().settings().firstYear();
        int last = view.run().settings().lastYear();
        var years = IntStream.iterate((first / STEP + 1) * STEP, year -> year < last, year -> year + STEP)
                .boxed()
                .toList();
        var all = new ArrayList<>(years);
        all.add(last);
        model.addAttribute("years", all);
        model.addAttribute(
                "differences",
                COMPARED.stream()
                        .map(series -> reader.series(view, series))
                        .map(series -> new Difference(
                                words.series(series.id()),
                                all.stream().map(year -> told(series, year)).toList()))
                        .toList());
        model.addAttribute("shown", COMPARED.subList(0, 4));
        model.addAttribute("bothRun", both(view, "residents").size() == 2);
        return "projection/comparison";
    }

    private Told told(Series series, int year) {
        var range = series.uncertain()
                ? words.range("range", series.id(), series.in(1, year), series.in(3, year))
                : words.text("chart.central");
        return new Told(words.series(series.id()), words.written(series.id(), series.in(year)), range);
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/runs/{id}/fan")
    @ResponseBody
    ChartData fan(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(defaultValue = "residents") String series) {
        var view = reader.view(id, area);
        return charts.fan(view.run(), reader.series(view, series));
    }

    /** Both scenarios of a comparison beside each other, where each has been worked out. */
    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/runs/{id}/both")
    @ResponseBody
    ChartData both(@PathVariable UUID id, @RequestParam(required = false) @Nullable String area) {
        var view = reader.view(id, area);
        var names = Stream.concat(Stream.of(view.scenario()), view.against().stream())
                .map(each -> words.text("named", each.name(), Integer.toString(each.version())))
                .toList();
        return charts.medians(view.run(), names, both(view, "residents"));
    }

    private List<Series> both(View view, String series) {
        return Stream.concat(Stream.of(view.run().scenario()), view.run().against().stream())
                .flatMap(scenario -> reader.newest(scenario, view.run()).stream())
                .flatMap(run -> reader.series(run, view.place(), series).stream())
                .toList();
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/runs/{id}/pyramid")
    String pyramid(@PathVariable UUID id, @RequestParam(required = false) @Nullable String area, Model model) {
        var view = open(id, area, "pyramid", model);
        model.addAttribute("widest", FanCharts.widest(reader.ages(view)));
        return "projection/pyramid";
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/runs/{id}/ages")
    @ResponseBody
    ChartData ages(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(defaultValue = "0") int year) {
        var view = reader.view(id, area);
        return charts.pyramid(view.run(), reader.ages(view), within(view, year));
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/runs/{id}/map")
    String map(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "residents") String series,
            @RequestParam(defaultValue = "9999") int year,
            Model model) {
        var view = open(id, null, "map", model);
        map(view, series, year, model);
        model.addAttribute(
                "mapped",
                MAPPED.stream()
                        .map(each -> new Field.Choice(each, words.series(each)))
                        .toList());
        return "projection/map";
    }

    /** The tiles alone, for another year. */
    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/runs/{id}/tiles")
    String tiles(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "residents") String series,
            @RequestParam(defaultValue = "9999") int year,
            Model model) {
        map(reader.view(id, null), series, year, model);
        return "projection/map :: tiles";
    }

    private void map(View view, String series, int year, Model model) {
        var chosen = MAPPED.contains(series) ? series : MAPPED.getFirst();
        int shown = within(view, year);
        model.addAttribute("view", view);
        model.addAttribute("series", chosen);
        model.addAttribute("seriesName", words.series(chosen));
        model.addAttribute("year", shown);
        model.addAttribute("cities", tiles.of(reader.ofCounties(view.run(), chosen), shown));
    }

    private static int within(View view, int year) {
        return Math.clamp(
                year, view.run().settings().firstYear(), view.run().settings().lastYear());
    }

    private View open(UUID id, @Nullable String area, String tab, Model model) {
        var view = reader.view(id, area);
        RunFrame.fill(view, tab, words, model);
        return view;
    }
}
