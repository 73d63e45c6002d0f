package org.junheng.projection.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.demography.consequences.Capacity;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.projection.internal.JdbcProjections.Series;
import org.junheng.projection.internal.RunReader.View;
import org.junheng.web.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a projected population needs, what is there, and the year in which it is not enough; and all figures as files.
 */
@Controller
class NeedPages {

    private static final List<Integer> YEARS = List.of(2030, 2035, 2040, 2050);
    private static final int ONE_IN_TEN = 3;
    private static final int LONGEST = 300;

    private static final String NURSERY = "nursery_places";

    private final RunReader reader;
    private final Capacities capacities;
    private final Downloads downloads;
    private final Words words;
    private final Clock clock;

    NeedPages(RunReader reader, Capacities capacities, Downloads downloads, Words words, Clock clock) {
        this.reader = reader;
        this.capacities = capacities;
        this.downloads = downloads;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A need.
     *
     * @param values medians by year
     * @param capacity what there is and by which source; null where nobody has said
     * @param exceeded when it is not enough, written out
     */
    record Need(
            String series, String label, List<String> values, Capacities.@Nullable There capacity, String exceeded) {}

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/runs/{id}/needs")
    String needs(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(defaultValue = "kindergarten_places") String series,
            Model model) {
        var view = reader.view(id, area);
        RunFrame.fill(view, "needs", words, model);
        var years = years(view);
        var there = capacities.of(view);
        List<Need> needs = new ArrayList<>();
        for (var each : Words.NEEDS) {
            var found = reader.series(view, each);
            var capacity = there.get(each);
            needs.add(new Need(
                    each,
                    words.series(each),
                    years.stream()
                            .map(year -> words.written(each, found.in(year)))
                            .toList(),
                    capacity,
                    capacity == null || !capacity.whole() ? "" : exceeded(found, capacity.units())));
        }
        model.addAttribute("years", years);
        model.addAttribute("needs", needs);
        model.addAttribute("nurseryRate", perThousand(view, there.get(NURSERY)));
        model.addAttribute("series", Words.NEEDS.contains(series) ? series : Words.NEEDS.getFirst());
        return "projection/needs";
    }

    /** Nursery places per 1,000 residents (千人口托位数), written out; empty where they are not all known. */
    private String perThousand(View view, Capacities.@Nullable There places) {
        if (places == null || !places.whole() || view.run().isComparison()) {
            return "";
        }
        var residents = reader.series(view, "residents");
        int now = thisYear(residents);
        return words.text(
                "nursery.rate",
                String.format(Locale.ROOT, "%.2f", places.units() * 1000.0 / Math.max(1, residents.in(now))),
                Integer.toString(now));
    }

    private int thisYear(Series series) {
        return Math.clamp(AdministrativeTime.dayOf(clock.instant()).getYear(), series.firstYear(), series.lastYear());
    }

    private static List<Integer> years(View view) {
        var settings = view.run().settings();
        return Stream.of(List.of(settings.firstYear() + 1), YEARS, List.of(settings.lastYear()))
                .flatMap(List::stream)
                .filter(year -> year <= settings.lastYear())
                .distinct()
                .toList();
    }

    /** From this year on: what was not enough before is no news. */
    private String exceeded(Series series, long units) {
        int now = thisYear(series);
        var likely = Capacity.exceeded(now, from(series, now, series.median()), units);
        var possible = series.uncertain()
                ? Capacity.exceeded(now, from(series, now, series.quantiles().get(ONE_IN_TEN)), units)
                : likely;
        if (likely.isPresent() && likely.getAsInt() == now) {
            return words.text("exceeded.now");
        }
        if (likely.isPresent()) {
            return words.text("exceeded.median", Integer.toString(likely.getAsInt()));
        }
        return possible.isPresent()
                ? words.text("exceeded.possible", Integer.toString(possible.getAsInt()))
                : words.text("exceeded.never", Integer.toString(series.lastYear()));
    }

    private static double[] from(Series series, int year, int[] values) {
        return Arrays.stream(values)
                .skip((long) year - series.firstYear())
                .asDoubleStream()
                .toArray();
    }

    @Access(
            roles = {Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @PostMapping("/projection/runs/{id}/capacity")
    String capacity(
            @PathVariable UUID id,
            @RequestParam String area,
            @RequestParam String series,
            @RequestParam(defaultValue = "") String units,
            @RequestParam(defaultValue = "") String source,
            RedirectAttributes redirect) {
        var view = reader.view(id, area);
        if (!units.strip().matches("\\d{1,9}") || source.isBlank() || source.length() > LONGEST) {
            redirect.addFlashAttribute("refused", Text.of("projection.refused.capacity"));
        } else if (Words.NEEDS.contains(series)) {
            capacities.enter(view, series, Optional.of(Integer.parseInt(units.strip())), source.strip());
            redirect.addFlashAttribute("notice", Text.of("projection.capacity.kept"));
        }
        return back(view, series, redirect);
    }

    /** The scenario takes what the service resources say again. */
    @Access(
            roles = {Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @PostMapping("/projection/runs/{id}/capacity/withdraw")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam String area,
            @RequestParam String series,
            RedirectAttributes redirect) {
        var view = reader.view(id, area);
        if (Words.NEEDS.contains(series)) {
            capacities.enter(view, series, Optional.empty(), "");
            redirect.addFlashAttribute("notice", Text.of("projection.capacity.withdrawn"));
        }
        return back(view, series, redirect);
    }

    private static String back(View view, String series, RedirectAttributes redirect) {
        redirect.addAttribute("area", view.place().id());
        redirect.addAttribute("series", series);
        return "redirect:/projection/runs/" + view.run().id() + "/needs";
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/runs/{id}/figures")
    String figures(@PathVariable UUID id, @RequestParam(required = false) @Nullable String area, Model model) {
        RunFrame.fill(reader.view(id, area), "figures", words, model);
        return "projection/figures";
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/runs/{id}/figures.csv")
    void csv(@PathVariable UUID id, @RequestParam(required = false) @Nullable String area, HttpServletResponse response)
            throws IOException {
        var view = reader.view(id, area);
        downloads.csv(response, view, reader.all(view, area == null));
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/runs/{id}/figures.xlsx")
    void excel(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String area, HttpServletResponse response)
            throws IOException {
        var view = reader.view(id, area);
        downloads.excel(response, view, reader.all(view, area == null));
    }
}
