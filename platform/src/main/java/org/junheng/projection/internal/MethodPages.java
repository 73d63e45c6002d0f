package org.junheng.projection.internal;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.demography.stochastic.BackTest;
import org.junheng.kernel.AreaCode;
import org.junheng.population.Assumption;
import org.junheng.population.outlook.Figures;
import org.junheng.population.outlook.HeldOut;
import org.junheng.web.Format;
import org.junheng.web.HomeTile;
import org.junheng.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the projections stand on, and how such forecasts did in the past. */
@Controller
class MethodPages {

    private static final int TRAJECTORIES = 200;

    private final Words words;
    private final Format format;

    MethodPages(Words words, Format format) {
        this.words = words;
        this.format = format;
    }

    /** How forecasts of one country's fertility did so many years ahead. */
    record Record(String country, HeldOut.Fertility of, Held test, Held assumed, String crps, String naive) {}

    /** Shares of what came that lay within the intervals. */
    record Held(String within80, String within95) {

        static Held of(BackTest test) {
            return new Held(percent(test.within80()), percent(test.within95()));
        }
    }

    /** A city's birth rate as the model has it and as its bulletin says. */
    record City(String name, String model, String published, String off) {}

    /** A figure of the model with where it is from. */
    record Line(String name, String value, String unit, String status, String source) {}

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/back-test")
    String backTest(Model model) {
        model.addAttribute(
                "records",
                HeldOut.fertility(5, 10).stream().map(MethodPages::record).toList());
        var residents = HeldOut.residents(TRAJECTORIES, 1);
        model.addAttribute("residentsYear", residents.year());
        model.addAttribute("counted", words.written("residents", Math.round(residents.counted())));
        model.addAttribute(
                "forecast", words.written("residents", Math.round(residents.forecast()[2])));
        model.addAttribute(
                "range",
                words.range(
                        "range95",
                        "residents",
                        Math.round(residents.forecast()[0]),
                        Math.round(residents.forecast()[4])));
        model.addAttribute(
                "cities", HeldOut.cityBirthRates().stream().map(this::city).toList());
        return "projection/back-test";
    }

    private City city(HeldOut.BirthRate rate) {
        return new City(
                format.area(AreaCode.of(rate.code())),
                "%.1f".formatted(rate.forecast()),
                "%.1f".formatted(rate.published()),
                signed(rate.forecast() - rate.published()));
    }

    private static String signed(double difference) {
        double tenths = Math.round(10 * difference) / 10.0;
        return tenths == 0 ? "0.0" : "%+.1f".formatted(tenths).replace('-', '−');
    }

    private static Record record(HeldOut.Fertility of) {
        var test = of.test();
        return new Record(
                Words.chinese() ? of.zh() : of.en(),
                of,
                Held.of(test),
                Held.of(of.assumed()),
                "%.3f".formatted(test.crps()),
                "%.3f".formatted(test.unchanged()));
    }

    private static String percent(double share) {
        return "%.0f%%".formatted(100 * share);
    }

    @Access(
            roles = {Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER},
            purpose = Purpose.STATISTICS)
    @GetMapping("/projection/assumptions")
    String assumptions(Model model) {
        var figures = Figures.load();
        model.addAttribute(
                "lines",
                figures.list().stream().map(figure -> line(figure, figures)).toList());
        return "projection/assumptions";
    }

    private static Line line(Assumption figure, Figures figures) {
        var words = figures.chinese(figure.id());
        var value = BigDecimal.valueOf(figure.value()).stripTrailingZeros().toPlainString();
        return new Line(
                Words.chinese() ? figure.zh() : figure.en(),
                value,
                Words.chinese() ? words.unit() : figure.unit(),
                figure.status().name().toLowerCase(Locale.ROOT),
                Words.chinese() ? words.source() : figure.source());
    }

    @Configuration
    static class Offers {

        private static final Set<Role> READERS = EnumSet.of(Role.COUNTY_ANALYST, Role.COUNTY_REVIEWER);

        @Bean
        NavigationEntry projectionEntry() {
            return new NavigationEntry(430, "/projection", "projection.nav", "chart", READERS);
        }

        @Bean
        HomeTile projectionTile() {
            return new HomeTile(430, "/projection", "projection.tile", "chart", Set.of(Role.COUNTY_ANALYST));
        }
    }
}
