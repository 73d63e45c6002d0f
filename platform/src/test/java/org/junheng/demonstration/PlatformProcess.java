package org.junheng.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The platform as a process of its own with a small synthetic county, to be killed and started again on its folder. */
final class PlatformProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----part";

    private final Path data;
    private final int port = freePort();
    private HttpClient client = newClient();
    private @Nullable Process process;

    PlatformProcess(Path data) {
        this.data = data;
    }

    void start() throws IOException {
        client = newClient();
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.junheng.Junheng",
                        "--server.port=" + port,
                        "--junheng.data=" + data,
                        "--junheng.schemes=../schemes",
                        "--junheng.demonstration.scale=0.1")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("platform.log").toFile()))
                .start();
    }

    /** SIGKILL. Returns the process of its PostgreSQL, which lives on. */
    long kill() {
        long server = server();
        process.destroyForcibly();
        await(() -> !process.isAlive());
        assertThat(ProcessHandle.of(server)).as("PostgreSQL left behind").isPresent();
        return server;
    }

    /** Asks it to end, if it runs. */
    void end() {
        if (process != null) {
            process.destroy();
            await(() -> !process.isAlive());
        }
    }

    boolean isReady() {
        var page = get("/sign-in");
        return page.contains("/sign-in/demonstration") && !page.contains("/sign-in/progress");
    }

    void signIn(String subject) {
        send(request("/sign-in/demonstration")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("subject=%s&_csrf=%s".formatted(subject, token("/sign-in"))))
                .build());
    }

    /** Uploads a file of birth notices; returns the page that tells how far it is. */
    String upload(String csv) {
        var body = """
                --%1$s\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="notices.csv"\r
                Content-Type: text/csv\r
                \r
                %3$s\r
                --%1$s--\r
                """.formatted(BOUNDARY, token("/intake"), csv);
        var answer = send(request("/intake/files")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        var location = answer.headers().firstValue("Location").orElseThrow();
        return URI.create(location).getPath();
    }

    /** A page; empty while nobody answers. */
    String get(String path) {
        try {
            return send(request(path).build()).body();
        } catch (UncheckedIOException e) {
            return "";
        }
    }

    private String token(String path) {
        var token = TOKEN.matcher(get(path));
        assertThat(token.find()).as("token on " + path).isTrue();
        return token.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    /** Rows of each table or condition, asked of the database itself. */
    List<Long> count(List<String> tables) throws SQLException, IOException {
        var address =
                "jdbc:postgresql://localhost:%s/junheng".formatted(pidFile().get(3));
        var secret = Files.readString(data.resolve("secrets/owner")).strip();
        try (var connection = DriverManager.getConnection(address, "junheng_owner", secret);
                var statement = connection.createStatement()) {
            var counts = new java.util.ArrayList<Long>();
            for (var table : tables) {
                try (var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    row.next();
                    counts.add(row.getLong(1));
                }
            }
            return counts;
        }
    }

    long server() {
        return Long.parseLong(pidFile().getFirst().strip());
    }

    /** PostgreSQL's own: its process first, its port fourth. */
    private List<String> pidFile() {
        try {
            return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String log() {
        try {
            return Files.readString(data.resolve("platform.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void await(BooleanSupplier condition) {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now())
                    .as("patience; the platform said: %s", log())
                    .isBefore(end);
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
