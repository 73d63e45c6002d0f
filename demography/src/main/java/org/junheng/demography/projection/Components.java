package org.junheng.demography.projection;

import org.junheng.demography.BySex;

/**
 * What moves a population through one step. All series have the population's age groups, the last one open.
 *
 * @param width years in the step, equal to the width of the age groups
 * @param survival survival ratios: first births → first group, last the two oldest groups together → open group
 * @param fertility births per woman-year by age of mother
 * @param sexRatioAtBirth boys per girl
 * @param netMigration net migrants of the whole step
 */
public record Components(int width, BySex survival, double[] fertility, double sexRatioAtBirth, BySex netMigration) {

    public Components {
        if (survival.ages() != fertility.length || survival.ages() != netMigration.ages()) {
            throw new IllegalArgumentException("survival has %d ages, fertility %d, migration %d: all must be the same"
                    .formatted(survival.ages(), fertility.length, netMigration.ages()));
        }
    }
}
