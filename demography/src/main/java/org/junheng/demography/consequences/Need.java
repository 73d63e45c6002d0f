package org.junheng.demography.consequences;

import java.util.Arrays;
import org.junheng.demography.BySex;

/**
 * A need that grows with the persons of certain ages: so many units for each of them.
 *
 * @param id short name
 * @param perPerson units per person by single age
 */
public record Need(String id, BySex perPerson) {

    /** The same share of every person of some ages, both sexes. */
    public static Need ofAges(String id, int from, int before, double share, int ages) {
        if (!(share >= 0) || from < 0 || before <= from || from >= ages) {
            throw new IllegalArgumentException(
                    "need %s: %s units for ages %d to %d: a share of zero or more, ages in order"
                            .formatted(id, share, from, before - 1));
        }
        double[] weights = new double[ages];
        Arrays.fill(weights, from, Math.min(before, ages), share);
        return new Need(id, new BySex(weights, weights.clone()));
    }

    /** Units needed by a population. */
    public double of(BySex persons) {
        double units = 0;
        for (int age = 0; age < persons.ages(); age++) {
            units += perPerson.male()[age] * persons.male()[age] + perPerson.female()[age] * persons.female()[age];
        }
        return units;
    }
}
