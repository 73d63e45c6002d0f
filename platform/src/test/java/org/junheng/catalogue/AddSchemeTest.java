package org.junheng.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** Follows {@code docs/how-to/add-a-scheme.md} in the running platform, with the files and mistakes the page shows. */
@PlatformTest
class AddSchemeTest {

    private static final Path PAGE = Path.of(System.getProperty("junheng.root"), "docs/how-to/add-a-scheme.md");
    private static final Pattern FILE = Pattern.compile("```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MISTAKE =
            Pattern.compile("^\\| `(.*?)` \\| `(.*?)` \\| (.*?) \\|$", Pattern.MULTILINE);
    private static final String ID = "taishun-second-child-aid";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    private String page = "";

    @BeforeEach
    void read() throws IOException {
        DemonstrationAccounts.open(accounts, loading);
        page = Files.readString(PAGE);
    }

    @Test
    void a_county_scheme_is_added_by_its_files_and_released_by_two_persons_without_a_restart() {
        assertThat(catalogue.book().find(ID)).isEmpty();
        try (var analyst = Browser.desktop(port);
                var reviewer = Browser.desktop(port)) {
            analyst.signInAs("analyst").inEnglish();
            upload(analyst, file("scheme.yaml"));
            assertThat(report(analyst))
                    .contains("No case makes the condition 'second_child': met, not met, cannot be decided yet.");
            everyMistakeIsToldWithItsPlace(analyst);

            upload(analyst, file("scheme.yaml"), file("cases/cases.yaml"));
            analyst.picture("add-scheme-waits").assertAccessible().assertFits();
            assertThat(catalogue.book().find(ID)).as("by one person alone").isEmpty();

            reviewer.signInAs("county")
                    .inEnglish()
                    .open(URI.create(analyst.page().url()).getPath());
            reviewer.page().locator("form[action$='/release'] button").click();
            reviewer.page().waitForSelector("h2:has-text('released')");
            assertThat(catalogue.book().find(ID)).isPresent();
            whatIsReleasedCannotBeChanged(analyst);
        }
        aFamilyIsAnsweredByIt();
    }

    private void everyMistakeIsToldWithItsPlace(Browser analyst) {
        var right = file("scheme.yaml");
        var tried = new ArrayList<String>();
        var mistakes = MISTAKE.matcher(page);
        while (mistakes.find()) {
            var wrong = text(right).replace(mistakes.group(1), mistakes.group(2));
            upload(analyst, payload("scheme.yaml", wrong), file("cases/cases.yaml"));
            assertThat(report(analyst))
                    .as(mistakes.group(2))
                    .containsPattern(ID + "/scheme\\.yaml:\\d+:\\d+")
                    .contains(mistakes.group(3));
            tried.add(mistakes.group(2));
        }
        assertThat(tried).hasSize(10);
        analyst.picture("add-scheme-wrong").assertAccessible().assertFits();
    }

    private void whatIsReleasedCannotBeChanged(Browser analyst) {
        var changed = text(file("scheme.yaml")).replace("value: 4200", "value: 4300");
        upload(analyst, payload("scheme.yaml", changed), file("cases/cases.yaml"));
        assertThat(report(analyst)).contains("was changed after its release");
    }

    private void aFamilyIsAnsweredByIt() {
        try (var family = Browser.phone(port)) {
            family.open("/schemes").inEnglish();
            var form = family.page();
            form.locator("[name='fact.child.born']").fill("2026-03-05");
            form.locator("[name='fact.child.hukou']").selectOption("330329");
            answer(family);
            form.locator("[name='fact.child.siblings.count']").selectOption("1");
            form.locator("[name='fact.child.birthCertified']").selectOption("true");
            form.locator("[name='fact.child.chineseNational']").selectOption("true");
            answer(family);
            form.locator("[name='fact.child.siblings[1].born']").fill("2020-01-10");
            form.locator("[name='fact.child.rankInBirth']").fill("1");
            answer(family);
            assertThat(form.locator(
                                    "#answers section",
                                    new Page.LocatorOptions().setHasText("Taishun aid for a second child (sample)"))
                            .first()
                            .innerText())
                    .contains("¥600.00");
            family.picture("add-scheme-family").assertAccessible().assertFits();
        }
    }

    private static void answer(Browser family) {
        family.page().locator("form[action='/schemes'] button").click();
        family.page().waitForSelector("#answers");
    }

    /** What the page says, the cells of its tables one after the other. */
    private static String report(Browser browser) {
        return browser.page().locator("main").innerText().replaceAll("\\s+", " ");
    }

    private static void upload(Browser browser, FilePayload... files) {
        browser.open("/catalogue");
        var form = browser.page();
        form.locator("#scheme").fill(ID);
        form.locator("#files").setInputFiles(files);
        form.locator("form[action='/catalogue/releases'] button").click();
        form.waitForURL("**/catalogue/releases/*");
    }

    /** A file of the scheme as the page shows it; uploaded, files go by their names alone. */
    private FilePayload file(String name) {
        var files = FILE.matcher(page);
        while (files.find()) {
            if (files.group(1).equals("schemes/" + ID + "/" + name)) {
                return payload(Path.of(name).getFileName().toString(), files.group(2));
            }
        }
        throw new AssertionError("The page shows no file " + name);
    }

    private static FilePayload payload(String name, String content) {
        return new FilePayload(name, "text/yaml", content.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(FilePayload file) {
        return new String(file.buffer, StandardCharsets.UTF_8);
    }
}
