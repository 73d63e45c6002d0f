package org.junheng.linking;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.junheng.register.Links;
import org.junheng.register.Stated;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** One woman stands twice: two officers find her, say so one after the other, and one takes it back. */
@PlatformTest
class DuplicatesJourneyTest {

    private static final Actor SERVICE = Actor.service("test-load", Purpose.UPKEEP);
    private static final LocalDate BORN = LocalDate.of(1991, 7, 23);

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Arrivals arrivals;

    @Autowired
    private Links links;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    @Test
    void two_officers_merge_two_verified_persons_and_one_click_undoes_it() {
        var ids = take(record("police", "濮阳慕青"), record("disability", "濮阳慕清"));
        DemonstrationAccounts.open(accounts, loading);
        var before = digest(ids);

        try (var desk = Browser.desktop(port)) {
            desk.signInAs("county")
                    .open("/duplicates")
                    .picture("duplicates-1-list")
                    .assertAccessible()
                    .assertFits();
            desk.page()
                    .locator("form[method=post][action$='/duplicates'] button")
                    .click();
            assertThat(desk.page().locator("#pairs")).isVisible(patience());
            openPair(desk);
            assertThat(desk.page().getByText("先说您的判断")).isVisible();
            assertThat(desk.page().locator(".waterfall")).hasCount(0);
            desk.picture("duplicates-2-pair").assertAccessible().assertFits();
            desk.page().locator("button[value=DIFFERENT]").click();
            assertThat(desk.page().getByText("请用一句话写明依据")).isVisible();
            desk.page().getByLabel("依据（一句话）").fill("电话、住址、生日都一样，名字同音");
            desk.page().locator("button[value=SAME]").click();
            assertThat(desk.page().getByText("同音").first()).isVisible();
            assertThat(desk.page().locator("button[value=SAME]")).hasCount(0);
            desk.picture("duplicates-3-proposed").assertAccessible().assertFits();
        }
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("township").open("/duplicates");
            openPair(desk);
            assertThat(desk.page().getByText("先说您的判断")).isVisible();
            desk.page().locator("button[value=SAME]").click();
            assertThat(desk.page().getByText("已归并").first()).isVisible();
            desk.picture("duplicates-4-merged").assertAccessible().assertFits();
            desk.open("/persons?q=" + "濮阳慕").picture("duplicates-5-found-once");
            assertThat(desk.page().locator("tbody a"))
                    .hasCount(2); // both names of one person, as the records tell them
        }
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("county").open("/duplicates?all=true");
            openPair(desk);
            desk.page().locator("form[action$='/undo'] textarea").fill("是姐妹两人");
            desk.page().getByText("撤回归并").click();
            assertThat(desk.page().getByText("确认是两人").first()).isVisible();
            desk.picture("duplicates-6-undone").assertAccessible().assertFits();
            desk.inEnglish()
                    .open("/duplicates?all=true")
                    .picture("duplicates-7-english")
                    .assertAccessible();
            openPair(desk);
            desk.picture("duplicates-8-english").assertAccessible();
        }
        org.assertj.core.api.Assertions.assertThat(digest(ids)).isEqualTo(before);
    }

    private static void openPair(Browser desk) {
        desk.page().locator("#search").fill("濮阳慕");
        desk.page().locator("form.search button").click();
        desk.page()
                .locator("tr", new Page.LocatorOptions().setHasText("濮阳慕"))
                .locator("a")
                .first()
                .click();
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions patience() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions().setTimeout(60_000);
    }

    private static Stated.Record record(String key, String name) {
        var identity = new Stated.Identity(
                name,
                Optional.empty(),
                Optional.of(BORN),
                Optional.of("15412345678"),
                Optional.empty(),
                Optional.of("东大街 12 号"));
        var town = AreaCode.of("330329100");
        return new Stated.Record(
                new Stated.Key("census", "duplicates-" + key),
                Optional.of(identity),
                List.of(
                        new Stated.Event(EventKind.BIRTH, BORN, Optional.empty(), Optional.of("2"), List.of()),
                        Stated.Event.of(EventKind.REGISTERED_RESIDENCE, BORN, town),
                        Stated.Event.of(EventKind.USUAL_RESIDENCE, BORN, town)));
    }

    private Map<String, UUID> take(Stated.Record... records) {
        return Actors.call(SERVICE, () -> arrivals.take(Stream.of(records))).stream()
                .collect(Collectors.toMap(arrival -> arrival.key().key(), Arrivals.Arrival::person));
    }

    private String digest(Map<String, UUID> ids) {
        return Actors.call(SERVICE, () -> links.digest(ids.values()));
    }
}
