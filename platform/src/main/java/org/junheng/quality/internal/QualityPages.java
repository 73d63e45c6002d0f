package org.junheng.quality.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.demography.quality.AgeHeaping;
import org.junheng.kernel.Area;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.quality.internal.JdbcQuality.Held;
import org.junheng.quality.internal.JdbcQuality.Run;
import org.junheng.quality.internal.JdbcQuality.Sum;
import org.junheng.register.Doubt;
import org.junheng.web.ChartData;
import org.junheng.web.Format;
import org.junheng.web.HomeTile;
import org.junheng.web.NavigationEntry;
import org.junheng.web.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The state of the register: every check with its light, coverage, heaping and lateness. */
@Controller
class QualityPages {

    private static final int AGES = 101;
    private static final int DAYS = 31;

    private final QualityCheck check;
    private final JdbcQuality store;
    private final Places places;
    private final Format format;
    private final TransactionTemplate work;

    QualityPages(QualityCheck check, JdbcQuality store, Places places, Format format, TransactionTemplate work) {
        this.check = check;
        this.store = store;
        this.places = places;
        this.format = format;
        this.work = work;
    }

    /** A check as the page shows it. */
    record Row(Doubt doubt, Map<State, Long> states, Light light, String rate) {

        public long open() {
            return states.getOrDefault(State.OPEN, 0L);
        }

        public long settled() {
            return states.getOrDefault(State.SETTLED, 0L) + states.getOrDefault(State.NO_ERROR, 0L);
        }

        public long gone() {
            return states.getOrDefault(State.GONE, 0L);
        }
    }

    /** A source and how many of the living it covers. */
    record Cover(String source, long covered, long persons, long open) {}

    /** What a page is filled from. */
    private record Seen(
            Run run, List<Held> held, List<Sum> sums, double[] ages, double[] days, List<JdbcQuality.Late> late) {

        long persons() {
            return held.stream().mapToLong(Held::persons).sum();
        }
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @GetMapping("/quality")
    String overview(@RequestParam(required = false) @Nullable String area, Model model) {
        var place = places.of(area);
        model.addAttribute("area", place);
        model.addAttribute("areas", places.offered());
        model.addAttribute("starts", Actors.get().role() == Role.COUNTY_REVIEWER);
        model.addAttribute("lists", Actors.get().role() != Role.COUNTY_ANALYST);
        var seen = seen(place);
        model.addAttribute("run", seen.map(Seen::run).orElse(null));
        seen.ifPresent(found -> fill(found, model));
        return "quality/overview";
    }

    private Optional<Seen> seen(AreaCode area) {
        return Objects.requireNonNull(work.execute(status -> store.newest(area)
                .map(run -> new Seen(
                        run,
                        store.held(run.id(), area),
                        store.sums(area),
                        store.spread(run.id(), area, "age", AGES),
                        store.spread(run.id(), area, "birth-day", DAYS),
                        store.late(run.id(), area)))));
    }

    private void fill(Seen seen, Model model) {
        model.addAttribute("persons", seen.persons());
        model.addAttribute("aspects", aspects(seen));
        model.addAttribute("covers", covers(seen));
        model.addAttribute("late", seen.late());
        model.addAttribute("whipple", number(AgeHeaping.whipple(seen.ages()) * 100));
        model.addAttribute("myers", number(AgeHeaping.myers(seen.ages(), 10, 89)));
        model.addAttribute("firsts", number(firsts(seen.days()) * 100));
    }

    private static Map<Doubt.Aspect, List<Row>> aspects(Seen seen) {
        var aspects = new LinkedHashMap<Doubt.Aspect, List<Row>>();
        for (var aspect : Doubt.Aspect.values()) {
            aspects.put(
                    aspect,
                    Arrays.stream(Doubt.values())
                            .filter(doubt -> doubt.aspect() == aspect)
                            .map(doubt -> row(doubt, seen))
                            .toList());
        }
        return aspects;
    }

    private static Row row(Doubt doubt, Seen seen) {
        var states = new TreeMap<State, Long>();
        seen.sums().stream()
                .filter(sum -> sum.doubt() == doubt)
                .forEach(sum -> states.merge(sum.state(), sum.findings(), Long::sum));
        long open = states.getOrDefault(State.OPEN, 0L);
        return new Row(
                doubt,
                states,
                Light.of(doubt, open, seen.persons()),
                number(Light.perTenThousand(open, seen.persons())));
    }

    private static List<Cover> covers(Seen seen) {
        return Stream.concat(
                        seen.held().stream().map(Held::source),
                        seen.sums().stream().map(Sum::source))
                .filter(source -> !source.isEmpty())
                .distinct()
                .sorted()
                .map(source -> new Cover(
                        source,
                        seen.held().stream()
                                .filter(held -> held.source().equals(source))
                                .mapToLong(Held::covered)
                                .sum(),
                        seen.persons(),
                        seen.sums().stream()
                                .filter(sum -> sum.source().equals(source) && sum.state() == State.OPEN)
                                .mapToLong(Sum::findings)
                                .sum()))
                .toList();
    }

    /** Births on the first of a month over what twelve of 365.25 days would have; 1 without heaping. */
    static double firsts(double[] days) {
        double all = Arrays.stream(days).sum();
        return all == 0 ? 0 : days[0] / all * 365.25 / 12;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.1f", value) : "—";
    }

    @Access(roles = Role.COUNTY_REVIEWER, purpose = Purpose.CORRECTION)
    @PostMapping("/quality")
    String start() {
        return "redirect:/jobs/" + check.start();
    }

    /** Ages: heaping shows as teeth at 0 and 5. */
    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @GetMapping("/quality/charts/ages")
    @ResponseBody
    ChartData ages(@RequestParam(required = false) @Nullable String area) {
        return chart(places.of(area), "quality.chart.ages", 0, seen -> seen.ages());
    }

    /** Days of the month: heaping shows at 1, 10, 15 and 20. */
    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @GetMapping("/quality/charts/days")
    @ResponseBody
    ChartData days(@RequestParam(required = false) @Nullable String area) {
        return chart(places.of(area), "quality.chart.days", 1, seen -> seen.days());
    }

    private ChartData chart(AreaCode area, String key, int first, java.util.function.Function<Seen, double[]> values) {
        var counts = seen(area).map(values).orElse(new double[0]);
        return new ChartData(
                format.text(Text.of(key)),
                format.text(Text.of("quality.unit")),
                format.area(area),
                IntStream.range(0, counts.length)
                        .mapToObj(i -> Integer.toString(i + first))
                        .toList(),
                List.of(ChartData.Series.of(
                        format.text(Text.of("quality.persons")),
                        Arrays.stream(counts).mapToLong(Math::round))));
    }

    /** Open findings by township. */
    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.STATISTICS)
    @GetMapping("/quality/charts/townships")
    @ResponseBody
    ChartData townships(@RequestParam(required = false) @Nullable String area) {
        var place = places.of(area);
        var open = new TreeMap<Long, Long>();
        seen(place)
                .ifPresent(seen -> seen.sums().stream()
                        .filter(sum -> sum.state() == State.OPEN)
                        .forEach(sum -> open.merge(sum.area(), sum.findings(), Long::sum)));
        return new ChartData(
                format.text(Text.of("quality.chart.townships")),
                format.text(Text.of("quality.unit.findings")),
                format.area(place),
                open.keySet().stream()
                        .map(code -> format.area(new AreaCode(code)))
                        .toList(),
                List.of(ChartData.Series.of(
                        format.text(Text.of("quality.open")),
                        open.values().stream().mapToLong(Long::longValue))));
    }

    /** Where these pages are found, and which areas they offer. */
    @Configuration
    static class Places {

        private static final Set<Role> READERS =
                Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST);

        private final AreaTree areas;

        Places(AreaTree areas) {
            this.areas = areas;
        }

        /** The actor's own areas and what is below them. */
        List<AreaCode> offered() {
            var offered = new ArrayList<AreaCode>();
            for (var own : Actors.get().areas()) {
                offered.add(own);
                switch (own.level()) {
                    case PROVINCE, CITY ->
                        areas.within(own, AreaCode.Level.COUNTY).stream()
                                .map(Area::code)
                                .forEach(offered::add);
                    case COUNTY ->
                        areas.within(own, AreaCode.Level.TOWNSHIP).stream()
                                .map(Area::code)
                                .forEach(offered::add);
                    case TOWNSHIP, VILLAGE -> {}
                }
            }
            return offered;
        }

        /** The area asked for, where it is offered; else the actor's first. */
        AreaCode of(@Nullable String asked) {
            var offered = offered();
            return offered.stream()
                    .filter(area -> area.shortText().equals(asked))
                    .findFirst()
                    .orElseGet(offered::getFirst);
        }

        @Bean
        NavigationEntry qualityEntry() {
            return new NavigationEntry(170, "/quality", "quality.nav", "check", READERS);
        }

        @Bean
        HomeTile qualityTile() {
            return new HomeTile(170, "/quality", "quality.tile", "check", READERS);
        }
    }
}
