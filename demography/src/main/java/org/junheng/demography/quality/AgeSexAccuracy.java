package org.junheng.demography.quality;

/**
 * The United Nations age-sex accuracy index of a population in five-year groups, in the form of the Census Bureau's
 * AGESEX sheet: mean distance from 100 of each sex's age ratios, plus three times the mean change of the sex ratio from
 * group to group. Below 20 is accurate, 20 to 40 inaccurate, above that very inaccurate.
 *
 * @param maleAgeRatioScore mean absolute deviation of 100·2P(x) / (P(x−5) + P(x+5)) from 100, males
 * @param femaleAgeRatioScore the same for females
 * @param sexRatioScore mean absolute difference between sex ratios (per 100) of neighbouring groups
 */
public record AgeSexAccuracy(double maleAgeRatioScore, double femaleAgeRatioScore, double sexRatioScore) {

    /** Five-year groups from age 0 up; the last one is open and takes no part. */
    public static AgeSexAccuracy of(double[] males, double[] females) {
        double change = 0;
        for (int i = 1; i < males.length - 1; i++) {
            change += Math.abs(100 * males[i] / females[i] - 100 * males[i - 1] / females[i - 1]);
        }
        return new AgeSexAccuracy(ageRatioScore(males), ageRatioScore(females), change / (males.length - 2));
    }

    public double index() {
        return maleAgeRatioScore + femaleAgeRatioScore + 3 * sexRatioScore;
    }

    private static double ageRatioScore(double[] persons) {
        double sum = 0;
        for (int i = 1; i < persons.length - 2; i++) {
            sum += Math.abs(200 * persons[i] / (persons[i - 1] + persons[i + 1]) - 100);
        }
        return sum / (persons.length - 3);
    }
}
