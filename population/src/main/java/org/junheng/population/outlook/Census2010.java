package org.junheng.population.outlook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junheng.demography.BySex;
import org.junheng.population.internal.model.Sheet;

/** The census of 2010 by units that are comparable with the counties of 2020. */
final class Census2010 {

    private static final String PROVINCE = "330000";
    private static final String ZONE = "温州经济技术开发区";
    private static final String ZONE_IN_SHEET = "WZKF";

    /**
     * What was counted in a unit.
     *
     * @param residents by census age group
     * @param deaths of the twelve months before, from the death rate
     * @param births of the twelve months before, from the birth rate
     */
    record Unit(BySex residents, double deaths, double births) {

        private Unit plus(Unit other) {
            return new Unit(
                    new BySex(
                            sum(residents.male(), other.residents.male()),
                            sum(residents.female(), other.residents.female())),
                    deaths + other.deaths,
                    births + other.births);
        }

        private static double[] sum(double[] a, double[] b) {
            double[] sum = a.clone();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += b[i];
            }
            return sum;
        }
    }

    private final Map<String, String> unitOf2020 = new HashMap<>();
    private final Map<String, Unit> units = new HashMap<>();

    Census2010() {
        Map<String, String> unitOf2010 = new HashMap<>();
        for (Sheet.Row row : Sheet.of("outlook/comparable.csv").rows()) {
            (row.whole("census") == 2010 ? unitOf2010 : unitOf2020).put(row.text("code"), row.text("unit"));
        }
        Map<String, List<Sheet.Row>> ages = new HashMap<>();
        for (Sheet.Row row : Sheet.of("outlook/census2010_age_sex.csv").rows()) {
            ages.computeIfAbsent(row.text("code"), code -> new ArrayList<>()).add(row);
        }
        Set<String> seen = new HashSet<>();
        for (Sheet.Row row : Sheet.of("outlook/census2010_areas.csv").rows()) {
            String code = row.text("code");
            if (seen.add(code)) {
                units.merge(
                        unitOf2010.getOrDefault(code, code), unit(row, ages.getOrDefault(code, List.of())), Unit::plus);
            }
        }
    }

    private static Unit unit(Sheet.Row row, List<Sheet.Row> ages) {
        BySex residents = BySex.zeros(BasePlace.AGES.length);
        for (int i = 0; i < ages.size(); i++) {
            residents.male()[i] = ages.get(i).number("male");
            residents.female()[i] = ages.get(i).number("female");
        }
        double thousands = residents.total() / 1000;
        return new Unit(residents, row.number("death_permille") * thousands, row.number("birth_permille") * thousands);
    }

    /** Name of the comparable unit of a county of 2020. */
    String unitOf(BasePlace place) {
        String code = place.id().equals(ZONE) ? ZONE_IN_SHEET : place.id();
        return unitOf2020.getOrDefault(code, code);
    }

    /** The unit, or nothing where the county is not of this province. */
    @Nullable
    Unit find(String unit) {
        return units.get(unit);
    }

    @Nullable
    Unit province() {
        return units.get(PROVINCE);
    }
}
