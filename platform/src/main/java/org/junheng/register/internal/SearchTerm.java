package org.junheng.register.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junheng.kernel.ResidentId;

/** What the text in the search box means. */
sealed interface SearchTerm {

    /** A whole resident ID number. */
    record ByIdNumber(ResidentId number) implements SearchTerm {}

    /** A whole phone number. */
    record ByPhone(String number) implements SearchTerm {}

    /** A date of birth. */
    record ByBirth(LocalDate day) implements SearchTerm {}

    /** The beginning of a name, with a year of birth if given. */
    record ByName(String prefix, Optional<Integer> year) implements SearchTerm {}

    /** The beginning of a name in pinyin, with a year of birth if given. */
    record ByPinyin(String prefix, Optional<Integer> year) implements SearchTerm {}

    /** The initials of a name, with a year of birth if given. */
    record ByInitials(String letters, Optional<Integer> year) implements SearchTerm {}

    /** Nothing that can be searched. */
    record Nothing() implements SearchTerm {}

    Pattern ID_NUMBER = Pattern.compile("\\d{15}|\\d{17}[\\dXx]");
    Pattern PHONE = Pattern.compile("1\\d{10}");
    Pattern DAY = Pattern.compile("(\\d{4})[-./年]?(\\d{1,2})[-./月]?(\\d{1,2})日?");
    Pattern NAME_AND_YEAR = Pattern.compile("(\\D+?)\\s*(\\d{4})?");

    static SearchTerm of(String typed) {
        var text = NameKeys.fold(typed);
        if (ID_NUMBER.matcher(text).matches()) {
            return switch (ResidentId.parse(text)) {
                case ResidentId.Valid valid -> new ByIdNumber(valid.id());
                case ResidentId.Invalid _ -> new Nothing();
            };
        }
        if (PHONE.matcher(text).matches()) {
            return new ByPhone(text);
        }
        return birth(typed.strip()).orElseGet(() -> named(text));
    }

    private static Optional<SearchTerm> birth(String text) {
        var parts = DAY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ByBirth(LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)))));
        } catch (DateTimeException e) {
            return Optional.of(new Nothing());
        }
    }

    private static SearchTerm named(String text) {
        var parts = NAME_AND_YEAR.matcher(text);
        if (!parts.matches()) {
            return new Nothing();
        }
        var year = Optional.ofNullable(parts.group(2)).map(Integer::valueOf);
        var name = parts.group(1);
        if (!name.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            return new ByName(name, year);
        }
        var letters = name.toLowerCase(Locale.ROOT);
        boolean syllables = letters.chars().anyMatch(c -> "aeiouv".indexOf(c) >= 0);
        return syllables ? new ByPinyin(letters, year) : new ByInitials(letters, year);
    }
}
