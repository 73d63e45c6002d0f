package org.junheng.policy.internal.check;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.DateRange;
import org.junheng.kernel.Money;
import org.junheng.kernel.Timeline;
import org.junheng.policy.Benefit;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Facts;
import org.junheng.policy.GoldenCase;
import org.junheng.policy.GoldenCase.Expectation;
import org.junheng.policy.Provenance;
import org.junheng.policy.Relation;
import org.junheng.policy.Scheme;
import org.junheng.policy.Statements;
import org.junheng.policy.Text;
import org.junheng.policy.ValueType;
import org.junheng.policy.Vocabulary;
import org.junheng.policy.internal.file.ValueReader;
import org.junheng.policy.internal.source.Nearest;
import org.junheng.policy.internal.source.YamlMap;
import org.junheng.policy.internal.source.YamlNode;

/**
 * Reads the golden cases of one scheme.
 *
 * <p>Under {@code facts} stands a value, {@code none}, {@code unknown}, or for a fact that changes a map of the days on
 * which it takes a value; a relation is a list of members.
 */
final class CaseReader {

    private static final List<String> OUTCOMES = List.of("eligible", "not-eligible", "undetermined");
    private static final Provenance CASE = new Provenance(new Text("案例", "the case"), null);

    private final Scheme scheme;
    private final Vocabulary vocabulary;
    private final Provenance source;

    CaseReader(Scheme scheme, Vocabulary vocabulary) {
        this(scheme, vocabulary, CASE);
    }

    CaseReader(Scheme scheme, Vocabulary vocabulary, Provenance source) {
        this.scheme = scheme;
        this.vocabulary = vocabulary;
        this.source = source;
    }

    /** A case and where it stands. */
    record Placed(GoldenCase golden, YamlNode node) {}

    List<Placed> read(YamlNode file) {
        YamlMap map = file.map().only("defaults", "cases");
        Map<String, YamlNode> defaults =
                map.find("defaults").map(node -> node.map().entries()).orElse(Map.of());
        return map.maps("cases").stream().map(each -> readCase(each, defaults)).toList();
    }

    private Placed readCase(YamlMap map, Map<String, YamlNode> defaults) {
        map.only(
                "case",
                "zh",
                "en",
                "source",
                "facts",
                "on",
                "known_at",
                "expect",
                "amount",
                "days",
                "fails",
                "missing",
                "until",
                "periods");
        Map<String, YamlNode> facts = new LinkedHashMap<>(defaults);
        map.find("facts").ifPresent(node -> facts.putAll(node.map().entries()));
        LocalDate on = map.date("on");
        GoldenCase golden = new GoldenCase(
                scheme.id(),
                map.text("case"),
                map.wording(),
                map.text("source", ""),
                facts(facts),
                on,
                map.findDate("known_at").orElse(on),
                expectation(map));
        return new Placed(golden, map.require("case").orElse(map.owner()));
    }

    private Expectation expectation(YamlMap map) {
        Map<String, Long> periods = new LinkedHashMap<>();
        map.find("periods")
                .ifPresent(node -> node.map()
                        .entries()
                        .forEach((period, given) -> given(given).ifPresent(each -> periods.put(period, each))));
        return new Expectation(
                map.word("expect", OUTCOMES),
                map.find("amount").flatMap(CaseReader::money),
                map.find("days").flatMap(CaseReader::days),
                map.texts("fails"),
                map.texts("missing"),
                map.findDate("until").or(() -> map.has("periods") ? Optional.of(map.date("on")) : Optional.empty()),
                periods);
    }

    private static Optional<Money> money(YamlNode node) {
        return ValueReader.read(node, ValueType.MONEY).map(Money.class::cast);
    }

    private static Optional<Integer> days(YamlNode node) {
        return ValueReader.read(node, ValueType.INT).map(days -> ((Long) days).intValue());
    }

    private Optional<Long> given(YamlNode node) {
        return scheme.gives() == Benefit.DAYS
                ? days(node).map(Integer::longValue)
                : money(node).map(Money::fen);
    }

    /** The facts of one unit by name. */
    Facts facts(Map<String, YamlNode> nodes) {
        Facts.Builder builder = vocabulary.facts(scheme.unit().id());
        nodes.forEach((name, node) -> {
            int relation = scheme.unit().relationOf(name);
            Optional<FactDefinition> fact = scheme.unit().findFact(name);
            if (relation >= 0) {
                members(builder, scheme.unit().relations().get(relation), node);
            } else if (fact.isPresent()) {
                state(builder, fact.get(), node);
            } else {
                unknownName(node, name, scheme.unit().facts());
            }
        });
        return builder.build();
    }

    private static void unknownName(YamlNode node, String name, List<FactDefinition> facts) {
        node.fault(
                Text.format("词表中没有事实“%s”。", "The vocabulary has no fact '%s'.", name),
                Nearest.advice(name, facts.stream().map(FactDefinition::name).toList()));
    }

    private void state(Facts.Builder builder, FactDefinition fact, YamlNode node) {
        if (node.isMap()) {
            builder.over(fact.name(), timeline(fact, node), source);
        } else if (node.text().equals("unknown")) {
            builder.unknown(fact.name());
        } else if (node.text().equals("none")) {
            none(fact, node, () -> builder.none(fact.name(), source));
        } else {
            ValueReader.read(node, fact.type()).ifPresent(value -> builder.known(fact.name(), value, source));
        }
    }

    private static void none(FactDefinition fact, YamlNode node, Runnable set) {
        if (fact.optional()) {
            set.run();
        } else {
            node.fault(
                    Text.format("“%s”总是存在的。", "'%s' always exists.", fact.name()),
                    new Text("不知道时请写 unknown。", "Write 'unknown' if it is not known."));
        }
    }

    private static Timeline<Object> timeline(FactDefinition fact, YamlNode node) {
        List<Timeline.Entry<Object>> entries = new ArrayList<>();
        node.map()
                .entries()
                .forEach((day, value) -> ValueReader.read(value, fact.type())
                        .ifPresent(known -> from(value, day)
                                .ifPresent(start -> entries.add(new Timeline.Entry<>(DateRange.from(start), known)))));
        return Timeline.ofEntries(entries);
    }

    private static Optional<LocalDate> from(YamlNode node, String day) {
        try {
            return Optional.of(LocalDate.parse(day));
        } catch (DateTimeParseException wrong) {
            node.fault(
                    Text.format("“%s”不是日期。", "'%s' is not a date.", day),
                    new Text("请写成 2025-01-31 的形式。", "Write it as 2025-01-31."));
            return Optional.empty();
        }
    }

    private void members(Facts.Builder builder, Relation relation, YamlNode node) {
        if (!node.isList()) {
            builder.unknown(relation.name());
            return;
        }
        for (YamlNode each : node.list()) {
            builder.member(
                    relation.name(),
                    member -> each.map()
                            .entries()
                            .forEach((name, value) ->
                                    stateOfMember(relation, member).accept(name, value)));
        }
    }

    private BiConsumer<String, YamlNode> stateOfMember(Relation relation, Statements member) {
        return (name, node) -> {
            @Nullable
            FactDefinition fact = relation.facts().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (fact == null) {
                unknownName(node, name, relation.facts());
            } else if (node.text().equals("unknown")) {
                member.unknown(name);
            } else if (node.text().equals("none")) {
                none(fact, node, () -> member.none(name, source));
            } else {
                ValueReader.read(node, fact.type()).ifPresent(value -> member.known(name, value, source));
            }
        };
    }
}
