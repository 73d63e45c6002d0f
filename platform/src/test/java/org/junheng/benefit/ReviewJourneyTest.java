package org.junheng.benefit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.PlatformTest;
import org.junheng.access.Account;
import org.junheng.access.Accounts;
import org.junheng.access.Actors;
import org.junheng.access.Role;
import org.junheng.benefit.internal.TestFamilies;
import org.junheng.browser.Browser;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.database.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A clerk helps a family, the township reviews by keyboard and finds a fact otherwise, the family reads the letter. */
@PlatformTest
class ReviewJourneyTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    private final TestFamilies families;

    ReviewJourneyTest(@Autowired ApplicationContext context) {
        families = new TestFamilies(context);
    }

    @Test
    void a_clerk_helps_the_township_finds_otherwise_and_the_family_reads_the_letter() {
        var parents = families.parents("journey-r", "330329100");
        var child = families.noticed("journey-r-child", "2026-10-05", "journey-r");
        families.follow();
        openAccounts(parents.mother());

        var claim = theClerkFilesForTheFamily(child, parents.mother());
        theTownshipFindsOtherwiseByKeyboard(claim);
        theCountyRefuses(claim);
        theFamilyReadsTheLetter(claim);
    }

    private String theClerkFilesForTheFamily(UUID child, UUID mother) {
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("clerk").picture("review-1-clerk-home");
            desk.open("/benefits/help")
                    .picture("review-2-outreach")
                    .assertAccessible()
                    .assertFits();
            desk.open("/benefits/help/" + child)
                    .picture("review-3-family")
                    .assertAccessible()
                    .assertFits();
            desk.open("/benefits/help/" + child + "/apply?parent=" + mother)
                    .picture("review-4-help-form")
                    .assertAccessible()
                    .assertFits();
            var page = desk.page();
            page.locator("input[name=holder]").fill("林晓");
            page.locator("input[name=number]").fill("6222021200001234567");
            page.locator("input[name=declared]").check();
            page.locator("main form button").click();
            assertThat(page.getByText("请写明授权材料")).isVisible();
            page.locator("input[name=authority]").fill("委托书 2026-015");
            page.locator("input[name=declared]").check();
            page.locator("main form button").click();
            page.waitForURL("**/benefits/claims/*");
            desk.picture("review-5-filed").assertAccessible().assertFits();
            return java.net.URI.create(page.url()).getPath();
        }
    }

    private void theTownshipFindsOtherwiseByKeyboard(String claim) {
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("township")
                    .open(claim)
                    .picture("review-6-desk")
                    .assertAccessible()
                    .assertFits();
            var page = desk.page();
            page.getByText("核实结果与申报不同？在此认定").click();
            page.locator("#value-0").selectOption("330302000000");
            page.locator("#document-0").selectOption("hukou-book");
            page.locator(".finders form").first().locator("button").click();
            assertThat(page.getByText("已认定，按新的事实重新判定如下")).isVisible();
            assertThat(page.getByText("不符合条件").first()).isVisible();
            desk.picture("review-7-found").assertAccessible().assertFits();
            page.locator("button[value=PROPOSE_REFUSAL]").click();
            assertThat(page.locator(".undo")).isVisible();
            desk.picture("review-8-undo");
            page.keyboard().press("u");
            page.waitForURL("**" + claim);
            assertThat(page.locator("button[value=PROPOSE_REFUSAL]")).isVisible();
            page.locator("button[value=PROPOSE_REFUSAL]").click();
            page.waitForURL(url -> !url.endsWith(claim));
        }
    }

    private void theCountyRefuses(String claim) {
        try (var desk = Browser.desktop(port)) {
            desk.signInAs("county")
                    .open("/benefits/bulk")
                    .picture("review-9-bulk")
                    .assertAccessible()
                    .assertFits();
            desk.open("/benefits/claims")
                    .picture("review-10-claims")
                    .assertAccessible()
                    .assertFits();
            desk.open("/worklist")
                    .picture("review-11-worklist")
                    .assertAccessible()
                    .assertFits();
            desk.open(claim).picture("review-12-county").assertAccessible().assertFits();
            desk.page().keyboard().press("a");
            desk.page().waitForURL(url -> !url.endsWith(claim));
            desk.open("/benefits/letters")
                    .picture("review-13-letters")
                    .assertAccessible()
                    .assertFits();
        }
    }

    private void theFamilyReadsTheLetter(String claim) {
        try (var phone = Browser.phone(port)) {
            phone.signInAs("journey-r-mother")
                    .open(claim)
                    .picture("review-14-refused")
                    .assertAccessible()
                    .assertFits();
            phone.page().locator("a[href*='/benefits/letters/']").first().click();
            assertThat(phone.page().getByText("60 日内依法申请行政复议")).isVisible();
            phone.picture("review-15-letter").assertAccessible().assertFits();
            phone.inEnglish();
            assertThat(phone.page()
                            .getByText("administrative reconsideration within 60 days")
                            .first())
                    .isVisible();
            phone.picture("review-16-letter-en").assertAccessible();
        }
    }

    private void openAccounts(UUID mother) {
        DemonstrationAccounts.open(accounts, loading);
        var account = new Account("journey-r-mother", Role.FAMILY, "一位母亲", "Mother", List.of(), Optional.of(mother));
        Actors.run(
                org.junheng.access.Actor.service("test-load", org.junheng.access.Purpose.UPKEEP),
                () -> loading.executeWithoutResult(status -> accounts.openDemonstration(account)));
    }
}
