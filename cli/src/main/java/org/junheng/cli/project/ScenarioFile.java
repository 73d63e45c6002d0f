package org.junheng.cli.project;

import java.util.List;
import java.util.Locale;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Spec;
import org.junheng.population.outlook.Scenario;

/** A scenario as a file. Everything but the name may be left out and then follows the figures of the library. */
final class ScenarioFile {

    private static final int UNTIL = 2060;

    private ScenarioFile() {}

    static Scenario read(Spec file) {
        file.allow(
                "name",
                "version",
                "author",
                "source",
                "note",
                "until",
                "variant",
                "residence",
                "certain",
                "fertility.total",
                "fertility.ultimate",
                "fertility.recovery",
                "fertility.spread",
                "mortality.pace",
                "mortality.spread",
                "migration.external",
                "migration.mobility",
                "migration.spread",
                "measures");
        try {
            Scenario scenario = new Scenario(
                    label(file),
                    file.has("until") ? file.integer("until") : UNTIL,
                    variant(file),
                    fertility(file),
                    new Scenario.Mortality(number(file, "mortality.pace", 1), number(file, "mortality.spread", 1)),
                    migration(file),
                    measures(file));
            return file.has("certain")
                            && file.choice("certain", "true", "false").equals("true")
                    ? scenario.certain()
                    : scenario;
        } catch (IllegalArgumentException e) {
            throw new InputWrong(file.file() + ": " + e.getMessage());
        }
    }

    private static Scenario.Label label(Spec file) {
        return new Scenario.Label(
                file.text("name"), file.text("version", "1"), file.text("author", ""), file.text("source", ""));
    }

    private static Scenario.Variant variant(Spec file) {
        return file.has("variant")
                ? Scenario.Variant.valueOf(
                        file.choice("variant", "low", "medium", "high").toUpperCase(Locale.ROOT))
                : Scenario.Variant.MEDIUM;
    }

    private static Scenario.Fertility fertility(Spec file) {
        return new Scenario.Fertility(
                file.byYear("fertility.total"),
                number(file, "fertility.ultimate", Double.NaN),
                number(file, "fertility.recovery", Scenario.Fertility.CENTRAL.recovery()),
                number(file, "fertility.spread", 1));
    }

    private static Scenario.Migration migration(Spec file) {
        boolean apart = file.has("residence")
                && file.choice("residence", "usual", "by-hukou").equals("by-hukou");
        return new Scenario.Migration(
                file.byYear("migration.external"),
                number(file, "migration.mobility", 1),
                number(file, "migration.spread", 1),
                apart ? Scenario.Residence.BY_HUKOU : Scenario.Residence.USUAL);
    }

    private static List<Scenario.Measure> measures(Spec file) {
        return file.sections("measures").stream().map(ScenarioFile::measure).toList();
    }

    private static Scenario.Measure measure(Spec entry) {
        entry.allow("name", "order", "from", "phase_in", "effect", "se", "source");
        return new Scenario.Measure(
                entry.text("name"),
                entry.has("order") ? entry.integer("order") : 0,
                entry.integer("from"),
                entry.has("phase_in") ? entry.integer("phase_in") : 1,
                entry.number("effect"),
                number(entry, "se", 0),
                entry.text("source", ""));
    }

    private static double number(Spec file, String key, double otherwise) {
        return file.has(key) ? file.number(key) : otherwise;
    }
}
