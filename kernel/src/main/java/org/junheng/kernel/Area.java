package org.junheng.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place as the area list has it: its code and name through the time in which both were in force.
 *
 * @param code its code; one code has several entries when it was renamed
 * @param zh its name in full, 泰顺县
 * @param en its name in English, Taishun County
 * @param validFrom the first day; null where the list does not reach back to its beginning
 * @param validTo the first day no longer; null while in force
 * @param successors of an abolished code, all that its territory went to, empty where not known; of a code in force,
 *     what parts of it went to (from Cangnan to Longgang)
 */
public record Area(
        AreaCode code,
        String zh,
        String en,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<AreaCode> successors) {

    public Area {
        successors = List.copyOf(successors);
        if (validFrom != null && validTo != null && !validTo.isAfter(validFrom)) {
            throw new IllegalArgumentException(
                    "Area %s %s cannot end on %s before it begins on %s.".formatted(code, zh, validTo, validFrom));
        }
    }

    public boolean isInForce() {
        return validTo == null;
    }

    public boolean isInForce(LocalDate on) {
        return (validFrom == null || !on.isBefore(validFrom)) && (validTo == null || on.isBefore(validTo));
    }

    /** The name in Chinese for any Chinese locale, else in English. */
    public String name(Locale locale) {
        return isChinese(locale) ? zh : en;
    }

    static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals("zh");
    }
}
