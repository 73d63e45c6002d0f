package org.junheng.projection.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junheng.population.outlook.Scenario;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A scenario as the text it is stored as: the scenario file of the command line, so that a scenario taken from a page
 * runs there and has the same fingerprint.
 */
final class ScenarioText {

    private static final String TOTAL = "total";
    private static final String SPREAD = "spread";
    private static final String SOURCE = "source";
    private static final String EXTERNAL = "external";

    private ScenarioText() {}

    static String write(Scenario scenario) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("name", scenario.label().name());
        all.put("version", scenario.label().version());
        all.put("author", scenario.label().author());
        all.put(SOURCE, scenario.label().source());
        all.put("until", scenario.until());
        all.put("variant", scenario.variant().name().toLowerCase(Locale.ROOT));
        all.put("fertility", fertility(scenario.fertility()));
        all.put("mortality", mortality(scenario.mortality()));
        all.put("migration", migration(scenario.migration()));
        if (!scenario.measures().isEmpty()) {
            all.put(
                    "measures",
                    scenario.measures().stream().map(ScenarioText::measure).toList());
        }
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        return new Yaml(options).dump(all);
    }

    private static Map<String, Object> fertility(Scenario.Fertility fertility) {
        Map<String, Object> part = new LinkedHashMap<>();
        if (!fertility.total().isEmpty()) {
            part.put(TOTAL, new TreeMap<>(fertility.total()));
        }
        part.put(SPREAD, fertility.spread());
        return part;
    }

    private static Map<String, Object> mortality(Scenario.Mortality mortality) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("pace", mortality.pace());
        part.put(SPREAD, mortality.spread());
        return part;
    }

    private static Map<String, Object> migration(Scenario.Migration migration) {
        Map<String, Object> part = new LinkedHashMap<>();
        if (!migration.external().isEmpty()) {
            part.put(EXTERNAL, new TreeMap<>(migration.external()));
        }
        part.put("mobility", migration.mobility());
        part.put(SPREAD, migration.spread());
        return part;
    }

    private static Map<String, Object> measure(Scenario.Measure measure) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("name", measure.name());
        part.put("order", measure.order());
        part.put("from", measure.from());
        part.put("phase_in", measure.phaseIn());
        part.put("effect", measure.effect());
        part.put("se", measure.standardError());
        part.put(SOURCE, measure.source());
        return part;
    }

    /** Reads what {@link #write} wrote. */
    static Scenario read(String text) {
        Part all = new Part(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        var fertility = all.part("fertility");
        var mortality = all.part("mortality");
        var migration = all.part("migration");
        List<Scenario.Measure> measures = new ArrayList<>();
        all.parts("measures").forEach(each -> measures.add(measure(each)));
        return new Scenario(
                new Scenario.Label(all.text("name"), all.text("version"), all.text("author"), all.text(SOURCE)),
                (int) all.number("until"),
                Scenario.Variant.valueOf(all.text("variant").toUpperCase(Locale.ROOT)),
                new Scenario.Fertility(
                        fertility.byYear(TOTAL),
                        Double.NaN,
                        Scenario.Fertility.CENTRAL.recovery(),
                        fertility.number(SPREAD)),
                new Scenario.Mortality(mortality.number("pace"), mortality.number(SPREAD)),
                new Scenario.Migration(
                        migration.byYear(EXTERNAL),
                        migration.number("mobility"),
                        migration.number(SPREAD),
                        Scenario.Residence.USUAL),
                measures);
    }

    private static Scenario.Measure measure(Part part) {
        return new Scenario.Measure(
                part.text("name"),
                (int) part.number("order"),
                (int) part.number("from"),
                (int) part.number("phase_in"),
                part.number("effect"),
                part.number("se"),
                part.text(SOURCE));
    }

    /** A mapping of the text. */
    private record Part(Map<?, ?> values) {

        String text(String key) {
            return Objects.requireNonNull(values.get(key), key).toString();
        }

        double number(String key) {
            return ((Number) Objects.requireNonNull(values.get(key), key)).doubleValue();
        }

        Part part(String key) {
            return new Part((Map<?, ?>) Objects.requireNonNull(values.get(key), key));
        }

        List<Part> parts(String key) {
            @Nullable Object list = values.get(key);
            return list == null
                    ? List.of()
                    : ((List<?>) list)
                            .stream().map(each -> new Part((Map<?, ?>) each)).toList();
        }

        SortedMap<Integer, Double> byYear(String key) {
            SortedMap<Integer, Double> path = new TreeMap<>();
            if (values.get(key) instanceof Map<?, ?> years) {
                years.forEach((year, value) -> path.put((Integer) year, ((Number) value).doubleValue()));
            }
            return path;
        }
    }
}
