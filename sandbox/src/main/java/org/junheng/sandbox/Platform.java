package org.junheng.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** The platform as the departments reach it: its interface over HTTP, nothing else. */
public final class Platform implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofMinutes(5);

    private final URI address;
    private final Keys keys;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /** The platform at an address, which it need not have reached yet. */
    public Platform(URI address, Keys keys) {
        this.address = address;
        this.keys = keys;
    }

    /**
     * A call of the platform.
     *
     * @param path path of the interface, from the root
     * @param key under which key
     * @param headers further headers, Content-Type among them
     * @param body what is sent
     */
    public record Call(String path, Keys.Key key, Map<String, String> headers, HttpRequest.BodyPublisher body) {

        public Call {
            headers = Map.copyOf(headers);
        }
    }

    /** What came of a call. */
    public sealed interface Reply {}

    /**
     * The platform answered.
     *
     * @param status HTTP status
     * @param body body of the answer
     */
    public record Answered(int status, String body) implements Reply {

        /** Whether the status is 2xx. */
        public boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /** Not sent: the platform has not made our key yet, that is, it never ran on this data folder. */
    public record NoKey() implements Reply {}

    /**
     * Sent, perhaps, and no answer.
     *
     * @param why what the connection says
     */
    public record Unreachable(String why) implements Reply {}

    /** Posts to the platform and waits for its answer. */
    public Reply post(Call call) {
        var authorization = keys.findAuthorization(call.key());
        if (authorization.isEmpty()) {
            return new NoKey();
        }
        var request = HttpRequest.newBuilder(address.resolve(call.path()))
                .timeout(ANSWER)
                .header("Authorization", authorization.get())
                .POST(call.body());
        call.headers().forEach(request::header);
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answered(answer.statusCode(), answer.body());
        } catch (IOException e) {
            return new Unreachable(
                    Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unreachable("interrupted");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
