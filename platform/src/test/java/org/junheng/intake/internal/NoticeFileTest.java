package org.junheng.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.junheng.intake.DeliveryRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeFileTest {

    private static final String HEADER = "通知编号,助产机构,机构地区代码,出生日期,性别,母亲姓名,母亲身份证号";
    private static final String LINE = "T-1,泰顺县人民医院,330329,2026-11-20,女,李娜,330329199003050022";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void a_file_is_read_in_the_encodings_that_hospitals_write(String charset) {
        var rows = NoticeFile.read((HEADER + "\r\n" + LINE + "\r\n").getBytes(Charset.forName(charset)));

        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().number()).isEqualTo(2);
        assertThat(rows.getFirst().find(NoticeColumn.MOTHER_NAME)).contains("李娜");
    }

    @Test
    void a_byte_order_mark_an_unknown_column_and_blank_lines_do_no_harm() {
        var text = "\uFEFF" + HEADER + ",备注\r\n\r\n" + LINE + ",无\r\n,,,,,,\r\n";

        var rows = NoticeFile.read(text.getBytes(StandardCharsets.UTF_8));

        assertThat(rows).extracting(NoticeRow::number).containsExactly(3);
    }

    @Test
    void a_workbook_is_read_with_its_dates_and_numbers() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("出生");
            var header = HEADER.split(",", -1);
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, "T-1");
            sheet.value(1, 2, 330329);
            sheet.value(1, 3, LocalDate.of(2026, 11, 20));
            sheet.style(1, 3).format("yyyy-mm-dd").set();
        }

        var row = NoticeFile.read(bytes.toByteArray()).getFirst();

        assertThat(row.find(NoticeColumn.INSTITUTION_AREA)).contains("330329");
        assertThat(row.find(NoticeColumn.BORN_ON)).contains("2026-11-20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n", HEADER, HEADER + "\r\n,,,\r\n"})
    void a_file_without_rows_is_refused(String text) {
        assertThatThrownBy(() -> NoticeFile.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        DeliveryRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DeliveryRefused.Reason.EMPTY));
    }

    @Test
    void a_missing_column_is_named() {
        var text = HEADER.replace("母亲身份证号", "母亲证号码") + "\r\n" + LINE;

        assertThatThrownBy(() -> NoticeFile.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DeliveryRefused.class)
                .hasMessageContaining("母亲身份证号");
    }

    @Test
    void something_that_is_no_table_is_refused() {
        var noise = new byte[] {'P', 'K', 3, 4, 0, 1, 2, 3};

        assertThatThrownBy(() -> NoticeFile.read(noise))
                .isInstanceOfSatisfying(
                        DeliveryRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DeliveryRefused.Reason.FORMAT));
    }
}
