package org.junheng.intake.internal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junheng.PlatformTest;
import org.junheng.access.Accounts;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.browser.Browser;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.ResidentId;
import org.junheng.register.Arrivals;
import org.junheng.register.Families;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The reviewer finds the mother whose number the hospital wrote wrong, and asks about another who lives elsewhere. */
@PlatformTest
class VerificationJourneyTest {

    private static final LocalDate BORN = LocalDate.of(1994, 8, 17);

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private BirthNotices notices;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    @Test
    void a_mother_with_a_wrong_number_is_found_and_a_request_to_another_county_waits() {
        DemonstrationAccounts.open(accounts, loading);
        take("vj-ve 令狐晚照 F 1994-08-17 in 330329100");
        deliver("VJ-1", "令狐晚照", ResidentId.compose(330329, BORN, 982));
        deliver("VJ-2", "令狐远山", ResidentId.compose(350982, BORN, 984));

        try (var desk = Browser.desktop(port)) {
            desk.signInAs("county")
                    .open("/intake/requests")
                    .picture("verification-1-list")
                    .assertAccessible()
                    .assertFits();
            var page = desk.page();
            page.getByText("令狐远山").click();
            assertThat(page.getByText("福鼎市的县级审核答复")).isVisible();
            assertThat(page.locator("button[name=answer]")).hasCount(0);
            desk.open("/intake/requests");
            page.getByText("令狐晚照").click();
            page.locator("button[value=ours]").click();
            assertThat(page.getByText("请先选中本地的一个人")).isVisible();
            page.locator("input[name=person]").check();
            page.getByLabel("依据（一句话）").fill("本人持身份证到场，号码末位写错");
            desk.picture("verification-2-answer").assertAccessible().assertFits();
            page.locator("button[value=ours]").click();
            assertThat(page.getByText("是本地已有人员").first()).isVisible();
            desk.picture("verification-3-answered").assertAccessible().assertFits();
        }
    }

    private void take(String text) {
        Actors.call(
                Actor.service("test-load", Purpose.UPKEEP),
                () -> arrivals.take(new Families("census").read(text).stream()));
    }

    private void deliver(String number, String mother, ResidentId id) {
        var officer = new Actor(
                "journey",
                Role.COUNTY_REVIEWER,
                List.of(AreaCode.of("330329")),
                Purpose.BIRTH_NOTICE,
                Optional.empty());
        var values = new EnumMap<NoticeColumn, String>(Map.of(
                NoticeColumn.NOTICE_NUMBER, number,
                NoticeColumn.INSTITUTION, "泰顺县人民医院",
                NoticeColumn.INSTITUTION_AREA, "330329",
                NoticeColumn.BORN_ON, "2026-11-20",
                NoticeColumn.SEX, "男",
                NoticeColumn.MOTHER_NAME, mother,
                NoticeColumn.MOTHER_ID_NUMBER, id.value()));
        var parcel = new BirthNotices.Parcel(
                "file", Optional.of("test.csv"), new byte[32], List.of(new NoticeRow(2, values)));
        Actors.call(officer, () -> notices.take(parcel, (done, total) -> {}));
    }
}
