package org.junheng.population.outlook;

import org.junheng.demography.BySex;

/**
 * A county as the projection finds it.
 *
 * @param id its code of six digits, or its name where it has no code
 * @param zh its name
 * @param city name of its city
 * @param groups residents by census age group: 0, 1 to 4, then five years each, 85 and above
 * @param fromProvince residents registered in another county of the province
 * @param fromElsewhere residents registered in another province
 */
public record BasePlace(String id, String zh, String city, BySex groups, double fromProvince, double fromElsewhere) {

    /** First ages of the census age groups. */
    public static final int[] AGES = {0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85};

    public BasePlace {
        if (groups.ages() != AGES.length) {
            throw new IllegalArgumentException(
                    "%s has %d age groups; the census has %d".formatted(zh, groups.ages(), AGES.length));
        }
    }
}
