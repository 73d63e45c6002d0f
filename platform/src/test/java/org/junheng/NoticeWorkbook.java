package org.junheng;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;

/** Birth notices as a hospital's clerk keeps them in Excel. */
final class NoticeWorkbook {

    private NoticeWorkbook() {}

    /**
     * Two notices: a date as a number with a date format, and one by a formula; the mother's number as text or as a
     * figure.
     */
    static byte[] of(String header, String id, boolean asFigure) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("出生");
            var columns = header.strip().split(",", -1);
            for (int i = 0; i < columns.length; i++) {
                sheet.value(0, i, columns[i]);
            }
            for (int line = 1; line <= 2; line++) {
                sheet.value(line, 0, (asFigure ? "X-" : "W-") + line);
                sheet.value(line, 1, "泰顺县人民医院");
                sheet.value(line, 2, 330329);
                if (line == 1) {
                    sheet.value(line, 3, LocalDate.of(2026, 11, 9));
                } else {
                    sheet.formula(line, 3, "DATE(2026,11,10)");
                }
                sheet.style(line, 3).format("yyyy-mm-dd").set();
                sheet.value(line, 4, "女");
                sheet.value(line, 5, "邵小满");
                if (asFigure) {
                    sheet.value(line, 6, Double.parseDouble(id.substring(0, 15) + "000"));
                } else {
                    sheet.value(line, 6, id);
                }
            }
        }
        return calculated(bytes.toByteArray());
    }

    /** Excel saves what a formula gave beside it; the library that writes the test's workbook does not. */
    private static byte[] calculated(byte[] workbook) throws IOException {
        var file = Files.createTempFile("births", ".xlsx");
        try {
            Files.write(file, workbook);
            try (var parts = FileSystems.newFileSystem(file)) {
                var sheet = parts.getPath("xl/worksheets/sheet1.xml");
                Files.writeString(sheet, Files.readString(sheet).replace("</f>", "</f><v>46336</v>"));
            }
            return Files.readAllBytes(file);
        } finally {
            Files.delete(file);
        }
    }
}
