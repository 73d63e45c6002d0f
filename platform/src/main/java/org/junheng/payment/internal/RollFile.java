package org.junheng.payment.internal;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.junheng.benefit.SealedPayee;
import org.junheng.kernel.Money;
import org.junheng.register.Sealing;
import org.springframework.stereotype.Component;

/**
 * Writes the file of a roll for the bank: UTF-8, a header, one line a transfer. The file is not kept, since it holds
 * accounts in the open; it is written anew from the frozen lines and must have the same hash every time.
 */
@Component
class RollFile {

    private final JdbcRolls rolls;
    private final Sealing sealing;

    RollFile(JdbcRolls rolls, Sealing sealing) {
        this.rolls = rolls;
        this.sealing = sealing;
    }

    /** Hash and totals of what was written. */
    record Written(byte[] sha256, Roll.Controls controls) {}

    Written measure(UUID roll) {
        return write(roll, OutputStream.nullOutputStream());
    }

    Written write(UUID roll, OutputStream out) {
        var totals = new Totals();
        var digesting = new DigestOutputStream(out, sha256());
        // CRLF as in RFC 4180, whatever the machine.
        try (var csv = CsvWriter.builder().build(new OutputStreamWriter(digesting, StandardCharsets.UTF_8))) {
            csv.writeRecord("transfer_id", "amount_fen", "payee", "account", "purpose");
            rolls.eachLine(roll, line -> {
                var payee = SealedPayee.open(sealing, line.payee());
                totals.add(line.what().amount());
                csv.writeRecord(
                        line.transfer().toString(),
                        Long.toString(line.what().amount().fen()),
                        payee.holder(),
                        payee.account(),
                        "育儿补贴" + line.what().period());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Written(digesting.getMessageDigest().digest(), totals.controls());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Totals {
        private int lines;
        private Money total = Money.ZERO;

        void add(Money amount) {
            lines++;
            total = total.plus(amount);
        }

        Roll.Controls controls() {
            return new Roll.Controls(lines, total);
        }
    }
}
