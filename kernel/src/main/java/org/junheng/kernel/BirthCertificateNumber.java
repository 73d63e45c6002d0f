package org.junheng.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Number of a birth medical certificate (出生医学证明), seventh edition: one letter and nine digits. Prints masked.
 *
 * @param value the real number, with the letter in upper case
 */
public record BirthCertificateNumber(String value) {

    private static final Pattern SEVENTH_EDITION = Pattern.compile("[A-Z]\\d{9}");

    public BirthCertificateNumber {
        if (!SEVENTH_EDITION.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Not a birth certificate number. Expected one letter and nine digits, got " + value.length()
                            + " characters.");
        }
    }

    /** Reads what people type: blanks dropped, lower case accepted; empty if it is no such number. */
    public static Optional<BirthCertificateNumber> parse(String text) {
        String plain = ResidentId.normalise(text).toUpperCase(Locale.ROOT);
        return SEVENTH_EDITION.matcher(plain).matches()
                ? Optional.of(new BirthCertificateNumber(plain))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "******" + value.substring(6);
    }
}
