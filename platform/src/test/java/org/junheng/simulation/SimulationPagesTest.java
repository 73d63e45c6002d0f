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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

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
