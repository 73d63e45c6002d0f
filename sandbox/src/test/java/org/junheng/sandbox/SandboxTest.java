package org.junheng.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test of the departments over real HTTP, in both directions, with a stand-in of the platform. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class SandboxTest {

    protected static final String HOSPITAL_KEY = "1".repeat(48);
    protected static final String BANK_KEY = "2".repeat(48);
    protected static final String PLATFORM_KEY = "3".repeat(48);

    protected static final StandInPlatform PLATFORM = new StandInPlatform();
    protected static final Path DATA = temporaryFolder();

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void places(DynamicPropertyRegistry registry) {
        registry.add("junheng.platform.url", PLATFORM::address);
        registry.add("junheng.data", DATA::toString);
    }

    @BeforeEach
    protected void keys_are_there() throws IOException {
        Files.createDirectories(DATA.resolve("secrets"));
        Files.writeString(DATA.resolve("secrets/client-hospital"), HOSPITAL_KEY);
        Files.writeString(DATA.resolve("secrets/client-bank"), BANK_KEY + "\n");
        Files.writeString(DATA.resolve("secrets/client-bank-out"), PLATFORM_KEY);
    }

    protected static void write(String file, String content) throws IOException {
        Files.createDirectories(DATA.resolve(file).getParent());
        Files.writeString(DATA.resolve(file), content);
    }

    protected URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    protected String page(String path) throws IOException, InterruptedException {
        return new String(send(HttpRequest.newBuilder(at(path)).build()).body(), StandardCharsets.UTF_8);
    }

    protected HttpResponse<byte[]> submit(String path, Map<String, String> form)
            throws IOException, InterruptedException {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    protected HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Path temporaryFolder() {
        try {
            var folder = Files.createTempDirectory("sandbox");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
