package org.junheng.policy.internal.engine;

import static org.junheng.policy.internal.engine.Frame.UNKNOWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Parameter;

/** Finds the value of a parameter that is in force in an area: the most specific area that has set one. */
public final class ParameterTable {

    private final Parameter parameter;
    private final List<Parameter.Value> own = new ArrayList<>();
    private final Map<AreaCode, List<Parameter.Value>> byArea = new HashMap<>();

    public ParameterTable(Parameter parameter) {
        this.parameter = parameter;
        for (Parameter.Value value : parameter.values()) {
            AreaCode area = value.area();
            (area == null ? own : byArea.computeIfAbsent(area, each -> new ArrayList<>())).add(value);
        }
    }

    public Parameter parameter() {
        return parameter;
    }

    /** The areas that have set this parameter. */
    public Set<AreaCode> areas() {
        return byArea.keySet();
    }

    /** The scheme's own value in force. */
    public Optional<Parameter.Value> own(LocalDate day, LocalDate knownAt) {
        return Parameter.inForce(own, day, knownAt);
    }

    /**
     * The value in force on a day, as known by the end of another; null if there is none, or if areas set this
     * parameter and the area is unknown.
     */
    Parameter.@Nullable Value inForce(long region, LocalDate day, LocalDate knownAt) {
        if (byArea.isEmpty()) {
            return Parameter.inForce(own, day, knownAt).orElse(null);
        }
        return region == UNKNOWN
                ? null
                : inForce(new AreaCode(region), day, knownAt).orElse(null);
    }

    /** The value in force in an area, its own or that of the nearest area above. */
    public Optional<Parameter.Value> inForce(AreaCode area, LocalDate day, LocalDate knownAt) {
        Optional<AreaCode> level = Optional.of(area);
        while (level.isPresent()) {
            List<Parameter.Value> values = byArea.get(level.get());
            if (values != null) {
                Optional<Parameter.Value> found = Parameter.inForce(values, day, knownAt);
                if (found.isPresent()) {
                    return found;
                }
            }
            level = level.get().parent();
        }
        return Parameter.inForce(own, day, knownAt);
    }
}
