package org.junheng.monitoring.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junheng.Horizon;
import org.junheng.PlatformTest;
import org.junheng.access.Accounts;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.browser.Browser;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.register.Arrivals;
import org.junheng.register.EventKind;
import org.junheng.register.ParticipantRole;
import org.junheng.register.Stated;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitoringPagesTest {

    private static final Actor LOAD = Actor.service("test-load", Purpose.UPKEEP);

    @LocalServerPort
    private int port;

    @Autowired
    private Arrivals arrivals;

    /** A hundred and fifty mothers with their children, and some who died, in three townships. */
    @BeforeAll
    void a_county(
            @Autowired Accounts accounts,
            @Autowired @Loader JdbcClient loader,
            @Autowired @Loader TransactionTemplate loading,
            @Autowired LedgerFollower follower) {
        DemonstrationAccounts.open(accounts, loading);
        var random = new Random(1);
        var records = new ArrayList<Stated.Record>();
        for (int i = 0; i < 150; i++) {
            var town = AreaCode.of("33032910" + random.nextInt(3));
            records.add(person("m" + i, "2", day(random, 1985, 12), town));
            records.add(person("g" + i, "1", day(random, 1935, 25), town, deaths(random, i)));
            for (int child = 0; child <= random.nextInt(3); child++) {
                var sex = random.nextInt(205) < 106 ? "1" : "2";
                records.add(newborn("c" + i + "-" + child, sex, day(random, 2021 + child * 2, 2), "m" + i));
            }
        }
        take(records);
        Horizon.pass(loader, loading);
        follower.follow();
    }

    private static Stated.Event[] deaths(Random random, int i) {
        var death =
                new Stated.Event(EventKind.DEATH, day(random, 2023, 3), Optional.empty(), Optional.empty(), List.of());
        return i % 3 == 0 ? new Stated.Event[] {death} : new Stated.Event[0];
    }

    private static Stated.Record person(String key, String sex, LocalDate born, AreaCode town, Stated.Event... more) {
        var events = new ArrayList<>(List.of(more));
        events.add(Stated.Event.of(EventKind.REGISTERED_RESIDENCE, born, town));
        events.add(Stated.Event.of(EventKind.USUAL_RESIDENCE, born, town));
        events.add(new Stated.Event(EventKind.BIRTH, born, Optional.empty(), Optional.of(sex), List.of()));
        return new Stated.Record(key(key), Optional.of(Stated.Identity.named("某某", born)), events);
    }

    /** A child that has no place of its own yet. */
    private static Stated.Record newborn(String key, String sex, LocalDate born, String mother) {
        var birth = new Stated.Event(
                EventKind.BIRTH,
                born,
                Optional.empty(),
                Optional.of(sex),
                List.of(new Stated.Participant(ParticipantRole.MOTHER, key(mother))));
        return new Stated.Record(key(key), Optional.of(Stated.Identity.named("某某", born)), List.of(birth));
    }

    private static Stated.Key key(String key) {
        return new Stated.Key("census", "pages-" + key);
    }

    private static LocalDate day(Random random, int year, int years) {
        return LocalDate.of(year + random.nextInt(years), 1 + random.nextInt(10), 1 + random.nextInt(28));
    }

    @Test
    void the_analyst_sees_the_county_at_a_glance_with_the_base_of_every_figure() {
        try (var browser = Browser.desktop(port)) {
            browser.signInAs("analyst").open("/monitoring");
            browser.page().waitForSelector(".chart details:not([hidden]) >> nth=1");

            assertThat(browser.page().locator(".stat .base").allTextContents())
                    .hasSize(8)
                    .allMatch(base -> base.startsWith("户籍人口，"));
            assertThat(browser.page().locator("#freshness").textContent()).matches("数据截至登记台账 \\d+ 号水位，\\d+ 秒前更新。");
            browser.picture("monitoring").assertFits().assertAccessible();
            browser.inEnglish();
            browser.page().waitForSelector(".chart details:not([hidden]) >> nth=1");
            browser.picture("monitoring-en").assertFits();
        }
    }

    @Test
    void a_newborn_appears_on_the_open_page_by_itself() {
        try (var browser = Browser.desktop(port)) {
            browser.signInAs("analyst").open("/monitoring?base=usual&area=330329102&year=2024");
            var births = browser.page().locator(".stat .figure a").first();
            int before = Integer.parseInt(births.textContent());

            take(List.of(person("new", "2", LocalDate.of(2024, 11, 20), AreaCode.of("330329102"))));

            browser.page()
                    .waitForFunction(
                            "n => document.querySelector('.stat .figure a').textContent > n",
                            before,
                            new Page.WaitForFunctionOptions().setTimeout(10_000));
        }
    }

    @Test
    void a_township_officer_sees_the_own_township_whatever_is_asked_for() {
        try (var browser = Browser.desktop(port)) {
            browser.signInAs("township").open("/monitoring?area=330329");

            assertThat(browser.page().locator("#area option").allTextContents()).containsExactly("罗阳镇");
            browser.picture("monitoring-township").assertAccessible();
        }
    }

    @Test
    void townships_stand_side_by_side_in_the_order_asked_for_and_go_into_a_file() throws IOException {
        try (var browser = Browser.desktop(port)) {
            browser.signInAs("analyst").open("/monitoring/townships?base=hukou&year=2023&sort=-births");
            var births = browser.page().locator("tbody td:nth-child(2)").allTextContents().stream()
                    .map(text -> Integer.valueOf(text.replace(",", "")))
                    .toList();
            assertThat(births).hasSizeGreaterThan(15).isSortedAccordingTo(java.util.Comparator.reverseOrder());
            browser.picture("monitoring-townships").assertFits().assertAccessible();

            var file = get(browser, "/monitoring/townships.xlsx?base=hukou&year=2023");
            assertThat(text(file)).contains("罗阳镇", "户籍人口，2023年");
        }
    }

    @Test
    void small_counts_of_a_township_and_month_are_kept_from_who_may_not_open_the_persons() {
        try (var analyst = Browser.desktop(port);
                var reviewer = Browser.desktop(port)) {
            analyst.signInAs("analyst").open("/monitoring/townships?year=2024&month=3");
            reviewer.signInAs("county").open("/monitoring/townships?year=2024&month=3");

            assertThat(births(analyst)).doesNotContain("1", "2").contains("<3");
            assertThat(births(reviewer)).doesNotContain("<3", "不予显示").containsAnyOf("1", "2");
            analyst.picture("monitoring-townships-month");
        }
    }

    @Test
    void the_pyramid_is_drawn_for_the_day_chosen_and_played_through_the_years() {
        try (var browser = Browser.desktop(port)) {
            browser.signInAs("analyst").open("/monitoring/pyramid?day=2023-12-31");
            browser.page().waitForSelector(".chart svg");
            assertThat(browser.page().locator("figcaption").textContent()).contains("2023年12月31日");
            browser.picture("monitoring-pyramid").assertFits().assertAccessible();

            browser.page().locator("[data-play]").click();
            browser.page().waitForFunction("() => document.querySelector('figcaption').textContent.includes('2020年')");
            browser.page().waitForFunction("() => document.querySelector('figcaption').textContent.includes('2021年')");
        }
    }

    @Test
    void every_figure_leads_to_its_definition() {
        try (var browser = Browser.desktop(port)) {
            browser.signInAs("analyst").open("/monitoring");
            for (var link : browser.page().locator(".stat .figure a").all()) {
                var anchor = link.getAttribute("href").replaceAll(".*#", "");
                assertThat(get(browser, "/monitoring/definitions").text()).contains("id=\"" + anchor + "\"");
            }
            browser.open("/monitoring/definitions")
                    .picture("monitoring-definitions")
                    .assertAccessible();
            browser.inEnglish().picture("monitoring-definitions-en");
        }
    }

    @Test
    void others_are_refused() {
        try (var browser = Browser.desktop(port)) {
            browser.signInAs("finance");

            assertThat(get(browser, "/monitoring").status()).isEqualTo(403);
            assertThat(get(browser, "/monitoring/charts/months").status()).isEqualTo(403);
        }
    }

    private static List<String> births(Browser browser) {
        return browser.page().locator("tbody td:nth-child(2)").allTextContents();
    }

    private APIResponse get(Browser browser, String path) {
        return browser.page().request().get("http://localhost:" + port + path);
    }

    private static String text(APIResponse file) throws IOException {
        var copy = Files.createTempFile("townships", ".xlsx");
        Files.write(copy, file.body());
        var all = new StringBuilder();
        try (var zip = new ZipFile(copy.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return HtmlUtils.htmlUnescape(all.toString());
    }

    private void take(List<Stated.Record> records) {
        Actors.run(LOAD, () -> assertThat(arrivals.take(records.stream())).isNotEmpty());
    }
}
