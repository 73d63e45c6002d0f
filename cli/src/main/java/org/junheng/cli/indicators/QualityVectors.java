package org.junheng.cli.indicators;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junheng.demography.comparison.Dissimilarity;
import org.junheng.demography.quality.AgeHeaping;
import org.junheng.demography.quality.AgeSexAccuracy;

/** Vectors about data quality and likeness. */
final class QualityVectors {

    private QualityVectors() {}

    static Map<String, Object> heaping(VectorFile file) {
        double[] persons = file.numbers("values");
        if (file.number("age_start") != 0 || persons.length < 100) {
            throw file.wrong("values", persons.length, "persons by single age from 0 to 99 at least");
        }
        for (int age = 0; age < persons.length; age++) {
            if (persons[age] < 0) {
                throw file.wrong("values[" + age + "]", persons[age], "a number of persons, zero or more");
            }
        }
        Map<String, Object> indices = new LinkedHashMap<>();
        indices.put("whipple_05_25_60", AgeHeaping.whipple(persons));
        indices.put("whipple_0_25_60", AgeHeaping.whipple(persons, 0));
        indices.put("whipple_5_25_60", AgeHeaping.whipple(persons, 5));
        indices.put("myers_10_89_orig", AgeHeaping.myers(persons, 10, 89));
        indices.put("myers_23_82_orig", AgeHeaping.myers(persons, 23, 82));
        indices.put("myers_10_89_pasex", AgeHeaping.myersPasex(persons, 10, 89));
        indices.put("bachi_23_77_orig", AgeHeaping.bachi(persons));
        for (int digit = 0; digit < 10; digit++) {
            indices.put("noumbissi_" + digit, AgeHeaping.noumbissi(persons, digit));
        }
        indices.put("spoorenberg_20_64", AgeHeaping.spoorenberg(persons));
        indices.put("coale_li_65_95_d0", AgeHeaping.coaleLi(persons, 0));
        indices.put("kannisto_90", AgeHeaping.kannisto(persons, 90));
        indices.put("kannisto_95", AgeHeaping.kannisto(persons, 95));
        return Map.of("expected", indices);
    }

    static Map<String, Object> accuracy(VectorFile file) {
        AgeSexAccuracy accuracy =
                AgeSexAccuracy.of(file.numbersLike("males", "age"), file.numbersLike("females", "age"));
        Map<String, Object> scores = new LinkedHashMap<>();
        scores.put("age_ratio_score_m", accuracy.maleAgeRatioScore());
        scores.put("age_ratio_score_f", accuracy.femaleAgeRatioScore());
        scores.put("sex_ratio_score", accuracy.sexRatioScore());
        scores.put("un_age_sex_accuracy_index", accuracy.index());
        return Map.of("expected", scores);
    }

    static Map<String, Object> dissimilarity(VectorFile file) {
        double[] first = file.numbers("pop1");
        double[] second = file.numbersLike("pop2", "pop1");
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("expected_ID", Dissimilarity.index(first, second));
        result.put("expected_IRD", Dissimilarity.relative(first, second));
        return result;
    }
}
