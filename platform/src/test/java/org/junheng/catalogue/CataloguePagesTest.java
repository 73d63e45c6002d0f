package org.junheng.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junheng.PlatformTest;
import org.junheng.access.Accounts;
import org.junheng.browser.Browser;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.database.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class CataloguePagesTest {

    private static final String ID = "taishun-test-allowance";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    @Value("${junheng.schemes}")
    private String shipped;

    @BeforeEach
    void accounts() {
        DemonstrationAccounts.open(accounts, loading);
    }

    @Test
    void a_family_answers_a_few_questions_and_learns_what_it_can_get() {
        try (var family = Browser.phone(port)) {
            family.open("/schemes").picture("schemes").assertAccessible().assertFits();
            var page = family.page();
            page.locator("[name='fact.child.born']").fill("2025-03-01");
            page.locator("[name='fact.child.hukou']").selectOption("330329");
            page.locator("form[action='/schemes'] button").click();
            page.waitForSelector("#answers");
            assertThat(page.locator("[name='fact.child.birthCertified']").count())
                    .as("what is missing is asked")
                    .isOne();
            family.picture("schemes-open").assertAccessible().assertFits();

            page.locator("[name='fact.child.birthCertified']").selectOption("true");
            page.locator("[name='fact.child.chineseNational']").selectOption("true");
            page.locator("form[action='/schemes'] button").click();
            page.waitForSelector("#answers .badge.ok");
            assertThat(page.locator("#answers").innerText()).contains("育儿补贴", "¥");
            assertThat(page.url()).as("nothing in the address").endsWith("/schemes");
            family.picture("schemes-answered").assertAccessible().assertFits();
            family.inEnglish()
                    .open("/schemes/childcare-subsidy")
                    .picture("scheme-en")
                    .assertAccessible()
                    .assertFits();
            assertThat(page.locator("main").innerText()).contains("Conditions").doesNotContain("catalogue.");
        }
    }

    @Test
    void an_officer_sees_conditions_citations_parameters_and_cases() {
        try (var officer = Browser.desktop(port)) {
            officer.signInAs("county")
                    .open("/catalogue")
                    .picture("catalogue")
                    .assertAccessible()
                    .assertFits();
            officer.open("/catalogue/childcare-subsidy")
                    .picture("catalogue-scheme")
                    .assertAccessible()
                    .assertFits();
            assertThat(officer.page().locator("main").innerText())
                    .contains("dueMonths > 0", "育儿补贴制度管理规范", "¥3,600", "核对案例");
            officer.inEnglish()
                    .open("/catalogue/childcare-subsidy")
                    .picture("catalogue-scheme-en")
                    .assertAccessible();
        }
    }

    @Test
    void an_officer_compares_versions_side_by_side_on_a_screen_and_one_below_the_other_on_a_phone() {
        try (var desk = Browser.desktop(port);
                var phone = Browser.phone(port)) {
            desk.signInAs("county")
                    .open("/catalogue/hangzhou-childcare-aid")
                    .picture("catalogue-versions")
                    .assertAccessible()
                    .assertFits();
            var versions = desk.page().locator(".columns > div");
            assertThat(versions.count()).isGreaterThan(1);
            assertThat(versions.nth(1).boundingBox().y)
                    .isEqualTo(versions.first().boundingBox().y);
            phone.signInAs("county")
                    .open("/catalogue/hangzhou-childcare-aid")
                    .picture("catalogue-versions")
                    .assertAccessible()
                    .assertFits();
            var stacked = phone.page().locator(".columns > div");
            assertThat(stacked.nth(1).boundingBox().x).isEqualTo(stacked.first().boundingBox().x);
        }
    }

    @Test
    void who_is_not_signed_in_is_asked_the_same_on_a_wide_screen_in_english() {
        try (var visitor = Browser.desktop(port)) {
            visitor.open("/schemes")
                    .inEnglish()
                    .open("/schemes?unit=couple")
                    .picture("schemes-couple-en")
                    .assertAccessible()
                    .assertFits();
            var page = visitor.page();
            page.locator("[name='fact.couple.marriedOn']").fill("2026-05-20");
            page.locator("[name='fact.couple.wifeHukou']").selectOption("330822");
            page.locator("form[action='/schemes'] button").click();
            page.waitForSelector("#answers");
            assertThat(page.locator("#answers").innerText())
                    .contains("Changshan gift on first marriage", "information missing");
            visitor.picture("schemes-couple-answered-en").assertAccessible().assertFits();
        }
    }

    @Test
    void a_new_scheme_is_uploaded_by_one_person_and_released_by_another_without_a_restart() throws IOException {
        assertThat(catalogue.book().find(ID)).isEmpty();
        try (var analyst = Browser.desktop(port);
                var reviewer = Browser.desktop(port)) {
            upload(analyst.signInAs("analyst"), "annual: [");
            assertThat(analyst.page().locator("main").innerText()).contains("scheme.yaml", "检查报告");
            analyst.picture("release-faulty").assertAccessible().assertFits();
            assertThat(analyst.page().locator("form[action$='/release']").count())
                    .isZero();

            upload(analyst, scheme());
            analyst.picture("release-waits").assertAccessible().assertFits();
            assertThat(analyst.page().locator("form[action$='/release']").count())
                    .as("not by the same person")
                    .isZero();
            var address = java.net.URI.create(analyst.page().url()).getPath();

            reviewer.signInAs("county").open(address);
            reviewer.page().locator("form[action$='/release'] button").click();
            reviewer.page().waitForSelector("text=已发布");
            reviewer.picture("release-done").assertAccessible().assertFits();
            reviewer.open("/schemes/" + ID);
            assertThat(reviewer.page().locator("h1").innerText()).isEqualTo("测试津贴");
        }
        assertThat(catalogue.book().get(ID).title().zh()).isEqualTo("测试津贴");
    }

    private void upload(Browser browser, String scheme) throws IOException {
        browser.open("/catalogue");
        var page = browser.page();
        page.locator("#scheme").fill(ID);
        page.locator("#files").setInputFiles(new FilePayload[] {
            file("scheme.yaml", scheme),
            file("newborns.yaml", cases("newborns")),
            file("transition.yaml", cases("transition"))
        });
        page.locator("form[action='/catalogue/releases'] button").click();
        page.waitForURL("**/catalogue/releases/*");
    }

    /** The childcare subsidy under another name: a whole scheme with cases that cover it. */
    private String scheme() throws IOException {
        return Files.readString(Path.of(shipped).resolve("childcare-subsidy/scheme.yaml"))
                .replace("scheme: childcare-subsidy", "scheme: " + ID)
                .replace("title: {zh: 育儿补贴, en: childcare subsidy}", "title: {zh: 测试津贴, en: test allowance}");
    }

    private String cases(String name) throws IOException {
        return Files.readString(Path.of(shipped).resolve("childcare-subsidy/cases/" + name + ".yaml"));
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "text/yaml", content.getBytes(StandardCharsets.UTF_8));
    }
}
