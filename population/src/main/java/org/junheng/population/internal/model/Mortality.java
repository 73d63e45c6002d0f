package org.junheng.population.internal.model;

import org.junheng.population.Assumptions;

/**
 * Chances of dying by age and sex: Gompertz's law fitted to China 2020 to 2025, an infant term and a small one for the
 * accidents of the young. Only its shape counts after the census, where each year's number of deaths is given.
 */
public final class Mortality {

    private static final int AGES = 116;
    private static final double ACCIDENTS_MALE = 0.0003;
    private static final double ACCIDENTS_FEMALE = 0.00012;

    private final double[][] hazard = new double[2][AGES];
    /** Sum of the hazards below an age at the level of the past. */
    private final double[][] cumulated = new double[2][AGES + 1];

    public Mortality(Assumptions assumptions) {
        double past = assumptions.value("mortality.past.level");
        for (int sex = 0; sex < 2; sex++) {
            String name = sex == 1 ? "mortality.male." : "mortality.female.";
            double accidents = sex == 1 ? ACCIDENTS_MALE : ACCIDENTS_FEMALE;
            for (int age = 0; age < AGES; age++) {
                double gompertz = assumptions.value(name + "a") * Math.exp(assumptions.value(name + "b") * (age + 0.5));
                double infant = age == 0 ? assumptions.value("mortality.infant") : 0;
                hazard[sex][age] = gompertz + accidents + infant;
                cumulated[sex][age + 1] = cumulated[sex][age] + hazard[sex][age] * past;
            }
        }
    }

    /** Deaths per year lived at an age. */
    public double hazard(double age, boolean male) {
        return hazard[male ? 1 : 0][Math.clamp((int) age, 0, AGES - 1)];
    }

    /** Chance that who lived at one age lives at another, at the level of the past. */
    public double survival(double from, double to, boolean male) {
        return Math.exp(cumulated(from, male) - cumulated(to, male));
    }

    /** An age of death between two ages, for one known to have died there. */
    public double ageAtDeath(double from, double to, boolean male, Chance chance) {
        double low = cumulated(from, male);
        double high = cumulated(to, male);
        double target = low - Math.log(1 - chance.real() * (1 - Math.exp(low - high)));
        double[] sums = cumulated[male ? 1 : 0];
        int age = Math.clamp((int) from, 0, AGES - 1);
        while (age < AGES - 1 && sums[age + 1] < target) {
            age++;
        }
        double exact = age + (target - sums[age]) / (sums[age + 1] - sums[age]);
        return Math.clamp(exact, from, to);
    }

    private double cumulated(double age, boolean male) {
        double within = Math.clamp(age, 0, AGES - 0.001);
        double[] sums = cumulated[male ? 1 : 0];
        int whole = (int) within;
        return sums[whole] + (within - whole) * (sums[whole + 1] - sums[whole]);
    }
}
