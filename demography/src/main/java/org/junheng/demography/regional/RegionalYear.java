package org.junheng.demography.regional;

/**
 * What moves all regions through one year, before any trajectory's own factors.
 *
 * @param survival survival ratios laid out as one region's row: births → 0 first, the two oldest ages together → open
 *     last
 * @param fertility births per woman by [region][age]
 * @param sexRatioAtBirth boys per girl
 * @param movement migration between the regions
 * @param external net migrants from outside, persons at the end of the year, laid out as the population
 */
public record RegionalYear(
        double[] survival, double[][] fertility, double sexRatioAtBirth, Movement movement, double[][] external) {}
