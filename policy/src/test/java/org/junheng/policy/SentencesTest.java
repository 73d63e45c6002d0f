package org.junheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final LocalDate ON = LocalDate.of(2026, 5, 1);

    @Test
    void what_is_paid_once_is_told_without_a_period() {
        SchemeBook book = Schemes.load(ShippedSchemesTest.FOLDER);
        Scheme once = book.get("hangzhou-childcare-aid");

        Explanation open =
                once.decide(book.vocabulary().facts("child").build(), ON, ON).explanation();

        assertThat(open.sentences(Locale.ENGLISH).getFirst())
                .isEqualTo("Whether there is a claim to the Hangzhou childcare aid cannot be decided yet.");
        assertThat(open.sentences(Locale.CHINESE).getFirst()).isEqualTo("能否享受杭州市育儿补助尚缺信息。");
    }
}
