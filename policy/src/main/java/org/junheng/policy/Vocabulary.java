package org.junheng.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words schemes may use: units, their facts, code lists and documents, each in both languages. */
public final class Vocabulary {

    private final Map<String, Unit> units;
    private final Map<String, Choices> codes;
    private final Map<String, Text> documents;

    public Vocabulary(Map<String, Unit> units, Map<String, Choices> codes, Map<String, Text> documents) {
        this.units = new LinkedHashMap<>(units);
        this.codes = new LinkedHashMap<>(codes);
        this.documents = new LinkedHashMap<>(documents);
    }

    public Collection<Unit> units() {
        return units.values();
    }

    /** The code lists by name. */
    public Map<String, Choices> codes() {
        return codes;
    }

    /** The documents that can prove a fact, by name. */
    public Map<String, Text> documents() {
        return documents;
    }

    /**
     * A unit by its name.
     *
     * @throws IllegalArgumentException if the vocabulary has none of that name
     */
    public Unit getUnit(String id) {
        Unit unit = units.get(id);
        if (unit == null) {
            throw new IllegalArgumentException("No unit '%s'; there are %s.".formatted(id, units.keySet()));
        }
        return unit;
    }

    /** Starts the facts of one unit: {@code vocabulary.facts("child").known("child.born", born, source)}. */
    public Facts.Builder facts(String unit) {
        return Facts.of(getUnit(unit));
    }
}
