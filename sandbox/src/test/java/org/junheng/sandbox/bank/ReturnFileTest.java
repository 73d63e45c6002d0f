package org.junheng.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junheng.sandbox.StandInPlatform.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnFileTest extends BankScene {

    @ParameterizedTest
    @CsvSource(textBlock = """
            per cent, returned lines
            0,        ''
            33,       ''
            34,       t-3
            67,       t-2 t-3
            100,      t-1 t-2 t-3
            """, useHeadersInDisplayName = true)
    void the_share_of_returned_lines_is_exact(String percent, String wanted) throws Exception {
        behave(Map.of("returnedPercent", percent, "reason", "NAME_DIFFERS"));
        post(ROLL, Map.of());

        var returned = returned(1).stream()
                .filter(line -> line.endsWith(",returned,户名不符"))
                .map(line -> line.substring(0, 3))
                .toList();
        assertThat(String.join(" ", returned)).isEqualTo(wanted);
        assertThat(returned(1).stream().filter(line -> line.endsWith(",paid,"))).hasSize(3 - returned.size());
    }

    @Test
    void a_wrong_amount_stands_in_one_line_only() throws Exception {
        behave(Map.of("faults", "WRONG_AMOUNT"));
        post(ROLL, Map.of());

        assertThat(returned(1)).contains("t-1,360001,paid,", "t-2,30000,paid,", "t-3,60000,paid,");
    }

    @Test
    void an_unknown_line_names_a_transfer_that_the_roll_does_not_have() throws Exception {
        behave(Map.of("faults", "UNKNOWN_LINE"));
        post(ROLL, Map.of());

        var lines = returned(1);
        assertThat(lines).hasSize(5).startsWith(ALL_PAID.toArray(String[]::new));
        assertThat(UUID.fromString(lines.getLast().substring(0, 36))).isNotNull();
        assertThat(page("/bank/rolls/" + id)).contains("清单中没有");
    }

    @Test
    void a_duplicate_line_stands_there_twice() throws Exception {
        behave(Map.of("faults", "DUPLICATE_LINE"));
        post(ROLL, Map.of());

        assertThat(returned(1)).hasSize(5).endsWith("t-3,60000,paid,", "t-3,60000,paid,");
    }

    @Test
    void the_same_return_file_is_sent_twice_when_told() throws Exception {
        behave(Map.of("faults", "SENT_TWICE"));
        post(ROLL, Map.of());

        returned(2);
        assertThat(PLATFORM.received().get(0)).isEqualTo(PLATFORM.received().get(1));
        nothingMoreComes(2);
    }

    @Test
    void the_return_file_is_sent_until_the_platform_has_answered() throws Exception {
        PLATFORM.willAnswer(new Answer(503, ""), new Answer(401, ""), new Answer(202, "{}"));
        post(ROLL, Map.of());

        returned(3);
        assertThat(PLATFORM.received()).containsOnly(PLATFORM.received().getFirst());
        nothingMoreComes(3);
        assertThat(page("/bank/rolls/" + id)).contains("已回盘");
    }

    @Test
    void a_refusal_ends_the_matter_until_the_file_is_made_anew() throws Exception {
        PLATFORM.willAnswer(new Answer(422, "held"), new Answer(200, "{}"));
        behave(Map.of("faults", "WRONG_AMOUNT"));
        post(ROLL, Map.of());
        returned(1);
        nothingMoreComes(1);
        assertThat(page("/bank/rolls/" + id)).contains("平台拒收", "平台应答 422 held");

        behave(Map.of());
        submit("/bank/rolls/" + id + "/return", Map.of());

        assertThat(returned(2)).isEqualTo(ALL_PAID);
    }

    @Test
    void the_number_of_lines_is_stated_and_one_too_many_when_told() throws Exception {
        post(ROLL, Map.of());
        returned(1);
        assertThat(PLATFORM.received().getLast().controls()).isEqualTo("3 450000");

        behave(Map.of("faults", "WRONG_CONTROLS"));
        submit("/bank/rolls/" + id + "/return", Map.of());

        returned(2);
        assertThat(PLATFORM.received().getLast().controls()).isEqualTo("4 450000");
    }

    @Test
    void what_the_platform_took_and_what_not_is_shown_in_words() throws Exception {
        PLATFORM.willAnswer(new Answer(200, """
                {"outcome": "applied", "lines": {"applied": 2, "other-amount": 1},
                 "problems": [{"line": 2, "raw": "t-1,360001,paid,", "outcome": "other-amount"}], "detail": ""}"""));
        behave(Map.of("faults", "WRONG_AMOUNT"));
        post(ROLL, Map.of());
        returned(1);
        every_return_file_has_been_answered();

        assertThat(page("/bank/rolls/" + id))
                .contains("已回盘，有未入账的行", "平台已接收：已入账 2 笔，金额不符 1 笔", "2 applied, 1 another amount");
    }

    @Test
    void pages_of_a_roll_end_where_the_return_file_ends() throws Exception {
        behave(Map.of("faults", "UNKNOWN_LINE"));
        post(ROLL, Map.of());
        returned(1);

        var bank = new Bank(DATA, Clock.systemUTC());

        assertThat(bank.lines(id, 0, 3).more()).isTrue();
        assertThat(bank.lines(id, 3, 3).lines()).hasSize(1);
        assertThat(bank.lines(id, 3, 3).more()).isFalse();
    }

    @Test
    void a_share_beyond_all_lines_is_refused() throws Exception {
        var answer = submit(
                "/bank/behaviour", Map.of("returnedPercent", "101", "reason", "NAME_DIFFERS", "delaySeconds", "0"));

        assertThat(answer.statusCode()).isEqualTo(400);
    }
}
