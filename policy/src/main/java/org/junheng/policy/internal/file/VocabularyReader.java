package org.junheng.policy.internal.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junheng.policy.Choices;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Relation;
import org.junheng.policy.Text;
import org.junheng.policy.Unit;
import org.junheng.policy.ValueType;
import org.junheng.policy.Vocabulary;
import org.junheng.policy.internal.source.Nearest;
import org.junheng.policy.internal.source.YamlMap;
import org.junheng.policy.internal.source.YamlNode;

/** Reads {@code vocabulary.yaml}: code lists, documents, records of facts, and the units that see them. */
final class VocabularyReader {

    private static final List<String> SENSITIVITIES = List.of("public", "personal", "sensitive");

    private final YamlMap file;
    private final Map<String, Choices> codes = new LinkedHashMap<>();
    private final Map<String, YamlMap> records = new LinkedHashMap<>();

    private VocabularyReader(YamlMap file) {
        this.file = file;
    }

    static Vocabulary read(YamlNode node) {
        return new VocabularyReader(node.map().only("codes", "documents", "records", "units")).read();
    }

    private Vocabulary read() {
        under("codes").forEach((name, node) -> codes.put(name, choices(name, node)));
        Map<String, Text> documents = new LinkedHashMap<>();
        under("documents")
                .forEach((name, node) ->
                        documents.put(name, node.map().only("zh", "en").wording()));
        under("records").forEach((name, node) -> records.put(name, node.map().only("zh", "en", "facts", "relations")));
        Map<String, Unit> units = new LinkedHashMap<>();
        under("units").forEach((name, node) -> units.put(name, unit(name, node)));
        return new Vocabulary(units, codes, documents);
    }

    private Map<String, YamlNode> under(String key) {
        return file.find(key).map(node -> node.map().entries()).orElse(Map.of());
    }

    private static Choices choices(String name, YamlNode node) {
        List<Choices.Option> options = new ArrayList<>();
        node.map()
                .entries()
                .forEach((code, each) -> options.add(
                        new Choices.Option(code, each.map().only("zh", "en").wording())));
        return new Choices(name, options);
    }

    private Unit unit(String id, YamlNode node) {
        YamlMap map = node.map().only("zh", "en", "sees");
        List<FactDefinition> facts = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        for (YamlNode seen : map.require("sees").map(YamlNode::list).orElse(List.of())) {
            String record = seen.text();
            YamlMap body = records.get(record);
            if (body == null) {
                seen.fault(
                        Text.format("没有名为“%s”的记录。", "There is no record '%s'.", record),
                        Nearest.advice(record, records.keySet()));
            } else {
                facts.addAll(facts(body, record + "."));
                relations.addAll(relations(body, record + "."));
            }
        }
        return new Unit(id, map.wording(), facts, relations);
    }

    private List<FactDefinition> facts(YamlMap record, String prefix) {
        List<FactDefinition> facts = new ArrayList<>();
        record.find("facts")
                .ifPresent(node -> node.map().entries().forEach((name, each) -> facts.add(fact(prefix + name, each))));
        return facts;
    }

    private FactDefinition fact(String name, YamlNode node) {
        YamlMap map = node.map().only("zh", "en", "type", "absent", "column", "sensitivity");
        boolean optional = map.word("absent", List.of("none", "unknown")).equals("none");
        String sensitivity = map.has("sensitivity") ? map.word("sensitivity", SENSITIVITIES) : "personal";
        return new FactDefinition(name, map.wording(), type(map, codes), optional, map.text("column"), sensitivity);
    }

    private List<Relation> relations(YamlMap record, String prefix) {
        List<Relation> relations = new ArrayList<>();
        record.find("relations")
                .ifPresent(node -> node.map().entries().forEach((name, each) -> {
                    YamlMap map = each.map().only("zh", "en", "of", "table");
                    YamlMap element = records.get(map.text("of"));
                    if (element == null) {
                        each.fault(
                                Text.format("没有名为“%s”的记录。", "There is no record '%s'.", map.text("of")),
                                Nearest.advice(map.text("of"), records.keySet()));
                    } else {
                        relations.add(new Relation(
                                prefix + name,
                                map.wording(),
                                map.text("of"),
                                facts(element, ""),
                                map.text("table", "")));
                    }
                }));
        return relations;
    }

    /** The type under {@code type}: one of the simple ones or the name of a code list. */
    static ValueType type(YamlMap map, Map<String, Choices> codes) {
        Optional<YamlNode> node = map.require("type");
        String word = node.map(YamlNode::text).orElse("");
        List<String> known = new ArrayList<>(List.of("bool", "int", "money", "date", "area"));
        known.addAll(codes.keySet());
        if (node.isPresent() && !known.contains(word)) {
            node.get().fault(Text.format("没有“%s”这种类型。", "There is no type '%s'.", word), Nearest.advice(word, known));
        }
        return switch (word) {
            case "int" -> ValueType.INT;
            case "money" -> ValueType.MONEY;
            case "date" -> ValueType.DATE;
            case "area" -> ValueType.AREA;
            default -> codes.containsKey(word) ? ValueType.code(codes.get(word)) : ValueType.BOOL;
        };
    }
}
