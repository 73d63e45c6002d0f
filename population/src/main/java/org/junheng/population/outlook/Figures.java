package org.junheng.population.outlook;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junheng.population.Assumption;
import org.junheng.population.internal.model.Sheet;

/** The single figures of the outlook with their source and status: what is shown is what is used. */
public final class Figures {

    private final Map<String, Assumption> byId = new LinkedHashMap<>();
    private final Map<String, Chinese> chinese = new HashMap<>();

    /** A figure's unit and source in Chinese. */
    public record Chinese(String unit, String source) {}

    private Figures() {}

    /** Those that come with this library. */
    public static Figures load() {
        Figures figures = new Figures();
        for (Sheet.Row row : Sheet.of("outlook/figures.csv").rows()) {
            Assumption figure = new Assumption(
                    row.text("id"),
                    row.text("zh"),
                    row.text("en"),
                    row.number("value"),
                    row.text("unit"),
                    Assumption.Status.valueOf(row.text("status").toUpperCase(Locale.ROOT)),
                    row.text("source"));
            figures.byId.put(figure.id(), figure);
        }
        for (Sheet.Row row : Sheet.of("outlook/figures_zh.csv").rows()) {
            figures.chinese.put(row.text("id"), new Chinese(row.text("unit"), row.text("source")));
        }
        return figures;
    }

    public List<Assumption> list() {
        return List.copyOf(byId.values());
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public Chinese chinese(String id) {
        Chinese words = chinese.get(id);
        if (words == null) {
            throw new IllegalArgumentException("no figure '%s' in Chinese; figures_zh.csv lacks its row".formatted(id));
        }
        return words;
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public double value(String id) {
        Assumption figure = byId.get(id);
        if (figure == null) {
            throw new IllegalArgumentException("no figure '%s'; the sheet has %s".formatted(id, byId.keySet()));
        }
        return figure.value();
    }

    /** The figures of a series whose names end in a year. */
    SortedMap<Integer, Double> series(String name) {
        SortedMap<Integer, Double> series = new TreeMap<>();
        byId.forEach((id, figure) -> {
            if (id.matches(name + "\\.\\d{4}")) {
                series.put(Integer.valueOf(id.substring(name.length() + 1)), figure.value());
            }
        });
        return series;
    }
}
