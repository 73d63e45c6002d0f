package org.junheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The reference pages of the schemes are those in {@code docs/reference/schemes}; with {@code -Dgolden=accept} they are
 * written instead.
 */
class SchemeReferenceTest {

    private static final Path PAGES = Path.of(System.getProperty("junheng.root"), "docs/reference/schemes");

    @Test
    void every_scheme_has_its_page_as_it_stands() throws IOException {
        Schemes.CheckReport report = Schemes.check(ShippedSchemesTest.FOLDER);
        assertThat(report.faults())
                .as("a faulty scheme has no page, and must not lose the one it has")
                .isEmpty();
        compare("README.md", SchemePages.index(report.book()));
        for (Scheme scheme : report.book().schemes()) {
            List<GoldenCase> cases = report.cases().stream()
                    .filter(each -> each.scheme().equals(scheme.id()))
                    .toList();
            compare(scheme.id() + ".md", SchemePages.of(scheme, cases));
        }
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages)
                    .as("no page without a scheme")
                    .hasSize(report.book().schemes().size() + 1);
        }
    }

    private static void compare(String name, String content) throws IOException {
        Path page = PAGES.resolve(name);
        if ("accept".equals(System.getProperty("golden"))) {
            Files.createDirectories(PAGES);
            Files.writeString(page, content);
        }
        assertThat(page)
                .as("Stale: run the test with -Dgolden=accept and review the change.")
                .hasContent(content);
    }
}
