package org.junheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junheng.access.Accounts;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.ApiClientKeys;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.benefit.internal.TestFamilies;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.database.Loader;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;
import org.junheng.processes.TwoProcesses;
import org.junheng.processes.WebSession;
import org.junheng.register.Arrivals;
import org.junheng.register.Families;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What goes wrong in real life, sent in as it really comes, and what the people concerned read: the page
 * {@code docs/how-to/bad-input.md} is written from it. With {@code -Dgolden=accept} the page is written anew.
 */
@PlatformTest
class BadInputTest {

    private static final Path PAGE = Path.of(System.getProperty("junheng.root"), "docs/how-to/bad-input.md");
    private static final String HEADER = "通知编号,助产机构,机构地区代码,出生日期,性别,母亲姓名,母亲身份证号\r\n";
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String KEY = "key-of-a-department-in-this-test";
    private static final String RETURNS = "transfer_id,amount_fen,result,reason\r\n";

    private final Families families = new Families("census");
    private final TestFamilies grants;
    private final List<String> rows = new ArrayList<>();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private ApiClientKeys clients;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    BadInputTest(@Autowired ApplicationContext context) {
        grants = new TestFamilies(context);
    }

    @BeforeEach
    void people_and_offices() {
        DemonstrationAccounts.open(accounts, loading);
        var text = "bad-na   邵小满 F 1996-05-20 in 330329100\n";
        Actors.run(Actor.service("test-load", Purpose.UPKEEP), () -> arrivals.take(families.read(text).stream()));
        var areas = List.of(AreaCode.of("330329"));
        Actors.run(
                Actor.service("test", Purpose.UPKEEP),
                () -> loading.executeWithoutResult(status -> {
                    clients.open(new ApiClientKeys.Client("hospital", Role.HOSPITAL, "医院", "Hospital", areas), KEY + 1);
                    clients.open(new ApiClientKeys.Client("bank", Role.BANK, "代理银行", "Agent bank", areas), KEY + 2);
                }));
    }

    @Test
    void everybody_is_told_what_is_wrong_and_what_to_do_and_nothing_is_lost() throws Exception {
        section("Birth notices as a file", "The county’s officer uploads it at `/intake`.");
        notices();
        section("Birth notices over the interface", "A hospital’s system posts to `/api/birth-notices`.");
        noticesByInterface();
        section(
                "The bank’s return file",
                "Uploaded by the finance officer at `/payment`, or posted by the bank to `/api/payment/returns`.");
        returns();
        compare();
    }

    private void notices() throws IOException {
        var na = families.number("bad-na").value();
        var unknownPrefix =
                ResidentId.compose(999999, LocalDate.of(1995, 3, 5), 22).value();
        var stranger = ResidentId.compose(350924, LocalDate.of(1994, 8, 8), 24).value();
        file("ID number with a wrong check digit", HEADER + row("B-1", "2026-11-02", "邵小满", wrongDigit(na)));
        file(
                "birth in the future",
                HEADER
                        + row(
                                "B-2",
                                LocalDate.now(AdministrativeTime.ZONE)
                                        .plusDays(400)
                                        .toString(),
                                "邵小满",
                                na));
        file("date that is none", HEADER + row("B-3", "2026-13-45", "邵小满", na));
        file("mother unknown here", HEADER + row("B-4", "2026-11-03", "韦佳怡", stranger));
        file(
                "ID number whose first six digits are no known area",
                HEADER + row("B-5", "2026-11-04", "柳思颖", unknownPrefix));
        file("a notice, and then the same in another file", HEADER + row("B-6", "2026-11-05", "邵小满", na));
        file("the same notice again", HEADER + row("B-6", "2026-11-05", "邵小满", na) + "\r\n");
        file(
                "the same notice number twice in one file",
                HEADER + row("B-7", "2026-11-06", "邵小满", na) + row("B-7", "2026-11-06", "邵小满", na));
        file("a file in GB18030", (HEADER + row("B-8", "2026-11-07", "邵小满", na)).getBytes(GB18030));
        file(
                "a required column missing or misspelt",
                HEADER.replace("母亲身份证号", "母亲证件") + row("B-9", "2026-11-08", "邵小满", na));
        file("an empty file", "");
        file("column names only", HEADER);
        file("a picture instead of a table", new byte[] {'P', 'K', 3, 4, 0, 1, 2, 3});
        file("workbook: date as a number with a date format, date by a formula", NoticeWorkbook.of(HEADER, na, false));
        file("workbook: ID number typed as a figure", NoticeWorkbook.of(HEADER, na, true));
    }

    private void noticesByInterface() throws Exception {
        told("no key, or one we do not know", post("/api/birth-notices", "Bearer 0", "[]"));
        told("no list of notices", post("/api/birth-notices", "Bearer " + KEY + 1, "{\"notice_number\": "));
        told("an empty list", post("/api/birth-notices", "Bearer " + KEY + 1, "[]"));
        told("a key of another department", post("/api/birth-notices", "Bearer " + KEY + 2, "[{}]"));
    }

    private void returns() throws Exception {
        var child = grants.granted("bad-input", "330329105", "2026-10-05");
        var transfer = sent(child);
        returned("a transfer nobody knows", RETURNS + UUID.randomUUID() + ",360000,paid,\r\n");
        returned("another amount", RETURNS + transfer + ",360001,paid,\r\n");
        returned("a line that cannot be read", RETURNS + transfer + ",3600.00,ok,\r\n");
        returned(
                "the right line, and once more",
                RETURNS + transfer + ",360000,paid,\r\n" + transfer + ",360000,paid,\r\n");
        returned("the very same file again", RETURNS + transfer + ",360000,paid,\r\n" + transfer + ",360000,paid,\r\n");
        returned("later the contrary", RETURNS + transfer + ",360000,returned,户名不符\r\n");
        returned("other columns", "id,amount\r\n1,2\r\n");
        returned("an empty return file", "");
        told("control totals that do not fit (interface)", held(transfer));
    }

    /** Takes the child's instruction to the bank through a roll. */
    private String sent(UUID child) {
        var finance = new WebSession("http://localhost:" + port).signIn("finance");
        for (int i = 0;
                i < 60
                        && !grants.row("SELECT count(*)::text FROM payment.payable WHERE unit_id = '%s'"
                                        .formatted(child))
                                .equals("1");
                i++) {
            TwoProcesses.pause(500);
        }
        finance.get("/payment");
        var roll = finance.post("/payment/rolls", Map.of()).path();
        var county = new WebSession("http://localhost:" + port).signIn("county");
        county.get(roll);
        county.post(roll + "/freeze", Map.of());
        return grants.row("SELECT id::text FROM payment.transfer WHERE unit_id = '%s'".formatted(child));
    }

    private HttpResponse<String> held(String transfer) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/api/payment/returns".formatted(port)))
                .header("Authorization", "Bearer " + KEY + 2)
                .header("Content-Type", "text/csv")
                .header("X-Lines", "2")
                .POST(HttpRequest.BodyPublishers.ofString(RETURNS + transfer + ",360000,paid,\r\n"));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void file(String what, String content) {
        file(what, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Uploads a file as the county's officer and keeps what the page says, in both languages. */
    private void file(String what, byte[] content) {
        upload(what, content, "county", "/intake", "/intake/files", "births");
    }

    private void returned(String what, String content) {
        upload(what, content.getBytes(StandardCharsets.UTF_8), "finance", "/payment", "/payment/returns", "return");
    }

    private void upload(String what, byte[] content, String who, String page, String to, String name) {
        var window = new WebSession("http://localhost:" + port).signIn(who);
        window.get(page);
        var answer = window.upload(to, name + (content.length > 1 && content[0] == 'P' ? ".xlsx" : ".csv"), content);
        for (int i = 0; i < 60 && answer.path().startsWith("/jobs/"); i++) {
            TwoProcesses.pause(500);
            var done = answer.find("href=\"(/intake/deliveries/[^\"]+)\"");
            answer = window.get(done.orElse(answer.path()));
        }
        assertThat(answer.status()).as(what).isEqualTo(200);
        row(what, read(answer));
    }

    /** Alerts, counts that are not nought, and findings or lines that were not applied. */
    private static String read(WebSession.Answer page) {
        var said = new ArrayList<String>();
        each(page.body(), "class=\"alert[^>]*>.*?<p>(.*?)</p>", said, " ");
        if (!page.path().equals("/payment")) {
            each(
                    page.body(),
                    "class=\"label\">([^<]*)</p>\\s*<p class=\"figure\"><span>([1-9][\\d,]*)</span>",
                    said,
                    " ");
        }
        each(
                page.body(),
                "<tr><td class=\"number\">(\\d+)</td><td>([^<]*)</td><td>[^<]*</td><td>([^<]*)</td>",
                said,
                " · ");
        each(page.body(), "<tr><td class=\"number\">(\\d+)</td><td>([^<]*)</td><td><code>", said, " · ");
        return String.join("; ", said);
    }

    private static void each(String body, String pattern, List<String> said, String between) {
        var matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(body);
        while (matcher.find()) {
            var parts = new ArrayList<String>();
            for (int i = 1; i <= matcher.groupCount(); i++) {
                parts.add(matcher.group(i).replaceAll("<[^>]+>", "").strip());
            }
            said.add(String.join(between, parts).replace("&quot;", "\"").replace("&#39;", "'"));
        }
    }

    private void told(String what, HttpResponse<String> answer) {
        var body = answer.body()
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "…")
                .replaceAll("\\s+", " ")
                .strip();
        row(what, "%d `%s`".formatted(answer.statusCode(), body));
    }

    private HttpResponse<String> post(String path, String key, String json) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", key)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "zh-CN")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void section(String title, String text) {
        rows.add("\n## %s\n\n%s\n\n| input | what is read |\n|---|---|".formatted(title, text));
    }

    private void row(String what, String said) {
        assertThat(said).as(what).isNotBlank();
        rows.add("| %s | %s |".formatted(what, said));
    }

    private void compare() throws IOException {
        var page = """
                # Bad input, and what people read

                Written by `BadInputTest`, which sends all of it in through the pages and interfaces and keeps what comes back. Nothing here
                is an error page: good rows are applied, bad ones are kept for correction or with their reason, and sending again is safe.
                """ + rows.stream().collect(Collectors.joining("\n")) + "\n";
        if ("accept".equals(System.getProperty("golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("Stale: run the test with -Dgolden=accept and review the change.")
                .hasContent(page);
    }

    private static String row(String number, String day, String mother, String id) {
        return "%s,泰顺县人民医院,330329,%s,女,%s,%s\r\n".formatted(number, day, mother, id);
    }

    private static String wrongDigit(String id) {
        return id.substring(0, 17) + (id.endsWith("0") ? '1' : '0');
    }
}
