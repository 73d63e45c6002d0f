package org.junheng.register;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.junheng.Junheng;
import org.junheng.tables.Limits;
import org.junheng.tables.Tables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Searching and opening over HTTP on the demonstration county, as its reviewer under row-level security: mixed
 * questions drawn from the county's own people, {@code -Drequests} of each kind (default 200), one after the other.
 * With {@code -Ddata} the county that an earlier start loaded into that folder, which nothing else may be running on.
 */
@Tag("bench")
class CountySearchBenchmark {

    private static final int REQUESTS = Integer.getInteger("requests", 200);
    private static final int WARM_UP = Integer.getInteger("warm-up", 300);
    private static final String SCALE = System.getProperty("scale", "1");
    private static final int SEED = 20261124;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern PERSON = Pattern.compile("/persons/([0-9a-f-]{36})");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Random random = new Random(SEED);
    private String address = "";

    /** A person of the county as its files tell it. */
    private record Someone(String name, String idNumber, String bornOn, long area) {

        String pinyin(int syllables) {
            var text = new StringBuilder();
            name.codePoints().limit(syllables).forEach(c -> text.append(reading((char) c)));
            return text.toString();
        }

        String initials() {
            var text = new StringBuilder();
            name.codePoints().forEach(c -> text.append(reading((char) c).charAt(0)));
            return text.toString();
        }

        private static String reading(char c) {
            return PinyinHelper.toHanyuPinyinStringArray(c)[0]
                    .replaceAll("[0-9]", "")
                    .replace("u:", "v");
        }
    }

    @Test
    void the_county_is_searched_and_opened(@TempDir Path empty) throws Exception {
        var data = Path.of(System.getProperty("data", empty.toString()));
        try (var platform = new SpringApplicationBuilder(Junheng.class)
                .run(
                        "--junheng.data=" + data,
                        "--junheng.schemes=../schemes",
                        "--server.port=0",
                        "--junheng.demonstration.scale=" + SCALE)) {
            address = "http://localhost:" + platform.getEnvironment().getProperty("local.server.port");
            signIn("county");
            var people = people(data.resolve("demonstration"));
            questions(people, WARM_UP).forEach((kind, paths) -> paths.forEach(this::time));
            var searches = new ArrayList<Long>();
            questions(people, REQUESTS).forEach((kind, paths) -> searches.addAll(report(kind, paths)));
            print("all searches", searches.stream().sorted().toList());
            report("open a person", opened(people));
        }
    }

    private Map<String, List<String>> questions(List<Someone> people, int number) {
        var questions = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < number; i++) {
            var one = people.get(random.nextInt(people.size()));
            ask(questions, "full name", one.name(), 0);
            ask(questions, "full name and year", one.name() + " " + one.bornOn().substring(0, 4), 0);
            ask(questions, "surname only", one.name().substring(0, 1), 0);
            ask(questions, "surname and township", one.name().substring(0, 1), one.area());
            ask(questions, "pinyin", one.pinyin(4), 0);
            ask(questions, "pinyin of surname", one.pinyin(1), 0);
            ask(questions, "initials", one.initials(), 0);
            ask(questions, "ID number", one.idNumber(), 0);
            ask(questions, "birth date", one.bornOn(), 0);
            ask(questions, "birth date and township", one.bornOn(), one.area());
            ask(questions, "nobody of that name", one.name() + "甲乙", 0);
        }
        return questions;
    }

    private static void ask(Map<String, List<String>> questions, String kind, String text, long area) {
        var path = "/persons?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + (area == 0 ? "" : "&area=" + area);
        questions.computeIfAbsent(kind, k -> new ArrayList<>()).add(path);
    }

    private List<String> opened(List<Someone> people) {
        var paths = new ArrayList<String>();
        while (paths.size() < REQUESTS) {
            var one = people.get(random.nextInt(people.size()));
            var found = PERSON.matcher(get("/persons?q=" + one.idNumber()));
            if (found.find()) {
                paths.add("/persons/" + found.group(1));
            }
        }
        return paths;
    }

    private List<Long> report(String kind, List<String> paths) {
        var times = paths.stream().map(this::time).sorted().toList();
        print(kind, times);
        return times;
    }

    private static void print(String kind, List<Long> times) {
        System.out.printf(
                "%-26s %5d requests  p50 %6.1f ms  p95 %6.1f ms  p99 %6.1f ms  max %6.1f ms%n",
                kind, times.size(), at(times, .50), at(times, .95), at(times, .99), times.getLast() / 1e6);
    }

    private static double at(List<Long> times, double share) {
        return times.get((int) Math.min(times.size() - 1, Math.ceil(times.size() * share) - 1)) / 1e6;
    }

    private long time(String path) {
        long from = System.nanoTime();
        get(path);
        return System.nanoTime() - from;
    }

    private void signIn(String subject) {
        var token = TOKEN.matcher(get("/sign-in"));
        if (!token.find()) {
            throw new IllegalStateException("The sign-in page has no token.");
        }
        var form = "subject=%s&_csrf=%s".formatted(subject, URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        send(HttpRequest.newBuilder(URI.create(address + "/sign-in/demonstration"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private String get(String path) {
        var response = send(HttpRequest.newBuilder(URI.create(address + path)).build());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("%d for a page".formatted(response.statusCode()));
        }
        return response.body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A thousand people drawn by their keys, living and dead, with the place of their residence. */
    private static List<Someone> people(Path folder) {
        var query = """
                SELECT i.name, i.id_number, strftime(p.birth, '%%Y-%%m-%%d') AS born, max(r.area) AS area,
                       hash(i.id_number) AS draw
                  FROM read_parquet('%1$s/identity/identity.parquet') i
                  JOIN read_parquet('%1$s/snapshot/person.parquet') p ON p.key = i.key
                  JOIN read_parquet('%1$s/snapshot/residence.parquet') r ON r.person = i.key AND r.kind = 'residence'
                 WHERE i.id_number IS NOT NULL AND length(i.name) >= 2
                 GROUP BY ALL
                 ORDER BY draw
                 LIMIT 1000
                """.formatted(folder);
        try (var tables = Tables.open(new Limits(512, 2, folder))) {
            return tables.list(
                    query,
                    List.of(),
                    row -> new Someone(
                            row.getString("name"),
                            row.getString("id_number"),
                            row.getString("born"),
                            row.getLong("area") / 1000 * 1000));
        }
    }
}
