package org.junheng.policy.internal.file;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Parameter;
import org.junheng.policy.SchemeVersion;
import org.junheng.policy.Text;
import org.junheng.policy.internal.engine.CompiledScheme;
import org.junheng.policy.internal.engine.CompiledVersion;
import org.junheng.policy.internal.engine.ParameterTable;
import org.junheng.policy.internal.language.Exprs;
import org.junheng.policy.internal.source.YamlMap;
import org.junheng.policy.internal.source.YamlNode;

/**
 * What can only be checked when a scheme is whole: gaps in time, bounds of delegated parameters, what is never used.
 */
final class SchemeChecks {

    private static final LocalDate EVERYTHING_KNOWN = LocalDate.MAX;

    private final CompiledScheme scheme;
    private final ParameterReader reader;
    private final List<YamlMap> nodes;

    SchemeChecks(CompiledScheme scheme, ParameterReader reader, List<YamlMap> versions) {
        this.scheme = scheme;
        this.reader = reader;
        this.nodes = versions;
    }

    void run() {
        checkVersionTimes();
        for (Parameter parameter : reader.ownParameters()) {
            checkTimes(parameter);
            checkBounds(parameter);
        }
        checkUnused();
        scheme.compiledVersions().forEach(this::checkGaps);
    }

    private void checkVersionTimes() {
        Set<String> seen = new HashSet<>();
        for (SchemeVersion version : scheme.versions()) {
            YamlNode place = place(version);
            if (!seen.add(version.id()) | !seen.add(version.from() + "/" + version.knownFrom())) {
                place.fault(
                        new Text(
                                "两个版本同名，或同日开始、同日公布。", "Two versions share their name, or their start and publication."),
                        new Text("请改正 version、from 或 known_from。", "Put 'version', 'from' or 'known_from' right."));
            }
            checkBoundary(place, version.from());
            checkBoundary(place, version.to());
        }
        checkNoGapBetweenVersions();
    }

    /** Where a year is cut, the bits of both parts must mean the same. */
    private void checkSameConditions(SchemeVersion before, SchemeVersion after) {
        boolean withinAPeriod = !VersionReader.canBegin(after.from(), scheme.period(), false);
        if (withinAPeriod && !ids(before).equals(ids(after))) {
            place(after)
                    .fault(
                            Text.format(
                                    "%s 在一个周期之中，条件却与前一版本不同。",
                                    "%s lies within a period, yet the conditions are not those of the version before.",
                                    after.from()),
                            new Text(
                                    "在周期之中只能变更数值和金额；条件请自下一周期起变更。",
                                    "Within a period only values and amounts can change; let conditions change with a period."));
        }
    }

    private static List<String> ids(SchemeVersion version) {
        return version.conditions().stream().map(SchemeVersion.Condition::id).toList();
    }

    private void checkNoGapBetweenVersions() {
        List<SchemeVersion> versions = scheme.versions();
        for (int i = 0; i + 1 < versions.size(); i++) {
            LocalDate end = versions.get(i).to();
            SchemeVersion next = versions.get(i + 1);
            checkSameConditions(versions.get(i), next);
            if (end != null && end.isAfter(next.from())) {
                place(next)
                        .fault(
                                Text.format(
                                        "自 %s 起与有效至 %s 的前一版本重叠。",
                                        "From %s on it overlaps the version before, which is valid until %s.",
                                        next.from(),
                                        end),
                                new Text("请改正前一版本的 to。", "Put 'to' of the version before right."));
            }
            if (end != null && end.isBefore(next.from())) {
                place(next)
                        .fault(
                                Text.format("%s 至 %s 之间没有版本。", "There is no version from %s to %s.", end, next.from()),
                                new Text(
                                        "请去掉前一版本的 to，或补上一个版本。",
                                        "Remove 'to' from the version before, or add one between."));
            }
        }
    }

    private void checkBoundary(YamlNode place, @Nullable LocalDate day) {
        if (day != null && !VersionReader.canBegin(day, scheme.period(), scheme.divisible())) {
            place.fault(
                    Text.format("%s 不是一个发放周期的开始。", "No period begins on %s.", day),
                    new Text(
                            "按年的办法只能在 1 月 1 日变更（写明 divisible: month 的可在任何月的 1 日），按月的只能在 1 日变更。",
                            "A yearly scheme changes on 1 January (with 'divisible: month' on the first of any month),"
                                    + " a monthly one on the first of a month."));
        }
    }

    private void checkTimes(Parameter parameter) {
        parameter.values().forEach(value -> {
            checkBoundary(reader.place(value), value.from());
            checkBoundary(reader.place(value), value.to());
            checkOverlap(parameter, value);
        });
    }

    /** A value that says when it ends must end before the next of its area begins. */
    private void checkOverlap(Parameter parameter, Parameter.Value value) {
        LocalDate end = value.to();
        parameter.values().stream()
                .filter(next -> Objects.equals(next.area(), value.area()))
                .filter(next -> next.from().isAfter(value.from()))
                .filter(next -> end != null && end.isAfter(next.from()))
                .findFirst()
                .ifPresent(next -> reader.place(value)
                        .fault(
                                Text.format("%s 与 %s 的有效期重叠。", "%s and %s overlap.", value.id(), next.id()),
                                new Text("请改正 to，使前一个值先结束。", "Put 'to' right, so that the first ends before.")));
    }

    private void checkGaps(CompiledVersion version) {
        Set<Integer> used = new TreeSet<>();
        version.rules().all().forEach(expr -> used.addAll(Exprs.parameters(expr)));
        for (int index : used) {
            Parameter parameter = scheme.parameters().get(index);
            if (reader.ownParameters().stream().noneMatch(own -> own.name().equals(parameter.name()))) {
                continue; // checked where it is declared
            }
            List<Parameter.Value> own = parameter.values().stream()
                    .filter(value -> value.area() == null)
                    .toList();
            SchemeVersion info = version.info();
            Optional<LocalDate> gap = ends(own, info)
                    .filter(day -> Parameter.inForce(own, day, EVERYTHING_KNOWN).isEmpty())
                    .findFirst();
            boolean unknownAtFirst =
                    Parameter.inForce(own, info.from(), info.knownFrom()).isEmpty();
            if (gap.isPresent() || unknownAtFirst) {
                reader.node(parameter.name())
                        .fault(
                                Text.format(
                                        "“%s”在 %s 没有值（版本 %s）。",
                                        "'%s' has no value on %s (version %s).",
                                        parameter.name(),
                                        gap.orElse(info.from()),
                                        info.id()),
                                new Text(
                                        "请补上值；其 from、known_from 不得晚于版本的。",
                                        "Add a value whose 'from' and 'known_from' are not after those of the version."));
            }
        }
    }

    private static Stream<LocalDate> ends(List<Parameter.Value> values, SchemeVersion version) {
        LocalDate last = version.to();
        return Stream.concat(
                Stream.of(version.from()),
                values.stream()
                        .map(Parameter.Value::to)
                        .flatMap(Stream::ofNullable)
                        .filter(day -> !day.isBefore(version.from()) && (last == null || day.isBefore(last)))
                        .sorted());
    }

    private void checkBounds(Parameter parameter) {
        ParameterTable table = new ParameterTable(parameter);
        for (Parameter.Value value : parameter.values()) {
            AreaCode area = value.area();
            if (area != null) {
                checkBounds(parameter, table, value, area);
            }
        }
    }

    private void checkBounds(Parameter parameter, ParameterTable table, Parameter.Value value, AreaCode area) {
        Parameter.Rule rule = parameter.delegation().orElseThrow().rule();
        parameter.values().stream()
                .map(Parameter.Value::from)
                .filter(day -> !day.isBefore(value.from()))
                .filter(day -> isInForce(table, value, area, day))
                .forEach(day -> above(table, area, day)
                        .filter(parent -> !rule.allows(value.number(), parent.number()))
                        .ifPresent(parent -> reportBound(parameter, value, parent)));
    }

    private static boolean isInForce(ParameterTable table, Parameter.Value value, AreaCode area, LocalDate day) {
        return table.inForce(area, day, EVERYTHING_KNOWN).filter(value::equals).isPresent();
    }

    private static Optional<Parameter.Value> above(ParameterTable table, AreaCode area, LocalDate day) {
        return area.parent()
                .map(parent -> table.inForce(parent, day, EVERYTHING_KNOWN))
                .orElseGet(() -> Parameter.inForce(
                        table.parameter().values().stream()
                                .filter(each -> each.area() == null)
                                .toList(),
                        day,
                        EVERYTHING_KNOWN));
    }

    private void reportBound(Parameter parameter, Parameter.Value value, Parameter.Value parent) {
        String own = parameter.type().show(value.number()).zh();
        String other = parameter.type().show(parent.number()).zh();
        reader.place(value)
                .fault(
                        Text.format(
                                "%s 定为 %s，超出了上级规定 %s 所允许的范围。",
                                "%s is set to %s, outside what the value above it, %s, allows.",
                                value.id(),
                                own,
                                other),
                        new Text("请核对数值或 delegated 的 rule。", "Check the value, or the rule under 'delegated'."));
    }

    private void checkUnused() {
        Set<Integer> used = new TreeSet<>();
        scheme.compiledVersions()
                .forEach(version -> version.rules().all().forEach(expr -> used.addAll(Exprs.parameters(expr))));
        for (int i = 0; i < reader.parameters().size(); i++) {
            String name = reader.parameters().get(i).name();
            if (!used.contains(i)) {
                reader.node(name)
                        .fault(
                                Text.format("参数“%s”从未被使用。", "The parameter '%s' is never used.", name),
                                new Text(
                                        "请在条件、值或金额中使用它，或删去。",
                                        "Use it in a condition, value or the amount, or remove it."));
            }
        }
    }

    private YamlNode place(SchemeVersion version) {
        return nodes.stream()
                .filter(node -> node.text("version").equals(version.id()))
                .findFirst()
                .map(VersionReader::place)
                .orElseThrow();
    }
}
