package org.junheng.policy.internal.source;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junheng.policy.Text;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The keys under a node, read one by one. A missing or malformed value adds a fault and gives a neutral stand-in, so
 * that the rest of the file is still checked; a file with faults is never used.
 */
public final class YamlMap {

    private final YamlNode owner;
    private final Map<String, YamlNode> values;

    private YamlMap(YamlNode owner, Map<String, YamlNode> values) {
        this.owner = owner;
        this.values = values;
    }

    static YamlMap empty(YamlNode owner) {
        return new YamlMap(owner, Map.of());
    }

    static YamlMap of(YamlNode owner, MappingNode mapping) {
        Map<String, YamlNode> values = new LinkedHashMap<>();
        mapping.getValue().forEach(pair -> {
            YamlNode key = owner.at(pair.getKeyNode());
            String name = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : key.text();
            if (values.putIfAbsent(name, owner.at(pair.getValueNode())) != null) {
                key.fault(
                        Text.format("“%s”出现了两次。", "'%s' appears twice.", name),
                        new Text("请只保留一个。", "Keep only one of them."));
            }
        });
        return new YamlMap(owner, values);
    }

    public YamlNode owner() {
        return owner;
    }

    /** All keys with their nodes, in the order of the file. */
    public Map<String, YamlNode> entries() {
        return values;
    }

    /** Reports every key that is not one of these. */
    public YamlMap only(String... allowed) {
        Set<String> names = Set.copyOf(Arrays.asList(allowed));
        values.forEach((name, node) -> {
            if (!names.contains(name)) {
                node.fault(
                        Text.format("不认识的键“%s”。", "Unknown key '%s'.", name),
                        Nearest.advice(name, Arrays.asList(allowed)));
            }
        });
        return this;
    }

    public Optional<YamlNode> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The node under a key that must be there. */
    public Optional<YamlNode> require(String key) {
        if (!has(key)) {
            owner.fault(
                    Text.format("缺少“%s”。", "'%s' is missing.", key), Text.format("请补上“%s: …”。", "Add '%s: …'.", key));
        }
        return find(key);
    }

    /** The text under a key; a fault and the empty text if it is not there. */
    public String text(String key) {
        return require(key).map(YamlNode::text).orElse("");
    }

    public String text(String key, String otherwise) {
        return find(key).map(YamlNode::text).orElse(otherwise);
    }

    /** The wording under {@code zh} and {@code en}. */
    public Text wording() {
        return new Text(text("zh"), text("en"));
    }

    /** The wording under {@code zh} and {@code en} of the map under a key. */
    public Text wording(String key) {
        return require(key).map(node -> node.map().only("zh", "en").wording()).orElse(new Text("", ""));
    }

    public LocalDate date(String key) {
        return require(key).flatMap(YamlMap::readDate).orElse(LocalDate.EPOCH);
    }

    public Optional<LocalDate> findDate(String key) {
        return find(key).flatMap(YamlMap::readDate);
    }

    /** The maps in the list under a key; none if the key is not there. */
    public List<YamlMap> maps(String key) {
        return find(key).map(YamlNode::list).orElse(List.of()).stream()
                .map(YamlNode::map)
                .toList();
    }

    /** The texts in the list under a key; none if the key is not there. */
    public List<String> texts(String key) {
        return find(key).map(YamlNode::list).orElse(List.of()).stream()
                .map(YamlNode::text)
                .toList();
    }

    /** One of the allowed words. */
    public String word(String key, List<String> allowed) {
        Optional<YamlNode> node = require(key);
        String word = node.map(YamlNode::text).orElse(allowed.getFirst());
        if (!allowed.contains(word)) {
            node.orElse(owner)
                    .fault(
                            Text.format("“%s”不能用在“%s”下。", "'%s' is not allowed under '%s'.", word, key),
                            Nearest.advice(word, allowed));
            return allowed.getFirst();
        }
        return word;
    }

    private static Optional<LocalDate> readDate(YamlNode node) {
        try {
            return Optional.of(LocalDate.parse(node.text()));
        } catch (DateTimeParseException wrong) {
            node.fault(
                    Text.format("“%s”不是日期。", "'%s' is not a date.", node.text()),
                    new Text("请写成 2025-01-31 的形式。", "Write it as 2025-01-31."));
            return Optional.empty();
        }
    }
}
