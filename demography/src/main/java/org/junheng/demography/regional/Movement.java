package org.junheng.demography.regional;

/**
 * How people move between the regions. Whoever leaves a region arrives in another: the sum over regions does not
 * change.
 */
public sealed interface Movement {

    /** Nobody moves. */
    record None() implements Movement {}

    /**
     * Migrant pool (Rogers 1995; Wilson and Bell 2004): leavers of all regions by sex and age form one pool, shared out
     * over the regions. A leaver may thus be counted back into the same region.
     *
     * @param leaving share of each cell that leaves in a year, laid out as the population
     * @param arriving each region's share of the pool of that sex and age; sums to one over the regions
     */
    record Pool(double[][] leaving, double[][] arriving) implements Movement {}

    /**
     * Origin and destination: leavers go where the matrix of their region of origin sends them, whatever their age and
     * sex.
     *
     * @param leaving share of each cell that leaves in a year, laid out as the population
     * @param destinations share of the leavers of origin o who go to d at [d][o]; sums to one over the destinations
     */
    record OriginDestination(double[][] leaving, double[][] destinations) implements Movement {}
}
