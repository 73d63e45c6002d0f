package org.junheng.policy.internal.engine;

import static org.junheng.policy.internal.engine.Frame.UNKNOWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junheng.policy.Parameter;

/**
 * The version and the parameter values that are in force on the first day of a period, as known by the end of a day.
 */
final class Law {

    final CompiledScheme scheme;
    final @Nullable CompiledVersion version;
    final Frame.Rulebook rulebook;
    private final CompiledScheme.Moment moment;
    private final @Nullable InForce everywhere;
    private final Map<Long, InForce> byRegion = new ConcurrentHashMap<>();

    Law(CompiledScheme scheme, @Nullable CompiledVersion version, CompiledScheme.Moment moment) {
        this.scheme = scheme;
        this.version = version;
        this.moment = moment;
        this.rulebook = new Frame.Rulebook(version == null ? new Code[0] : version.values, scheme.regionCode);
        boolean same =
                scheme.parameters.stream().allMatch(table -> table.areas().isEmpty());
        this.everywhere = same ? resolve(UNKNOWN) : null;
    }

    /**
     * The parameters in force in an area.
     *
     * @param values by index; null where there is none
     * @param numbers by index, as the engines compute on them
     * @param ids of the values the version rests on
     * @param sample whether one of those is a sample
     */
    record InForce(Parameter.@Nullable Value[] values, long[] numbers, List<String> ids, boolean sample) {}

    boolean isOf(LocalDate day, LocalDate knownAt) {
        return moment.day().equals(day) && moment.knownAt().equals(knownAt);
    }

    /** The parameters in force in an area, which may be unknown. */
    InForce in(long region) {
        if (everywhere != null) {
            return everywhere;
        }
        InForce found = byRegion.get(region);
        return found == null ? byRegion.computeIfAbsent(region, this::resolve) : found;
    }

    private InForce resolve(long region) {
        int count = scheme.parameters.size();
        Parameter.@Nullable Value[] values = new Parameter.Value[count];
        long[] numbers = new long[count];
        List<String> ids = new ArrayList<>();
        boolean sample = version != null && version.info.sample();
        for (int i = 0; i < count; i++) {
            Parameter.@Nullable Value value = scheme.parameters.get(i).inForce(region, moment.day(), moment.knownAt());
            values[i] = value;
            numbers[i] = value == null ? UNKNOWN : value.number();
            if (value != null && version != null && version.parameters.contains(i)) {
                ids.add(value.id());
                sample |= value.sample();
            }
        }
        return new InForce(values, numbers, List.copyOf(ids), sample);
    }
}
