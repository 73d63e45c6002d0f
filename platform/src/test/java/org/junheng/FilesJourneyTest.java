package org.junheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junheng.access.Accounts;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.benefit.internal.TestFamilies;
import org.junheng.browser.Browser;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.database.Loader;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.register.Arrivals;
import org.junheng.register.Families;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The house without lines to hospital and bank: notices, the bank's roll and its return file go by file. */
@PlatformTest
class FilesJourneyTest {

    private static final int PATIENCE_MS = 30_000;

    private final Families families = new Families("census");
    private final TestFamilies grants;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    FilesJourneyTest(@Autowired ApplicationContext context) {
        grants = new TestFamilies(context);
    }

    @Test
    void a_hospitals_file_is_taken_in_a_wrong_row_corrected_and_the_newborn_found() {
        aCouple();
        DemonstrationAccounts.open(accounts, loading);

        try (var desk = Browser.desktop(port)) {
            theHospitalsFileIsTakenIn(desk);
            theWrongRowIsCorrected(desk);
        }
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("township").open("/persons?q=苏小满");
            assertThat(desk.page().getByText("苏小满之女")).hasCount(2);
            desk.page().getByText("苏小满之女").first().click();
            assertThat(desk.page().getByText("母亲").first()).isVisible();
        }
    }

    private void aCouple() {
        var text = """
                journey-na   苏小满 F 1996-05-20 in 330329100
                journey-wei  苏大为 M 1995-11-02 in 330329100 married journey-na 2022-05-20
                """;
        Actors.run(Actor.service("test-load", Purpose.UPKEEP), () -> arrivals.take(families.read(text).stream()));
    }

    private void theHospitalsFileIsTakenIn(Browser desk) {
        var number = families.number("journey-na").value();
        var day = LocalDate.now(AdministrativeTime.ZONE).minusDays(1);
        var text = "通知编号,助产机构,机构地区代码,出生日期,性别,母亲姓名,母亲身份证号\r\n"
                + "J-1,泰顺县人民医院,330329,%s,女,苏小满,%s\r\n".formatted(day, number)
                + "J-2,泰顺县人民医院,330329,%s,女,苏小满,%s0\r\n".formatted(day, number.substring(0, 17));
        desk.signInAs("county")
                .open("/intake")
                .picture("files-1-intake")
                .assertAccessible()
                .assertFits();
        var page = desk.page();
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("births.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button").click();
        page.getByText("接收结果")
                .first()
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.VISIBLE)
                        .setTimeout(PATIENCE_MS));
        assertThat(page.getByText("校验码不符").first()).isVisible();
        desk.picture("files-2-report").assertAccessible().assertFits();
    }

    private void theWrongRowIsCorrected(Browser desk) {
        var page = desk.page();
        page.getByText("更正第 3 行").click();
        page.locator("input[name=mother_id_number]")
                .fill(families.number("journey-na").value());
        page.getByText("保存并重新检查").click();
        assertThat(page.getByText("第 3 行已更正并入库。")).isVisible();
        desk.picture("files-3-corrected").assertAccessible().assertFits();
    }

    @Test
    void a_roll_goes_to_the_bank_as_a_file_and_its_return_file_is_uploaded() {
        DemonstrationAccounts.open(accounts, loading);
        grants.granted("files", "330329103", "2026-10-05");

        try (var finance = Browser.desktop(port);
                var county = Browser.desktop(port)) {
            finance.signInAs("finance");
            var make = finance.page().locator("form[action$='/payment/rolls'] button:not([disabled])");
            for (int i = 0; i < 30 && make.count() == 0; i++) {
                finance.page().waitForTimeout(1000);
                finance.open("/payment");
            }
            make.click();
            finance.page().waitForURL("**/payment/rolls/*");
            var roll = URI.create(finance.page().url()).getPath();
            county.signInAs("county").open(roll);
            county.page().locator("form[action$='/freeze'] button").click();
            assertThat(county.page().getByText("SHA-256")).isVisible();
            theReturnFileIsUploaded(finance, roll);
        }
    }

    private void theReturnFileIsUploaded(Browser finance, String roll) {
        var page = finance.page();
        var file = page.request()
                .get("http://localhost:" + port + roll + "/bank.csv")
                .text();
        var answer = file.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", 3))
                .map(cells -> cells[0] + "," + cells[1] + ",paid,")
                .collect(Collectors.joining("\r\n", "transfer_id,amount_fen,result,reason\r\n", "\r\n"));
        finance.open("/payment");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("return.csv", "text/csv", answer.getBytes(StandardCharsets.UTF_8)));
        page.locator("form[enctype] button").click();
        page.waitForURL("**/payment/returns/*");
        finance.picture("files-4-returns").assertAccessible().assertFits();
        assertThat(page.getByText("回盘已接收").first()).isVisible();
        finance.open(roll);
        assertThat(page.getByText("回盘完毕", new Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
    }
}
