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
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The line to the agent bank: sends the file of a frozen roll, with its id, hash and control totals. */
@Component
class BankLine {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JdbcRolls rolls;
    private final RollFile file;
    private final TransactionTemplate work;
    private final URI address;
    private final Secrets secrets;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

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

    /**
     * What came of a sending.
     *
     * @param outcome in a word
     * @param text what the bank said, or the kind of the failure
     */
    record Answer(Outcome outcome, String text) {}

    /** What came of a sending, in a word. The code is what the database stores. */
    enum Outcome {
        /** The bank has it. */
        ACCEPTED("accepted"),
        /** The bank read it and refuses it: somebody must look. */
        REFUSED("refused"),
        /** The bank does not know our key: somebody must look, and it is sent again. */
        STRANGER("stranger"),
        /** The bank is in trouble: it is sent again. */
        UNWELL("unwell"),
        /** No answer came, and nobody knows whether the roll did: it is sent again. */
        NO_ANSWER("no-answer");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        private static Outcome of(int status) {
            return switch (status / 100) {
                case 2 -> ACCEPTED;
                case 4 -> status == 401 || status == 403 ? STRANGER : status == 408 || status == 429 ? UNWELL : REFUSED;
                default -> UNWELL;
            };
        }
    }

    /** Sends a roll as it was frozen; one whose lines no longer give the frozen hash is not sent. */
    Answer send(UUID id) {
        try {
            var roll = work.execute(status -> rolls.find(id)).orElseThrow();
            var content = content(id);
            var frozen = roll.frozen().orElseThrow();
            if (!java.util.Arrays.equals(content.written().sha256(), frozen.sha256())) {
                return new Answer(Outcome.REFUSED, "the lines no longer give the frozen hash");
            }
            return answer(http.send(request(roll, content.bytes()), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Answer(Outcome.NO_ANSWER, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(Outcome.NO_ANSWER, "interrupted");
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
        return new Answer(Outcome.of(response.statusCode()), words(response.body()));
    }

    /** A problem (RFC 9457) by title and detail, anything else as it is. */
    private static String words(String body) {
        try {
            var problem = JsonMapper.shared().readTree(body);
            var words = problem.path("title").asString("") + " "
                    + problem.path("detail").asString("");
            return words.isBlank() ? body : words.strip();
        } catch (JacksonException e) {
            return body;
        }
    }
}
