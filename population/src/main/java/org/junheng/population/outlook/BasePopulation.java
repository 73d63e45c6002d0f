package org.junheng.population.outlook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junheng.demography.BySex;
import org.junheng.population.AgeCell;
import org.junheng.population.Census;
import org.junheng.population.CensusArea;

/**
 * The population a projection starts from: every county, and the cities and the province they make up.
 *
 * @param year year of the count; the projection's years run from its day
 * @param province code and name
 * @param cities code of each city by its name
 * @param places the counties, none lost, with or without a code
 */
public record BasePopulation(int year, Named province, Map<String, String> cities, List<BasePlace> places) {

    public BasePopulation {
        cities = Collections.unmodifiableMap(new LinkedHashMap<>(cities));
        places = List.copyOf(places);
        if (places.isEmpty()) {
            throw new IllegalArgumentException("a base population without counties");
        }
    }

    /** An area's code and name. */
    public record Named(String id, String zh) {}

    /** The census of 2020 that comes with this library: Zhejiang, 90 counties and the Wenzhou development zone. */
    public static BasePopulation census2020() {
        Named province = new Named("", "");
        Map<String, String> cities = new LinkedHashMap<>();
        List<BasePlace> places = new ArrayList<>();
        String city = "";
        for (CensusArea area : Census.load().listAreas()) {
            String id = area.code() == null ? area.zh() : area.code().shortText();
            switch (area.level()) {
                case "province" -> province = new Named(id, area.zh());
                case "city" -> {
                    city = area.zh();
                    cities.put(city, id);
                }
                default -> places.add(place(area, id, city));
            }
        }
        return new BasePopulation(2020, province, cities, places);
    }

    private static BasePlace place(CensusArea area, String id, String city) {
        BySex groups = new BySex(
                area.cells().stream().mapToDouble(AgeCell::male).toArray(),
                area.cells().stream().mapToDouble(AgeCell::female).toArray());
        return new BasePlace(
                id,
                area.zh(),
                city,
                groups,
                area.elsewhere().inProvince(),
                area.elsewhere().otherProvince());
    }
}
