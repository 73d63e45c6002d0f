package org.junheng.simulation.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.catalogue.Catalogue;
import org.junheng.kernel.Money;
import org.junheng.policy.Scheme;
import org.junheng.policy.SchemeVersion;
import org.junheng.simulation.SearchNotFound;
import org.junheng.simulation.internal.Found.Missed;
import org.junheng.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What an analyst reads of gaps and overlaps between schemes. */
@Controller
class GapPages {

    /** Beyond this many standard errors nobody should call it chance. */
    private static final double BEYOND_CHANCE = 3;

    private final GapDesk desk;
    private final Catalogue catalogue;

    GapPages(GapDesk desk, Catalogue catalogue) {
        this.desk = desk;
        this.catalogue = catalogue;
    }

    /** A scheme and one of its conditions in words. */
    record Named(String id, String scheme, String condition) {}

    record GapRow(Named one, Named other, boolean families, long count) {}

    record OverlapRow(Named one, Named other, long count, Money oneSum, Money otherSum) {}

    record IdleRow(Named condition, boolean always, long decided, long unknown) {}

    /** {@code numbers} are the bins in words, for who cannot see the drawing. */
    record ThresholdRow(
            Named condition,
            String comparison,
            int binWidth,
            boolean beyondChance,
            String z,
            String numbers,
            Histogram drawing) {}

    /** A scheme and the facts it asks for that the register does not hold. */
    record Lacking(String scheme, String facts) {}

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/gaps")
    String overview(Model model) {
        model.addAttribute("searches", desk.searches());
        return "simulation/gaps";
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @PostMapping("/gaps")
    String start() {
        return "redirect:/jobs/" + desk.start();
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/gaps/{id}")
    String result(@PathVariable UUID id, Model model) {
        model.addAttribute("search", desk.find(id).orElseThrow(() -> new SearchNotFound(id)));
        var found = desk.found(id);
        model.addAttribute(
                "gaps",
                found.gaps().stream()
                        .map(gap -> new GapRow(named(gap.one()), named(gap.other()), gap.families(), gap.count()))
                        .toList());
        model.addAttribute(
                "overlaps",
                found.overlaps().stream()
                        .map(each -> new OverlapRow(
                                named(new Missed(each.one(), "")),
                                named(new Missed(each.other(), "")),
                                each.count(),
                                Money.ofFen(each.oneFen()),
                                Money.ofFen(each.otherFen())))
                        .toList());
        model.addAttribute(
                "idle",
                found.idle().stream()
                        .map(each ->
                                new IdleRow(named(each.condition()), each.always(), each.decided(), each.unknown()))
                        .toList());
        model.addAttribute(
                "thresholds", found.thresholds().stream().map(this::row).toList());
        model.addAttribute("lacking", lacking());
        return "simulation/gaps-result";
    }

    private ThresholdRow row(Found.Threshold threshold) {
        return new ThresholdRow(
                named(threshold.condition()),
                threshold.comparison(),
                threshold.binWidth(),
                Math.abs(threshold.z()) > BEYOND_CHANCE,
                String.format(Locale.ROOT, "%.1f", threshold.z()),
                threshold.bins().toString(),
                Histogram.of(threshold.bins()));
    }

    /** By the titles of today; by the ids where the scheme or the condition is no longer there. */
    private Named named(Missed missed) {
        var locale = LocaleContextHolder.getLocale();
        var scheme = catalogue.book().find(missed.scheme());
        return new Named(
                missed.scheme(),
                scheme.map(each -> each.title().in(locale)).orElse(missed.scheme()),
                scheme.flatMap(each -> title(each, missed.condition(), locale)).orElse(missed.condition()));
    }

    private static Optional<String> title(Scheme scheme, String condition, Locale locale) {
        return scheme.versions().reversed().stream()
                .flatMap(version -> Stream.concat(
                        version.conditions().stream()
                                .filter(each -> each.id().equals(condition))
                                .map(each -> each.title().in(locale)),
                        version.values().stream()
                                .filter(each -> each.name().equals(condition))
                                .map(SchemeVersion.ComputedValue::label)
                                .map(label -> label.in(locale))))
                .filter(title -> !title.isEmpty())
                .findFirst();
    }

    /** Schemes that cannot be judged for lack of facts, with what is lacking. */
    private List<Lacking> lacking() {
        return catalogue.book().schemes().stream()
                .map(scheme -> new Lacking(
                        scheme.title().in(LocaleContextHolder.getLocale()), SimulationPages.unknown(scheme)))
                .filter(each -> !each.facts().isEmpty())
                .toList();
    }

    @Configuration
    static class Offers {

        private static final Set<Role> ANALYSTS = EnumSet.of(Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER);

        @Bean
        NavigationEntry gapsEntry() {
            return new NavigationEntry(455, "/gaps", "simulation.gaps.nav", "search", ANALYSTS);
        }
    }
}
