package org.junheng.resource.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junheng.access.Actor;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.kernel.DateRange;
import org.junheng.kernel.Money;
import org.junheng.resource.Resource.Terms;
import org.junheng.resource.ResourceKind;
import org.junheng.resource.internal.ResourceEntry.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResourceEntryTest {

    private static final AreaTree AREAS = AreaTree.load();

    private static final Actor REVIEWER = new Actor(
            "county", Role.COUNTY_REVIEWER, List.of(AreaCode.of("330329")), Purpose.STATISTICS, Optional.empty());

    @Test
    void a_nursery_is_read_with_ages_fee_and_open_end() {
        var outcome = ResourceEntry.read(nursery(), AREAS, REVIEWER);
        assertThat(outcome).isInstanceOf(Outcome.Read.class);
        var resource = ((Outcome.Read) outcome).resource();
        assertThat(resource.kind()).isEqualTo(ResourceKind.NURSERY);
        assertThat(resource.area()).isEqualTo(AreaCode.of("330329100"));
        assertThat(resource.terms()).contains(new Terms(6, 36, Optional.of(Money.ofFen(120_050)), true));
        assertThat(resource.valid()).isEqualTo(DateRange.from(LocalDate.of(2026, 9, 1)));
        assertThat(resource.origin().sample()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            COLUMN,        TYPED,         REASON
            INSTITUTION,   '',            REQUIRED
            SOURCE,        '  ',          REQUIRED
            KIND,          托老所,          KIND
            AREA,          33032,         AREA
            AREA,          330329999,     AREA
            AREA,          330300,        AREA
            AREA,          330328,        NOT_YOURS
            UNITS,         六十,           NUMBER
            UNITS,         -5,            NUMBER
            OCCUPIED,      61,            MORE_THAN_THERE_ARE
            FROM_MONTHS,   '',            REQUIRED
            BEFORE_MONTHS, 6,             AGES
            BEFORE_MONTHS, 400,           AGES
            FEE,           约 1200,        FEE
            INCLUSIVE,     也许,           YES_NO
            FROM,          2026-02-30,    DATE
            FROM,          明年,           DATE
            TO,            2026-09-01,    ENDS_BEFORE
            """)
    void what_is_wrong_is_told_by_column_and_reason(ResourceColumn column, String text, Fault.Reason reason) {
        var typed = nursery();
        typed.put(column, text);
        assertThat(ResourceEntry.read(typed, AREAS, REVIEWER))
                .isEqualTo(new Outcome.Faulty(List.of(new Fault(column, reason))));
    }

    @Test
    void beds_have_no_ages_and_no_fee_whatever_stands_there() {
        var typed = nursery();
        typed.put(ResourceColumn.KIND, "产科床位");
        assertThat(((Outcome.Read) ResourceEntry.read(typed, AREAS, REVIEWER))
                        .resource()
                        .terms())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_header_is_known_in_chinese_in_english_and_by_its_code(ResourceColumn column) {
        assertThat(List.of(column.zh() + "*", " " + column.en(), column.code()))
                .allSatisfy(
                        header -> assertThat(ResourceColumn.ofHeader(header)).contains(column));
    }

    private static Map<ResourceColumn, String> nursery() {
        var typed = new EnumMap<ResourceColumn, String>(ResourceColumn.class);
        typed.put(ResourceColumn.INSTITUTION, "罗阳镇测试托育园");
        typed.put(ResourceColumn.KIND, "托育机构托位");
        typed.put(ResourceColumn.AREA, "330329100");
        typed.put(ResourceColumn.UNITS, "60");
        typed.put(ResourceColumn.OCCUPIED, "41");
        typed.put(ResourceColumn.FROM_MONTHS, "6");
        typed.put(ResourceColumn.BEFORE_MONTHS, "36");
        typed.put(ResourceColumn.FEE, "1,200.50");
        typed.put(ResourceColumn.INCLUSIVE, "是");
        typed.put(ResourceColumn.FROM, "2026/9/1");
        typed.put(ResourceColumn.SOURCE, "备案 2026-08");
        return typed;
    }
}
