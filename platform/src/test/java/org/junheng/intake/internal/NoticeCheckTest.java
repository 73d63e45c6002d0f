package org.junheng.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junheng.kernel.AreaTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeCheckTest {

    private static final AreaTree AREAS = AreaTree.load();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        column,            value,               expectation
        MOTHER_ID_NUMBER,  330329199003050021,  ID_CHECK_DIGIT
        MOTHER_ID_NUMBER,  33032919900305,      ID_LENGTH
        MOTHER_ID_NUMBER,  33032919900230002X,  ID_DATE
        MOTHER_ID_NUMBER,  33032919900A05002X,  ID_CHARACTERS
        MOTHER_ID_NUMBER,  ,                    REQUIRED
        BORN_ON,           2026-11-24,          NOT_IN_FUTURE
        BORN_ON,           2026-02-30,          DATE
        BORN_ON,           昨天,                 DATE
        SEX,               3,                   SEX
        INSTITUTION_AREA,  999999,              AREA_CODE
        PARITY,            0,                   NUMBER_IN_RANGE
        WEIGHT_GRAMS,      3.3,                 NUMBER_IN_RANGE
        """)
    void a_wrong_value_is_found_with_its_column_and_what_was_expected(
            NoticeColumn column, String value, Finding.Expectation expectation) {
        var checked = check(Map.of(column, value == null ? "" : value));

        assertThat(checked.notice()).isEmpty();
        assertThat(checked.findings()).contains(new Finding(2, column, value == null ? "" : value, expectation));
    }

    @Test
    void a_good_row_is_a_notice() {
        var notice = check(Map.of()).notice().orElseThrow();

        assertThat(notice.stated()).hasSize(2);
        assertThat(notice.bornOn()).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void an_unknown_area_prefix_is_a_warning_and_the_row_is_taken() {
        var number = org.junheng.kernel.ResidentId.compose(129999, LocalDate.of(1995, 5, 5), 468)
                .value();

        var checked = check(Map.of(NoticeColumn.MOTHER_ID_NUMBER, number));

        assertThat(checked.notice()).isPresent();
        assertThat(checked.findings())
                .extracting(Finding::expectation)
                .containsExactly(Finding.Expectation.KNOWN_AREA_PREFIX);
    }

    @Test
    void a_fathers_number_in_the_mothers_place_is_found() {
        var number = org.junheng.kernel.ResidentId.compose(330329, LocalDate.of(1990, 3, 5), 3)
                .value();

        assertThat(check(Map.of(NoticeColumn.MOTHER_ID_NUMBER, number)).findings())
                .extracting(Finding::expectation)
                .containsExactly(Finding.Expectation.MOTHER_FEMALE);
    }

    @Test
    void everything_wrong_is_told_at_once() {
        var checked = check(Map.of(NoticeColumn.SEX, "x", NoticeColumn.BORN_ON, "x", NoticeColumn.MOTHER_NAME, ""));

        assertThat(checked.findings()).hasSize(3);
    }

    private static NoticeCheck.Checked check(Map<NoticeColumn, String> changes) {
        var values = new EnumMap<NoticeColumn, String>(Map.of(
                NoticeColumn.NOTICE_NUMBER, "T-1",
                NoticeColumn.INSTITUTION, "泰顺县人民医院",
                NoticeColumn.INSTITUTION_AREA, "330329",
                NoticeColumn.BORN_ON, "2026-11-20",
                NoticeColumn.SEX, "女",
                NoticeColumn.MOTHER_NAME, "李娜",
                NoticeColumn.MOTHER_ID_NUMBER,
                        org.junheng.kernel.ResidentId.compose(330329, LocalDate.of(1990, 3, 5), 2)
                                .value()));
        values.putAll(changes);
        var filled = values.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return NoticeCheck.check(new NoticeRow(2, filled), AREAS, TODAY);
    }
}
