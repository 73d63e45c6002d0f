package org.junheng.policy.internal.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Parameter;
import org.junheng.policy.Period;
import org.junheng.policy.Text;
import org.junheng.policy.Unit;
import org.junheng.policy.ValueType;
import org.junheng.policy.Vocabulary;
import org.junheng.policy.internal.engine.CompiledScheme;
import org.junheng.policy.internal.engine.CompiledVersion;
import org.junheng.policy.internal.engine.ParameterTable;
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

    SchemeReader(YamlNode node, Vocabulary vocabulary, List<YamlNode> regions) {
        this.file = node.map()
                .only(
                        "scheme",
                        "title",
                        "unit",
                        "period",
                        "region",
                        "legal",
                        "parameters",
                        "versions",
                        "evidence",
                        "excludes",
                        "note");
        this.vocabulary = vocabulary;
        this.regions = regions;
    }

    /** The scheme; nothing if it has faults that leave nothing to compile. */
    Optional<CompiledScheme> read() {
        legal.readDocuments(file);
        Optional<Unit> unit = unit();
        ParameterReader parameterReader = new ParameterReader(legal, vocabulary.codes());
        parameterReader.readDeclarations(file);
        regions.forEach(region -> readRegion(region, parameterReader));
        Period.Length period = Period.Length.valueOf(
                file.word("period", List.of("month", "year", "once")).toUpperCase(Locale.ROOT));
        return unit.flatMap(known -> compile(known, period, parameterReader));
    }

    private Optional<CompiledScheme> compile(Unit unit, Period.Length period, ParameterReader parameterReader) {
        int before = file.owner().faults().count();
        List<Parameter> parameters = parameterReader.parameters();
        List<Scope.Name> names = parameters.stream()
                .map(parameter -> new Scope.Name(parameter.name(), parameter.type()))
                .toList();
        List<CompiledVersion> versions = new ArrayList<>();
        List<YamlMap> nodes = file.maps("versions");
        for (YamlMap version : nodes) {
            new VersionReader(version, legal, unit, names, period)
                    .read(vocabulary)
                    .ifPresent(versions::add);
        }
        Optional<Expr> region = region(unit);
        if (versions.isEmpty()) {
            file.require("versions");
        }
        if (file.owner().faults().count() > before || region.isEmpty() || versions.isEmpty()) {
            return Optional.empty();
        }
        SchemeInfo info = new SchemeInfo(
                file.text("scheme"),
                file.wording("title"),
                unit,
                period,
                legal.documents(),
                evidence(unit),
                excludes());
        List<ParameterTable> tables =
                parameters.stream().map(ParameterTable::new).toList();
        CompiledScheme scheme = new CompiledScheme(info, tables, versions, region.get());
        new SchemeChecks(scheme, parameterReader, nodes).run();
        return Optional.of(scheme);
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

    private void readRegion(YamlNode node, ParameterReader parameters) {
        YamlMap map = node.map().only("scheme", "area", "legal", "parameters", "note");
        String scheme = map.text("scheme");
        if (!scheme.equals(file.text("scheme"))) {
            node.fault(
                    Text.format("此文件属于办法“%s”。", "This file belongs to the scheme '%s'.", scheme),
                    Text.format("请写 scheme: %s，或移走文件。", "Write 'scheme: %s', or move the file.", file.text("scheme")));
        }
        legal.readDocuments(map);
        map.require("area")
                .flatMap(area -> ValueReader.read(area, ValueType.AREA))
                .ifPresent(area -> parameters.readRegion(map, (AreaCode) area));
    }

    private Map<String, List<Text>> evidence(Unit unit) {
        Map<String, List<Text>> evidence = new HashMap<>();
        file.find("evidence")
                .ifPresent(node -> node.map().entries().forEach((fact, each) -> {
                    if (unit.findFact(fact).isEmpty()) {
                        List<String> names =
                                unit.facts().stream().map(one -> one.name()).toList();
                        each.fault(
                                Text.format("词表中没有事实“%s”。", "The vocabulary has no fact '%s'.", fact),
                                Nearest.advice(fact, names));
                    }
                    evidence.put(
                            fact, each.list().stream().flatMap(this::document).toList());
                }));
        return evidence;
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
