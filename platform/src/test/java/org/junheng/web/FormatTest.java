package org.junheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.kernel.Money;
import org.junheng.kernel.Sex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class FormatTest {

    private static final Format FORMAT = new Format(texts(), AreaTree.load());

    private static ResourceBundleMessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("i18n/web");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    @AfterEach
    void nobodyReads() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static void reading(String language) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            language | date         | month    | moment                 | yuan      | sex    | number
            zh-CN    | 2025年1月31日 | 2025年1月 | 2025年2月1日 07:30       | ¥3,600.50 | 女      | 365,300
            en       | 31 Jan 2025  | Jan 2025 | 1 Feb 2025 07:30       | ¥3,600.50 | Female | 365,300
            """)
    void values_are_written_in_the_language_of_the_reader(
            String language, String date, String month, String moment, String yuan, String sex, String number) {
        reading(language);
        assertThat(FORMAT.any(LocalDate.of(2025, 1, 31))).isEqualTo(date);
        assertThat(FORMAT.any(YearMonth.of(2025, 1))).isEqualTo(month);
        assertThat(FORMAT.any(Instant.parse("2025-01-31T23:30:00Z"))).isEqualTo(moment);
        assertThat(FORMAT.any(Money.ofFen(360050))).isEqualTo(yuan);
        assertThat(FORMAT.any(Optional.of(Sex.FEMALE))).isEqualTo(sex);
        assertThat(FORMAT.any(365300L)).isEqualTo(number);
    }

    @Test
    void nothing_is_a_dash() {
        reading("zh-CN");
        assertThat(FORMAT.any(null)).isEqualTo("—");
        assertThat(FORMAT.any(Optional.empty())).isEqualTo("—");
    }

    @Test
    void an_area_is_named_and_an_unknown_one_keeps_its_code() {
        reading("zh-CN");
        assertThat(FORMAT.area(AreaCode.of("330329100"))).isEqualTo("罗阳镇");
        assertThat(FORMAT.areaInFull(AreaCode.of("330329"))).isEqualTo("浙江省温州市泰顺县");
        assertThat(FORMAT.area(AreaCode.of("339999"))).isEqualTo("339999");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            part, whole, written
            1,    3,     33.3%
            2,    3,     66.7%
            1,    2000,  0.1%
            1,    2001,  0.0%
            -1,   3,     -33.3%
            5,    5,     100.0%
            1,    0,     —
            """)
    void a_share_has_one_decimal_and_halves_go_up(long part, long whole, String written) {
        reading("zh-CN");
        assertThat(FORMAT.percent(part, whole)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            born,       on,         zh,    en
            2025-01-31, 2025-02-01, 1天,   1 day
            2025-01-31, 2025-02-27, 27天,  27 days
            2025-01-31, 2025-03-01, 1个月,  1 month
            2023-03-01, 2025-02-28, 23个月, 23 months
            2023-03-01, 2025-03-01, 2岁,   2 years
            1957-06-15, 2025-06-14, 67岁,  67 years
            """)
    void small_children_are_as_old_in_months_and_days(LocalDate born, LocalDate on, String zh, String en) {
        reading("zh-CN");
        assertThat(FORMAT.age(born, on)).isEqualTo(zh);
        reading("en");
        assertThat(FORMAT.age(born, on)).isEqualTo(en);
    }

    @Test
    void the_values_of_a_text_are_written_too() {
        reading("en");
        assertThat(FORMAT.text(Text.of("web.source", LocalDate.of(2025, 1, 31))))
                .isEqualTo("Source: 31 Jan 2025");
    }
}
