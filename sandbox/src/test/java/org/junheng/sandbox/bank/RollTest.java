package org.junheng.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollTest extends BankScene {

    @Test
    void an_accepted_roll_comes_back_line_by_line_under_the_banks_key() throws Exception {
        assertThat(post(ROLL, Map.of()).statusCode()).isEqualTo(202);

        assertThat(returned(1)).isEqualTo(ALL_PAID);
        var call = PLATFORM.received().getFirst();
        assertThat(call.method() + " " + call.path()).isEqualTo("POST /api/payment/returns");
        assertThat(call.authorization()).isEqualTo("Bearer " + BANK_KEY);
        assertThat(call.roll()).isEqualTo(id);
        assertThat(call.type()).startsWith("text/csv");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            header,        value,                    status, type
            Authorization, Bearer 0,                 401,    caller-unknown
            Authorization, '',                       401,    caller-unknown
            X-Sha256,      00,                       422,    roll-hash-differs
            X-Lines,       2,                        422,    roll-lines-differs
            X-Total-Fen,   450001,                   422,    roll-total-differs
            X-Roll-Id,     ../../secrets/client-bank, 400,   roll-id
            X-Lines,       three,                    400,    ''
            """, useHeadersInDisplayName = true)
    void a_roll_that_is_not_what_it_says_is_refused_and_forgotten(String header, String value, int status, String type)
            throws Exception {
        var answer = post(ROLL, Map.of(header, value));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(text(answer)).contains(type);
        assertThat(post(ROLL, Map.of()).statusCode()).isEqualTo(202);
        assertThat(returned(1)).isEqualTo(ALL_PAID);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            transfer_id;t-1                  | no amounts
            amount_fen;100                   | no transfers
            transfer_id,amount_fen;t-1,1.5   | not whole fen
            transfer_id,amount_fen;t-1,-5    | less than nothing
            transfer_id,amount_fen;t-1,0     | nothing
            transfer_id,amount_fen;,100      | a blank transfer
            transfer_id,amount_fen;t-1,5,6,7 | too many values
            """)
    void a_roll_that_cannot_be_read_is_refused(String lines, String why) throws Exception {
        var answer = post(lines.replace(';', '\n') + "\n", Map.of("X-Lines", "1", "X-Total-Fen", "100"));

        assertThat(answer.statusCode()).as(why).isEqualTo(422);
        assertThat(text(answer)).as(why).contains("roll-unreadable");
    }

    @Test
    void nobody_is_let_in_before_the_platform_has_made_the_key() throws Exception {
        Files.delete(DATA.resolve("secrets/client-bank-out"));

        assertThat(post(ROLL, Map.of()).statusCode()).isEqualTo(401);
        assertThat(post(ROLL, Map.of("Authorization", "")).statusCode()).isEqualTo(401);
    }

    @Test
    void the_same_roll_again_is_answered_alike_and_paid_once() throws Exception {
        var first = post(ROLL, Map.of());
        var second = post(ROLL, Map.of());

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(text(second)).isEqualTo(text(first));
        returned(1);
        assertThat(post(ROLL, Map.of()).statusCode()).isEqualTo(202);
        nothingMoreComes(1);
    }

    @Test
    void a_known_roll_with_another_content_is_a_conflict() throws Exception {
        post(ROLL, Map.of());

        var other = post(ROLL.replace("30000", "30001"), Map.of("X-Total-Fen", "450001"));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(returned(1)).isEqualTo(ALL_PAID);
    }

    @Test
    void a_lost_answer_is_no_answer_but_the_roll_is_taken() throws Exception {
        behave(Map.of("faults", "LOST_ANSWER"));

        assertThatThrownBy(() -> post(ROLL, Map.of())).isInstanceOf(IOException.class);
        assertThat(post(ROLL, Map.of()).statusCode()).isEqualTo(202);
        assertThat(returned(1)).isEqualTo(ALL_PAID);
        nothingMoreComes(1);
    }

    @Test
    void a_bank_started_anew_knows_its_rolls_and_refuses_to_take_them_otherwise() throws Exception {
        post(ROLL, Map.of());
        returned(1);
        nothingMoreComes(1);

        var again = new Bank(DATA, Clock.systemUTC());

        var kept = again.find(id).orElseThrow();
        assertThat(kept.controls()).isEqualTo(new Roll.Controls(sha256(ROLL), 3, 450000));
        assertThat(kept.answer().state()).isEqualTo(Roll.State.DELIVERED);
        assertThat(again.lines(id, 1, 1).lines())
                .containsExactly(new RollFile.Line(
                        2, List.of("t-2", "30000", "王,磊", "6230910199087654321"), List.of("t-2", "30000", "paid", "")));
    }

    @Test
    void the_page_shows_the_fate_of_every_line_and_no_whole_account() throws Exception {
        behave(Map.of("returnedPercent", "100"));
        post(ROLL, Map.of());

        assertThat(page("/bank")).contains(id, "4,500.00");
        assertThat(page("/bank/rolls/" + id))
                .contains("王,磊", "****4321", "退票", "账号不存在")
                .doesNotContain("6230910199087654321");
    }

    @ParameterizedTest
    @CsvSource({
        "6230910199087654321, ****4321",
        "33032919960315002X, ****002X",
        "13900001234, ****1234",
        "0199ab00-0000-7000-8000-000000001234, 0199ab00-0000-7000-8000-000000001234",
        "360000, 360000",
        "林小满, 林小满"
    })
    void numbers_of_people_and_accounts_are_shown_by_their_end(String value, String shown) {
        assertThat(new BankController.Show().masked(value)).isEqualTo(shown);
    }

    @Test
    void what_the_bank_keeps_is_for_its_owner_only() throws Exception {
        var folder = DATA.resolve("sandbox/bank");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }
}
