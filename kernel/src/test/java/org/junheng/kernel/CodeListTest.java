package org.junheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CodeListTest {

    private static final Pattern CHINESE = Pattern.compile("[\\p{IsHan}、]+");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z0-9'():,\\- ]+");

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(Sex.CODES, 4),
                Arguments.of(MaritalStatus.CODES, 8),
                Arguments.of(Education.CODES, 40),
                Arguments.of(Relation.CODES, 85),
                Arguments.of(Ethnicity.CODES, 58),
                Arguments.of(HukouCategory.CODES, 3),
                Arguments.of(DisabilityType.CODES, 7),
                Arguments.of(DisabilityGrade.CODES, 4));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void every_code_is_found_and_labelled_in_both_languages(CodeList<? extends Coded> list, int size) {
        assertThat(list.values()).hasSize(size).allSatisfy(value -> {
            assertThat(list.get(value.code())).isEqualTo(value);
            assertThat(value.zh()).matches(CHINESE).isEqualTo(value.label(Locale.SIMPLIFIED_CHINESE));
            assertThat(value.en()).matches(ENGLISH).isEqualTo(value.label(Locale.ENGLISH));
        });
    }

    @Test
    void codes_that_this_house_relies_on_mean_what_the_standards_say() {
        assertThat(Sex.CODES.get("1")).isEqualTo(Sex.MALE);
        assertThat(Sex.CODES.get("2")).isEqualTo(Sex.FEMALE);
        assertThat(Ethnicity.CODES.get("22").zh()).isEqualTo("畲族");
        assertThat(Relation.CODES.get("02").zh()).isEqualTo("户主");
        assertThat(MaritalStatus.CODES.get("30")).isEqualTo(MaritalStatus.WIDOWED);
        assertThat(Education.CODES.get("71").zh()).isEqualTo("初中毕业");
        assertThat(DisabilityType.CODES.get("7")).isEqualTo(DisabilityType.MULTIPLE);
    }

    @Test
    void an_unknown_code_is_absent_or_refused_by_list_and_code() {
        assertThat(Sex.CODES.find("3")).isEmpty();
        assertThatThrownBy(() -> Sex.CODES.get("3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GB/T 2261.1")
                .hasMessageContaining("'3'");
    }

    @Test
    void a_list_with_a_code_twice_is_refused() {
        assertThatThrownBy(() -> CodeList.of("sexes", List.of(Sex.MALE, Sex.MALE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sexes has code 1 twice");
    }
}
