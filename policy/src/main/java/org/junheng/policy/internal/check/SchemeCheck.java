package org.junheng.policy.internal.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junheng.policy.Coverage;
import org.junheng.policy.Decision;
import org.junheng.policy.Fault;
import org.junheng.policy.GoldenCase;
import org.junheng.policy.Scheme;
import org.junheng.policy.SchemeVersion;
import org.junheng.policy.Schemes;
import org.junheng.policy.Schemes.CheckReport;
import org.junheng.policy.SetEngine;
import org.junheng.policy.Text;
import org.junheng.policy.Truth;
import org.junheng.policy.internal.engine.CompiledScheme;
import org.junheng.policy.internal.file.SchemeFolder;
import org.junheng.policy.internal.source.Faults;
import org.junheng.policy.internal.source.Place;
import org.junheng.policy.internal.source.YamlNode;

/** Checks a folder of schemes: files, golden cases, coverage. */
public final class SchemeCheck {

    private final Path folder;
    private final Optional<SetEngine> engine;
    private final Schemes.Report read;
    private final Faults faults = new Faults();
    private final List<GoldenCase> cases = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();

    private SchemeCheck(Path folder, Optional<SetEngine> engine) {
        this.folder = folder;
        this.engine = engine;
        this.read = Schemes.read(folder);
    }

    /** Everything that is wrong. */
    public static CheckReport of(Path folder, Optional<SetEngine> engine) {
        return new SchemeCheck(folder, engine).run();
    }

    private CheckReport run() {
        read.book().schemes().forEach(this::check);
        List<Fault> all =
                Stream.concat(read.faults().stream(), faults.sorted().stream()).toList();
        return new CheckReport(read.book(), all, cases, coverage);
    }

    private void check(Scheme scheme) {
        CaseReader reader = new CaseReader(scheme, read.book().vocabulary());
        Map<String, Set<Truth>> seen = new HashMap<>();
        for (Path path : SchemeFolder.yamlFiles(folder.resolve(scheme.id()).resolve("cases"))) {
            int before = faults.count();
            List<CaseReader.Placed> placed =
                    YamlNode.read(folder, path, faults).map(reader::read).orElse(List.of());
            if (faults.count() == before) {
                placed.forEach(each -> run(scheme, each, seen));
                engine.map(sql -> new BackEnds(scheme, sql).differences(placed))
                        .ifPresent(differences -> differences.forEach((each, difference) ->
                                each.node().fault(difference, new Text("请报告此错误。", "Please report this error."))));
            }
        }
        Set<String> conditions = scheme.versions().stream()
                .flatMap(version -> version.conditions().stream())
                .map(SchemeVersion.Condition::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Contradictions.of((CompiledScheme) scheme)
                .forEach(each -> faults.add(
                        place(scheme, each.condition()),
                        each.what(),
                        new Text("请核对参数的取值和比较的方向。", "Check the parameters' values and the way of the comparison.")));
        conditions.forEach(condition -> cover(scheme, condition, seen.getOrDefault(condition, Set.of())));
    }

    private void run(Scheme scheme, CaseReader.Placed placed, Map<String, Set<Truth>> seen) {
        GoldenCase golden = placed.golden();
        cases.add(golden);
        Decision decision = scheme.decide(golden.facts(), golden.on(), golden.knownAt());
        CaseRunner.differences(scheme, golden, decision)
                .forEach(difference ->
                        placed.node().fault(difference, new Text("请核对案例或办法。", "Check the case or the scheme.")));
        decision.explanation()
                .findings()
                .forEach(finding -> seen.computeIfAbsent(finding.condition(), id -> EnumSet.noneOf(Truth.class))
                        .add(finding.result()));
    }

    /** Where a condition is written, in the scheme's own file or in that of the region that added it. */
    private Place place(Scheme scheme, String condition) {
        Path home = folder.resolve(scheme.id());
        List<Path> files = new ArrayList<>(List.of(home.resolve("scheme.yaml")));
        files.addAll(SchemeFolder.yamlFiles(home.resolve("regions")));
        return files.stream()
                .flatMap(file -> YamlNode.read(folder, file, faults).stream())
                .flatMap(file -> Stream.concat(
                        file.map().maps("versions").stream().flatMap(version -> version.maps("conditions").stream()),
                        file.map().maps("conditions").stream()))
                .filter(node -> node.text("id").equals(condition))
                .findFirst()
                .map(node -> node.owner().place())
                .orElse(new Place(scheme.id() + "/scheme.yaml", 1, 1));
    }

    private void cover(Scheme scheme, String condition, Set<Truth> seen) {
        Coverage covered = new Coverage(scheme.id(), condition, seen);
        coverage.add(covered);
        if (!covered.complete()) {
            String missing = Stream.of(Truth.values())
                    .filter(truth -> !seen.contains(truth))
                    .map(truth -> truth.label().zh())
                    .collect(Collectors.joining("、"));
            String english = Stream.of(Truth.values())
                    .filter(truth -> !seen.contains(truth))
                    .map(truth -> truth.label().en())
                    .collect(Collectors.joining(", "));
            faults.add(
                    place(scheme, condition),
                    new Text(
                            "没有案例使条件“%s”为：%s。".formatted(condition, missing),
                            "No case makes the condition '%s': %s.".formatted(condition, english)),
                    new Text("请在 cases/ 中补一个这样的案例。", "Add such a case under cases/."));
        }
    }
}
