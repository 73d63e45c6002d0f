package org.junheng;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.junheng.reference.ReferencePage;

/** Draws a transition table as a page with a Mermaid diagram in {@code docs/reference/states}. */
public final class StateCharts {

    private StateCharts() {}

    /** One row of a table as words. */
    public record Arrow(String from, String to, String label) {}

    public static <T> void check(String name, String title, List<T> table, Function<T, Arrow> arrow)
            throws IOException {
        ReferencePage.check(
                "states/" + name + ".md", draw(title, table.stream().map(arrow).toList()));
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
