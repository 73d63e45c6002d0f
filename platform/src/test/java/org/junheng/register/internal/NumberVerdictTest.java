package org.junheng.register.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junheng.register.Doubt;
import org.junheng.register.Doubts.Found;
import org.junheng.register.Doubts.Place;
import org.junit.jupiter.api.Test;

class NumberVerdictTest {

    private static final LocalDate BORN = LocalDate.of(1990, 3, 7);

    @Test
    void a_wrong_check_digit_another_birth_and_another_sex_are_found_and_a_number_in_order_is_not() {
        assertThat(doubts("11010519900307002", "2", BORN)).containsExactly(Doubt.ID_BROKEN);
        var number = org.junheng.kernel.ResidentId.compose(110105, BORN, 2).value();
        char last = number.charAt(17) == '0' ? '1' : '0';
        assertThat(doubts(number.substring(0, 17) + last, "2", BORN)).containsExactly(Doubt.ID_BROKEN);
        assertThat(doubts(number, "2", BORN)).isEmpty();
        assertThat(doubts(number, "2", BORN.plusDays(1))).containsExactly(Doubt.ID_OTHER_BIRTH);
        assertThat(doubts(number, "1", BORN)).containsExactly(Doubt.ID_OTHER_SEX);
        assertThat(doubts(number, "0", BORN)).isEmpty();
    }

    private static java.util.List<Doubt> doubts(String number, String sex, LocalDate born) {
        return NumberVerdict.of(UUID.randomUUID(), number, sex, Optional.of(born), new Place(330382100000L, "census"))
                .doubts()
                .stream()
                .map(Found::doubt)
                .toList();
    }
}
