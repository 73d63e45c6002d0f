package org.junheng.demography.regional;

import java.util.List;

/**
 * What moves all regions through one year, before any trajectory's own factors.
 *
 * @param survival survival ratios laid out as one region's row: births → 0 first, the two oldest ages together → open
 *     last
 * @param fertility births per woman by [birth order − 1][region][age]; births of all orders together are one order
 * @param sexRatioAtBirth boys per girl
 * @param movement migration between the regions
 * @param external net migrants from outside, persons at the end of the year, laid out as the population
 * @param settling changes of status within a place, for models whose regions are places by status
 */
public record RegionalYear(
        double[] survival,
        double[][][] fertility,
        double sexRatioAtBirth,
        Movement movement,
        double[][] external,
        List<Settling> settling) {

    public RegionalYear {
        settling = List.copyOf(settling);
    }

    /** A year that does not tell birth orders apart and knows no change of status. */
    public RegionalYear(
            double[] survival, double[][] fertility, double sexRatioAtBirth, Movement movement, double[][] external) {
        this(survival, new double[][][] {fertility}, sexRatioAtBirth, movement, external, List.of());
    }

    /** Birth orders told apart. */
    public int orders() {
        return fertility.length;
    }
}
