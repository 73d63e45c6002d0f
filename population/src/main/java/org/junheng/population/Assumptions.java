package org.junheng.population;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junheng.population.internal.model.Sheet;

/** All {@link Assumption}s, in one sheet, read by the generator itself: what is shown is what was used. */
public final class Assumptions {

    private final Map<String, Assumption> byId = new LinkedHashMap<>();

    private Assumptions() {}

    /** Those that come with this library. */
    public static Assumptions load() {
        Assumptions all = new Assumptions();
        for (Sheet.Row row : Sheet.of("assumptions.csv").rows()) {
            String id = row.text("id");
            all.byId.put(
                    id,
                    new Assumption(
                            id,
                            row.text("zh"),
                            row.text("en"),
                            row.number("value"),
                            row.text("unit"),
                            Assumption.Status.valueOf(row.text("status").toUpperCase(Locale.ROOT)),
                            row.text("source")));
        }
        return all;
    }

    public List<Assumption> list() {
        return List.copyOf(byId.values());
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public Assumption get(String id) {
        Assumption found = byId.get(id);
        if (found == null) {
            throw new IllegalArgumentException("No assumption '%s'; the sheet has %s.".formatted(id, byId.keySet()));
        }
        return found;
    }

    public double value(String id) {
        return get(id).value();
    }

    /** The value that belongs to a year. */
    public double value(String id, int year) {
        return value(id + "." + year);
    }

    /** A percentage as a share of one. */
    public double share(String id) {
        return value(id) / 100;
    }
}
