package org.junheng.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page below {@code docs/reference} that a test writes: compared with what is there, or written anew with
 * {@code -Dgolden=accept}.
 */
public final class ReferencePage {

    private ReferencePage() {}

    public static void check(String name, String text) throws IOException {
        var file = Path.of(System.getProperty("junheng.root"), "docs/reference", name);
        if ("accept".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("Stale: run the test with -Dgolden=accept and review the change.")
                .exists()
                .hasContent(text);
    }
}
