package org.junheng.policy.internal.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junheng.policy.Benefit;
import org.junheng.policy.Period;
import org.junheng.policy.SchemeVersion;
import org.junheng.policy.SchemeVersion.ComputedValue;
import org.junheng.policy.SchemeVersion.Condition;
import org.junheng.policy.Text;
import org.junheng.policy.ValueType;
import org.junheng.policy.internal.engine.CompiledScheme;
import org.junheng.policy.internal.engine.CompiledVersion;
import org.junheng.policy.internal.engine.CompiledVersion.Outcome;
import org.junheng.policy.internal.engine.CompiledVersion.Rules;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Exprs;
import org.junheng.policy.internal.language.Language;
import org.junheng.policy.internal.language.Scope;
import org.junheng.policy.internal.language.Scope.Name;
import org.junheng.policy.internal.source.Nearest;
import org.junheng.policy.internal.source.YamlMap;
import org.junheng.policy.internal.source.YamlNode;

/** Reads one version of a scheme. */
final class VersionReader {

    private static final int MOST_CONDITIONS = 63;

    private final YamlMap map;
    private final LegalReader legal;
    private final Setting setting;
    private final Others others;
    private final List<Additions.Added> added;

    VersionReader(YamlMap map, LegalReader legal, Setting setting, Others others, Additions additions) {
        this.map = map.only(
                "version", "from", "to", "known_from", "status", "conditions", "values", "outcome", "released", "note");
        this.legal = legal;
        this.setting = setting;
        this.others = others;
        this.added = additions.list().stream()
                .filter(each -> each.meets(map.date("from"), map.findDate("to")))
                .toList();
    }

    /** The version; nothing if it has faults. */
    Optional<CompiledVersion> read() {
        int before = map.owner().faults().count();
        List<YamlMap> valueNodes = map.maps("values");
        List<ComputedValue> values = valueNodes.stream().map(this::value).toList();
        List<Name> names = values.stream()
                .map(value -> new Name(value.name(), value.type()))
                .toList();
        Language language = new Language(new Scope(setting.unit(), setting.parameters(), names));
        List<Expr> valueRules = valueRules(language, valueNodes, values);
        List<Condition> conditions = conditions();
        List<Expr> conditionRules = conditionRules(language, values.size());
        Optional<Outcome> outcome = outcome(language, values.size());
        if (valueRules.size() >= values.size()) {
            checkLists(valueRules, conditionRules);
        }
        checkNames(conditions, values);
        if (map.owner().faults().count() > before || outcome.isEmpty()) {
            return Optional.empty();
        }
        List<Expr> gates = added.stream().map(Additions.Added::gate).toList();
        Rules rules = new Rules(valueRules, conditionRules, gates, outcome.get());
        checkUnused(values, valueNodes, rules);
        return Optional.of(new CompiledVersion(info(conditions, values), rules));
    }

    /** The version's own values, then those it takes over from other schemes. */
    private List<Expr> valueRules(Language language, List<YamlMap> nodes, List<ComputedValue> values) {
        Netting netting = new Netting(values.size());
        List<Expr> rules = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            YamlMap node = nodes.get(i);
            Optional<Expr> rule = node.has("of")
                    ? netted(netting, node)
                    : expression(language, node, "value", values.get(i).type(), i);
            rule.ifPresent(rules::add);
        }
        rules.addAll(netting.adopted());
        return rules;
    }

    private Optional<Expr> netted(Netting netting, YamlMap node) {
        YamlNode source = node.require("of").orElse(node.owner());
        return others.find(source, source.text())
                .filter(other -> canBeNetted(source, other))
                .map(other -> {
                    Set<String> ignored = new LinkedHashSet<>(node.texts("ignoring"));
                    checkIgnored(node, other, ignored);
                    return netting.entitlement(other, others.offset(other), ignored);
                });
    }

    private boolean canBeNetted(YamlNode source, CompiledScheme other) {
        boolean same = other.unit() == setting.unit()
                && other.period() == setting.period()
                && other.gives() == Benefit.MONEY
                && other.region().equals(setting.region());
        if (!same) {
            source.fault(
                    Text.format("办法“%s”的给付不能在此抵扣。", "What '%s' gives cannot be netted here.", other.id()),
                    new Text(
                            "两个办法的 unit、period、region 须相同，且都发放资金；否则请用 of 引用其参数。",
                            "Both need the same unit, period and region and must give money; else take over a parameter"
                                    + " by 'of'."));
        }
        return same;
    }

    private static void checkIgnored(YamlMap node, CompiledScheme other, Set<String> ignored) {
        List<String> known = other.versions().stream()
                .flatMap(version -> version.conditions().stream())
                .map(Condition::id)
                .distinct()
                .toList();
        ignored.stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> node.owner()
                        .fault(
                                Text.format(
                                        "办法“%s”没有条件“%s”。", "The scheme '%s' has no condition '%s'.", other.id(), id),
                                Nearest.advice(id, known)));
    }

    private List<Condition> conditions() {
        Stream<Condition> own = map.maps("conditions").stream().map(node -> condition(node, Optional.empty()));
        Stream<Condition> more = added.stream().map(each -> condition(each.node(), Optional.of(each.addition())));
        return Stream.concat(own, more).toList();
    }

    private List<Expr> conditionRules(Language language, int known) {
        Stream<Expr> own = map.maps("conditions").stream()
                .flatMap(node -> expression(language, node, "when", ValueType.BOOL, known).stream());
        Stream<Expr> more = added.stream()
                .flatMap(each -> expression(language, each.node(), "when", ValueType.BOOL, known).stream()
                        .map(rule -> new Expr.Or(new Expr.Not(each.gate()), rule)));
        return Stream.concat(own, more).toList();
    }

    private Optional<Outcome> outcome(Language language, int known) {
        boolean days = setting.gives() == Benefit.DAYS;
        String given = days ? "days" : "amount";
        Optional<YamlMap> outcome =
                map.require("outcome").map(node -> node.map().only(given, "months", "payee"));
        ValueType type = days ? ValueType.INT : ValueType.MONEY;
        Optional<Expr> rule = outcome.flatMap(node -> expression(language, node, given, type, known));
        Expr wholePeriod = new Expr.Literal(setting.period() == Period.Length.YEAR ? 12 : 1, ValueType.INT);
        Expr months = outcome.filter(node -> node.has("months"))
                .flatMap(node -> expression(language, node, "months", ValueType.INT, known))
                .orElse(wholePeriod);
        Expr nothing = new Expr.Literal(0, days ? ValueType.MONEY : ValueType.INT);
        return rule.map(each -> days ? new Outcome(nothing, each, months) : new Outcome(each, nothing, months));
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
        YamlMap outcome = map.require("outcome").orElse(map.owner()).map();
        return new SchemeVersion(
                map.text("version"),
                map.date("from"),
                map.findDate("to").orElse(null),
                map.date("known_from"),
                hash,
                conditions,
                values,
                outcome.text(setting.gives() == Benefit.DAYS ? "days" : "amount"),
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

    private ComputedValue value(YamlMap node) {
        node.only("id", "zh", "en", "type", "value", "of", "ignoring", "note");
        ValueType type = node.has("of")
                ? ValueType.MONEY
                : VocabularyReader.type(node, setting.vocabulary().codes());
        Text label = node.has("zh") || node.has("en") ? node.wording() : new Text("", "");
        String rule = node.has("of") ? "of " + node.text("of") : node.text("value");
        return new ComputedValue(node.text("id"), label, type, rule);
    }

    private Condition condition(YamlMap node, Optional<SchemeVersion.Addition> addition) {
        if (addition.isEmpty()) {
            node.only("id", "zh", "en", "legal", "article", "when", "note");
        }
        return new Condition(node.text("id"), node.wording(), legal.citation(node), node.text("when"), addition);
    }

    private void checkNames(List<Condition> conditions, List<ComputedValue> values) {
        Set<String> names =
                new HashSet<>(setting.parameters().stream().map(Name::name).toList());
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

    /** Whether periods of that length, or parts of them, can begin on the day. */
    static boolean canBegin(LocalDate day, Period.Length length, boolean divisible) {
        Period.Length unit = divisible ? Period.Length.MONTH : length;
        return unit == Period.Length.ONCE
                || Period.containing(day, unit).start().equals(day);
    }
}
