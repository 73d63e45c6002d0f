package org.junheng.cli.indicators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junheng.demography.fertility.FertilitySchedule;
import org.junheng.demography.fertility.StablePopulation;
import org.junheng.demography.fertility.Tempo;
import org.junheng.demography.mortality.LifeTable;
import org.junheng.demography.projection.Plausibility;
import tools.jackson.databind.JsonNode;

/** Vectors about fertility and reproduction. */
final class FertilityVectors {

    private static final double DAUGHTERS = 1 / 2.05;

    private FertilityVectors() {}

    static Map<String, Object> totalFertility(VectorFile file) {
        return Map.of(
                "expected_tfr",
                schedule(file, "asfr", file.numbersLike("asfr", "age")).total());
    }

    static Map<String, Object> netReproduction(VectorFile file) {
        double srb = file.number("srb");
        for (Plausibility.Fault fault : Plausibility.sexRatio("srb", 0, srb)) {
            throw file.wrong("srb", srb, fault.expected());
        }
        double[] rates = schedule(file, "asfr", file.numbersLike("asfr", "age")).rates();
        return Map.of(
                "expected_nrr", StablePopulation.netReproduction(rates, file.numbersLike("nLx_per_1", "age"), srb));
    }

    static Map<String, Object> tempo(VectorFile file) {
        Tempo tempo = Tempo.adjust(orders(file, "past"), orders(file, "present"), orders(file, "post"));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("r_by_order", tempo.shift());
        result.put("tfr_by_order", tempo.observed());
        result.put("adjusted_by_order", tempo.adjusted());
        result.put("tfr", tempo.total());
        result.put("adjusted_tfr", tempo.adjustedTotal());
        result.put("doubts", tempo.doubts());
        return Map.of("expected", result);
    }

    static Map<String, Object> stable(VectorFile file) {
        int[] ages = file.ages("age");
        double[] women = file.numbersLike("nKx", "age");
        double[] births = file.numbersLike("births", "age");
        LifeTable table = LifeTable.of(ages, rates(women, file.numbersLike("nDx", "age")), keyfitz(file, women));
        double[] years = table.personYearsByGroup(5);
        double[] all = new double[years.length];
        for (int i = 0; i < ages.length; i++) {
            all[ages[i] / 5] += births[i] / women[i];
        }
        double[] daughters = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            daughters[i] = all[i] * DAUGHTERS;
        }
        StablePopulation stable = StablePopulation.of(5, daughters, years);
        double total = schedule(file, "births", all).total();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("e0", table.lifeExpectancy());
        result.put("GRR", total * DAUGHTERS);
        result.put("TFR", total);
        result.put("NRR", stable.netReproduction());
        result.put("intrinsic_r", stable.growth());
        result.put("mean_age_stable_AB", stable.meanAgeOfMothers());
        result.put("intrinsic_birth_rate", stable.birthRate());
        result.put("intrinsic_death_rate", stable.deathRate());
        result.put("generation_T", stable.generation());
        result.put("stable_age_5yr", stable.ageShares());
        return Map.of("expected", result);
    }

    private static double[] rates(double[] women, double[] deaths) {
        double[] m = new double[women.length];
        for (int i = 0; i < m.length; i++) {
            m[i] = deaths[i] / women[i];
        }
        return m;
    }

    /** Keyfitz' years lived by the dying: 0.07 + 1.7·m0, 1.5, and 2.5 above. */
    private static double[] keyfitz(VectorFile file, double[] women) {
        double[] a = new double[women.length];
        Arrays.fill(a, 2.5);
        a[0] = 0.07 + 1.7 * file.numbers("nDx")[0] / women[0];
        a[1] = 1.5;
        return a;
    }

    private static List<FertilitySchedule> orders(VectorFile file, String key) {
        List<FertilitySchedule> orders = new ArrayList<>();
        for (JsonNode order : file.need(key)) {
            orders.add(schedule(file, key, file.numbers(key, order)));
        }
        return orders;
    }

    private static FertilitySchedule schedule(VectorFile file, String key, double[] rates) {
        int first = file.ages("age")[0];
        int width =
                file.json().has("age") && file.ages("age").length > 2 ? file.ages("age")[2] - file.ages("age")[1] : 5;
        try {
            return new FertilitySchedule(first, key.equals("births") ? 5 : width, rates);
        } catch (IllegalArgumentException e) {
            throw file.wrong(key, Arrays.toString(rates), "births per woman and year: " + e.getMessage());
        }
    }
}
