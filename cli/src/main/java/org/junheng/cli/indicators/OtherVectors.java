package org.junheng.cli.indicators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junheng.demography.BySex;
import org.junheng.demography.decomposition.DasGupta;
import org.junheng.demography.graduation.BeersInterpolation;
import org.junheng.demography.graduation.Graduation;
import org.junheng.demography.mortality.LifeTable;
import org.junheng.demography.projection.CohortComponent;
import org.junheng.demography.projection.Components;
import org.junheng.demography.projection.MigrationTiming;
import org.junheng.demography.projection.Step;

/** Vectors about graduation, decomposition, mortality and a projection step. */
final class OtherVectors {

    private static final double RADIX = 100_000;

    private OtherVectors() {}

    static Map<String, Object> beers(VectorFile file) {
        Map<String, Object> result = new LinkedHashMap<>();
        if (file.json().has("subdivide_input")) {
            double[] groups = file.numbers("subdivide_input");
            result.put("sub_ordinary", Graduation.BEERS_ORDINARY.split(groups));
            result.put("sub_modified", Graduation.BEERS_MODIFIED.split(groups));
        }
        if (file.json().has("interp_input")) {
            double[] points = file.numbers("interp_input");
            result.put("int_ordinary", BeersInterpolation.ORDINARY.interpolate(points));
            result.put("int_modified", BeersInterpolation.MODIFIED.interpolate(points));
        }
        return likeTheFile(file, result);
    }

    /** The file prints the first values only, under a key that says how many: sub_ordinary_first21. */
    private static Map<String, Object> likeTheFile(VectorFile file, Map<String, Object> full) {
        Map<String, Object> result = new LinkedHashMap<>(full);
        for (String key : file.json().propertyNames()) {
            String[] parts = key.split("_first");
            if (parts.length == 2 && full.get(parts[0]) instanceof double[] values) {
                result.put(key, Arrays.copyOf(values, Math.min(values.length, Integer.parseInt(parts[1]))));
            }
        }
        return result;
    }

    static Map<String, Object> dasGupta(VectorFile file) {
        List<String> names = new ArrayList<>(file.need("factors").propertyNames());
        double[][] factors = names.stream()
                .map(name ->
                        file.numbers("factors." + name, file.need("factors").get(name)))
                .toArray(double[][]::new);
        int populations = factors[0].length;
        DasGupta.Rate rate = DasGupta.product(factors);
        double[][] standardised = DasGupta.standardise(rate, factors.length, populations);
        Map<String, Object> std = new LinkedHashMap<>();
        Map<String, Object> effects = new LinkedHashMap<>();
        for (int k = 0; k < factors.length; k++) {
            std.put(names.get(k), standardised[k]);
            effects.put(names.get(k), standardised[k][1] - standardised[k][0]);
        }
        double[] crude = new double[populations];
        for (int p = 0; p < populations; p++) {
            int[] owner = new int[factors.length];
            Arrays.fill(owner, p);
            crude[p] = rate.at(owner);
        }
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("std", std);
        expected.put("effects", effects);
        expected.put("crude", crude);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("expected", expected);
        result.put("expected_effects", effects);
        return result;
    }

    static Map<String, Object> lifeTable(VectorFile file) {
        double[] persons = file.numbersLike("pop", "age");
        double[] deaths = file.numbersLike("deaths", "age");
        double[] m = new double[persons.length];
        for (int i = 0; i < m.length; i++) {
            if (persons[i] <= 0 || deaths[i] < 0) {
                throw file.wrong("pop[" + i + "]", persons[i], "persons above zero and deaths of zero or more");
            }
            m[i] = deaths[i] / persons[i];
        }
        LifeTable table = LifeTable.of(file.ages("age"), m, file.numbersLike("ax_input", "age"));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("expected_lx", scaled(table.l()));
        result.put("expected_dx", scaled(table.d()));
        result.put("expected_nLx", scaled(table.personYears()));
        result.put("expected_ex", table.e());
        result.put("expected_e0", table.lifeExpectancy());
        return result;
    }

    static Map<String, Object> projection(VectorFile file) {
        BySex start = bySex(file, "pop_count_age_%s_begin");
        Components components = new Components(
                (int) file.number("age_width"),
                bySex(file, "survival_ratio_age_%s"),
                file.numbersLike("fert_rate_age_f", "pop_count_age_f_begin"),
                file.number("srb"),
                bySex(file, "mig_net_count_age_%s"));
        Step step = CohortComponent.step(start, components, MigrationTiming.EVEN);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("birth_count_age_b", step.birthsByAge());
        result.put("pop_count_age_f_end", step.population().female());
        result.put("pop_count_age_m_end", step.population().male());
        return result;
    }

    private static BySex bySex(VectorFile file, String pattern) {
        String like = "pop_count_age_f_begin";
        return new BySex(
                file.numbersLike(pattern.formatted("m"), like), file.numbersLike(pattern.formatted("f"), like));
    }

    private static double[] scaled(double[] values) {
        return Arrays.stream(values).map(v -> v * RADIX).toArray();
    }
}
