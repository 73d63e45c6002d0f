package org.junheng.policy;

import java.util.Locale;

/**
 * The same wording in Chinese and in English.
 *
 * @param zh Chinese, the binding one
 * @param en English
 */
public record Text(String zh, String en) {

    /** The wording for a reader: English for an English locale, Chinese for every other. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }

    /** Both wordings with the arguments filled in by {@link String#format}. */
    public static Text format(String zh, String en, Object... arguments) {
        return new Text(zh.formatted(arguments), en.formatted(arguments));
    }
}
