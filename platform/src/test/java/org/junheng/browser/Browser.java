package org.junheng.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A window of Chromium on the running platform, with cookies of its own. Problems on the pages' console fail the test.
 */
public final class Browser implements AutoCloseable {

    private static final Path PICTURES = Path.of("target/screenshots");

    private static final String AXE = resource("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");

    private final BrowserContext window;
    private final Page page;
    private final String address;
    private final String size;
    private final List<String> complaints = new ArrayList<>();

    private Browser(int port, String size, com.microsoft.playwright.Browser.NewContextOptions options) {
        // Scripts of a test are not the page's own: they need the policy out of their way.
        this.window = Chromium.get().newContext(options.setBypassCSP(true).setLocale("zh-CN"));
        this.window.setDefaultTimeout(15_000);
        this.page = window.newPage();
        this.address = "http://localhost:" + port;
        this.size = size;
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** The window of an officer at a desk. */
    public static Browser desktop(int port) {
        return new Browser(
                port, "desktop", new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1366, 820));
    }

    /** The phone of a family. */
    public static Browser phone(int port) {
        return new Browser(
                port,
                "phone",
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(390, 780)
                        .setDeviceScaleFactor(2)
                        .setHasTouch(true)
                        .setIsMobile(true));
    }

    /** Expects a complaint on the console, as of a page that is not there; fails if it has not come. */
    public Browser expectComplaint(String part) {
        assertThat(complaints.removeIf(complaint -> complaint.contains(part)))
                .as("a complaint with '%s' among %s", part, complaints)
                .isTrue();
        return this;
    }

    /** The page, for everything else that Playwright can do. */
    public Page page() {
        return page;
    }

    public Browser open(String path) {
        page.navigate(address + path);
        return this;
    }

    /** Signs in with a demonstration identity. */
    public Browser signInAs(String subject) {
        open("/sign-in");
        page.locator("button[name=subject][value='" + subject + "']").click();
        page.waitForURL(address + "/home");
        return this;
    }

    public Browser inEnglish() {
        page.locator("button[name=language][value=en]").click();
        page.waitForSelector("html[lang=en]");
        return this;
    }

    /**
     * Keeps a picture of the whole page in {@code target/screenshots/<name>-<size>.png}. The window is as high as the
     * page meanwhile: what sticks to its edge would lie over the middle else.
     */
    public Browser picture(String name) {
        var window = page.viewportSize();
        int height = ((Number) page.evaluate("() => document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(window.width, Math.max(height, window.height));
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + size + ".png")));
        page.setViewportSize(window.width, window.height);
        return this;
    }

    /** Fails with what axe-core finds serious or critical for people who cannot see, hear or point well. */
    @SuppressWarnings("unchecked")
    public Browser assertAccessible() {
        page.evaluate(AXE);
        var found = (List<String>) page.evaluate("""
                () => axe.run(document, {resultTypes: ['violations']}).then(result => result.violations
                    .filter(each => ['serious', 'critical'].includes(each.impact))
                    .flatMap(each => each.nodes.map(node => each.id + ': ' + node.html + ' ' + node.failureSummary)))
                """);
        assertThat(found).as("findings of axe-core on %s", page.url()).isEmpty();
        return this;
    }

    /** Fails if the page is wider than the window: nobody should have to scroll sideways. */
    public Browser assertFits() {
        var wide = (Map<?, ?>) page.evaluate(
                "() => ({page: document.documentElement.scrollWidth, window: document.documentElement.clientWidth})");
        assertThat(wide.get("page")).as("width of %s", page.url()).isEqualTo(wide.get("window"));
        return this;
    }

    @Override
    public void close() {
        window.close();
        assertThat(complaints).as("problems on the console").isEmpty();
    }

    private static String resource(String name) {
        try (var in = Browser.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No " + name + " on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One Chromium for all tests of a run; it ends with the process. */
    private static final class Chromium {

        private static final com.microsoft.playwright.Browser SHARED = launch();

        static com.microsoft.playwright.Browser get() {
            return SHARED;
        }

        private static com.microsoft.playwright.Browser launch() {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setEnv(chinese())
                            .setChromiumSandbox(!System.getProperty("user.name").equals("root"))
                            .setArgs(List.of(
                                    "--lang=zh-CN",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    "--lang=zh-CN",
                                    "--no-first-run",
                                    "--disable-gpu")));
        }

        /** The browser's own words on a page (dates, file choosers) are those of its environment. */
        private static Map<String, String> chinese() {
            var environment = new HashMap<>(System.getenv());
            environment.put("LANGUAGE", "zh_CN");
            return environment;
        }

        private static Path executable() {
            return Stream.of(
                            System.getenv().getOrDefault("CHROMIUM", ""),
                            "/usr/bin/chromium",
                            "/usr/bin/chromium-browser",
                            "/usr/bin/google-chrome",
                            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                    .filter(path -> !path.isEmpty())
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "No Chromium found. Install it (Debian: apt install chromium) or name it in CHROMIUM."));
        }
    }
}
