package org.junheng.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junheng.sandbox.SandboxTest;
import org.junheng.sandbox.StandInPlatform.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankTest extends SandboxTest {

    private static final String ROLL = """
            transfer_id,amount_fen,payee,account
            t-1,360000,林小满,6230910199012345678
            t-2,30000,"王,磊",6230910199087654321
            t-3,60000,陈雪梅,6230910199011112222
            """;
    private static final List<String> ALL_PAID =
            List.of("transfer_id,amount_fen,result,reason", "t-1,360000,paid,", "t-2,30000,paid,", "t-3,60000,paid,");

    private final String id = UUID.randomUUID().toString();

    @BeforeEach
    void a_decent_bank_and_a_platform_that_takes_everything() throws Exception {
        PLATFORM.willAnswer(new Answer(200, "{}"));
        behave(Map.of());
    }

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
    void a_lost_answer_is_no_answer_but_the_roll_is_taken() throws Exception {
        behave(Map.of("faults", "LOST_ANSWER"));

        assertThatThrownBy(() -> post(ROLL, Map.of())).isInstanceOf(IOException.class);
        assertThat(post(ROLL, Map.of()).statusCode()).isEqualTo(202);
        assertThat(returned(1)).isEqualTo(ALL_PAID);
        nothingMoreComes(1);
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
        assertThat(page("/bank/rolls/" + id)).contains("平台拒收", "422 held");

        behave(Map.of());
        submit("/bank/rolls/" + id + "/return", Map.of());

        assertThat(returned(2)).isEqualTo(ALL_PAID);
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

    @Test
    void what_the_bank_keeps_is_for_its_owner_only() throws Exception {
        var folder = DATA.resolve("sandbox/bank");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_share_beyond_all_lines_is_refused() throws Exception {
        var answer = submit(
                "/bank/behaviour", Map.of("returnedPercent", "101", "reason", "NAME_DIFFERS", "delaySeconds", "0"));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private void behave(Map<String, String> more) throws Exception {
        var form = new HashMap<>(Map.of("returnedPercent", "0", "reason", "NO_SUCH_ACCOUNT", "delaySeconds", "0"));
        form.putAll(more);
        assertThat(submit("/bank/behaviour", form).statusCode()).isEqualTo(302);
    }

    private HttpResponse<byte[]> post(String roll, Map<String, String> otherwise) throws Exception {
        var headers = new HashMap<>(Map.of(
                "Authorization",
                "Bearer " + PLATFORM_KEY,
                "Content-Type",
                "text/csv; charset=UTF-8",
                "X-Roll-Id",
                id,
                "X-Sha256",
                sha256(roll),
                "X-Lines",
                "3",
                "X-Total-Fen",
                "450000"));
        headers.putAll(otherwise);
        var request = HttpRequest.newBuilder(at("/bank/rolls")).POST(BodyPublishers.ofString(roll));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Lines of the last return file, once the platform has received the given number of them. */
    private List<String> returned(int files) {
        for (int i = 0; i < 1000 && PLATFORM.received().size() < files; i++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(PLATFORM.received()).hasSize(files);
        return PLATFORM.received().getLast().body().lines().toList();
    }

    private static void nothingMoreComes(int files) {
        LockSupport.parkNanos(300_000_000);
        assertThat(PLATFORM.received()).hasSize(files);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
