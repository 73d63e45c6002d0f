package org.junheng.benefit.internal;

import java.time.LocalDate;
import java.util.Map;
import org.junheng.kernel.AreaCode;

/**
 * What a claim adds to what the register knows.
 *
 * @param filedOn day of filing
 * @param office the township that reviews
 * @param declared facts the family stated
 * @param found facts the office found otherwise
 */
record Claimed(LocalDate filedOn, AreaCode office, Map<String, String> declared, Map<String, String> found) {

    Claimed {
        declared = Map.copyOf(declared);
        found = Map.copyOf(found);
    }
}
