package org.junheng.demography.regional;

import org.junheng.demography.Sex;

/**
 * How a population of many regions is laid out: one row per region, in it males by single age, then females by single
 * age, the last age open. Rows are filled up with zeros to a multiple of sixteen, which suits the vector units of
 * processors.
 *
 * @param regions number of regions
 * @param ages number of single ages
 */
public record Layout(int regions, int ages) {

    private static final int MULTIPLE = 16;

    public Layout {
        if (regions < 1 || ages < Walker.MOTHERS_END + 1) {
            throw new IllegalArgumentException("%d regions and %d ages: at least one region and ages 0 to %d are needed"
                    .formatted(regions, ages, Walker.MOTHERS_END));
        }
    }

    /** Length of a region's row. */
    public int rowLength() {
        return (2 * ages + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
    }

    /** Position of a cell in its region's row. */
    public int cell(Sex sex, int age) {
        return sex.ordinal() * ages + age;
    }

    /** A population of nobody. */
    public double[][] empty() {
        return new double[regions][rowLength()];
    }
}
