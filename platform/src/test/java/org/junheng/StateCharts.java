package org.junheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Draws a transition table as a page with a Mermaid diagram and compares it with the page in
 * {@code docs/reference/states}; with {@code -Dgolden=accept} it writes the page instead.
 */
public final class StateCharts {

    private StateCharts() {}

    /** One row of a table as words. */
    public record Arrow(String from, String to, String label) {}

    public static <T> void check(String name, String title, List<T> table, Function<T, Arrow> arrow)
            throws IOException {
        var file = Path.of(System.getProperty("junheng.root"), "docs/reference/states", name + ".md");
        var drawn = draw(title, table.stream().map(arrow).toList());
        if ("accept".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, drawn);
        }
        assertThat(file)
                .as("Stale: run the test with -Dgolden=accept and review the change.")
                .exists()
                .hasContent(drawn);
    }

    private static String draw(String title, List<Arrow> arrows) {
        var text = new StringBuilder("# " + title
                + "\n\nDrawn by a test from the transition table in the code.\n\n```mermaid\nstateDiagram-v2\n");
        arrows.forEach(arrow ->
                text.append("    %s --> %s : %s%n".formatted(node(arrow.from()), node(arrow.to()), arrow.label())));
        return text.append("```\n").toString();
    }

    private static String node(String state) {
        return state.equals("[*]") ? state : state.replace('-', '_');
    }
}
