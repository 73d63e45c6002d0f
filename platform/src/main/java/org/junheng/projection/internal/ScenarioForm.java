package org.junheng.projection.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.population.outlook.Scenario;
import org.junheng.web.Text;

/**
 * The assumption editor: what is typed, as a scenario, and a scenario as what is typed. Percentages and ten thousands
 * on the page, shares and persons in the scenario.
 */
final class ScenarioForm {

    /** Years whose values an author sets; straight lines between. */
    static final List<Integer> YEARS = List.of(2030, 2040, 2060);

    /** Places for measures on the page. */
    static final int MEASURES = 6;

    private static final int FIRST = 2026;
    private static final double TEN_THOUSAND = 10_000;
    private static final double PERCENT = 100;
    private static final int NAME_LENGTH = 40;
    private static final int SOURCE_LENGTH = 300;
    private static final String PATH = "path";

    private final Map<String, String> typed;
    private final Map<String, Text> faults = new LinkedHashMap<>();

    private ScenarioForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /** What came of reading a form. */
    sealed interface Reading {

        /** It is a scenario; its author and version are not known yet. */
        record Good(Scenario scenario) implements Reading {}

        /** What is wrong, by field. */
        record Faulty(Map<String, Text> faults) implements Reading {}
    }

    static Reading read(Map<String, String> typed) {
        return new ScenarioForm(typed).read();
    }

    private Reading read() {
        var name = text("name", NAME_LENGTH);
        var source = text("source", SOURCE_LENGTH);
        int until = (int) number("until", 2030, CentralPaths.LAST);
        var fertility = byYear("fertility", "tfr.", 0.3, 4, 1);
        var external = byYear("migration", "ext.", -200, 200, TEN_THOUSAND);
        double pace = number("pace", 0, 200) / PERCENT;
        double mobility = number("mobility", 0, 300) / PERCENT;
        var measures = measures(until);
        if (!faults.isEmpty()) {
            return new Reading.Faulty(faults);
        }
        var scenario = new Scenario(
                new Scenario.Label(name, "0", "", source),
                until,
                variant(),
                new Scenario.Fertility(fertility, Double.NaN, Scenario.Fertility.CENTRAL.recovery(), 1),
                new Scenario.Mortality(pace, 1),
                new Scenario.Migration(external, mobility, 1, Scenario.Residence.USUAL),
                measures);
        return new Reading.Good(typed("certain").equals("true") ? scenario.certain() : scenario);
    }

    private Scenario.Variant variant() {
        return switch (typed("variant")) {
            case "low" -> Scenario.Variant.LOW;
            case "high" -> Scenario.Variant.HIGH;
            default -> Scenario.Variant.MEDIUM;
        };
    }

    private SortedMap<Integer, Double> byYear(String choice, String key, double low, double high, double unit) {
        SortedMap<Integer, Double> path = new TreeMap<>();
        if (typed(choice).equals(PATH)) {
            YEARS.forEach(year -> path.put(year, number(key + year, low, high) * unit));
        }
        return path;
    }

    private List<Scenario.Measure> measures(int until) {
        List<Scenario.Measure> measures = new ArrayList<>();
        for (int i = 1; i <= MEASURES; i++) {
            var key = "m" + i + ".";
            if (!typed(key + "name").isEmpty()) {
                measures.add(new Scenario.Measure(
                        text(key + "name", NAME_LENGTH),
                        (int) number(key + "order", 0, 3),
                        (int) number(key + "from", FIRST, Math.max(FIRST, until)),
                        Math.max(1, (int) number(key + "phase", 1, 30)),
                        number(key + "effect", -50, 200) / PERCENT,
                        number(key + "se", 0, 100) / PERCENT,
                        text(key + "source", SOURCE_LENGTH)));
            }
        }
        return measures;
    }

    private String text(String key, int longest) {
        var text = typed(key);
        if (text.isEmpty() || text.length() > longest) {
            faults.put(key, Text.of("projection.fault.text", longest));
        }
        return text;
    }

    private double number(String key, double low, double high) {
        try {
            double value = new BigDecimal(typed(key)).doubleValue();
            if (value >= low && value <= high) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, as for a number out of range
        }
        faults.put(key, Text.of("projection.fault.number", plain(low), plain(high)));
        return low;
    }

    private String typed(String key) {
        return typed.getOrDefault(key, "").strip();
    }

    /** What the page opens with. */
    static Map<String, String> of(Scenario scenario, CentralPaths.Paths central) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", scenario.label().name());
        form.put("source", scenario.label().source());
        form.put("until", Integer.toString(scenario.until()));
        form.put("variant", scenario.variant().name().toLowerCase(Locale.ROOT));
        form.put("fertility", scenario.fertility().total().isEmpty() ? "central" : PATH);
        form.put("migration", scenario.migration().external().isEmpty() ? "central" : PATH);
        for (int year : YEARS) {
            form.put("tfr." + year, rounded(value(scenario.fertility().total(), year, central.fertility(year)), 2));
            double external = value(scenario.migration().external(), year, central.external(year));
            form.put("ext." + year, rounded(external / TEN_THOUSAND, 1));
        }
        form.put("pace", rounded(scenario.mortality().pace() * PERCENT, 0));
        form.put("mobility", rounded(scenario.migration().mobility() * PERCENT, 0));
        form.put("certain", Boolean.toString(scenario.fertility().spread() == 0));
        for (int i = 1; i <= MEASURES; i++) {
            measure(
                    form,
                    "m" + i + ".",
                    i > scenario.measures().size() ? null : scenario.measures().get(i - 1));
        }
        return form;
    }

    private static void measure(Map<String, String> form, String key, Scenario.@Nullable Measure measure) {
        form.put(key + "name", measure == null ? "" : measure.name());
        form.put(key + "order", measure == null ? "2" : Integer.toString(measure.order()));
        form.put(key + "from", measure == null ? "2027" : Integer.toString(measure.from()));
        form.put(key + "phase", measure == null ? "3" : Integer.toString(measure.phaseIn()));
        form.put(key + "effect", measure == null ? "5" : rounded(measure.effect() * PERCENT, 1));
        form.put(key + "se", measure == null ? "2" : rounded(measure.standardError() * PERCENT, 1));
        form.put(key + "source", measure == null ? "" : measure.source());
    }

    private static double value(SortedMap<Integer, Double> path, int year, double otherwise) {
        return path.getOrDefault(year, otherwise);
    }

    private static String rounded(double value, int digits) {
        return BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
