package org.junheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BirthCertificateNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"Y330123456", "y330123456", " Y330 123 456 ", "Ｙ３３０１２３４５６"})
    void a_letter_and_nine_digits_are_understood_as_typed(String typed) {
        assertThat(BirthCertificateNumber.parse(typed)).contains(new BirthCertificateNumber("Y330123456"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "330123456", "Y33012345", "Y3301234567", "YY30123456"})
    void anything_else_is_no_number(String typed) {
        assertThat(BirthCertificateNumber.parse(typed)).isEmpty();
    }

    @Test
    void printing_and_errors_do_not_show_it() {
        assertThat(new BirthCertificateNumber("Y330123456")).hasToString("******3456");
        assertThatThrownBy(() -> new BirthCertificateNumber("Y33012345"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("3301");
    }
}
