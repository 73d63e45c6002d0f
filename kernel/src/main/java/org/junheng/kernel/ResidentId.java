package org.junheng.kernel;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Citizen identification number of GB 11643-1999: six digits of area, eight of birth date, three of sequence (odd for
 * men), one check character. Prints masked; {@link #value()} is the real number and belongs in no log.
 *
 * <p>Whether the area is known and the birth date lies in the past is for the caller, who knows the area list and the
 * day.
 *
 * @param value 18 characters, the last a digit or a capital X
 */
public record ResidentId(String value) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int EARLIEST_YEAR = 1800;
    private static final int OLD_LENGTH = 15;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /** What reading a number came to. */
    public sealed interface Result {}

    /** A number in order. */
    public record Valid(ResidentId id) implements Result {}

    /** Not a number in order, and why. */
    public record Invalid(Reason reason) implements Result {}

    /** Why a text is no citizen number. */
    public enum Reason {
        LENGTH("应为18位（或旧15位）", "must have 18 characters (or 15 in the old form)"),
        CHARACTERS("只能为数字，末位可为X", "must be digits, the last may be X"),
        DATE("出生日期不存在", "holds a birth date that does not exist"),
        CHECK_DIGIT("校验码不符", "does not match its check digit");

        private final String zh;
        private final String en;

        Reason(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public String zh() {
            return zh;
        }

        public String en() {
            return en;
        }
    }

    public ResidentId {
        fault(value).ifPresent(reason -> {
            throw new IllegalArgumentException("A resident ID number %s; this one of %d characters is not shown."
                    .formatted(reason.en(), value.length()));
        });
    }

    /**
     * Reads what people type and files carry: full-width digits, blanks inside, a small x; 15 digits are converted.
     * Never throws.
     */
    public static Result parse(String text) {
        String number = normalise(text);
        String full = number.length() == OLD_LENGTH && digits(number, OLD_LENGTH) ? converted(number) : number;
        return fault(full).<Result>map(Invalid::new).orElseGet(() -> new Valid(new ResidentId(full)));
    }

    /**
     * As {@link #parse}, where the text is known to be in order.
     *
     * @throws IllegalArgumentException naming the reason, never the number
     */
    public static ResidentId of(String text) {
        return switch (parse(text)) {
            case Valid(ResidentId id) -> id;
            case Invalid(Reason reason) ->
                throw new IllegalArgumentException("A resident ID number " + reason.en() + "; it is not shown here.");
        };
    }

    /**
     * The number of a given area, birth date and sequence.
     *
     * @param area6 county code of first registration, six digits
     * @param sequence 0 to 999, odd for men
     */
    public static ResidentId compose(int area6, LocalDate birth, int sequence) {
        if (area6 < 0 || area6 > 999_999 || sequence < 0 || sequence > 999) {
            throw new IllegalArgumentException("Expected six digits of area and a sequence of 0 to 999, got %d and %d."
                    .formatted(area6, sequence));
        }
        String first17 = "%06d%04d%02d%02d%03d"
                .formatted(area6, birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth(), sequence);
        return new ResidentId(first17 + checkDigit(first17));
    }

    /** The check character for the first 17 digits (ISO 7064 MOD 11-2). */
    public static char checkDigit(CharSequence first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (first17.charAt(i) - '0');
        }
        return CHECKS.charAt(sum % 11);
    }

    public LocalDate birthDate() {
        return birthDate(value).orElseThrow();
    }

    public Sex sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** County code of first registration: neither where the person lives nor always a code of today. */
    public int areaPrefix() {
        return Integer.parseInt(value, 0, 6, 10);
    }

    /** Only the last four characters, as notices show it. */
    @Override
    public String toString() {
        return "**************" + value.substring(14);
    }

    /** Half-width, without blanks, in upper case. */
    static String normalise(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    private static Optional<Reason> fault(String number) {
        if (number.length() != WEIGHTS.length + 1) {
            return Optional.of(Reason.LENGTH);
        }
        char last = number.charAt(17);
        if (!digits(number, 17) || CHECKS.indexOf(last) < 0) {
            return Optional.of(Reason.CHARACTERS);
        }
        if (birthDate(number).isEmpty()) {
            return Optional.of(Reason.DATE);
        }
        return checkDigit(number) == last ? Optional.empty() : Optional.of(Reason.CHECK_DIGIT);
    }

    private static Optional<LocalDate> birthDate(String number) {
        int year = Integer.parseInt(number, 6, 10, 10);
        int month = Integer.parseInt(number, 10, 12, 10);
        int day = Integer.parseInt(number, 12, 14, 10);
        boolean exists = year >= EARLIEST_YEAR
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    private static boolean digits(String number, int count) {
        return number.chars().limit(count).allMatch(c -> c >= '0' && c <= '9');
    }

    /** GB 11643-1989 wrote the year with two digits and kept sequences 996 to 999 for those born before 1900. */
    private static String converted(String old) {
        String century = Integer.parseInt(old, 12, 15, 10) >= 996 ? "18" : "19";
        String first17 = old.substring(0, 6) + century + old.substring(6);
        return first17 + checkDigit(first17);
    }
}
