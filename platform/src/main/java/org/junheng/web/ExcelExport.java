package org.junheng.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.Money;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Sends a list as an Excel file (OOXML), row by row: memory does not grow with the list. Called by a controller's
 * method that returns nothing, within the call, so that rows are read as the present actor.
 */
@Component
public class ExcelExport {

    /** The type of an Excel file. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int FLUSHED = 500;

    private final Format format;

    ExcelExport(Format format) {
        this.format = format;
    }

    /**
     * A column.
     *
     * @param header key of its heading
     * @param value its value in a row: dates, money and numbers become such cells, the rest is written as on a page
     */
    public record Column<T>(String header, Function<? super T, ? extends @Nullable Object> value) {}

    /**
     * Answers a request with the file.
     *
     * @param title key of the list's name, which the file and the sheet bear
     */
    public <T> void send(HttpServletResponse response, String title, List<Column<T>> columns, Stream<T> rows)
            throws IOException {
        var name = format.text(Text.of(title));
        response.setContentType(TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        write(response.getOutputStream(), name, columns, rows);
    }

    /** Writes the file. */
    <T> void write(OutputStream out, String name, List<Column<T>> columns, Stream<T> rows) throws IOException {
        try (var book = new Workbook(out, "Junheng", null);
                var sheet = book.newWorksheet(name)) {
            head(sheet, columns);
            int row = 1;
            for (T each : (Iterable<T>) rows::iterator) {
                for (int column = 0; column < columns.size(); column++) {
                    cell(sheet, row, column, columns.get(column).value().apply(each));
                }
                if (row++ % FLUSHED == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private <T> void head(Worksheet sheet, List<Column<T>> columns) {
        for (int column = 0; column < columns.size(); column++) {
            sheet.value(0, column, format.text(Text.of(columns.get(column).header())));
            sheet.width(column, 18);
        }
        sheet.range(0, 0, 0, columns.size() - 1)
                .style()
                .bold()
                .fillColor("E7EFF8")
                .set();
        sheet.freezePane(0, 1);
    }

    private void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> sheet.value(row, column, "");
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Money money -> {
                sheet.value(row, column, BigDecimal.valueOf(money.fen(), 2));
                sheet.style(row, column).format("#,##0.00").set();
            }
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, format.any(value));
        }
    }
}
