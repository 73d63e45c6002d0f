package org.junheng.benefit.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junheng.kernel.AreaCode;

/**
 * What a claim adds to what the register knows.
 *
 * @param filedOn day of filing
 * @param office the township that reviews
 * @param declared facts the family stated
 * @param found facts the office found otherwise
 */
record Claimed(LocalDate filedOn, AreaCode office, Map<String, String> declared, Map<String, Found> found) {

    Claimed {
        declared = Map.copyOf(declared);
        found = Map.copyOf(found);
    }

    /**
     * A fact as an office found it to be.
     *
     * @param value the value, as facts are stored
     * @param document id of the document seen, of the vocabulary
     * @param note what else there is to say
     * @param on the day
     */
    record Found(String value, String document, String note, LocalDate on) {}

    /** The same with one more finding, which takes the place of an earlier one of the fact. */
    Claimed finding(String fact, Found value) {
        var all = new TreeMap<>(found);
        all.put(fact, value);
        return new Claimed(filedOn, office, declared, all);
    }
}
