package org.junheng;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junheng.browser.Browser;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.processes.TwoProcesses;
import org.junit.jupiter.api.Test;

/**
 * One birth travels through the house: everybody who has a part in it, each in a browser of their own, the platform and
 * the stand-in hospital and bank as two processes that speak with each other over HTTP only. Twins, so that one payment
 * may arrive and the other come back.
 */
class NewbornJourneyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TwoProcesses house = TwoProcesses.shared();
    private final StandInBank bank = new StandInBank(house);

    @Test
    void twins_are_reported_offered_reviewed_granted_and_paid_one_of_them_by_a_second_transfer() {
        theMotherRegistersOnHerPhone();
        long before = births();
        theHospitalReportsTwins();
        theFiguresFollow(before + 2);
        theOfficerFindsTheNewborn();
        theFamilyApplies("journey-05-offer");
        theFamilyApplies("journey-08-offer-of-the-second");
        theTownshipRecommendsBoth();
        theCountyConfirmsBoth();
        bank.returnsOneLineInTwoAndLosesItsAnswer();
        var first = theFinanceOfficerMakesARoll();
        anotherPersonFreezesIt(first);
        itIsSentAndSettled(first, 2);
        bank.showsWhatItDid(first);
        theFamilyCorrectsTheAccount();
        bank.behaves();
        var second = theFinanceOfficerMakesARoll();
        anotherPersonFreezesIt(second);
        itIsSentAndSettled(second, 1);
        theFamilyHasItsMoneyAndSeesWhoLooked();
        theAuditorSeesTheReads();
        everyInstructionIsPaidOnce();
    }

    private void theMotherRegistersOnHerPhone() {
        try (var phone = Browser.phone(house.platformPort())) {
            phone.open("/sign-in").picture("journey-01-sign-in").assertAccessible();
            phone.signInAs("mother")
                    .picture("journey-02-home")
                    .open("/childbearing/new")
                    .picture("journey-03-form")
                    .assertAccessible()
                    .assertFits();
            var page = phone.page();
            assertThat(page.getByText("不对？点此更正").first()).isVisible();
            page.getByLabel("预产期或出生日期")
                    .fill(LocalDate.now(AdministrativeTime.ZONE).plusDays(3).toString());
            page.getByText("我已阅读并承诺").click();
            page.getByText("提交登记").click();
            assertThat(page.getByText("登记成功")).isVisible();
            phone.picture("journey-04-registered");
        }
    }

    /** The form opens with the demonstration's expecting mother; one press sends both notices. */
    private void theHospitalReportsTwins() {
        try (var ward = Browser.desktop(house.sandboxPort())) {
            ward.open("/").picture("sandbox-01-home").assertAccessible().assertFits();
            ward.open("/hospital")
                    .picture("sandbox-02-hospital")
                    .assertAccessible()
                    .assertFits();
            var page = ward.page();
            page.getByText("双胞胎").click();
            page.getByText("发送到平台").click();
            assertThat(page.getByText("平台已接收")).isVisible();
            assertThat(page.locator("#sending-1 dl")).containsText(Pattern.compile("入库 applied\\s*2"));
            ward.picture("sandbox-03-notice-answered").assertAccessible().assertFits();
        }
    }

    /** Births of the current year among those who live in the county, as the analyst reads them. */
    private long births() {
        try (var desk = Browser.desktop(house.platformPort())) {
            desk.signInAs("analyst").open("/monitoring");
            return births(desk);
        }
    }

    private static long births(Browser desk) {
        return Long.parseLong(desk.page()
                .locator(".stat")
                .filter(new Locator.FilterOptions().setHasText("出生人数"))
                .locator(".figure a, .figure span")
                .first()
                .textContent()
                .replace(",", ""));
    }

    private void theFiguresFollow(long expected) {
        var reported = Instant.now();
        try (var desk = Browser.desktop(house.platformPort())) {
            desk.signInAs("analyst").open("/monitoring");
            await("the births in the figures", () -> births(desk.open("/monitoring")) >= expected);
            var lag = Duration.between(reported, Instant.now());
            System.out.printf("The newborns were in the figures %.1f s after the notice.%n", lag.toMillis() / 1000.0);
            assertThat(births(desk)).isEqualTo(expected);
            desk.page().waitForLoadState(LoadState.NETWORKIDLE);
            desk.picture("journey-20-figures").assertAccessible().assertFits();
        }
    }

    private void theOfficerFindsTheNewborn() {
        try (var desk = Browser.desktop(house.platformPort())) {
            desk.signInAs("township")
                    .open("/intake")
                    .picture("journey-21-intake")
                    .assertAccessible()
                    .assertFits();
            var page = desk.page();
            desk.open("/persons?q=" + LocalDate.now(AdministrativeTime.ZONE))
                    .picture("journey-22-search")
                    .assertAccessible()
                    .assertFits();
            page.locator("tbody a").first().click();
            assertThat(page.getByText("母亲").first()).isVisible();
            desk.picture("journey-23-person").assertAccessible().assertFits();
        }
    }

    private void theFamilyApplies(String picture) {
        try (var phone = Browser.phone(house.platformPort())) {
            phone.signInAs("mother");
            var page = phone.page();
            var apply = page.locator("a.button[href*='/benefits/apply']");
            await("an offer", () -> {
                phone.open("/benefits");
                return apply.count() > 0;
            });
            phone.picture(picture).assertAccessible().assertFits();
            apply.first().click();
            page.getByText("罗阳镇").last().click();
            page.getByText("我已阅读并承诺").click();
            phone.picture("journey-06-apply").assertAccessible().assertFits();
            page.locator("button", new Page.LocatorOptions().setHasText("提交申请")).click();
            assertThat(page.getByText("正在初审")).isVisible();
            phone.picture("journey-07-applied").assertAccessible().assertFits();
        }
    }

    private void theTownshipRecommendsBoth() {
        try (var desk = Browser.desktop(house.platformPort())) {
            desk.signInAs("township")
                    .open("/worklist")
                    .picture("journey-24-worklist")
                    .assertAccessible()
                    .assertFits();
            var page = desk.page();
            for (int left = 2; left > 0; left--) {
                desk.open("/worklist");
                assertThat(page.locator("#tasks").getByText("育儿补贴初审")).hasCount(left);
                page.locator("#tasks").getByText("育儿补贴初审").first().click();
                desk.picture("journey-25-review").assertAccessible().assertFits();
                page.locator("button[value=RECOMMEND]").click();
                assertThat(page.getByText("县级审核确认中").first()).isVisible();
            }
        }
    }

    private void theCountyConfirmsBoth() {
        try (var desk = Browser.desktop(house.platformPort())) {
            desk.signInAs("county").open("/worklist");
            var page = desk.page();
            for (int left = 2; left > 0; left--) {
                desk.open("/worklist");
                assertThat(page.locator("#tasks").getByText("育儿补贴审核确认")).hasCount(left);
                page.locator("#tasks").getByText("育儿补贴审核确认").first().click();
                desk.picture("journey-26-confirm").assertAccessible();
                page.locator("button[value=CONFIRM_GRANT]").click();
                assertThat(page.getByText("已确认").first()).isVisible();
            }
        }
    }

    /** What is due reaches the desk within seconds of the grant. */
    private String theFinanceOfficerMakesARoll() {
        try (var desk = Browser.desktop(house.platformPort())) {
            desk.signInAs("finance");
            var make = desk.page().locator("form[action$='/payment/rolls'] button:not([disabled])");
            await("something due", () -> {
                desk.open("/payment");
                return make.count() > 0;
            });
            desk.picture("journey-27-payment").assertAccessible().assertFits();
            make.click();
            desk.page().waitForURL("**/payment/rolls/*");
            assertThat(desk.page().locator("form[action$='/freeze']")).hasCount(0);
            desk.picture("journey-28-roll-made").assertAccessible().assertFits();
            return URI.create(desk.page().url()).getPath();
        }
    }

    private void anotherPersonFreezesIt(String roll) {
        try (var desk = Browser.desktop(house.platformPort())) {
            desk.signInAs("treasurer").open(roll);
            desk.page().locator("form[action$='/freeze'] button").click();
            assertThat(desk.page().getByText("SHA-256")).isVisible();
            desk.picture("journey-29-roll-frozen").assertAccessible().assertFits();
        }
    }

    /** The page follows by itself: sent, accepted by the bank, settled by its return file. */
    private void itIsSentAndSettled(String roll, int attempts) {
        try (var desk = Browser.desktop(house.platformPort())) {
            desk.signInAs("finance").open(roll);
            var page = desk.page();
            page.locator("form[action$='/send'] button").click();
            desk.picture("journey-30-roll-sent").assertAccessible();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("回盘完毕")))
                    .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                            .setTimeout(PATIENCE.toMillis()));
            await("the bank's answer to the roll", () -> {
                desk.open(roll);
                return page.locator("#state .facts").innerText().contains("银行收妥");
            });
            assertThat(page.locator("#state .facts > div").filter(new Locator.FilterOptions().setHasText("发送次数")))
                    .containsText(Integer.toString(attempts));
            desk.picture("journey-31-roll-settled").assertAccessible().assertFits();
            page.locator("a[href^='/payment/returns/']").first().click();
            assertThat(page.getByText("回盘结果").first()).isVisible();
            desk.picture("journey-32-return-file").assertAccessible().assertFits();
        }
    }

    private void theFamilyCorrectsTheAccount() {
        try (var phone = Browser.phone(house.platformPort())) {
            phone.signInAs("mother").open("/benefits");
            var page = phone.page();
            assertThat(page.getByText("银行退回，等您更正账号")).hasCount(1);
            assertThat(page.getByText("已发放到您的账户")).hasCount(1);
            phone.picture("journey-09-returned").assertAccessible().assertFits();
            page.locator("a.button", new Page.LocatorOptions().setHasText("更正账号"))
                    .click();
            assertThat(page.getByText("户名不符")).isVisible();
            phone.picture("journey-10-correct").assertAccessible().assertFits();
            page.locator("#holder").fill("梅敏");
            page.locator("#number").fill("9330329000000000018");
            page.locator("form[action$='/account'] button").click();
            assertThat(page.getByText("收款账号已更正").first()).isVisible();
            phone.picture("journey-11-corrected").assertAccessible().assertFits();
        }
    }

    private void theFamilyHasItsMoneyAndSeesWhoLooked() {
        try (var phone = Browser.phone(house.platformPort())) {
            phone.signInAs("mother").open("/benefits");
            assertThat(phone.page().getByText("已发放到您的账户")).hasCount(2);
            phone.picture("journey-12-paid").assertAccessible().assertFits();
            phone.open("/family")
                    .picture("journey-13-family")
                    .assertAccessible()
                    .assertFits();
            assertThat(phone.page().getByText("谁看过").first()).isVisible();
            phone.inEnglish()
                    .open("/benefits")
                    .picture("journey-14-paid-english")
                    .assertFits();
        }
    }

    private void theAuditorSeesTheReads() {
        try (var desk = Browser.desktop(house.platformPort())) {
            desk.signInAs("auditor")
                    .open("/audit/reads")
                    .picture("journey-33-audit")
                    .assertAccessible()
                    .assertFits();
            assertThat(desk.page().getByText("township").first()).isVisible();
            assertThat(desk.page().getByText("梅敏")).hasCount(0);
        }
    }

    private void everyInstructionIsPaidOnce() {
        var transfers = house.database().sql("""
                        SELECT string_agg(t.attempt || ' ' || t.state, ', ' ORDER BY t.attempt)
                          FROM payment.payable p
                          JOIN payment.transfer t ON t.instruction_id = p.instruction_id
                      GROUP BY p.instruction_id
                      ORDER BY 1
                        """).query(String.class).list();
        assertThat(transfers).containsExactly("1 paid", "1 returned, 2 paid");
    }

    private static void await(String what, BooleanSupplier there) {
        var end = Instant.now().plus(PATIENCE);
        while (!there.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Not there within %s: %s".formatted(PATIENCE, what));
            }
            TwoProcesses.pause(500);
        }
    }
}
