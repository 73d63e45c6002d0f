package org.junheng.demography.indirect;

/**
 * Births of past years from the children and adults a census counts: whoever is of age x was born x to x + 1 years
 * before it, with those who died since (Coale and Zelnik 1963; Timæus and Moultrie 2013).
 */
public final class ReverseSurvival {

    private ReverseSurvival() {}

    /**
     * Births by years before the census, 0 = the twelve months before it.
     *
     * @param persons persons by single age
     * @param personYears years lived at each single age, per birth
     */
    public static double[] births(double[] persons, double[] personYears) {
        double[] births = new double[persons.length];
        for (int age = 0; age < births.length; age++) {
            if (!(personYears[age] > 0)) {
                throw new IllegalArgumentException(
                        "nobody lives to age %d in the life table; give ages with survivors".formatted(age));
            }
            births[age] = persons[age] / personYears[age];
        }
        return births;
    }
}
