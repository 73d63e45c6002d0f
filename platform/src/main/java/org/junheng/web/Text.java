package org.junheng.web;

import java.util.List;

/**
 * Words of a page that are not chosen yet: a key of the message catalogue and what the text names. The page writes it
 * in the reader's language, its values included (see {@link Format#any}).
 *
 * @param key key in {@code i18n/*.properties}
 * @param values what {0}, {1} … stand for: plain values, dates, money, area codes, code-list values, other texts
 */
public record Text(String key, List<Object> values) {

    public Text {
        values = List.copyOf(values);
    }

    public static Text of(String key, Object... values) {
        return new Text(key, List.of(values));
    }
}
