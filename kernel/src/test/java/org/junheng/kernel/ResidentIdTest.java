package org.junheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.junheng.kernel.ResidentId.Invalid;
import org.junheng.kernel.ResidentId.Reason;
import org.junheng.kernel.ResidentId.Valid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdTest {

    private static final String KNOWN = "11010519491231002X";

    @Test
    void the_example_of_the_standard_is_read_in_all_its_parts() {
        ResidentId id = ResidentId.of(KNOWN);

        assertThat(id.value()).isEqualTo(KNOWN);
        assertThat(id.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(id.sex()).isEqualTo(Sex.FEMALE);
        assertThat(id.areaPrefix()).isEqualTo(110105);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock = """
            typed|meant
            11010519491231002x|11010519491231002X
             110105 19491231 002X |11010519491231002X
            １１０１０５１９４９１２３１００２Ｘ|11010519491231002X
            110105　19491231　002X|11010519491231002X
            110105491231002|11010519491231002X
            """)
    void what_people_type_is_understood(String typed, String meant) {
        assertThat(ResidentId.parse(typed)).isEqualTo(new Valid(new ResidentId(meant)));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', nullValues = "-", textBlock = """
            typed                | reason
            ''                   | LENGTH
            11010519491231002    | LENGTH
            11010519491231002XX  | LENGTH
            1101054912310021     | LENGTH
            1101O519491231002X   | CHARACTERS
            11010519491231X02X   | CHARACTERS
            11010519491231002A   | CHARACTERS
            11010549123100X      | LENGTH
            ١١٠١٠٥١٩٤٩١٢٣١٠٠٢X  | CHARACTERS
            110105194913310020   | DATE
            110105194902290020   | DATE
            110105000101010020   | DATE
            110105491331002      | DATE
            110105194912310021   | CHECK_DIGIT
            """)
    void what_is_no_number_is_refused_with_the_reason(String typed, Reason reason) {
        assertThat(ResidentId.parse(typed)).isEqualTo(new Invalid(reason));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            old             | born
            330329010101001 | 1901-01-01
            330329991231995 | 1999-12-31
            330329981231996 | 1898-12-31
            330329981231999 | 1898-12-31
            """)
    void sequences_from_996_on_of_the_old_form_are_of_the_century_before(String old, LocalDate born) {
        assertThat(ResidentId.of(old).birthDate()).isEqualTo(born);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void any_single_wrong_character_and_any_swapped_neighbours_are_found_out(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            String number = any(random).value();
            for (int position = 0; position < 18; position++) {
                for (char other : "0123456789X".toCharArray()) {
                    String changed = number.substring(0, position) + other + number.substring(position + 1);
                    assertThat(ResidentId.parse(changed) instanceof Valid).isEqualTo(changed.equals(number));
                }
            }
            for (int position = 0; position < 17; position++) {
                String swapped = number.substring(0, position)
                        + number.charAt(position + 1)
                        + number.charAt(position)
                        + number.substring(position + 2);
                assertThat(ResidentId.parse(swapped) instanceof Valid).isEqualTo(swapped.equals(number));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_composed_number_gives_back_what_it_was_composed_of(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            LocalDate birth = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(47_000));
            int sequence = random.nextInt(1000);
            ResidentId id = ResidentId.compose(330329, birth, sequence);

            assertThat(id.birthDate()).isEqualTo(birth);
            assertThat(id.areaPrefix()).isEqualTo(330329);
            assertThat(id.sex()).isEqualTo(sequence % 2 == 1 ? Sex.MALE : Sex.FEMALE);
            assertThat(ResidentId.parse(id.value())).isEqualTo(new Valid(id));
        }
    }

    @Test
    void printing_and_errors_never_show_the_number() {
        ResidentId id = ResidentId.of(KNOWN);

        assertThat(id).hasToString("**************002X");
        assertThat(new Valid(id).toString()).doesNotContain("1949");
        assertThatThrownBy(() -> ResidentId.of("110105194912310021"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("check digit")
                .hasMessageNotContaining("1949");
        assertThatThrownBy(() -> new ResidentId("110105491231002"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("4912");
    }

    @Test
    void a_number_cannot_be_composed_of_parts_out_of_range() {
        LocalDate birth = LocalDate.of(2025, 1, 1);

        assertThatThrownBy(() -> ResidentId.compose(1_000_000, birth, 1)).hasMessageContaining("1000000");
        assertThatThrownBy(() -> ResidentId.compose(330329, birth, 1000)).hasMessageContaining("1000");
    }

    private static ResidentId any(Random random) {
        LocalDate birth = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(34_000));
        return ResidentId.compose(110000 + random.nextInt(540000), birth, random.nextInt(1000));
    }
}
