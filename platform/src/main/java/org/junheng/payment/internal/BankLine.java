package org.junheng.payment.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junheng.database.Secrets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The line to the agent bank: sends the file of a frozen roll, with its id, hash and control totals. */
@Component
class BankLine {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JdbcRolls rolls;
    private final RollFile file;
    private final TransactionTemplate work;
    private final URI address;
    private final Secrets secrets;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    BankLine(
            JdbcRolls rolls,
            RollFile file,
            TransactionTemplate work,
            @Value("${junheng.sandbox.url}") String bank,
            Secrets secrets) {
        this.rolls = rolls;
        this.file = file;
        this.work = work;
        this.address = URI.create(bank + "/bank/rolls");
        this.secrets = secrets;
    }

    /** What came of a sending. */
    sealed interface Answer {

        /** The bank has it. */
        record Accepted(String text) implements Answer {}

        /** The bank read it and refuses it: somebody must look. */
        record Refused(String text) implements Answer {}

        /** No answer, or the bank is in trouble: to be sent again. */
        record None(String text) implements Answer {}
    }

    /** Sends a roll as it was frozen; one whose lines no longer give the frozen hash is not sent. */
    Answer send(UUID id) {
        try {
            var roll = work.execute(status -> rolls.find(id)).orElseThrow();
            var content = content(id);
            var frozen = roll.frozen().orElseThrow();
            if (!java.util.Arrays.equals(content.written().sha256(), frozen.sha256())) {
                return new Answer.Refused("the lines no longer give the frozen hash");
            }
            return answer(http.send(request(roll, content.bytes()), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Answer.None(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.None("interrupted");
        }
    }

    private record Content(byte[] bytes, RollFile.Written written) {}

    private Content content(UUID id) {
        return work.execute(status -> {
            var bytes = new java.io.ByteArrayOutputStream();
            var written = file.write(id, bytes);
            return new Content(bytes.toByteArray(), written);
        });
    }

    private HttpRequest request(Roll roll, byte[] content) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + secrets.get("client-bank-out"))
                .header("Content-Type", "text/csv; charset=UTF-8")
                .header("X-Roll-Id", roll.id().toString())
                .header("X-Sha256", roll.frozen().orElseThrow().hex())
                .header("X-Lines", Integer.toString(roll.controls().lines()))
                .header("X-Total-Fen", Long.toString(roll.controls().total().fen()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
    }

    private static Answer answer(HttpResponse<String> response) {
        var text = response.statusCode() + " " + response.body();
        if (response.statusCode() / 100 == 2) {
            return new Answer.Accepted(text);
        }
        return response.statusCode() / 100 == 4 && response.statusCode() != 401
                ? new Answer.Refused(text)
                : new Answer.None(text);
    }
}
