package org.junheng.population.internal.sweep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junheng.population.ReformFaulty;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Changes a scheme's file in memory: the version and the values in force on a day. */
final class SchemeEdit {

    private final Node root;
    private final String on;

    SchemeEdit(Node root, LocalDate on) {
        this.root = root;
        this.on = on.toString(); // ISO days compare as texts
        find(root, "versions").map(SchemeEdit::items).orElse(List.of()).forEach(SchemeEdit::unseal);
    }

    /** What is tried out is not what was released: its seal goes. */
    private static void unseal(Node version) {
        if (version instanceof MappingNode map) {
            map.setValue(map.getValue().stream()
                    .filter(tuple -> !text(tuple.getKeyNode()).equals("released"))
                    .toList());
        }
    }

    /** Sets the scheme's own value of a parameter that is in force. */
    void parameter(String name, String value) {
        Node parameter = find(root, "parameters")
                .flatMap(all -> find(all, name))
                .orElseThrow(() -> new ReformFaulty(List.of("key set.%s: the scheme has no such parameter; it has %s"
                        .formatted(name, keys(find(root, "parameters"))))));
        List<Node> values = find(parameter, "values").map(SchemeEdit::items).orElse(List.of());
        Node inForce = latest(values)
                .orElseThrow(
                        () -> new ReformFaulty(List.of("key set.%s: no value is in force on %s".formatted(name, on))));
        replace(inForce, "value", value);
    }

    /** Sets the value of a parameter that an area's file has in force; whether there was one. */
    boolean regional(String name, String value) {
        Optional<Node> inForce = find(root, "parameters")
                .flatMap(all -> find(all, name))
                .map(SchemeEdit::items)
                .flatMap(this::latest);
        inForce.ifPresent(node -> replace(node, "value", value));
        return inForce.isPresent();
    }

    /** The area a region's file is for. */
    String area() {
        return find(root, "area").map(SchemeEdit::text).orElse("");
    }

    /** Replaces the expression of a condition or value of the version in force. */
    void clause(String list, String id, String key, String expression) {
        Node clause = find(version(), list).map(SchemeEdit::items).orElse(List.of()).stream()
                .filter(each ->
                        find(each, "id").map(SchemeEdit::text).orElse("").equals(id))
                .findFirst()
                .orElseThrow(() -> new ReformFaulty(
                        List.of("key replace.%s.%s: the version in force has no such clause".formatted(list, id))));
        replace(clause, key, expression);
    }

    /** Replaces an expression of the outcome. */
    void outcome(String key, String expression) {
        Node outcome = find(version(), "outcome")
                .orElseThrow(() -> new ReformFaulty(List.of("key replace.outcome: the version has no outcome")));
        replace(outcome, key, expression);
    }

    private Node version() {
        return latest(find(root, "versions").map(SchemeEdit::items).orElse(List.of()))
                .orElseThrow(() -> new ReformFaulty(List.of("no version is in force on " + on)));
    }

    private Optional<Node> latest(List<Node> dated) {
        Optional<Node> best = Optional.empty();
        for (Node each : dated) {
            String from = find(each, "from").map(SchemeEdit::text).orElse("");
            if (from.compareTo(on) <= 0
                    && from.compareTo(best.flatMap(node -> find(node, "from"))
                                    .map(SchemeEdit::text)
                                    .orElse(""))
                            >= 0) {
                best = Optional.of(each);
            }
        }
        return best;
    }

    private static Optional<Node> find(Node node, String key) {
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(tuple -> text(tuple.getKeyNode()).equals(key))
                        .map(NodeTuple::getValueNode)
                        .findFirst()
                : Optional.empty();
    }

    private static List<String> keys(Optional<Node> node) {
        return node.filter(MappingNode.class::isInstance)
                .map(map -> ((MappingNode) map)
                        .getValue().stream()
                                .map(tuple -> text(tuple.getKeyNode()))
                                .toList())
                .orElse(List.of());
    }

    private static List<Node> items(Node node) {
        return node instanceof SequenceNode list ? list.getValue() : List.of();
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static void replace(Node node, String key, String value) {
        if (!(node instanceof MappingNode map)) {
            throw new IllegalStateException("Expected names and values at " + node.getStartMark());
        }
        List<NodeTuple> tuples = new ArrayList<>();
        for (NodeTuple tuple : map.getValue()) {
            boolean sought = text(tuple.getKeyNode()).equals(key);
            tuples.add(sought ? new NodeTuple(tuple.getKeyNode(), scalar(tuple.getValueNode(), value)) : tuple);
        }
        map.setValue(tuples);
    }

    private static Node scalar(Node old, String value) {
        boolean plain = value.matches("[\\w.-]+");
        Tag tag = plain && old instanceof ScalarNode ? old.getTag() : Tag.STR;
        ScalarStyle style = plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
        return new ScalarNode(tag, value, old.getStartMark(), old.getEndMark(), style);
    }
}
