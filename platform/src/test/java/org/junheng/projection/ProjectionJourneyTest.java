package org.junheng.projection;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junheng.PlatformTest;
import org.junheng.access.Accounts;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.browser.Browser;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.DateRange;
import org.junheng.kernel.Money;
import org.junheng.resource.Resource;
import org.junheng.resource.ResourceKind;
import org.junheng.resource.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A provincial analyst writes two scenarios, works them out, looks at them from every side, compares them and takes the
 * numbers along; the county's analyst finds his county in them and no other.
 */
@PlatformTest
class ProjectionJourneyTest {

    private static final double MINUTES = 60_000;

    @LocalServerPort
    private int port;

    @BeforeEach
    void identities(
            @Autowired Accounts accounts,
            @Autowired @Loader TransactionTemplate loader,
            @Autowired Resources resources) {
        DemonstrationAccounts.open(accounts, loader);
        Actors.run(
                Actor.service("test", Purpose.UPKEEP),
                () -> resources.openSample(AreaCode.of("330328"), List.of(nursery("大峃镇第一托育园"), nursery("大峃镇第二托育园"))));
        setDefaultAssertionTimeout(20_000);
    }

    @Test
    void from_an_assumption_to_its_consequences() throws IOException {
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("province").picture("projection-0-home");
            desk.open("/projection")
                    .picture("projection-1-empty")
                    .assertAccessible()
                    .assertFits();
            var medium = aScenarioWorkedOut(desk);
            fromEverySide(desk, medium);
            placesRunOut(desk, medium);
            whatTheSchemesWillCost(desk, medium);
            numbersTakenAlong(desk, medium);
            comparedWithAMeasure(desk);
            heldAgainstThePast(desk);
            theCountyFindsItselfAndNobodyElse(medium);
            onAPhone(medium);
            inEnglish(desk, medium);
        }
    }

    private String aScenarioWorkedOut(Browser desk) {
        var page = desk.page();
        page.getByText("中方案").first().click();
        page.waitForSelector("form.editor");
        assertThat(page.locator(".chart svg")).hasCount(2);
        page.locator("#name").fill("");
        page.locator("button[value=run]").click();
        desk.picture("projection-2-faulty");
        assertThat(page.locator("#name-error")).containsText("请填写");
        desk.picture("projection-2-faulty").assertAccessible();

        page.locator("#name").fill("基准方案");
        page.locator("#source").fill("2026 年人口形势分析");
        page.locator("input[name=fertility][value=path]").check();
        page.locator("#tfr-2060").fill("1.3");
        page.locator("#tfr-2060").press("Tab");
        page.waitForResponse(
                response -> response.url().contains("tfr.2060=1.3"),
                () -> page.locator("#tfr-2040").fill("1.05"));
        assertThat(page.locator("#tfr-2040-slider")).hasValue("1.05");
        desk.picture("projection-3-editor").assertAccessible().assertFits();
        page.locator("button[value=run]").click();
        page.waitForSelector(".progress");
        desk.picture("projection-4-progress");
        page.waitForURL("**/projection/runs/*", new Page.WaitForURLOptions().setTimeout(MINUTES));
        return URI.create(page.url()).getPath();
    }

    private void fromEverySide(Browser desk, String run) {
        var page = desk.page();
        assertThat(page.locator(".chart svg")).hasCount(4);
        assertThat(page.locator(".stat").first()).containsText("万人");
        assertThat(page.locator("main")).not().containsText("projection.");
        desk.picture("projection-5-overview").assertAccessible().assertFits();
        page.locator("#area").selectOption("330329");
        page.locator("form.search button").click();
        assertThat(page.locator(".chart figcaption small").first()).containsText("泰顺县");

        desk.open(run + "/pyramid");
        assertThat(page.locator(".chart svg")).hasCount(1);
        page.locator("[data-play]").click();
        assertThat(page.locator(".player output")).hasText(Pattern.compile("20[2-5]\\d"));
        page.locator("[data-play]").click();
        page.locator("#year").fill("2040");
        assertThat(page.locator(".chart figcaption b")).containsText("2040");
        desk.picture("projection-6-pyramid").assertAccessible().assertFits();

        desk.open(run + "/map");
        assertThat(page.locator(".tile-map li")).hasCount(91);
        page.locator("#year").fill("2035");
        assertThat(page.locator("#tiles h3")).containsText("2035");
        desk.picture("projection-7-map").assertAccessible().assertFits();
        page.locator(".tile-map a", new Page.LocatorOptions().setHasText("泰顺县")).click();
        assertThat(page.locator("#area")).hasValue("330329");
    }

    private void placesRunOut(Browser desk, String run) {
        var page = desk.page();
        desk.open(run + "/needs?area=330328");
        assertThat(row(page, "托位")).containsText("2 家机构（样例）");
        assertThat(row(page, "托位")).containsText("现在就不够");
        assertThat(page.locator(".table-foot")).containsText("千人口托位数");
        desk.open(run + "/needs");
        assertThat(row(page, "托位")).containsText("只有");
        desk.open(run + "/needs?area=330329");
        page.locator("#need").selectOption("nursery_places");
        page.locator("#units").fill("300");
        page.getByText("保存", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".alert.bad")).containsText("来源");
        page.locator("#need").selectOption("nursery_places");
        page.locator("#units").fill("300");
        page.locator("#capacity-source").fill("县卫健局托育机构备案，2026 年 9 月");
        page.getByText("保存", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(row(page, "托位")).containsText("现在就不够");
        assertThat(page.locator("#fan svg")).hasCount(1);
        desk.picture("projection-8-needs").assertAccessible().assertFits();
        desk.open(run + "/needs?area=330328");
        page.locator("#need").selectOption("nursery_places");
        page.locator("#units").fill("90000");
        page.locator("#capacity-source").fill("规划");
        page.getByText("保存", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(row(page, "托位")).containsText("到 2060 年都够");
        page.getByText("改回服务资源的数").click();
        assertThat(row(page, "托位")).containsText("2 家机构（样例）");
    }

    private void whatTheSchemesWillCost(Browser desk, String run) throws IOException {
        var page = desk.page();
        desk.open(run + "/costs?area=330329");
        page.locator("#file").setInputFiles(cells("childcare-subsidy,330329,x,0,1,10,3600000\n"));
        page.locator("#cost-source").fill("合成县 2025-12-31");
        page.getByText("测算支出").click();
        assertThat(page.locator(".alert.bad")).containsText("第 2 行");
        page.locator("#file").setInputFiles(cells("""
                childcare-subsidy,330329,m,0,1,10,3600000
                childcare-subsidy,330329,f,2,2,10,3600000
                rural-reward,330329,f,62,0,10,1200000
                rural-reward,330328,f,62,0,10,1200000
                """));
        page.locator("#cost-source").fill("合成县 2025-12-31");
        page.getByText("测算支出").click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody")).containsText("育儿补贴");
        assertThat(page.locator("thead th")).hasCount(11);
        assertThat(page.locator(".chart svg")).hasCount(1);
        desk.picture("projection-24-costs").assertAccessible().assertFits();
        var csv =
                page.waitForDownload(() -> page.locator("a[href$='costs.csv']").click());
        var lines = Files.readAllLines(csv.path());
        assertThat(lines).hasSize(1 + 10 * (2 * 3 + 1));
        var province = sum(lines, "330000", "rural-reward");
        assertThat(province).isPositive();
        assertThat(sum(lines, "330329", "rural-reward") + sum(lines, "330328", "rural-reward"))
                .as("the counties sum to the province but for a fen of rounding each")
                .isBetween(province - 10, province + 10);
        desk.open(run + "/costs?area=330329");
        page.getByText("判定并测算").click();
        page.waitForURL("**/costs?area=330329", new Page.WaitForURLOptions().setTimeout(MINUTES));
        desk.picture("projection-25-costs-of-the-register");
    }

    private static FilePayload cells(String rows) {
        return new FilePayload(
                "cells.csv",
                "text/csv",
                ("scheme,area,sex,age,order,persons,amount_fen\n" + rows).getBytes(StandardCharsets.UTF_8));
    }

    private static long sum(List<String> lines, String area, String scheme) {
        return lines.stream()
                .map(line -> line.split(","))
                .filter(cells -> cells[0].equals(area) && cells[2].equals(scheme))
                .mapToLong(cells -> Long.parseLong(cells[4]))
                .sum();
    }

    private static Locator row(Page page, String need) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(need)).first();
    }

    private static Resource nursery(String name) {
        return new Resource(
                name,
                ResourceKind.NURSERY,
                AreaCode.of("330328100"),
                new Resource.Amount(40, Optional.of(31)),
                Optional.of(new Resource.Terms(6, 36, Optional.of(Money.ofYuan(1200)), true)),
                DateRange.from(LocalDate.of(2024, 9, 1)),
                new Resource.Origin("合成", true));
    }

    private void numbersTakenAlong(Browser desk, String run) throws IOException {
        var page = desk.page();
        desk.open(run + "/figures?area=330329");
        desk.picture("projection-9-figures").assertAccessible().assertFits();
        var fingerprint = page.locator("code").innerText();
        assertThat(fingerprint).hasSize(64);
        var csv = page.waitForDownload(
                () -> page.locator("a[href*='figures.csv?area']").click());
        var lines = Files.readAllLines(csv.path());
        assertThat(lines.getFirst()).startsWith("area,name,series,year,q025").endsWith("base,fingerprint");
        assertThat(lines).hasSizeGreaterThan(2000).last().asString().endsWith("基准方案,1,200,1,census2020," + fingerprint);
        var all = page.waitForDownload(
                () -> page.locator("a[href$='figures.xlsx']").click());
        assertThat(Files.size(all.path())).isGreaterThan(500_000);
    }

    private void comparedWithAMeasure(Browser desk) {
        var page = desk.page();
        desk.open("/projection");
        page.getByText("基准方案", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        desk.picture("projection-10-scenario").assertAccessible().assertFits();
        page.getByText("改成新版本").click();
        page.locator("#name").fill("加二孩补贴");
        page.locator("#m1-name").fill("二孩补贴");
        page.locator("#m1-effect").fill("8");
        page.locator("#m1-source").fill("政策效果评估 12");
        page.getByText("更多措施").click();
        page.locator("#m3-name").fill("托育补助");
        page.locator("#m3-effect").fill("0");
        page.locator("#m3-se").fill("0");
        page.locator("#m3-source").fill("尚无研究");
        page.locator("button[value=run]").click();
        page.waitForURL("**/projection/runs/*", new Page.WaitForURLOptions().setTimeout(MINUTES));

        desk.open("/projection")
                .picture("projection-11-list")
                .assertAccessible()
                .assertFits();
        page.locator("#scenario").selectOption(new SelectOption().setLabel("加二孩补贴 第 1 版"));
        page.locator("#against").selectOption(new SelectOption().setLabel("基准方案 第 1 版"));
        page.locator("form[action$='comparisons'] button").click();
        page.waitForURL("**/projection/runs/*", new Page.WaitForURLOptions().setTimeout(MINUTES));
        assertThat(page.locator(".chart svg")).hasCount(5);
        assertThat(page.locator("h1")).containsText("加二孩补贴");
        desk.picture("projection-12-comparison").assertAccessible().assertFits();
    }

    private void heldAgainstThePast(Browser desk) {
        desk.open("/projection/back-test");
        assertThat(desk.page().locator("main")).containsText("杭州市");
        desk.picture("projection-13-back-test").assertAccessible().assertFits();
        desk.open("/projection/assumptions")
                .picture("projection-14-assumptions")
                .assertAccessible()
                .assertFits();
    }

    private void theCountyFindsItselfAndNobodyElse(String run) {
        try (var county = Browser.desktop(port)) {
            county.signInAs("analyst").open(run);
            assertThat(county.page().locator("#area option")).hasCount(1);
            assertThat(county.page().locator("#area")).hasValue("330329");
            county.picture("projection-15-county");
            county.open(run + "?area=330326");
            assertThat(county.page().locator("#area")).hasValue("330329");
        }
        try (var reviewer = Browser.desktop(port)) {
            reviewer.signInAs("county").open("/projection");
            assertThat(reviewer.page().locator("main a[href*='/scenarios/new']"))
                    .hasCount(0);
        }
    }

    private void onAPhone(String run) {
        try (var phone = Browser.phone(port)) {
            phone.signInAs("province").open(run);
            assertThat(phone.page().locator(".chart svg")).hasCount(4);
            phone.picture("projection-16-overview").assertAccessible().assertFits();
            phone.open(run + "/map")
                    .picture("projection-17-map")
                    .assertAccessible()
                    .assertFits();
            phone.open("/projection/scenarios/new")
                    .picture("projection-18-editor")
                    .assertAccessible()
                    .assertFits();
            phone.open(run + "/needs").picture("projection-19-needs").assertFits();
        }
    }

    private void inEnglish(Browser desk, String run) {
        desk.inEnglish().open(run);
        assertThat(desk.page().locator(".chart svg")).hasCount(4);
        desk.picture("projection-20-overview-en").assertAccessible().assertFits();
        desk.open(run + "/map")
                .picture("projection-21-map-en")
                .assertAccessible()
                .assertFits();
        desk.open("/projection/scenarios/new")
                .picture("projection-22-editor-en")
                .assertAccessible()
                .assertFits();
        desk.open("/projection/back-test").picture("projection-23-back-test-en").assertAccessible();
        assertThat(desk.page().locator("main")).not().containsText("projection.");
    }
}
