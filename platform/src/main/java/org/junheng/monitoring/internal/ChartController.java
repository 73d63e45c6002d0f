package org.junheng.monitoring.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.register.Base;
import org.junheng.web.ChartData;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The charts, and the page of the population pyramid. */
@Controller
class ChartController {

    private final Scopes scopes;
    private final Charts charts;
    private final Cells cells;

    ChartController(Scopes scopes, Charts charts, Cells cells) {
        this.scopes = scopes;
        this.charts = charts;
        this.cells = cells;
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER, Role.TOWNSHIP_OFFICER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/monitoring/pyramid")
    String pyramid(
            @ModelAttribute Scopes.Asked asked, @RequestParam(required = false) @Nullable String day, Model model) {
        var days = cells.days();
        model.addAttribute("scope", scopes.resolve(asked));
        model.addAttribute("tab", "pyramid");
        model.addAttribute("bases", Base.values());
        model.addAttribute("days", days);
        model.addAttribute("day", chosen(days, day));
        return "monitoring/pyramid";
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER, Role.TOWNSHIP_OFFICER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/monitoring/charts/months")
    @ResponseBody
    ChartData months(@ModelAttribute Scopes.Asked asked) {
        return charts.months(scopes.resolve(asked));
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER, Role.TOWNSHIP_OFFICER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/monitoring/charts/orders")
    @ResponseBody
    ChartData orders(@ModelAttribute Scopes.Asked asked) {
        return charts.orders(scopes.resolve(asked));
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER, Role.TOWNSHIP_OFFICER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/monitoring/charts/pyramid")
    @ResponseBody
    ChartData pyramid(@ModelAttribute Scopes.Asked asked, @RequestParam(required = false) @Nullable String day) {
        var scope = scopes.resolve(asked);
        var chosen = chosen(cells.days(), day);
        return charts.pyramid(scope, chosen == null ? scope.today() : chosen);
    }

    /** The day asked for, else the latest; nothing before the first count. */
    private static @Nullable LocalDate chosen(List<LocalDate> days, @Nullable String asked) {
        return days.stream()
                .filter(day -> day.toString().equals(asked))
                .findFirst()
                .or(() -> days.stream().findFirst())
                .orElse(null);
    }
}
