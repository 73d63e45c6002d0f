package org.junheng.kernel;

import java.util.Locale;

/** A value of a national code list: the code that files carry, with its Chinese and English label. */
public interface Coded {

    /** The code as the standard writes it, leading zeros included. */
    String code();

    String zh();

    String en();

    /** The label in Chinese for any Chinese locale, else in English. */
    default String label(Locale locale) {
        return locale.getLanguage().equals("zh") ? zh() : en();
    }
}
