package org.junheng.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a screen, by HTTP alone: follows links, fills in forms, keeps cookies and the token of the last page. */
public final class WebSession {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String address;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private String token = "";

    /** A window on the given address. */
    public WebSession(String address) {
        this.address = address;
    }

    /**
     * What came back, redirects followed.
     *
     * @param status HTTP status
     * @param path path of the page arrived at
     * @param body its source
     */
    public record Answer(int status, String path, String body) {

        /** What a person reads: the source without its tags. */
        public String text() {
            return body.replaceAll("(?s)<(script|style|head)\\b.*?</\\1>", " ")
                    .replaceAll("<[^>]+>", " ")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&")
                    .replaceAll("\\s+", " ");
        }

        /** The first match of a pattern's first group. */
        public Optional<String> find(String pattern) {
            var matcher = Pattern.compile(pattern).matcher(body);
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        }

        /** The same, where it must be there. */
        public String get(String pattern) {
            return find(pattern)
                    .orElseThrow(
                            () -> new AssertionError("No %s on %s (%d):\n%s".formatted(pattern, path, status, text())));
        }
    }

    /** Signs in with a demonstration identity. */
    public WebSession signIn(String subject) {
        get("/sign-in");
        var answer = post("/sign-in/demonstration", Map.of("subject", subject));
        if (!answer.path().equals("/home")) {
            throw new AssertionError("%s cannot sign in: %s".formatted(subject, answer.text()));
        }
        return this;
    }

    public Answer get(String path) {
        return send(request(path).GET().build());
    }

    /** Posts a form with the token of the last page. */
    public Answer post(String path, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        form.put("_csrf", token);
        var body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Uploads a file with the token of the last page. */
    public Answer upload(String path, String name, byte[] content) {
        var boundary = "----junheng";
        var head = """
                --%1$s\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%3$s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(boundary, token, name).getBytes(StandardCharsets.UTF_8);
        var tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofByteArray(tail)))
                .build());
    }

    /** Whether a page is there and has a sign on it; not while nobody answers. */
    boolean shows(String path, String sign) {
        try {
            return get(path).body().contains(sign);
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Accept", "text/html");
    }

    private Answer send(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            var matcher = TOKEN.matcher(answer.body());
            if (matcher.find()) {
                token = matcher.group(1);
            }
            return new Answer(answer.statusCode(), answer.uri().getPath(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
