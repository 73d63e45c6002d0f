package org.junheng.resource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junheng.PlatformTest;
import org.junheng.access.Accounts;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.browser.Browser;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.database.Loader;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.DateRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A county enters its nurseries one by one and from files, changes one, and a village only looks. */
@PlatformTest
class ResourceJourneyTest {

    private static final String HEADER = "机构名称,类别,地区代码,数量,在用,收托最小月龄,收托到多少月龄,每月收费（元）,普惠,起始日期,终止日期,来源\n";

    @LocalServerPort
    private int port;

    @BeforeEach
    void identities(@Autowired Accounts accounts, @Autowired @Loader TransactionTemplate loader) {
        DemonstrationAccounts.open(accounts, loader);
    }

    @Test
    void resources_are_entered_changed_listed_taken_from_a_file_and_taken_out() throws IOException {
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("county");
            entered(desk);
            changedFromADayOn(desk);
            checkedThenTakenFromAFile(desk);
            pagedAndFiltered(desk);
            takenOutAndInAgainChangesNothing(desk);
            desk.inEnglish().open("/resources").picture("resource-6-list-en").assertAccessible();
            assertThat(desk.page().locator("main")).not().containsText("resource.");
        }
        theVillageOnlyLooks();
    }

    private static void entered(Browser desk) {
        var page = desk.page();
        desk.open("/resources/new");
        page.getByText("保存").click();
        assertThat(page.locator(".field.wrong")).hasCount(5);
        desk.picture("resource-1-faulty").assertAccessible().assertFits();
        page.locator("#f-institution").fill("罗阳镇旅程托育园");
        page.locator("#f-kind").selectOption("NURSERY");
        page.locator("#f-area").selectOption("330329100000");
        page.locator("#f-units").fill("60");
        page.locator("#f-from-months").fill("6");
        page.locator("#f-before-months").fill("36");
        page.locator("#f-fee").fill("1200");
        page.locator("#f-inclusive").check();
        page.locator("#f-from").fill("2024-09-01");
        page.locator("#f-source").fill("县卫健局备案 2024-08");
        page.getByText("保存").click();
        page.waitForURL("**/resources/*-*");
        assertThat(page.locator("h1")).hasText("罗阳镇旅程托育园");
    }

    private static void changedFromADayOn(Browser desk) {
        var page = desk.page();
        page.getByText("变更").first().click();
        page.locator("#f-units").fill("90");
        page.locator("#f-from").fill("2024-01-01");
        page.getByText("保存").click();
        assertThat(page.locator("#f-from-error")).containsText("最近一次登记");
        page.locator("#f-from").fill("2025-09-01");
        page.getByText("保存").click();
        page.waitForURL("**/resources/*-*");
        assertThat(page.locator("tbody tr")).hasCount(2);
        desk.picture("resource-2-history").assertAccessible().assertFits();
        desk.open("/resources?text=旅程&on=2025-08-31");
        assertThat(page.locator("tbody tr")).containsText("60");
        desk.open("/resources?text=旅程&on=2025-09-01");
        assertThat(page.locator("tbody tr")).containsText("90");
    }

    private static void checkedThenTakenFromAFile(Browser desk) {
        var page = desk.page();
        var rows = IntStream.rangeClosed(1, 45)
                .mapToObj("旅程第%d幼儿园,幼儿园学位,330329101,180,120,36,72,450,是,2025-09-01,,教育统计 2025"::formatted)
                .collect(Collectors.joining("\n"));
        var faulty =
                "\n旅程第1幼儿园,幼儿园学位,330329101,180,,36,72,,是,2025-09-01,,教育统计\n外县幼儿园,幼儿园学位,330328,90,,,,,,2025-09-01,,教育统计\n"
                        + "旅程医院,产科床位,330329,三十,,,,,,2025-13-01,,年报";
        var file =
                new FilePayload("resources.csv", "text/csv", (HEADER + rows + faulty).getBytes(StandardCharsets.UTF_8));
        desk.open("/resources/file");
        page.locator("#file").setInputFiles(file);
        page.locator("button[value=check]").click();
        assertThat(page.locator(".stat").first()).containsText("45");
        assertThat(page.locator("tbody tr")).hasCount(4);
        assertThat(page.locator("tbody")).containsText("不在您的辖区");
        assertThat(page.locator("tbody tr").first()).containsText("47");
        desk.picture("resource-3-checked").assertAccessible().assertFits();
        desk.open("/resources?text=旅程第");
        assertThat(page.locator("#resources .empty")).isVisible();
        desk.open("/resources/file");
        page.locator("#file").setInputFiles(file);
        page.locator("button[value=take]").click();
        assertThat(page.locator(".alert.warn")).containsText("已入库");
    }

    private static void pagedAndFiltered(Browser desk) {
        var page = desk.page();
        desk.open("/resources?kind=KINDERGARTEN&text=旅程第");
        assertThat(page.locator(".table-foot")).containsText("45");
        assertThat(page.locator("#resources tbody tr")).hasCount(20);
        page.locator("a[rel=next]").click();
        assertThat(page.locator("[aria-current=page]").last()).hasText("2");
        desk.picture("resource-4-list").assertAccessible().assertFits();
        desk.open("/resources?kind=KINDERGARTEN&area=330329100000&text=旅程第");
        assertThat(page.locator("#resources .empty")).isVisible();
    }

    private static void takenOutAndInAgainChangesNothing(Browser desk) throws IOException {
        var page = desk.page();
        desk.open("/resources?text=旅程");
        var taken = page.waitForDownload(() -> page.locator(".export").click());
        desk.open("/resources/file");
        page.locator("#file")
                .setInputFiles(new FilePayload(
                        "again.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        Files.readAllBytes(taken.path())));
        page.locator("button[value=take]").click();
        assertThat(page.locator(".alert.ok")).isVisible();
        assertThat(page.locator(".stat").nth(2)).containsText("46");
        assertThat(page.locator(".stat").nth(0)).not().containsText("46");
    }

    private void theVillageOnlyLooks() {
        try (var phone = Browser.phone(port)) {
            phone.signInAs("clerk").open("/resources?text=旅程托");
            assertThat(phone.page().locator("#resources tbody tr")).containsText("罗阳镇旅程托育园");
            assertThat(phone.page().locator("main a[href*='/resources/new']")).hasCount(0);
            phone.picture("resource-5-list").assertFits();
            phone.open("/resources/new");
            assertThat(phone.page().locator("form.form")).hasCount(0);
            phone.expectComplaint("403");
        }
    }

    @Test
    void what_an_area_holds_counts_the_rows_of_the_day(@Autowired Resources resources) {
        var today = LocalDate.now(AdministrativeTime.ZONE);
        var area = AreaCode.of("330381");
        Actors.run(Actor.service("test", Purpose.UPKEEP), () -> {
            var valid = DateRange.of(today.minusDays(10), today.plusDays(1));
            resources.openSample(area, List.of(aMaternityWard("瑞安甲院", 30, valid), aMaternityWard("瑞安乙院", 12, valid)));
            resources.openSample(area, List.of(aMaternityWard("瑞安甲院", 99, valid)));
            var held = resources.held(area, today).get(ResourceKind.MATERNITY);
            assertThat(held.units()).isEqualTo(42);
            assertThat(held.institutions()).isEqualTo(2);
            assertThat(held.counties()).isEqualTo(1);
            assertThat(held.sample()).isTrue();
            assertThat(resources.held(area, today.plusDays(1)))
                    .as("half-open: the day it ends has none")
                    .isEmpty();
        });
    }

    private static Resource aMaternityWard(String name, int beds, DateRange valid) {
        return new Resource(
                name,
                ResourceKind.MATERNITY,
                AreaCode.of("330381"),
                new Resource.Amount(beds, Optional.empty()),
                Optional.empty(),
                valid,
                new Resource.Origin("年报", true));
    }
}
