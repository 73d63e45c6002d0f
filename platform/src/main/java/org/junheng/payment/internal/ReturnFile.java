package org.junheng.payment.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A return file of the bank as read: CSV in UTF-8 or GB18030 with the columns transfer_id, amount_fen, result, reason
 * in any order. A line that cannot be read is kept as it is.
 *
 * @param lines its lines
 */
record ReturnFile(List<Line> lines) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LONGEST_KEPT = 500;
    private static final List<String> REQUIRED = List.of("transfer_id", "amount_fen", "result");

    ReturnFile {
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param number its number in the file, the header being 1
     * @param raw as received, cut to a reasonable length
     * @param transfer the transfer, where readable
     * @param fen the amount, where readable
     * @param result paid or returned, where readable
     * @param reason the bank's words
     */
    record Line(
            int number,
            String raw,
            Optional<UUID> transfer,
            Optional<Long> fen,
            Optional<String> result,
            String reason) {}

    /** What reading gave: a file, or why it is none. */
    sealed interface Reading {

        /** A file. */
        record Read(ReturnFile file) implements Reading {}

        /**
         * None.
         *
         * @param why in a word
         * @param found the header, where there is one
         */
        record Unreadable(Why why, String found) implements Reading {}
    }

    /** Why something is no return file. */
    enum Why {
        EMPTY,
        /** Quotes that do not close. */
        NO_TABLE,
        /** A column that it must have is missing. */
        COLUMNS
    }

    /** The columns it must have. */
    static String required() {
        return String.join(",", REQUIRED);
    }

    int count() {
        return lines.size();
    }

    long totalFen() {
        return lines.stream()
                .flatMap(line -> line.fen().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    static Reading read(byte[] bytes) {
        var records = new ArrayList<List<String>>();
        try (var csv = CsvReader.builder().ofCsvRecord(text(bytes))) {
            for (CsvRecord each : csv) {
                records.add(each.getFields());
            }
        } catch (CsvParseException | java.io.IOException e) {
            return new Reading.Unreadable(Why.NO_TABLE, "");
        }
        if (records.isEmpty()) {
            return new Reading.Unreadable(Why.EMPTY, "");
        }
        var columns = columns(records.getFirst());
        if (!columns.keySet().containsAll(REQUIRED)) {
            return new Reading.Unreadable(Why.COLUMNS, kept(String.join(",", records.getFirst())));
        }
        var lines = new ArrayList<Line>();
        for (int i = 1; i < records.size(); i++) {
            lines.add(line(i + 1, records.get(i), columns));
        }
        return new Reading.Read(new ReturnFile(lines));
    }

    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, GB18030);
        }
    }

    private static Map<String, Integer> columns(List<String> header) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i).strip().toLowerCase(java.util.Locale.ROOT), i);
        }
        return columns;
    }

    private static Line line(int number, List<String> cells, Map<String, Integer> columns) {
        return new Line(
                number,
                kept(String.join(",", cells)),
                cell(cells, columns, "transfer_id").flatMap(ReturnFile::uuid),
                cell(cells, columns, "amount_fen").flatMap(ReturnFile::fen),
                cell(cells, columns, "result").filter(r -> r.equals("paid") || r.equals("returned")),
                cell(cells, columns, "reason").map(ReturnFile::kept).orElse(""));
    }

    private static Optional<String> cell(List<String> cells, Map<String, Integer> columns, String name) {
        return Optional.ofNullable(columns.get(name))
                .filter(at -> at < cells.size())
                .map(at -> cells.get(at).strip());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> fen(String text) {
        return text.matches("\\d{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** The database takes no zero characters, and nobody reads more. */
    private static String kept(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_KEPT)).replace("\0", "");
    }
}
