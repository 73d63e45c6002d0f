package org.junheng.policy.internal.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Choices;
import org.junheng.policy.Parameter;
import org.junheng.policy.Parameter.Delegation;
import org.junheng.policy.Text;
import org.junheng.policy.ValueType;
import org.junheng.policy.internal.source.Nearest;
import org.junheng.policy.internal.source.YamlMap;
import org.junheng.policy.internal.source.YamlNode;

/** Reads the parameters of a scheme: declared in its file, with values there and in the files of its regions. */
final class ParameterReader {

    private static final List<String> LEVELS = List.of("province", "city", "county", "township");
    private static final List<String> RULES = List.of("any", ">= parent", "<= parent");

    private final LegalReader legal;
    private final Map<String, Choices> codes;
    private final Others others;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, YamlNode> places = new HashMap<>();

    ParameterReader(LegalReader legal, Map<String, Choices> codes, Others others) {
        this.legal = legal;
        this.codes = codes;
        this.others = others;
    }

    /** A parameter while its values are still being collected. */
    private record Draft(
            YamlNode node, Text label, ValueType type, Optional<Delegation> delegation, List<Parameter.Value> values) {

        /** Whether it is another scheme's parameter. */
        boolean adopted() {
            return node.map().has("of");
        }
    }

    /** Declares the parameters under {@code parameters}. */
    void readDeclarations(YamlMap file) {
        file.find("parameters")
                .ifPresent(node -> node.map().entries().forEach((name, each) -> {
                    YamlMap map = each.map().only("zh", "en", "type", "delegated", "values", "of", "note");
                    if (map.has("of")) {
                        adopt(name, each, map);
                        return;
                    }
                    ValueType type = VocabularyReader.type(map, codes);
                    Draft draft = new Draft(each, map.wording(), type, delegation(map), new ArrayList<>());
                    drafts.put(name, draft);
                    map.maps("values").forEach(value -> readValue(name, draft, null, value));
                }));
    }

    /** Takes over another scheme's parameter: {@code of: childcare-subsidy.annual}. */
    private void adopt(String name, YamlNode node, YamlMap map) {
        YamlNode source = map.only("zh", "en", "of", "note").require("of").orElse(node);
        String[] path = source.text().split("\\.", 2);
        others.find(source, path[0]).ifPresent(other -> {
            String wanted = path.length == 2 ? path[1] : "";
            List<String> names =
                    other.parameters().stream().map(Parameter::name).toList();
            int index = names.indexOf(wanted);
            if (index < 0) {
                source.fault(
                        Text.format("办法“%s”没有参数“%s”。", "The scheme '%s' has no parameter '%s'.", path[0], wanted),
                        Nearest.advice(wanted, names));
                return;
            }
            Parameter adopted = Others.renamed(path[0], other.parameters().get(index));
            drafts.put(name, new Draft(node, map.wording(), adopted.type(), Optional.empty(), adopted.values()));
        });
    }

    private static Optional<Delegation> delegation(YamlMap map) {
        return map.find("delegated").map(node -> {
            YamlMap body = node.map().only("to", "rule");
            return new Delegation(levels(node, body), Parameter.Rule.values()[RULES.indexOf(body.word("rule", RULES))]);
        });
    }

    /** The levels of area under {@code to}. */
    static List<AreaCode.Level> levels(YamlNode node, YamlMap body) {
        return body.texts("to").stream()
                .filter(level -> isLevel(node, level))
                .map(level -> AreaCode.Level.valueOf(level.toUpperCase(Locale.ROOT)))
                .toList();
    }

    static String word(AreaCode.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isLevel(YamlNode node, String level) {
        if (!LEVELS.contains(level)) {
            node.fault(Text.format("没有“%s”这一级。", "There is no level '%s'.", level), Nearest.advice(level, LEVELS));
        }
        return LEVELS.contains(level);
    }

    /** Takes up what a region sets. */
    void readRegion(YamlMap file, AreaCode area) {
        file.find("parameters")
                .ifPresent(node -> node.map().entries().forEach((name, each) -> {
                    Draft draft = drafts.get(name);
                    if (draft == null) {
                        each.fault(
                                Text.format("本办法没有参数“%s”。", "This scheme has no parameter '%s'.", name),
                                Nearest.advice(name, drafts.keySet()));
                    } else if (mayBeSetBy(draft, area, each)) {
                        each.list().forEach(value -> readValue(name, draft, area, value.map()));
                    }
                }));
    }

    private static boolean mayBeSetBy(Draft draft, AreaCode area, YamlNode node) {
        boolean allowed = draft.delegation()
                .filter(delegation -> delegation.levels().contains(area.level()))
                .isPresent();
        if (!allowed) {
            String level = word(area.level());
            node.fault(
                    Text.format(
                            "“%s”未授权%s一级制定。",
                            "'%s' may not be set at the level %s.",
                            draft.label().zh(),
                            level),
                    new Text(
                            "请在办法的 delegated: {to: […]} 中授权，或删去此值。",
                            "Delegate it in the scheme by 'delegated: {to:" + " […]}', or remove the value."));
        }
        return allowed;
    }

    private void readValue(String name, Draft draft, @Nullable AreaCode area, YamlMap map) {
        map.only("from", "to", "known_from", "value", "legal", "article", "status", "note");
        LocalDate from = map.date("from");
        LocalDate knownFrom = map.date("known_from");
        Optional<LocalDate> to = map.findDate("to");
        if (to.isPresent() && !to.get().isAfter(from)) {
            map.owner()
                    .fault(
                            Text.format("结束日 %s 不在开始日 %s 之后。", "The end %s is not after the start %s.", to.get(), from),
                            new Text("“to”是不再有效的第一天。", "'to' is the first day on which it is no longer valid."));
        }
        long number = map.require("value")
                .flatMap(node -> ValueReader.read(node, draft.type()))
                .map(draft.type()::encode)
                .orElse(0L);
        String place = area == null ? "CN" : area.shortText();
        String id = "%s@%s/%s/%s".formatted(name, place, from, knownFrom);
        if (draft.values().stream().anyMatch(value -> value.id().equals(id))) {
            map.owner()
                    .fault(
                            Text.format("“%s”在同一地区、同一天有两个值。", "'%s' has two values for one area and day.", name),
                            new Text("请删去一个，或改正 from、known_from。", "Remove one, or put 'from' or 'known_from' right."));
        }
        places.put(id, map.owner());
        if (area != null) {
            RegionAreas.checkEnd(map.owner(), area, to.orElse(null));
        }
        draft.values()
                .add(new Parameter.Value(
                        id,
                        area,
                        from,
                        to.orElse(null),
                        knownFrom,
                        number,
                        legal.citation(map),
                        LegalReader.isSample(map)));
    }

    List<Parameter> parameters() {
        return drafts.entrySet().stream()
                .map(entry -> {
                    Draft draft = entry.getValue();
                    return new Parameter(
                            entry.getKey(), draft.label(), draft.type(), draft.delegation(), draft.values());
                })
                .toList();
    }

    /** The scheme's own parameters that are not another scheme's. */
    List<Parameter> ownParameters() {
        return parameters().stream()
                .filter(each -> !Objects.requireNonNull(drafts.get(each.name())).adopted())
                .toList();
    }

    /** Where a value stands. */
    YamlNode place(Parameter.Value value) {
        return Objects.requireNonNull(places.get(value.id()));
    }

    /** Where a parameter is declared. */
    YamlNode node(String name) {
        return Objects.requireNonNull(drafts.get(name)).node();
    }
}
