package org.junheng.population.outlook;

import java.util.List;

/**
 * An area of an outlook.
 *
 * @param id its code of six digits, or its name where it has no code; with {@code .local} or {@code .incomer} behind it
 *     for its residents with or without the county's hukou
 * @param zh its name
 * @param level province, city, county or status
 * @param index its number in the summary
 * @param regions the model's regions it is made of
 */
public record OutlookArea(String id, String zh, String level, int index, List<Integer> regions) {

    public OutlookArea {
        regions = List.copyOf(regions);
    }

    int[] regionNumbers() {
        return regions.stream().mapToInt(Integer::intValue).toArray();
    }
}
