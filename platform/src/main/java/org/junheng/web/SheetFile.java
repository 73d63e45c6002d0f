package org.junheng.web;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
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

/**
 * Reads a list that somebody uploads, the counterpart of {@link ExcelExport}: the first sheet of an Excel workbook
 * (OOXML), or CSV in UTF-8 or GB18030, with or without a byte order mark, with commas or tabs.
 */
public final class SheetFile {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Cell formats tell a date from a number. */
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d+)?([Ee][+-]?\\d{1,2})?");

    /** Excel counts days from here. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);

    private SheetFile() {}

    /**
     * The cells line by line, empty lines included so that numbers are those of the file; empty if it is no such file.
     */
    public static Optional<List<List<String>>> read(byte[] content) {
        return isWorkbook(content) ? workbook(content) : text(content).flatMap(SheetFile::csv);
    }

    private static boolean isWorkbook(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K';
    }

    private static Optional<List<List<String>>> csv(String text) {
        var separator = text.lines().findFirst().orElse("").contains("\t") ? '\t' : ',';
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            return Optional.of(reader.stream().map(record -> record.getFields()).toList());
        } catch (CsvParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** UTF-8 where it is valid UTF-8, else GB18030, which older systems write. */
    private static Optional<String> text(byte[] content) {
        for (var charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            try {
                var text = charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
                return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
            } catch (CharacterCodingException e) {
                // Not this one; the next is tried.
            }
        }
        return Optional.empty();
    }

    private static Optional<List<List<String>>> workbook(byte[] content) {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(content), WITH_FORMATS);
                var rows = book.getFirstSheet().openStream()) {
            var lines = new ArrayList<List<String>>();
            rows.forEach(row -> {
                while (lines.size() < row.getRowNum() - 1) {
                    lines.add(List.of());
                }
                lines.add(cells(row));
            });
            return Optional.of(lines);
        } catch (IOException | ExcelReaderException e) {
            return Optional.empty();
        }
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(SheetFile::cell).orElse(""));
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
