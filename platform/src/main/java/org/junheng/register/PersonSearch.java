package org.junheng.register;

import java.util.Optional;
import org.junheng.kernel.AreaCode;

/**
 * What a clerk types into the one search box, and where to look.
 *
 * @param text name, name with a year, pinyin, initials, ID number, phone or date of birth
 * @param area only persons with one of their places here
 * @param page page number from 0
 * @param size persons to a page
 */
public record PersonSearch(String text, Optional<AreaCode> area, int page, int size) {

    private static final int DEEPEST_ROW = 10_000;

    public PersonSearch {
        text = text.strip();
        if (page < 0 || size < 1 || (long) page * size > DEEPEST_ROW) {
            throw new IllegalArgumentException(
                    "Page %d of %d persons is out of reach; narrow the search.".formatted(page, size));
        }
    }
}
