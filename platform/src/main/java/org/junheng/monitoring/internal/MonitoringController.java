package org.junheng.monitoring.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.register.Base;
import org.junheng.web.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The overview, the figures on it that keep themselves up to date, and what every figure means. */
@Controller
class MonitoringController {

    private static final List<String> DEFINED = List.of(
            "births",
            "deaths",
            "natural-change",
            "population",
            "birth-rate",
            "death-rate",
            "sex-ratio",
            "birth-order",
            "pyramid");

    private final Scopes scopes;
    private final Overview overview;
    private final PublishedFigures published;
    private final Cells cells;
    private final Coverage coverage;
    private final Clock clock;

    MonitoringController(
            Scopes scopes, Overview overview, PublishedFigures published, Cells cells, Coverage coverage, Clock clock) {
        this.scopes = scopes;
        this.overview = overview;
        this.published = published;
        this.cells = cells;
        this.coverage = coverage;
        this.clock = clock;
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER, Role.TOWNSHIP_OFFICER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/monitoring")
    String overview(@ModelAttribute Scopes.Asked asked, Model model) {
        var scope = put(asked, model);
        model.addAttribute("published", published.compare(scope));
        return "monitoring/overview";
    }

    /** The same figures alone, asked for every few seconds. */
    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER, Role.TOWNSHIP_OFFICER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/monitoring/figures")
    String figures(@ModelAttribute Scopes.Asked asked, Model model) {
        put(asked, model);
        return "monitoring/parts :: figures";
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER, Role.TOWNSHIP_OFFICER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/monitoring/definitions")
    String definitions(@ModelAttribute Scopes.Asked asked, Model model) {
        model.addAttribute("scope", scopes.resolve(asked));
        model.addAttribute("tab", "definitions");
        model.addAttribute("defined", DEFINED);
        model.addAttribute("bases", Base.values());
        model.addAttribute("completeFrom", coverage.completeFrom());
        model.addAttribute("freshness", freshness());
        return "monitoring/definitions";
    }

    private Scope put(Scopes.Asked asked, Model model) {
        var scope = scopes.resolve(asked);
        model.addAttribute("scope", scope);
        model.addAttribute("tab", "overview");
        model.addAttribute("bases", Base.values());
        var tiles = overview.tiles(scope);
        model.addAttribute("figures", List.of(tiles.subList(0, 4), tiles.subList(4, 8)));
        model.addAttribute("freshness", freshness());
        return scope;
    }

    private Text freshness() {
        return cells.findProgress()
                .map(progress -> Text.of(
                        "monitoring.freshness",
                        Long.toString(progress.horizon()),
                        Math.max(
                                0,
                                Duration.between(progress.caughtUpAt(), clock.instant())
                                        .toSeconds())))
                .orElse(Text.of("monitoring.counting"));
    }
}
