package org.junheng.correction;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.PlatformTest;
import org.junheng.access.Account;
import org.junheng.access.Accounts;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.browser.Browser;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.database.Loader;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.register.Arrivals;
import org.junheng.register.Families;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** "That is not right": a mother says so while she registers, two officers check, and she reads what became of it. */
@PlatformTest
class CorrectionJourneyTest {

    private static final Actor SERVICE = Actor.service("test-load", Purpose.UPKEEP);

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    @Test
    void a_wrong_name_is_put_right_and_nothing_is_held_up_meanwhile() {
        var mother = aMother();
        openAccounts(mother);

        try (var phone = Browser.phone(port)) {
            phone.signInAs("correction-mother").open("/childbearing/new");
            sheSaysSoWhileSheRegisters(phone);
            herRegistrationGoesOn(phone);
        }
        theTownshipProposes();
        theCountyConfirms();
        try (var phone = Browser.phone(port)) {
            phone.signInAs("correction-mother").open("/corrections");
            assertThat(phone.page().getByText("已更正").first()).isVisible();
            phone.picture("correction-6-done").assertAccessible().assertFits();
            phone.open("/family");
            assertThat(phone.page()
                            .getByRole(com.microsoft.playwright.options.AriaRole.HEADING)
                            .first())
                    .containsText("骆小兰");
            phone.picture("correction-7-family").assertAccessible().assertFits();
            phone.inEnglish()
                    .open("/corrections")
                    .picture("correction-8-english")
                    .assertAccessible();
        }
    }

    private static void sheSaysSoWhileSheRegisters(Browser phone) {
        var page = phone.page();
        page.getByLabel("预产期或出生日期")
                .fill(LocalDate.now(AdministrativeTime.ZONE).plusDays(40).toString());
        page.getByText("不对？点此更正").first().click();
        phone.picture("correction-1-which").assertAccessible().assertFits();
        page.getByLabel("哪一项不对？").selectOption("name");
        page.getByText("下一步").click();
        page.getByText("提交更正").click();
        assertThat(page.getByText("请填写正确的内容")).isVisible();
        page.getByLabel("正确的是").fill("骆小兰");
        page.getByLabel("依据（怎么知道的）").fill("身份证和户口簿第三页都是“兰”");
        phone.picture("correction-2-form").assertAccessible().assertFits();
        page.getByText("提交更正").click();
        assertThat(page.getByText("罗阳镇正在核实")).isVisible();
        phone.picture("correction-3-asked").assertAccessible().assertFits();
    }

    /** What she had typed before is still there. */
    private static void herRegistrationGoesOn(Browser phone) {
        var page = phone.page();
        page.getByText("回到刚才的办理").click();
        assertThat(page.getByLabel("预产期或出生日期"))
                .hasValue(LocalDate.now(AdministrativeTime.ZONE).plusDays(40).toString());
        page.getByText("我已阅读并承诺").click();
        page.getByText("提交登记").click();
        assertThat(page.getByText("登记成功")).isVisible();
    }

    private void theTownshipProposes() {
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("township").open("/corrections");
            desk.picture("correction-4-list").assertAccessible().assertFits();
            openRequest(desk);
            desk.picture("correction-5-officer").assertAccessible().assertFits();
            assertThat(desk.page().getByText("骆小岚").first()).isVisible();
            desk.page().locator("button[value=PROPOSE]").click();
            assertThat(desk.page().getByText("县级复核中").first()).isVisible();
        }
    }

    private void theCountyConfirms() {
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("county").open("/corrections");
            openRequest(desk);
            desk.page().locator("button[value=CONFIRM]").click();
            assertThat(desk.page().getByText("已更正").first()).isVisible();
        }
    }

    private static void openRequest(Browser desk) {
        desk.page()
                .locator("tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText("骆小岚"))
                .locator("a")
                .first()
                .click();
    }

    private UUID aMother() {
        var text = """
                correction-na   骆小岚 F 1996-05-20 in 330329100
                correction-wei  骆大为 M 1995-11-02 in 330329100 married correction-na 2022-05-20
                """;
        return Actors.call(SERVICE, () -> arrivals.take(new Families("census").read(text).stream())).stream()
                .collect(Collectors.toMap(arrival -> arrival.key().key(), Arrivals.Arrival::person))
                .get("correction-na");
    }

    private void openAccounts(UUID mother) {
        DemonstrationAccounts.open(accounts, loading);
        var account = new Account("correction-mother", Role.FAMILY, "更正母亲", "Mother", List.of(), Optional.of(mother));
        Actors.run(SERVICE, () -> loading.executeWithoutResult(status -> accounts.openDemonstration(account)));
    }
}
