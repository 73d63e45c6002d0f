package org.junheng.linkage;

import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A rule by which candidates are found: two records with the same key are compared.
 *
 * @param key null where the record is not found by this rule
 * @param decided comparisons the key decides, which pairs found by this rule therefore cannot teach about
 * @param isNarrow whether blocks stay small as files grow; only narrow rules teach the model
 */
record Rule(String name, Function<Entry, @Nullable String> key, Set<String> decided, boolean isNarrow) {

    long hash(Entry entry) {
        String text = key.apply(entry);
        return text == null ? 0 : Strings.hash(text);
    }
}
