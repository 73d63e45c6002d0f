package org.junheng.demography.regional;

/**
 * A change of status at the end of the year: a share of one region's people becomes another region's. With a county's
 * residents held as two regions, those with and those without its hukou, this is the transfer of hukou.
 *
 * @param from the region they leave
 * @param to the region they join
 * @param share share of each cell that changes, laid out as a region's row
 */
public record Settling(int from, int to, double[] share) {}
