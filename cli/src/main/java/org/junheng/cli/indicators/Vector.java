package org.junheng.cli.indicators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import tools.jackson.databind.JsonNode;

/**
 * {@code vector: FILE.json}: a small published example. Its kind is known by its keys; the result has the keys that
 * begin with {@code expected} in the file, and the members of {@code expected} stand at the top level as well.
 */
public final class Vector {

    private record Kind(List<String> keys, Function<VectorFile, Map<String, Object>> compute) {}

    /** The first kind whose keys are all there. */
    private static final List<Kind> KINDS = List.of(
            new Kind(List.of("values", "age_start"), QualityVectors::heaping),
            new Kind(List.of("subdivide_input"), OtherVectors::beers),
            new Kind(List.of("interp_input"), OtherVectors::beers),
            new Kind(List.of("past", "present", "post"), FertilityVectors::tempo),
            new Kind(List.of("factors"), OtherVectors::dasGupta),
            new Kind(List.of("asfr", "nLx_per_1", "srb"), FertilityVectors::netReproduction),
            new Kind(List.of("age", "males", "females"), QualityVectors::accuracy),
            new Kind(List.of("age", "pop", "deaths", "ax_input"), OtherVectors::lifeTable),
            new Kind(List.of("age", "nKx", "nDx", "births"), FertilityVectors::stable),
            new Kind(
                    List.of("pop_count_age_f_begin", "survival_ratio_age_f", "fert_rate_age_f"),
                    OtherVectors::projection),
            new Kind(List.of("pop1", "pop2"), QualityVectors::dissimilarity),
            new Kind(List.of("age", "asfr"), FertilityVectors::totalFertility));

    private Vector() {}

    /** Reads the file and writes {@code result.json}. */
    public static void write(Run run) {
        run.spec().allow("vector");
        JsonNode json = run.json("vector");
        VectorFile file = new VectorFile(run.spec().path("vector"), json);
        for (Kind kind : KINDS) {
            if (kind.keys.stream().allMatch(json::has)) {
                run.json("result.json", withMembers(kind.compute.apply(file)));
                return;
            }
        }
        throw new InputWrong("%s: keys %s: no known kind of vector; one of these sets of keys is needed: %s"
                .formatted(
                        run.spec().path("vector"),
                        json.propertyNames(),
                        KINDS.stream().map(Kind::keys).toList()));
    }

    private static Map<String, Object> withMembers(Map<String, Object> result) {
        Map<String, Object> all = new LinkedHashMap<>(result);
        if (result.get("expected") instanceof Map<?, ?> members) {
            members.forEach((key, value) -> all.put(String.valueOf(key), value));
        }
        return all;
    }
}
