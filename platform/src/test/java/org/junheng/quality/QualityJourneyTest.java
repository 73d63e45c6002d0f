package org.junheng.quality;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.junheng.register.Stated;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A reviewer checks the county; the officer of the township settles what was found in her people. */
@PlatformTest
class QualityJourneyTest {

    private static final AreaCode TOWN = AreaCode.of("330329100");
    private static final LocalDate BORN = LocalDate.of(1971, 3, 4);

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
    void a_reviewer_checks_and_an_officer_settles_what_was_found() throws Exception {
        Actors.run(Actor.service("test-load", Purpose.UPKEEP), () -> arrivals.take(Stream.of(aGhost())));
        DemonstrationAccounts.open(accounts, loading);
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("county").open("/quality").picture("quality-1-never").assertAccessible();
            desk.page()
                    .getByText("检查全县", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(desk.page().locator(".badge").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            assertThat(desk.page().locator(".chart svg")).hasCount(3);
            desk.picture("quality-2-overview").assertAccessible().assertFits();
        }
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("township").open("/worklist");
            desk.picture("quality-3-tasks");
            desk.open("/quality/findings?doubt=EVENT_AFTER_DEATH")
                    .picture("quality-4-list")
                    .assertAccessible()
                    .assertFits();
            var file = desk.page()
                    .waitForDownload(() -> desk.page().locator("a.export").click());
            org.assertj.core.api.Assertions.assertThat(Files.size(file.path())).isGreaterThan(1_000);
            desk.page()
                    .locator("tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText("质检幽灵"))
                    .locator("a")
                    .click();
            desk.picture("quality-5-finding").assertAccessible().assertFits();
            desk.page().locator("button[value=NO_ERROR]").click();
            assertThat(desk.page().getByText("请用一句话写明依据")).isVisible();
            desk.page().getByLabel("依据（一句话）").fill("迁移系补登，日期无误");
            desk.page().locator("button[value=NO_ERROR]").click();
            assertThat(desk.page().getByText("已记录：不是错误")).isVisible();
            desk.open("/quality/findings?doubt=EVENT_AFTER_DEATH&state=NO_ERROR");
            assertThat(desk.page().locator("tbody")).containsText("质检幽灵");
        }
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("analyst")
                    .inEnglish()
                    .open("/quality")
                    .picture("quality-6-english")
                    .assertAccessible();
            assertThat(desk.page().locator("main tbody th a")).hasCount(0);
        }
        try (var phone = Browser.phone(port)) {
            phone.signInAs("township")
                    .open("/quality")
                    .picture("quality-7-phone")
                    .assertAccessible()
                    .assertFits();
        }
    }

    private static Stated.Record aGhost() {
        return new Stated.Record(
                new Stated.Key("census", "quality-ghost"),
                Optional.of(Stated.Identity.named("质检幽灵", BORN)),
                List.of(
                        new Stated.Event(EventKind.BIRTH, BORN, Optional.empty(), Optional.of("2"), List.of()),
                        Stated.Event.of(EventKind.REGISTERED_RESIDENCE, BORN, TOWN),
                        Stated.Event.of(EventKind.USUAL_RESIDENCE, BORN, TOWN),
                        new Stated.Event(
                                EventKind.DEATH,
                                LocalDate.of(2001, 1, 1),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        Stated.Event.of(EventKind.USUAL_RESIDENCE, LocalDate.of(2003, 1, 1), TOWN)));
    }
}
