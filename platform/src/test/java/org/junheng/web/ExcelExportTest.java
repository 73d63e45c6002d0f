package org.junheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junheng.kernel.AreaTree;
import org.junheng.kernel.Money;
import org.junheng.web.ExcelExport.Column;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;

class ExcelExportTest {

    private record Payment(String name, Money amount, LocalDate day) {}

    private static final List<Column<Payment>> COLUMNS = List.of(
            new Column<>("name", Payment::name),
            new Column<>("amount", Payment::amount),
            new Column<>("day", Payment::day));

    private static List<Row> sheet(List<Payment> payments) throws IOException {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        var texts = new StaticMessageSource();
        texts.setUseCodeAsDefaultMessage(true);
        var file = new ByteArrayOutputStream();
        new ExcelExport(new Format(texts, AreaTree.load())).write(file, "名册", COLUMNS, payments.stream());
        LocaleContextHolder.resetLocaleContext();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            return book.getFirstSheet().read();
        }
    }

    @Test
    void amounts_and_dates_arrive_as_such() throws IOException {
        var rows = sheet(List.of(new Payment("李晓", Money.ofFen(360_010), LocalDate.of(2025, 1, 31))));

        assertThat(rows.get(0).getCellText(1)).isEqualTo("amount");
        assertThat(rows.get(1).getCellText(0)).isEqualTo("李晓");
        assertThat(rows.get(1).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo(new BigDecimal("3600.10"));
        assertThat(rows.get(1).getCellAsDate(2).orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2025, 1, 31));
    }

    @Test
    void what_looks_like_a_formula_stays_text() throws IOException {
        var rows = sheet(List.of(new Payment("=1+1", Money.ZERO, LocalDate.of(2025, 1, 31))));
        assertThat(rows.get(1).getCellAsString(0)).contains("=1+1");
    }

    @Test
    void no_row_is_lost_where_the_file_is_flushed() throws IOException {
        var payments = IntStream.range(0, 1201)
                .mapToObj(i -> new Payment("p" + i, Money.ofFen(i), LocalDate.of(2025, 1, 31)))
                .toList();
        var rows = sheet(payments);
        assertThat(rows).hasSize(1202);
        assertThat(rows.get(1201).getCellText(0)).isEqualTo("p1200");
    }
}
