package org.junheng.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junheng.PlatformTest;
import org.junheng.access.Accounts;
import org.junheng.browser.Browser;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.database.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The frame and the components in a real browser. */
@PlatformTest
class FaceTest {

    private static final LocatorAssertions.HasCountOptions PATIENT =
            new LocatorAssertions.HasCountOptions().setTimeout(20_000);

    @LocalServerPort
    private int port;

    @BeforeEach
    void identities(@Autowired Accounts accounts, @Autowired @Loader TransactionTemplate loader) {
        DemonstrationAccounts.open(accounts, loader);
    }

    @Test
    void the_sign_in_page_offers_the_demonstration_identities_in_both_languages() {
        try (var browser = Browser.desktop(port)) {
            browser.open("/sign-in").picture("sign-in").assertAccessible();
            browser.inEnglish().picture("sign-in-en").assertAccessible();
            assertThat(browser.page().getByText("Officer of Luoyang Town")).isVisible();
        }
        try (var browser = Browser.phone(port)) {
            browser.open("/sign-in").picture("sign-in").assertAccessible().assertFits();
        }
    }

    @Test
    void a_wrong_password_is_told_and_an_account_of_the_demonstration_has_none() {
        try (var browser = Browser.desktop(port)) {
            browser.open("/sign-in").page().fill("#username", "township");
            browser.page().fill("#password-field", "none");
            browser.page().keyboard().press("Enter");
            assertThat(browser.page().locator(".alert.bad")).containsText("账号或密码不对");
        }
    }

    @Test
    void everybody_starts_on_a_page_of_their_own() {
        try (var browser = Browser.desktop(port)) {
            browser.signInAs("township").picture("home-township").assertAccessible();
            assertThat(browser.page().locator(".post")).containsText("罗阳镇经办员");
            assertThat(browser.page().locator(".purpose")).containsText("用途");
            browser.inEnglish();
            assertThat(browser.page().locator(".menu [aria-current=page]")).hasText("Home");
        }
        try (var browser = Browser.phone(port)) {
            browser.signInAs("mother").picture("home-mother").assertFits().assertAccessible();
        }
    }

    @Test
    void a_family_can_have_large_type_and_keeps_it() {
        try (var browser = Browser.phone(port)) {
            var page = browser.signInAs("mother").page();
            page.locator("button[name=large]").click();
            assertThat(page.locator("html")).hasClass(Pattern.compile("large"));
            browser.open("/components").picture("components-large").assertFits().assertAccessible();
            assertThat(page.locator("html")).hasClass(Pattern.compile("large"));
        }
    }

    @Test
    void every_component_is_accessible_and_fits_desktop_and_phone_in_both_languages() {
        try (var browser = Browser.desktop(port)) {
            components(browser.signInAs("county")).picture("components").assertAccessible();
            browser.inEnglish();
            components(browser).picture("components-en").assertAccessible().assertFits();
        }
        try (var browser = Browser.phone(port)) {
            components(browser.signInAs("mother"))
                    .picture("components")
                    .assertAccessible()
                    .assertFits();
        }
    }

    private static Browser components(Browser browser) {
        browser.open("/components");
        assertThat(browser.page().locator(".chart svg")).hasCount(4);
        return browser;
    }

    @Test
    void a_table_is_sorted_and_paged_in_place() {
        try (var browser = Browser.desktop(port)) {
            var page = browser.signInAs("county").open("/components").page();
            page.evaluate("() => { window.same = true; }");
            var count = page.locator("#towns tbody tr:first-child td.number").first();

            page.locator("#towns th a").first().click();
            assertThat(page.locator("#towns th[aria-sort=ascending]")).hasCount(1);
            assertThat(count).hasText("0");
            page.locator("#towns th a").first().click();
            assertThat(count).hasText("100");
            assertThat(page.locator("#towns th[aria-sort=descending]")).hasCount(1);
            page.locator("#towns .pages a[rel=next]").click();
            assertThat(page.locator("#towns .pages [aria-current=page]")).hasText("2");

            assertThat(page.url()).contains("page=2").contains("sort=-count");
            assertThat(page.evaluate("() => window.same")).isEqualTo(true);
        }
    }

    @Test
    void a_table_is_exported_to_excel() throws Exception {
        try (var browser = Browser.desktop(port)) {
            var page = browser.signInAs("county").open("/components").page();
            var file = page.waitForDownload(page.locator(".export")::click);
            assertThat(file.suggestedFilename()).isEqualTo("各乡镇补贴发放（示例）.xlsx");
            assertThat(Files.readAllBytes(file.path())).startsWith('P', 'K');
        }
    }

    @Test
    void a_field_is_checked_while_typing_and_keeps_what_was_typed() {
        try (var browser = Browser.desktop(port)) {
            var page = browser.signInAs("county").open("/components").page();
            var number = page.locator("#f-number");
            number.fill("330329199001010000");
            number.press("Tab");
            assertThat(page.locator("#f-number-error")).containsText("校验码不符");
            assertThat(number).hasValue("330329199001010000");
            assertThat(number).hasAttribute("aria-invalid", "true");

            number.fill("１１０１０５１９４９１２３１００２ｘ");
            number.press("Tab");
            assertThat(page.locator("#f-number-error")).hasCount(0);
            assertThat(number).hasValue("11010519491231002X");
        }
    }

    @Test
    void a_chart_has_its_figures_as_a_table_too() {
        try (var browser = Browser.desktop(port)) {
            var chart = components(browser.signInAs("analyst"))
                    .page()
                    .locator(".chart")
                    .first();
            assertThat(chart.locator("figcaption")).containsText("口径");
            chart.locator("summary").click();
            assertThat(chart.locator("table th[scope=row]")).hasCount(12);
            assertThat(chart.locator("table th[scope=col]")).hasText(new String[] {"出生人数", "死亡人数"});
        }
    }

    @Test
    void progress_is_followed_to_its_end() {
        try (var browser = Browser.desktop(port)) {
            browser.signInAs("county").open("/components");
            assertThat(browser.page().locator(".progress[data-done] [aria-valuenow='100']"))
                    .hasCount(1, PATIENT);
        }
    }

    @Test
    void the_keyboard_finds_content_search_and_dialog() {
        try (var browser = Browser.desktop(port)) {
            var page = browser.signInAs("county").open("/components").page();
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.keyboard().press("Enter");
            page.keyboard().press("/");
            assertThat(page.locator("[data-search]")).isFocused();

            page.locator("[data-dialog=ask]").press("Enter");
            assertThat(page.locator("#ask")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("#ask")).isHidden();
            page.locator("[data-dialog=ask]").click();
            page.locator("#ask .button").first().click();
            assertThat(page.locator(".content > .alert.ok")).hasText("已提交（示例）。");
        }
    }

    @Test
    void an_unknown_address_leads_back_home() {
        try (var browser = Browser.desktop(port)) {
            browser.signInAs("county").open("/nothing-here").picture("missing").assertAccessible();
            browser.expectComplaint("404");
            browser.page().locator("main .button").click();
            assertThat(browser.page()).hasURL(Pattern.compile("/home$"));
        }
    }

    @Test
    void a_part_of_a_page_asked_for_after_the_session_ended_leads_to_sign_in() {
        try (var browser = Browser.desktop(port)) {
            var page = browser.signInAs("county").open("/components").page();
            assertThat(page.locator(".progress[data-done]")).hasCount(1, PATIENT);
            page.context()
                    .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("junheng"));
            page.locator("#towns th a").first().click();
            assertThat(page).hasURL(Pattern.compile("/sign-in$"));
        }
    }

    @Test
    void files_carry_a_digest_or_a_version_in_their_address_and_pages_hold_no_script() {
        try (var browser = Browser.desktop(port)) {
            var page = browser.open("/sign-in").page();
            assertThat(page.locator("link[rel=stylesheet]")
                            .evaluateAll("all => all.map(each => each.href)")
                            .toString())
                    .containsPattern("base-[0-9a-f]{32}\\.css");
            assertThat(page.locator("script").evaluateAll("all => all.every(each => each.src && !each.text)"))
                    .isEqualTo(true);
            assertThat((String) page.locator("script[src*=htmx]").getAttribute("src"))
                    .containsPattern("/\\d+\\.\\d+\\.\\d+/");
        }
    }
}
