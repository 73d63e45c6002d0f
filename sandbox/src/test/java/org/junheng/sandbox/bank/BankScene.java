package org.junheng.sandbox.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junheng.sandbox.SandboxTest;
import org.junheng.sandbox.StandInPlatform.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A bank that serves decently until told otherwise, and a platform that sends it a roll of three lines. */
abstract class BankScene extends SandboxTest {

    static final String ROLL = """
            transfer_id,amount_fen,payee,account
            t-1,360000,林小满,6230910199012345678
            t-2,30000,"王,磊",6230910199087654321
            t-3,60000,陈雪梅,6230910199011112222
            """;
    static final List<String> ALL_PAID =
            List.of("transfer_id,amount_fen,result,reason", "t-1,360000,paid,", "t-2,30000,paid,", "t-3,60000,paid,");

    final String id = UUID.randomUUID().toString();

    @BeforeEach
    void a_decent_bank_and_a_platform_that_takes_everything() throws Exception {
        PLATFORM.willAnswer(new Answer(200, "{}"));
        behave(Map.of());
    }

    /** Otherwise a return file of one test would come in during the next. */
    @AfterEach
    void every_return_file_has_been_answered() throws Exception {
        for (int i = 0; i < 1000 && page("/bank").contains("待回盘"); i++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(page("/bank")).doesNotContain("待回盘");
    }

    void behave(Map<String, String> more) throws Exception {
        var form = new HashMap<>(Map.of("returnedPercent", "0", "reason", "NO_SUCH_ACCOUNT", "delaySeconds", "0"));
        form.putAll(more);
        assertThat(submit("/bank/behaviour", form).statusCode()).isEqualTo(302);
    }

    HttpResponse<byte[]> post(String roll, Map<String, String> otherwise) throws Exception {
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
    List<String> returned(int files) {
        for (int i = 0; i < 1000 && PLATFORM.received().size() < files; i++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(PLATFORM.received()).hasSize(files);
        return PLATFORM.received().getLast().body().lines().toList();
    }

    static void nothingMoreComes(int files) {
        LockSupport.parkNanos(300_000_000);
        assertThat(PLATFORM.received()).hasSize(files);
    }

    static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
