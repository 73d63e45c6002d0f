package org.junheng.population;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.kernel.AreaCode;
import org.junheng.population.internal.model.Sheet;

/**
 * The seventh national population census of 2020-11-01 for Zhejiang: province, 11 cities, 90 counties and the Wenzhou
 * development zone. Real figures; the source is named at the head of the sheets. Codes are those of that day.
 */
public final class Census {

    private final List<CensusArea> areas;

    private Census(List<CensusArea> areas) {
        this.areas = List.copyOf(areas);
    }

    /** The figures that come with this library. */
    public static Census load() {
        Map<String, List<Sheet.Row>> groups = new LinkedHashMap<>();
        for (Sheet.Row row : Sheet.of("census2020_age_sex.csv").rows()) {
            groups.computeIfAbsent(row.text("zh") + row.text("code"), name -> new ArrayList<>())
                    .add(row);
        }
        return new Census(Sheet.of("census2020_areas.csv").rows().stream()
                .map(row -> area(row, cells(groups.getOrDefault(row.text("zh") + row.text("code"), List.of()))))
                .toList());
    }

    private static List<AgeCell> cells(List<Sheet.Row> rows) {
        List<AgeCell> cells = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Sheet.Row row = rows.get(i);
            int to = i + 1 < rows.size() ? rows.get(i + 1).whole("age") : AgeCell.OPEN;
            cells.add(new AgeCell(row.whole("age"), to, row.whole("male"), row.whole("female")));
        }
        return cells;
    }

    private static CensusArea area(Sheet.Row row, List<AgeCell> cells) {
        @Nullable AreaCode code = row.text("code").isEmpty() ? null : AreaCode.of(row.text("code"));
        return new CensusArea(
                code,
                row.text("zh"),
                row.text("level"),
                cells,
                new CensusArea.Elsewhere(
                        row.whole("elsewhere_in_county"),
                        row.whole("elsewhere_in_province"),
                        row.whole("elsewhere_other_province")),
                row.number("minority_percent"),
                row.number("children_ever_born"),
                row.number("children_surviving"));
    }

    /** All rows in the order of the table: province, then each city with its counties. */
    public List<CensusArea> listAreas() {
        return areas;
    }

    public Optional<CensusArea> find(AreaCode code) {
        return areas.stream().filter(area -> code.equals(area.code())).findFirst();
    }

    /** @throws IllegalArgumentException if the census table has no such place */
    public CensusArea get(AreaCode code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The census table of Zhejiang has no place %s. Codes are those of 2020-11-01."
                                .formatted(code.shortText())));
    }
}
