package org.junheng.population.outlook;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junheng.demography.BySex;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.AreaTree;
import org.junheng.population.SnapshotSchema;
import org.junheng.tables.Limits;
import org.junheng.tables.Tables;

/**
 * The population of a snapshot as one to project: usual residents on a day, by county, sex and census age group. Only
 * counties of one area count: a snapshot also holds relatives who live elsewhere, and of their counties next to nobody.
 */
public final class SnapshotPopulation {

    private static final String COUNTS = """
            SELECT residence_area // 1000000 AS county, sex, CAST(date_sub('year', birth, DATE '%1$s') AS INTEGER) AS age,
                   count(*) AS persons,
                   count(*) FILTER (WHERE hukou_area // 1000000 <> residence_area // 1000000
                                      AND hukou_area // 10000000000 = residence_area // 10000000000) AS from_province,
                   count(*) FILTER (WHERE hukou_area // 10000000000 <> residence_area // 10000000000) AS from_elsewhere
              FROM read_parquet('%2$s')
             WHERE birth <= DATE '%1$s' AND (death IS NULL OR death > DATE '%1$s')
               AND residence_area >= %3$d AND residence_area < %4$d
             GROUP BY ALL ORDER BY ALL
            """;

    private final Map<Integer, County> counties = new LinkedHashMap<>();

    private SnapshotPopulation() {}

    private static final class County {
        private final BySex groups = BySex.zeros(BasePlace.AGES.length);
        private double fromProvince;
        private double fromElsewhere;
    }

    /**
     * Counts it.
     *
     * @param snapshot folder of Parquet files
     * @param on the day; the projection's years run from it
     * @param area whose counties are projected
     * @throws IllegalArgumentException if nobody lives there
     */
    public static BasePopulation read(Path snapshot, LocalDate on, AreaCode area, Limits limits) {
        SnapshotPopulation population = new SnapshotPopulation();
        String query = COUNTS.formatted(on, snapshot.resolve(SnapshotSchema.PERSON.fileName()), area.from(), area.to());
        try (Tables tables = Tables.open(limits)) {
            tables.forEach(query, List.of(), row -> {
                County county = population.counties.computeIfAbsent(row.getInt("county"), code -> new County());
                double[] groups = row.getInt("sex") == 1 ? county.groups.male() : county.groups.female();
                groups[group(row.getInt("age"))] += row.getLong("persons");
                county.fromProvince += row.getLong("from_province");
                county.fromElsewhere += row.getLong("from_elsewhere");
            });
        }
        return population.base(on.getYear(), area);
    }

    private static int group(int age) {
        int group = BasePlace.AGES.length - 1;
        while (BasePlace.AGES[group] > age) {
            group--;
        }
        return group;
    }

    private BasePopulation base(int year, AreaCode area) {
        AreaTree areas = AreaTree.load();
        Map<String, String> cities = new LinkedHashMap<>();
        List<BasePlace> places = new ArrayList<>();
        counties.forEach((code, county) -> {
            AreaCode place = AreaCode.ofCounty(code);
            String city = name(areas, place.city());
            cities.putIfAbsent(city, place.city().shortText());
            places.add(new BasePlace(
                    Integer.toString(code),
                    name(areas, place),
                    city,
                    county.groups,
                    county.fromProvince,
                    county.fromElsewhere));
        });
        BasePopulation.Named all = new BasePopulation.Named(area.province().shortText(), name(areas, area.province()));
        return new BasePopulation(year, all, cities, places);
    }

    private static String name(AreaTree areas, AreaCode code) {
        return areas.find(code)
                .map(found -> found.name(Locale.SIMPLIFIED_CHINESE))
                .orElseGet(code::shortText);
    }
}
