package org.junheng.benefit;

import java.time.Instant;
import org.junheng.register.Sealing;

/**
 * Who is paid, sealed with the keys of the identity room.
 *
 * @param bytes holder and number, sealed
 * @param since since when this account is the one given
 */
public record SealedPayee(byte[] bytes, Instant since) {

    private static final char BETWEEN = '\t';

    /** Seals an account. */
    public static byte[] seal(Sealing sealing, Payee payee) {
        return sealing.seal(payee.holder() + BETWEEN + payee.account());
    }

    /** Opens a sealed account; only where a bank file is written or the family reads its own. */
    public static Payee open(Sealing sealing, byte[] sealed) {
        var text = sealing.unseal(sealed);
        int at = text.indexOf(BETWEEN);
        return new Payee(text.substring(0, at), text.substring(at + 1));
    }
}
