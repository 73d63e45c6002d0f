package org.junheng.sandbox.bank;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/**
 * The files exchanged with the platform, read and written as streams: a roll may have a million lines. Of a roll's
 * columns the bank needs {@value #TRANSFER} and {@value #AMOUNT}; the others it shows.
 */
final class RollFile {

    static final String TRANSFER = "transfer_id";
    static final String AMOUNT = "amount_fen";
    private static final String PAID = "paid";
    private static final String RETURNED = "returned";

    private RollFile() {}

    /** Keeps what arrives and gives its SHA-256 in lower-case hexadecimal digits. */
    static String keep(InputStream content, Path file) throws IOException {
        try (var hashed = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"));
                var kept = Files.newOutputStream(file)) {
            hashed.transferTo(kept);
            return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Counts and sums the lines.
     *
     * @throws RollRefused if a column is missing or an amount is no positive whole number of fen
     */
    static Roll.Controls controls(Path roll, String sha256) {
        int lines = 0;
        long total = 0;
        try (var csv = reader(roll)) {
            for (var line : csv) {
                lines++;
                total = Math.addExact(total, amount(line));
            }
        } catch (CsvParseException | ArithmeticException e) {
            throw unreadable("It cannot be read as CSV in UTF-8 with control totals within range.");
        } catch (IOException | UncheckedIOException e) {
            throw unreadable("It cannot be read as CSV in UTF-8.");
        }
        return new Roll.Controls(sha256, lines, total);
    }

    private static long amount(NamedCsvRecord line) {
        int values = line.getFieldCount();
        if (values != line.getHeader().size()) {
            throw unreadable("Line %d has %d values under %d columns."
                    .formatted(
                            line.getStartingLineNumber(),
                            values,
                            line.getHeader().size()));
        }
        var transfer = line.findField(TRANSFER).orElse("");
        var amount = line.findField(AMOUNT).orElse("");
        if (transfer.isBlank() || !amount.matches("[1-9]\\d{0,14}")) {
            throw unreadable("Line %d needs %s and a positive whole %s; found '%s' and '%s'."
                    .formatted(line.getStartingLineNumber(), TRANSFER, AMOUNT, transfer, amount));
        }
        return Long.parseLong(amount);
    }

    private static RollRefused unreadable(String detail) {
        return new RollRefused(
                HttpStatus.UNPROCESSABLE_CONTENT, "roll-unreadable", "收款清单无法读取 Roll cannot be read", detail);
    }

    /** Decides every line of the roll and writes the return file, faults and all. */
    static void answer(Path roll, Path returned, Behaviour behaviour) {
        try (var csv = reader(roll);
                var out = CsvWriter.builder().build(returned, StandardCharsets.UTF_8)) {
            out.writeRecord(TRANSFER, AMOUNT, "result", "reason");
            long number = 0;
            var last = List.<String>of();
            for (var line : csv) {
                last = fate(line, number++, behaviour);
                out.writeRecord(last);
            }
            if (behaviour.has(Behaviour.Fault.DUPLICATE_LINE) && !last.isEmpty()) {
                out.writeRecord(last);
            }
            if (behaviour.has(Behaviour.Fault.UNKNOWN_LINE)) {
                out.writeRecord(invented(roll), "80000", PAID, "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fate(NamedCsvRecord line, long number, Behaviour behaviour) {
        long more = number == 0 && behaviour.has(Behaviour.Fault.WRONG_AMOUNT) ? 1 : 0;
        var amount = Long.toString(amount(line) + more);
        return behaviour.returns(number)
                ? List.of(
                        line.getField(TRANSFER),
                        amount,
                        RETURNED,
                        behaviour.reason().zh())
                : List.of(line.getField(TRANSFER), amount, PAID, "");
    }

    /** An id that looks like the platform's and is none; the same for the same roll. */
    private static String invented(Path roll) {
        return UUID.nameUUIDFromBytes(roll.getFileName().toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /**
     * Lines of a roll beside their fates.
     *
     * @param columns the roll's columns
     * @param lines lines of the page
     * @param more whether further lines follow
     */
    record Page(List<String> columns, List<Line> lines, boolean more) {}

    /**
     * A line and its fate. Lines that only the return file has come after the last.
     *
     * @param number counts from 1
     * @param sent the roll's values, in order of its columns; empty for a line the roll does not have
     * @param answered transfer, amount, result and reason of the return file
     */
    record Line(long number, List<String> sent, List<String> answered) {}

    /** The lines from the given one on, counted from 0. */
    static Page page(Path roll, Path returned, int from, int most) {
        try (var sent = reader(roll);
                var answered = reader(returned)) {
            var lines = new ArrayList<Line>();
            var columns = new ArrayList<String>();
            var rolls = sent.iterator();
            Iterator<NamedCsvRecord> fates = answered.iterator();
            for (long number = 0; fates.hasNext() && number < from + most; number++) {
                var fate = fates.next();
                var line = rolls.hasNext() ? rolls.next() : null;
                if (line != null && columns.isEmpty()) {
                    columns.addAll(line.getHeader());
                }
                if (number >= from) {
                    lines.add(new Line(number + 1, line == null ? List.of() : line.getFields(), fate.getFields()));
                }
            }
            return new Page(columns, lines, fates.hasNext());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvReader<NamedCsvRecord> reader(Path file) throws IOException {
        return CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file);
    }
}
