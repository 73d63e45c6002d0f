package org.junheng.policy.internal.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Benefit;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Period;
import org.junheng.policy.Relation;
import org.junheng.policy.Text;
import org.junheng.policy.Unit;
import org.junheng.policy.ValueType;
import org.junheng.policy.Vocabulary;
import org.junheng.policy.internal.engine.CompiledScheme;
import org.junheng.policy.internal.engine.CompiledVersion;
import org.junheng.policy.internal.engine.SchemeInfo;
import org.junheng.policy.internal.language.Expr;
import org.junheng.policy.internal.language.Language;
import org.junheng.policy.internal.language.Scope;
import org.junheng.policy.internal.source.Nearest;
import org.junheng.policy.internal.source.YamlMap;
import org.junheng.policy.internal.source.YamlNode;

/** Reads one scheme: its file and the files of its regions. */
final class SchemeReader {

    private final YamlMap file;
    private final Vocabulary vocabulary;
    private final List<YamlNode> regions;
    private final LegalReader legal = new LegalReader();
    private final Others others;

    SchemeReader(YamlNode node, Vocabulary vocabulary, List<YamlNode> regions, Others others) {
        this.file = node.map()
                .only(
                        "scheme",
                        "title",
                        "unit",
                        "period",
                        "region",
                        "gives",
                        "divisible",
                        "extensible",
                        "legal",
                        "parameters",
                        "versions",
                        "evidence",
                        "excludes",
                        "note");
        this.vocabulary = vocabulary;
        this.regions = regions;
        this.others = others;
    }

    /** The scheme; nothing if it has faults that leave nothing to compile. */
    Optional<CompiledScheme> read() {
        legal.readDocuments(file);
        ParameterReader parameters = new ParameterReader(legal, vocabulary.codes(), others);
        parameters.readDeclarations(file);
        Additions additions = new Additions(extensible());
        regions.forEach(region -> readRegion(region, parameters, additions));
        others.own(parameters.parameters());
        return unit().flatMap(this::setting).flatMap(start -> compile(start, parameters, additions));
    }

    private List<AreaCode.Level> extensible() {
        return file.find("extensible")
                .map(node -> ParameterReader.levels(node, node.map().only("to")))
                .orElse(List.of());
    }

    private Optional<Setting> setting(Unit unit) {
        Period.Length period = Period.Length.valueOf(
                file.word("period", List.of("month", "year", "once")).toUpperCase(Locale.ROOT));
        Benefit gives = file.has("gives")
                ? Benefit.valueOf(file.word("gives", List.of("money", "days", "deduction"))
                        .toUpperCase(Locale.ROOT))
                : Benefit.MONEY;
        return region(unit).map(region -> new Setting(vocabulary, unit, period, gives, region, List.of()));
    }

    private Optional<CompiledScheme> compile(Setting start, ParameterReader reader, Additions additions) {
        int before = file.owner().faults().count();
        List<Scope.Name> names = reader.parameters().stream()
                .map(parameter -> new Scope.Name(parameter.name(), parameter.type()))
                .toList();
        Setting setting = new Setting(vocabulary, start.unit(), start.period(), start.gives(), start.region(), names);
        List<YamlMap> nodes = file.maps("versions");
        List<CompiledVersion> versions = nodes.stream()
                .flatMap(node -> new VersionReader(node, legal, setting, others, additions).read().stream())
                .toList();
        if (versions.isEmpty()) {
            file.require("versions");
        }
        if (file.owner().faults().count() > before || versions.isEmpty()) {
            return Optional.empty();
        }
        CompiledScheme scheme = new CompiledScheme(info(setting), others.tables(), versions, setting.region());
        new SchemeChecks(scheme, reader, nodes).run();
        return Optional.of(scheme);
    }

    private SchemeInfo info(Setting setting) {
        boolean divisible = file.has("divisible")
                && file.word("divisible", List.of("month")).equals("month");
        return new SchemeInfo(
                file.text("scheme"),
                file.wording("title"),
                setting.unit(),
                setting.period(),
                setting.gives(),
                divisible,
                legal.documents(),
                evidence(setting.unit()),
                excludes());
    }

    private Optional<Unit> unit() {
        Optional<YamlNode> node = file.require("unit");
        String id = node.map(YamlNode::text).orElse("");
        Optional<Unit> found =
                vocabulary.units().stream().filter(unit -> unit.id().equals(id)).findFirst();
        if (node.isPresent() && found.isEmpty()) {
            List<String> ids = vocabulary.units().stream().map(Unit::id).toList();
            node.get()
                    .fault(
                            Text.format("词表中没有单位“%s”。", "The vocabulary has no unit '%s'.", id),
                            Nearest.advice(id, ids));
        }
        return found;
    }

    private Optional<Expr> region(Unit unit) {
        Scope factsOnly = new Scope(unit, List.of(), List.of());
        return file.require("region").flatMap(node -> new Language(factsOnly).read(node, ValueType.AREA, 0));
    }

    private void readRegion(YamlNode node, ParameterReader parameters, Additions additions) {
        YamlMap map = node.map().only("scheme", "area", "legal", "parameters", "conditions", "note");
        String scheme = map.text("scheme");
        if (!scheme.equals(file.text("scheme"))) {
            node.fault(
                    Text.format("此文件属于办法“%s”。", "This file belongs to the scheme '%s'.", scheme),
                    Text.format("请写 scheme: %s，或移走文件。", "Write 'scheme: %s', or move the file.", file.text("scheme")));
        }
        legal.readDocuments(map);
        map.require("area")
                .flatMap(area -> ValueReader.read(area, ValueType.AREA))
                .map(AreaCode.class::cast)
                .ifPresent(area -> {
                    RegionAreas.checkKnown(map.require("area").orElse(node), area);
                    parameters.readRegion(map, area);
                    additions.readRegion(map, area);
                });
    }

    private Map<String, List<Text>> evidence(Unit unit) {
        Map<String, List<Text>> evidence = new HashMap<>();
        file.find("evidence")
                .ifPresent(node -> node.map().entries().forEach((fact, each) -> {
                    List<String> names = provable(unit);
                    if (!names.contains(fact)) {
                        each.fault(
                                Text.format("词表中没有事实“%s”。", "The vocabulary has no fact '%s'.", fact),
                                Nearest.advice(fact, names));
                    }
                    evidence.put(
                            fact, each.list().stream().flatMap(this::document).toList());
                }));
        return evidence;
    }

    /** What a document can prove: the facts of the unit, its relations and the facts of their members. */
    private static List<String> provable(Unit unit) {
        List<String> names =
                new ArrayList<>(unit.facts().stream().map(FactDefinition::name).toList());
        for (Relation relation : unit.relations()) {
            names.add(relation.name());
            relation.facts().forEach(fact -> names.add(relation.name() + "." + fact.name()));
        }
        return names;
    }

    private Stream<Text> document(YamlNode node) {
        String id = node.text();
        Text found = vocabulary.documents().get(id);
        if (found == null) {
            node.fault(
                    Text.format("词表中没有证件“%s”。", "The vocabulary has no document '%s'.", id),
                    Nearest.advice(id, vocabulary.documents().keySet()));
        }
        return Stream.ofNullable(found);
    }

    private List<String> excludes() {
        return file.texts("excludes");
    }
}
