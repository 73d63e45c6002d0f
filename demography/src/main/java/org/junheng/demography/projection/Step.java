package org.junheng.demography.projection;

import org.junheng.demography.BySex;

/**
 * The outcome of one step.
 *
 * @param population at the end of the step
 * @param birthsByAge births of the step by age group of the mother
 * @param cohortDeaths deaths of the step by the age group the cohort reaches; first the step's newborns
 * @param netMigration migrants counted, after the limit that nobody leaves who is not there
 * @param withheld persons by which intended out-migration or the result was cut off to keep every cell from going
 *     negative
 */
public record Step(BySex population, double[] birthsByAge, BySex cohortDeaths, BySex netMigration, double withheld) {

    public double births() {
        double sum = 0;
        for (double births : birthsByAge) {
            sum += births;
        }
        return sum;
    }
}
