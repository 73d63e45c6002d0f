package org.junheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.access.Account;
import org.junheng.access.Accounts;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.browser.Browser;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.database.Loader;
import org.junheng.register.Arrivals;
import org.junheng.register.Families;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** One birth travels through the house: everybody who has a part in it, each in a browser of their own. */
@PlatformTest
class NewbornJourneyTest {

    private static final int PATIENCE_MS = 30_000;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    private final Families families = new Families("census");

    @Test
    void a_newborn_is_registered_reported_offered_reviewed_granted_and_paid() {
        var mother = aCouple();
        openAccounts(mother);

        theMotherRegistersOnHerPhone();
        theHospitalsFileIsTakenIn();
        theOfficerFindsTheNewborn();
        theFamilyApplies();
        theTownshipRecommends();
        theCountyConfirms();
        var roll = theFinanceOfficerMakesARoll();
        anotherPersonFreezesIt(roll);
        theBankPays(roll);
        theFamilySeesWhoLooked();
        theAuditorSeesTheReads();
    }

    private UUID aCouple() {
        var text = """
                journey-na   苏小满 F 1996-05-20 in 330329100
                journey-wei  苏大为 M 1995-11-02 in 330329100 married journey-na 2022-05-20
                """;
        return Actors.call(service(), () -> arrivals.take(families.read(text).stream())).stream()
                .collect(Collectors.toMap(arrival -> arrival.key().key(), Arrivals.Arrival::person))
                .get("journey-na");
    }

    private void openAccounts(UUID mother) {
        DemonstrationAccounts.open(accounts, loading);
        var account = new Account("journey-mother", Role.FAMILY, "苏小满", "Mother", List.of(), Optional.of(mother));
        Actors.run(service(), () -> loading.executeWithoutResult(status -> accounts.openDemonstration(account)));
    }

    private void theMotherRegistersOnHerPhone() {
        try (var phone = Browser.phone(port)) {
            phone.signInAs("journey-mother")
                    .open("/childbearing/new")
                    .picture("journey-1-form")
                    .assertAccessible()
                    .assertFits();
            var page = phone.page();
            assertThat(page.getByText("不对？点此更正").first()).isVisible();
            page.getByLabel("预产期或出生日期").fill(LocalDate.now().plusDays(3).toString());
            page.getByText("我已阅读并承诺").click();
            page.getByText("提交登记").click();
            assertThat(page.getByText("登记成功")).isVisible();
            phone.picture("journey-2-registered");
        }
    }

    private void theHospitalsFileIsTakenIn() {
        var number = families.number("journey-na").value();
        var text = "通知编号,助产机构,机构地区代码,出生日期,性别,母亲姓名,母亲身份证号\r\n"
                + "J-1,泰顺县人民医院,330329,%s,女,苏小满,%s\r\n".formatted(LocalDate.now().minusDays(1), number)
                + "J-2,泰顺县人民医院,330329,%s,女,苏小满,%s0\r\n"
                        .formatted(LocalDate.now().minusDays(1), number.substring(0, 17));
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("county")
                    .open("/intake")
                    .picture("journey-3-intake")
                    .assertAccessible()
                    .assertFits();
            var page = desk.page();
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("births.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
            page.locator("form[enctype] button").click();
            page.getByText("接收结果").first().waitFor(patience());
            assertThat(page.getByText("校验码不符").first()).isVisible();
            desk.picture("journey-4-report").assertAccessible();
        }
    }

    private void theOfficerFindsTheNewborn() {
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("township")
                    .open("/persons?q=苏小满")
                    .picture("journey-5-search")
                    .assertAccessible()
                    .assertFits();
            var page = desk.page();
            page.getByText("苏小满之女").click();
            assertThat(page.getByText("母亲").first()).isVisible();
            desk.picture("journey-6-person").assertAccessible().assertFits();
        }
    }

    private void theFamilyApplies() {
        try (var phone = Browser.phone(port)) {
            phone.signInAs("journey-mother");
            var page = phone.page();
            awaitOffer(phone);
            phone.picture("journey-7-offer").assertAccessible().assertFits();
            page.locator("a.button", new Page.LocatorOptions().setHasText("申请"))
                    .first()
                    .click();
            page.getByLabel("收款人户名").fill("苏小满");
            page.getByLabel("收款账号").fill("9000000000000000018");
            page.getByText("我已阅读并承诺").click();
            phone.picture("journey-8-apply").assertAccessible().assertFits();
            page.locator("button", new Page.LocatorOptions().setHasText("提交申请")).click();
            assertThat(page.getByText("正在初审")).isVisible();
            phone.picture("journey-9-applied");
        }
    }

    /** The offer follows the ledger: it is there within seconds of the notice. */
    private static void awaitOffer(Browser phone) {
        for (int i = 0; i < 30; i++) {
            phone.open("/benefits");
            if (phone.page().getByText("育儿补贴：").count() > 0) {
                return;
            }
            phone.page().waitForTimeout(1000);
        }
        throw new AssertionError("No offer came within thirty seconds.");
    }

    private void theTownshipRecommends() {
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("township")
                    .open("/worklist")
                    .picture("journey-10-worklist")
                    .assertAccessible()
                    .assertFits();
            var page = desk.page();
            page.getByText("育儿补贴初审").first().click();
            desk.picture("journey-11-review").assertAccessible().assertFits();
            page.locator("button[value=RECOMMEND]").click();
            assertThat(page.getByText("县级审核确认中")).isVisible();
        }
    }

    private void theCountyConfirms() {
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("county").open("/worklist");
            var page = desk.page();
            page.getByText("育儿补贴审核确认").first().click();
            desk.picture("journey-12-confirm").assertAccessible();
            page.locator("button[value=CONFIRM_GRANT]").click();
            assertThat(page.getByText("已确认").first()).isVisible();
        }
    }

    /** What is due reaches the pay-roll within seconds of the grant. */
    private String theFinanceOfficerMakesARoll() {
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("finance");
            var make = desk.page().locator("form[action$='/payment/rolls'] button:not([disabled])");
            for (int i = 0; i < 30 && make.count() == 0; i++) {
                desk.page().waitForTimeout(1000);
                desk.open("/payment");
            }
            desk.picture("journey-13-payment").assertAccessible().assertFits();
            make.click();
            desk.page().waitForURL("**/payment/rolls/*");
            return URI.create(desk.page().url()).getPath();
        }
    }

    private void anotherPersonFreezesIt(String roll) {
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("county")
                    .open(roll)
                    .picture("journey-14-roll")
                    .assertAccessible()
                    .assertFits();
            desk.page().locator("form[action$='/freeze'] button").click();
            assertThat(desk.page().locator("form[action$='/freeze']")).hasCount(0);
        }
    }

    private void theBankPays(String roll) {
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("finance").open(roll);
            var page = desk.page();
            var file = page.request()
                    .get("http://localhost:" + port + roll + "/bank.csv")
                    .text();
            var answer = file.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.replace("\uFEFF", "").split(",", 3))
                    .map(cells -> cells[0] + "," + cells[1] + ",paid,")
                    .collect(Collectors.joining("\r\n", "transfer_id,amount_fen,result,reason\r\n", "\r\n"));
            desk.open("/payment");
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("return.csv", "text/csv", answer.getBytes(StandardCharsets.UTF_8)));
            page.locator("form[enctype] button").click();
            page.waitForURL("**/payment/returns/*");
            desk.picture("journey-15-returns").assertAccessible().assertFits();
            assertThat(page.getByText("回盘已接收").first()).isVisible();
        }
    }

    private void theFamilySeesWhoLooked() {
        try (var phone = Browser.phone(port)) {
            phone.signInAs("journey-mother").open("/benefits");
            assertThat(phone.page().getByText("育儿补贴：").first()).isVisible();
            phone.open("/family")
                    .picture("journey-16-family")
                    .assertAccessible()
                    .assertFits();
            assertThat(phone.page().getByText("谁看过").first()).isVisible();
        }
    }

    private void theAuditorSeesTheReads() {
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("auditor")
                    .open("/audit/reads")
                    .picture("journey-17-audit")
                    .assertAccessible()
                    .assertFits();
            assertThat(desk.page().getByText("township").first()).isVisible();
            assertThat(desk.page().getByText("苏小满")).hasCount(0);
        }
    }

    private static com.microsoft.playwright.Locator.WaitForOptions patience() {
        return new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(WaitForSelectorState.VISIBLE)
                .setTimeout(PATIENCE_MS);
    }

    private static Actor service() {
        return Actor.service("test-load", Purpose.UPKEEP);
    }
}
