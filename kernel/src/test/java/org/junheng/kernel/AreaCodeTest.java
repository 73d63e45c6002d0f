package org.junheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junheng.kernel.AreaCode.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaCodeTest {

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            text         | level    | short        | from         | to           | parent
            33           | PROVINCE | 330000       | 330000000000 | 340000000000 |
            3303         | CITY     | 330300       | 330300000000 | 330400000000 | 330000000000
            330329       | COUNTY   | 330329       | 330329000000 | 330330000000 | 330300000000
            330329100    | TOWNSHIP | 330329100    | 330329100000 | 330329101000 | 330329000000
            330329100001 | VILLAGE  | 330329100001 | 330329100001 | 330329100002 | 330329100000
            441900       | CITY     | 441900       | 441900000000 | 442000000000 | 440000000000
            441900003    | TOWNSHIP | 441900003    | 441900003000 | 441900004000 | 441900000000
            """)
    void a_code_is_a_range_of_numbers(String text, Level level, String shortText, long from, long to, Long parent) {
        AreaCode code = AreaCode.of(text);

        assertThat(code.level()).isEqualTo(level);
        assertThat(code.shortText()).isEqualTo(shortText);
        assertThat(code.from()).isEqualTo(from);
        assertThat(code.to()).isEqualTo(to);
        assertThat(code.parent().map(AreaCode::value).orElse(null)).isEqualTo(parent);
        assertThat(AreaCode.of(code.toString())).isEqualTo(code);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_place_contains_another_exactly_when_it_is_on_its_way_up(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            AreaCode one = any(random);
            AreaCode other = any(random);
            boolean above = Stream.iterate(
                            Optional.of(other),
                            Optional::isPresent,
                            each -> each.orElseThrow().parent())
                    .anyMatch(each -> each.orElseThrow().equals(one));

            assertThat(one.contains(other)).isEqualTo(above);
            assertThat(other.parent().map(parent -> parent.contains(other)).orElse(true))
                    .isTrue();
        }
    }

    @Test
    void the_parts_of_a_code_are_cut_off_its_right() {
        AreaCode village = AreaCode.of("330329100001");

        assertThat(village.township()).isEqualTo(AreaCode.of("330329100"));
        assertThat(village.county()).isEqualTo(AreaCode.ofCounty(330329));
        assertThat(village.city()).isEqualTo(AreaCode.of("3303"));
        assertThat(village.province()).isEqualTo(AreaCode.of("33"));
        assertThat(village.countyPrefix()).isEqualTo(330329);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "330", "33032", "3303291000011", "33032x", "００"})
    void other_lengths_and_characters_are_refused_by_name(String text) {
        assertThatThrownBy(() -> AreaCode.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void a_number_without_a_province_is_refused() {
        assertThatThrownBy(() -> new AreaCode(330329)).hasMessageContaining("330329");
        assertThatThrownBy(() -> AreaCode.of("033032")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Few distinct codes, so that containment is met often. */
    private static AreaCode any(Random random) {
        String village = "" + (1 + random.nextInt(2)) + random.nextInt(2) + "0" + random.nextInt(2) + "0"
                + random.nextInt(2) + "00" + random.nextInt(2) + "00" + random.nextInt(2);
        return AreaCode.of(village).at(Level.values()[random.nextInt(5)]);
    }
}
