package org.junheng.policy.internal.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junheng.policy.Parameter;
import org.junheng.policy.Text;
import org.junheng.policy.internal.engine.CompiledScheme;
import org.junheng.policy.internal.engine.ParameterTable;
import org.junheng.policy.internal.source.YamlNode;

/** The other schemes one scheme refers to, and the parameters it takes over with their entitlements. */
final class Others {

    private final Function<String, Optional<CompiledScheme>> finder;
    private final List<ParameterTable> tables = new ArrayList<>();
    private final Map<String, Integer> offsets = new HashMap<>();

    Others(Function<String, Optional<CompiledScheme>> finder) {
        this.finder = finder;
    }

    /** The scheme a node names; nothing and a fault if it cannot be used. */
    Optional<CompiledScheme> find(YamlNode node, String id) {
        Optional<CompiledScheme> found = finder.apply(id);
        if (found.isEmpty()) {
            node.fault(
                    Text.format("没有可用的办法“%s”。", "There is no scheme '%s' that could be used.", id),
                    new Text(
                            "请核对名称；它自身不得有误，也不得反过来引用本办法。",
                            "Check the name; it must be without faults itself and must not refer back to this one."));
        }
        return found;
    }

    /** Begins with the scheme's own parameters. */
    void own(List<Parameter> parameters) {
        parameters.stream().map(ParameterTable::new).forEach(tables::add);
    }

    /** By how much the indexes of the other scheme's parameters must be shifted here. */
    int offset(CompiledScheme other) {
        return offsets.computeIfAbsent(other.id(), id -> {
            int offset = tables.size();
            other.parameters().stream()
                    .map(parameter -> new ParameterTable(renamed(other.id(), parameter)))
                    .forEach(tables::add);
            return offset;
        });
    }

    /** Another scheme's parameter under the name {@code scheme.parameter}. */
    static Parameter renamed(String scheme, Parameter parameter) {
        List<Parameter.Value> values = parameter.values().stream()
                .map(value -> new Parameter.Value(
                        scheme + "." + value.id(),
                        value.area(),
                        value.from(),
                        value.to(),
                        value.knownFrom(),
                        value.number(),
                        value.citation(),
                        value.sample()))
                .toList();
        return new Parameter(
                scheme + "." + parameter.name(), parameter.label(), parameter.type(), Optional.empty(), values);
    }

    /** The scheme's own parameters and those taken over. */
    List<ParameterTable> tables() {
        return tables;
    }
}
