package org.junheng.demography.mortality;

/**
 * Deaths by age at death, from deaths by birth cohort as a projection produces them. Of the deaths of the cohort that
 * passes from age x−1 to x in the year, the separation factor s(x−1) says which share happened before the birthday:
 * D(x) = C(x)·(1 − s(x−1)) + C(x+1)·s(x). Deaths of the year's newborns are all at age 0; nothing is lost.
 */
public final class PeriodDeaths {

    private PeriodDeaths() {}

    /**
     * @param cohortDeaths deaths by age reached at the end of the year; first the year's births, last the open age
     * @param separation see {@link LifeTable#separationFactors()}; one value fewer than ages
     * @return deaths by age at death
     */
    public static double[] fromCohorts(double[] cohortDeaths, double[] separation) {
        int open = cohortDeaths.length - 1;
        if (separation.length != open) {
            throw new IllegalArgumentException("%d separation factors for %d ages: one fewer than ages is needed"
                    .formatted(separation.length, open + 1));
        }
        double[] deaths = new double[cohortDeaths.length];
        for (int x = 0; x <= open; x++) {
            double older = x == 0 ? cohortDeaths[0] : cohortDeaths[x] * (1 - separation[x - 1]);
            double younger = x == open ? 0 : cohortDeaths[x + 1] * separation[x];
            deaths[x] = older + younger;
        }
        return deaths;
    }
}
