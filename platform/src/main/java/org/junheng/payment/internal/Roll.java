package org.junheng.payment.internal;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;

/**
 * A pay-roll.
 *
 * @param id id
 * @param area the area it pays for
 * @param scheme id of the scheme
 * @param state where it is
 * @param controls number and sum of its lines
 * @param made by whom and when
 * @param frozen by whom and when, and the hash of the file
 */
record Roll(
        UUID id, AreaCode area, String scheme, RollState state, Controls controls, Hand made, Optional<Freeze> frozen) {

    /**
     * Control totals.
     *
     * @param lines number of lines
     * @param total sum
     */
    record Controls(int lines, Money total) {}

    /** Who did something, and when. */
    record Hand(String by, Instant at) {}

    /** Who froze it, and what. */
    record Freeze(Hand hand, byte[] sha256) {

        public String hex() {
            return HexFormat.of().formatHex(sha256);
        }
    }

    /** The number people call it by: the beginning of its id is time, the end tells rolls of a day apart. */
    public String number() {
        var digits = id.toString().replace("-", "");
        return area.shortText() + "-" + digits.substring(digits.length() - 8);
    }
}
