package org.junheng.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junheng.PlatformTest;
import org.junheng.access.Accounts;
import org.junheng.benefit.internal.TestFamilies;
import org.junheng.browser.Browser;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.database.Loader;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.tables.Limits;
import org.junheng.tables.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

@PlatformTest
class SimulationPagesTest {

    private final TestFamilies families;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    @Value("${junheng.data}")
    private String data;

    SimulationPagesTest(@Autowired ApplicationContext context) {
        families = new TestFamilies(context);
    }

    /** The copy of today, made by another test, lacks the families of this one. */
    @BeforeEach
    void noCopyOfToday() throws IOException {
        FileSystemUtils.deleteRecursively(Path.of(data).resolve("snapshots"));
    }

    @Test
    void an_analyst_moves_a_parameter_and_sees_cost_and_families_touched() throws IOException {
        DemonstrationAccounts.open(accounts, loading);
        var year = LocalDate.now(AdministrativeTime.ZONE).getYear();
        for (var name : List.of("sim-a", "sim-b", "sim-c")) {
            families.granted(name, "330329100", (year - 1) + "-03-05");
        }
        try (var analyst = Browser.desktop(port)) {
            analyst.signInAs("analyst")
                    .open("/simulation?scheme=childcare-subsidy")
                    .picture("simulation")
                    .assertAccessible()
                    .assertFits();
            var page = analyst.page();
            page.locator("[name='set.annual']").fill("much");
            page.locator("form[method=post][action='/simulation'] button").click();
            page.waitForSelector(".alert.bad");

            page.locator("input[type=range]").first().fill("7200");
            assertThat(page.locator("[name='set.annual']").inputValue())
                    .as("slider moves the field")
                    .isEqualTo("7200");
            page.locator("form[method=post][action='/simulation'] button").click();
            page.waitForURL("**/simulation/*-*");
            page.waitForSelector("canvas, svg");
            var text = page.locator("main").innerText();
            assertThat(text).contains("annual=7200", "罗阳镇").doesNotContain("simulation.");
            assertThat(page.locator(".stat").first().innerText()).doesNotContain("\n0\n");
            analyst.picture("simulation-result").assertAccessible().assertFits();
            analyst.inEnglish()
                    .open(java.net.URI.create(page.url()).getPath())
                    .picture("simulation-result-en")
                    .assertAccessible();
        }
        noNamesAndForItsOwnerOnly();
    }

    @Test
    void what_the_law_leaves_to_areas_can_be_moved_for_the_county_and_the_province() throws IOException {
        DemonstrationAccounts.open(accounts, loading);
        try (var analyst = Browser.desktop(port)) {
            analyst.signInAs("analyst").open("/simulation?scheme=rural-reward");
            var page = analyst.page();
            assertThat(page.locator("[name='set.annual@330329']").inputValue())
                    .as("the county's own")
                    .isEqualTo("1080");
            assertThat(page.locator("[name='set.annual@330000']").inputValue())
                    .as("the nation's, because the province has set none")
                    .isEqualTo("960");
            assertThat(page.locator("main").innerText()).contains("每人每年标准 · 泰顺县", "本级没有规定，现用上级的 960");
            analyst.picture("simulation-areas").assertAccessible().assertFits();

            page.locator("[name='set.annual@330329']").fill("500");
            page.locator("form[method=post][action='/simulation'] button").click();
            page.waitForSelector(".alert.bad"); // less than what stands above it
            page.locator("[name='set.annual@330329']").fill("1500");
            page.locator("form[method=post][action='/simulation'] button").click();
            page.waitForURL("**/simulation/*-*");
            assertThat(page.locator("main").innerText()).contains("annual@330329=1500");
        }
    }

    @Test
    void what_the_register_does_not_hold_is_shown_as_unknown_and_not_as_no() throws IOException {
        DemonstrationAccounts.open(accounts, loading);
        families.parents("sim-unknown", "330329100");
        try (var analyst = Browser.desktop(port)) {
            analyst.signInAs("analyst").open("/simulation?scheme=special-assistance-complications");
            var page = analyst.page();
            assertThat(page.locator(".alert.warn").innerText()).contains("手术并发症等级", "不知道");
            page.locator("form[method=post][action='/simulation'] button").click();
            page.waitForURL("**/simulation/*-*");
            assertThat(page.locator(".stat:has-text('无法判断') .figure").innerText())
                    .as("nobody is taken to have no certificate")
                    .doesNotStartWith("0");
            analyst.picture("simulation-unknown").assertAccessible().assertFits();
        }
    }

    private void noNamesAndForItsOwnerOnly() throws IOException {
        var folder = Path.of(data).resolve("snapshots");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.walk(folder);
                var tables = Tables.open(new Limits(256, 1, folder))) {
            var persons = files.filter(file -> file.endsWith("person.parquet"))
                    .findFirst()
                    .orElseThrow();
            var columns = tables.list(
                    "SELECT column_name AS name FROM (DESCRIBE SELECT * FROM read_parquet('" + persons + "'))",
                    List.of(),
                    row -> row.getString("name"));
            assertThat(columns).doesNotContain("name", "id_number", "person_id");
            var below = tables.list(
                    "SELECT count(*) AS n FROM read_parquet('" + persons + "') WHERE hukou_area % 1000 <> 0",
                    List.of(),
                    row -> row.getLong("n"));
            assertThat(below).as("no place below the township").containsExactly(0L);
        }
    }
}
