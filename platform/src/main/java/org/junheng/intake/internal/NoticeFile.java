package org.junheng.intake.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junheng.intake.DeliveryRefused;
import org.junheng.intake.DeliveryRefused.Reason;

/** Reads birth notices from CSV (UTF-8 or GB18030, with or without a byte order mark) or an Excel workbook. */
final class NoticeFile {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Cell formats tell a date from a number. */
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d+)?([Ee][+-]?\\d{1,2})?");

    /** Excel counts days from here. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);

    private NoticeFile() {}

    static List<NoticeRow> read(byte[] content) {
        var lines = isWorkbook(content) ? workbook(content) : csv(content);
        var filled = lines.stream()
                .filter(line -> line.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        if (filled.size() < 2) {
            throw new DeliveryRefused(Reason.EMPTY, "");
        }
        var columns = columns(filled.getFirst());
        var rows = new ArrayList<NoticeRow>(lines.size());
        for (int i = lines.indexOf(filled.getFirst()) + 1; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(row(i + 1, columns, line));
            }
        }
        return rows;
    }

    private static boolean isWorkbook(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K';
    }

    private static List<Optional<NoticeColumn>> columns(List<String> header) {
        var columns = header.stream().map(NoticeColumn::ofHeader).toList();
        var missing = Arrays.stream(NoticeColumn.values())
                .filter(column -> column.required() && !columns.contains(Optional.of(column)))
                .map(NoticeColumn::zh)
                .toList();
        if (!missing.isEmpty()) {
            throw new DeliveryRefused(Reason.COLUMNS, String.join("、", missing));
        }
        return columns;
    }

    private static NoticeRow row(int number, List<Optional<NoticeColumn>> columns, List<String> line) {
        var values = new EnumMap<NoticeColumn, String>(NoticeColumn.class);
        for (int i = 0; i < Math.min(columns.size(), line.size()); i++) {
            var text = line.get(i).strip();
            if (!text.isEmpty()) {
                columns.get(i).ifPresent(column -> values.put(column, text));
            }
        }
        return new NoticeRow(number, values);
    }

    private static List<List<String>> csv(byte[] content) {
        var text = text(content);
        var separator = text.lines().findFirst().orElse("").contains("\t") ? '\t' : ',';
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            return reader.stream().map(record -> record.getFields()).toList();
        } catch (CsvParseException e) {
            throw new DeliveryRefused(Reason.FORMAT, "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** UTF-8 where it is valid UTF-8, else GB18030, which older hospital systems write. */
    private static String text(byte[] content) {
        for (var charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            try {
                var text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // Not this one; the next is tried.
            }
        }
        throw new DeliveryRefused(Reason.FORMAT, "");
    }

    private static List<List<String>> workbook(byte[] content) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(content), WITH_FORMATS);
                var rows = book.getFirstSheet().openStream()) {
            var lines = new ArrayList<List<String>>();
            rows.forEach(row -> {
                while (lines.size() < row.getRowNum() - 1) {
                    lines.add(List.of());
                }
                lines.add(cells(row));
            });
            return lines;
        } catch (IOException | ExcelReaderException e) {
            throw new DeliveryRefused(Reason.FORMAT, "");
        }
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(NoticeFile::cell).orElse(""));
        }
        return cells;
    }

    /**
     * A date typed into Excel is a number there, and so is what a formula gives; whole numbers lose their decimals. Of
     * a formula counts the value it had when the file was saved.
     */
    private static String cell(Cell cell) {
        var raw = cell.getRawValue();
        boolean counted = cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA;
        if (!counted || raw == null || !NUMBER.matcher(raw).matches()) {
            return cell.getType() == CellType.FORMULA ? Objects.requireNonNullElse(raw, "") : cell.getText();
        }
        var number = new BigDecimal(raw);
        var format = cell.getDataFormatString();
        return format != null && format.contains("yy")
                ? FIRST_DAY.plusDays(number.longValue()).toString()
                : number.stripTrailingZeros().toPlainString();
    }
}
