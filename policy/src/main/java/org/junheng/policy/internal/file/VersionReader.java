package org.junheng.policy.internal.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junheng.policy.Period;
import org.junheng.policy.SchemeVersion;
import org.junheng.policy.SchemeVersion.ComputedValue;
import org.junheng.policy.SchemeVersion.Condition;
import org.junheng.policy.Text;
import org.junheng.policy.Unit;
import org.junheng.policy.ValueType;
import org.junheng.policy.Vocabulary;
import org.junheng.policy.internal.engine.CompiledVersion;
import org.junheng.policy.internal.engine.CompiledVersion.Rules;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Exprs;
import org.junheng.policy.internal.language.Language;
import org.junheng.policy.internal.language.Scope;
import org.junheng.policy.internal.language.Scope.Name;
import org.junheng.policy.internal.source.YamlMap;
import org.junheng.policy.internal.source.YamlNode;

/** Reads one version of a scheme. */
final class VersionReader {

    private static final int MOST_CONDITIONS = 63;

    private final YamlMap map;
    private final LegalReader legal;
    private final Unit unit;
    private final List<Name> parameters;
    private final Period.Length period;

    VersionReader(YamlMap map, LegalReader legal, Unit unit, List<Name> parameters, Period.Length period) {
        this.map = map.only(
                "version", "from", "to", "known_from", "status", "conditions", "values", "outcome", "released", "note");
        this.legal = legal;
        this.unit = unit;
        this.parameters = parameters;
        this.period = period;
    }

    /** The version; nothing if it has faults. */
    Optional<CompiledVersion> read(Vocabulary vocabulary) {
        int before = map.owner().faults().count();
        List<YamlMap> valueNodes = map.maps("values");
        List<ComputedValue> values =
                valueNodes.stream().map(node -> value(node, vocabulary)).toList();
        List<Name> names = values.stream()
                .map(value -> new Name(value.name(), value.type()))
                .toList();
        Language language = new Language(new Scope(unit, parameters, names));

        List<Expr> valueRules = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            expression(language, valueNodes.get(i), "value", values.get(i).type(), i)
                    .ifPresent(valueRules::add);
        }
        List<YamlMap> conditionNodes = map.maps("conditions");
        List<Condition> conditions =
                conditionNodes.stream().map(this::condition).toList();
        List<Expr> conditionRules = conditionNodes.stream()
                .flatMap(node -> expression(language, node, "when", ValueType.BOOL, values.size()).stream())
                .toList();
        Optional<Rules> rules = outcome(language, valueRules, conditionRules, values.size());
        checkNames(conditions, values);
        if (map.owner().faults().count() > before || rules.isEmpty()) {
            return Optional.empty();
        }
        checkUnused(values, valueNodes, rules.get());
        return Optional.of(new CompiledVersion(info(conditions, values), rules.get()));
    }

    private Optional<Rules> outcome(Language language, List<Expr> values, List<Expr> conditions, int known) {
        Optional<YamlMap> outcome =
                map.require("outcome").map(node -> node.map().only("amount", "months", "payee"));
        Optional<Expr> amount = outcome.flatMap(node -> expression(language, node, "amount", ValueType.MONEY, known));
        Optional<Expr> months = outcome.filter(node -> node.has("months"))
                .flatMap(node -> expression(language, node, "months", ValueType.INT, known));
        if (values.size() == known) {
            checkLists(values, conditions);
        }
        Expr wholePeriod = new Expr.Literal(period == Period.Length.YEAR ? 12 : 1, ValueType.INT);
        return amount.map(each -> new Rules(values, conditions, each, months.orElse(wholePeriod)));
    }

    private void checkLists(List<Expr> values, List<Expr> conditions) {
        boolean nested = Stream.concat(values.stream(), conditions.stream())
                .anyMatch(expr -> Exprs.asksWithinAsking(expr, values));
        if (nested) {
            map.owner()
                    .fault(
                            new Text("列表条件中使用了另一个列表的结果。", "A question to a list uses the result of another."),
                            new Text("请把另一个列表的结果移到条件之外。", "Move the result of the other list outside."));
        }
    }

    private static Optional<Expr> expression(Language language, YamlMap node, String key, ValueType type, int known) {
        return node.require(key).flatMap(text -> language.read(text, type, known));
    }

    private SchemeVersion info(List<Condition> conditions, List<ComputedValue> values) {
        String hash = ContentHash.of(map.owner());
        checkReleased(hash);
        String amount =
                map.require("outcome").map(node -> node.map().text("amount")).orElse("");
        return new SchemeVersion(
                map.text("version"),
                map.date("from"),
                map.findDate("to").orElse(null),
                map.date("known_from"),
                hash,
                conditions,
                values,
                amount,
                LegalReader.isSample(map));
    }

    private void checkReleased(String hash) {
        map.find("released").ifPresent(node -> {
            if (!node.text().equals(hash)) {
                node.fault(
                        new Text("此版本发布后内容被改动。", "This version was changed after its release."),
                        Text.format(
                                "请恢复原文并另立新版本；现内容的哈希是 %s。",
                                "Restore it and write a new version; the hash of what stands here is %s.", hash));
            }
        });
    }

    private ComputedValue value(YamlMap node, Vocabulary vocabulary) {
        node.only("id", "zh", "en", "type", "value", "note");
        ValueType type = VocabularyReader.type(node, vocabulary.codes());
        Text label = node.has("zh") || node.has("en") ? node.wording() : new Text("", "");
        return new ComputedValue(node.text("id"), label, type, node.text("value"));
    }

    private Condition condition(YamlMap node) {
        node.only("id", "zh", "en", "legal", "article", "when", "note");
        return new Condition(node.text("id"), node.wording(), legal.citation(node), node.text("when"));
    }

    private void checkNames(List<Condition> conditions, List<ComputedValue> values) {
        Set<String> names = new HashSet<>(parameters.stream().map(Name::name).toList());
        Stream.concat(
                        values.stream().map(ComputedValue::name),
                        conditions.stream().map(Condition::id))
                .filter(name -> !names.add(name))
                .forEach(name -> map.owner()
                        .fault(
                                Text.format("名称“%s”用了两次。", "The name '%s' is used twice.", name),
                                new Text("请为其中一个改名。", "Give one of them another name.")));
        if (conditions.isEmpty() || conditions.size() > MOST_CONDITIONS) {
            map.owner()
                    .fault(
                            Text.format("有 %d 个条件。", "There are %d conditions.", conditions.size()),
                            Text.format("应有 1 至 %d 个。", "There must be 1 to %d.", MOST_CONDITIONS));
        }
    }

    private static void checkUnused(List<ComputedValue> values, List<YamlMap> nodes, Rules rules) {
        Set<Integer> used = Exprs.values(rules.all().stream());
        for (int i = 0; i < values.size(); i++) {
            if (!used.contains(i)) {
                nodes.get(i)
                        .owner()
                        .fault(
                                Text.format(
                                        "值“%s”从未被使用。",
                                        "The value '%s' is never used.",
                                        values.get(i).name()),
                                new Text("请在条件或金额中使用它，或删去。", "Use it in a condition or the amount, or remove it."));
            }
        }
    }

    /** Where the version stands, for faults that other checks find. */
    static YamlNode place(YamlMap version) {
        return version.require("version").orElse(version.owner());
    }

    /** Whether periods of that length can begin on the day. */
    static boolean canBegin(LocalDate day, Period.Length length) {
        return length == Period.Length.ONCE
                || Period.containing(day, length).start().equals(day);
    }
}
