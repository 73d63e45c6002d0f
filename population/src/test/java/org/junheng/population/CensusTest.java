package org.junheng.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junheng.kernel.AreaCode;
import org.junit.jupiter.api.Test;

class CensusTest {

    private static final int FIRST_CELL = 20;
    private final Census census = Census.load();

    @Test
    void taishun_has_the_residents_the_census_counted() {
        CensusArea taishun = census.get(CountySpec.TAISHUN);

        assertThat(taishun.population()).isEqualTo(265_980);
        assertThat(taishun.male()).isEqualTo(138_488);
        assertThat(taishun.cells()).hasSize(19).first().isEqualTo(new AgeCell(0, 1, 1343, 1198));
        assertThat(taishun.cells()).last().isEqualTo(new AgeCell(85, AgeCell.OPEN, 2740, 2625));
        assertThat(taishun.elsewhere()).isEqualTo(new CensusArea.Elsewhere(39_623, 5_909, 5_632));
    }

    @Test
    void counties_add_up_to_their_cities_and_cities_to_the_province() {
        int cities = 0;
        for (CensusArea city : census.listAreas()) {
            if (city.level().equals("city")) {
                cities += city.population();
            }
        }
        int counties = census.listAreas().stream()
                .filter(area -> !area.level().equals("city") && !area.level().equals("province"))
                .mapToInt(CensusArea::population)
                .sum();

        assertThat(cities).isEqualTo(64_567_588);
        assertThat(counties).isEqualTo(64_567_588);
        assertThat(census.get(AreaCode.of("33")).population()).isEqualTo(64_567_588);
    }

    @Test
    void the_row_without_a_code_is_not_lost() {
        assertThat(census.listAreas())
                .filteredOn(area -> area.code() == null)
                .singleElement()
                .satisfies(area -> assertThat(area.zh()).isEqualTo("温州经济技术开发区"));
    }

    @Test
    void every_cell_is_that_of_the_reference_table() throws IOException {
        Path table =
                Path.of(System.getProperty("junheng.reference.data"), "china/zhejiang_census2020_county_age_sex.csv");
        List<String> lines = Files.readAllLines(table);
        int first = Arrays.asList(lines.getFirst().split(",")).indexOf("m_0");
        assertThat(first).isEqualTo(FIRST_CELL);
        assertThat(census.listAreas()).hasSize(lines.size() - 1);
        for (int i = 1; i < lines.size(); i++) {
            String[] row = lines.get(i).split(",", -1);
            CensusArea area = census.listAreas().get(i - 1);
            for (int cell = 0; cell < 19; cell++) {
                assertThat(area.cells().get(cell).male()).isEqualTo(Integer.parseInt(row[first + 2 * cell]));
                assertThat(area.cells().get(cell).female()).isEqualTo(Integer.parseInt(row[first + 2 * cell + 1]));
            }
        }
    }

    @Test
    void a_scaled_county_keeps_its_sum() {
        CensusArea small = census.get(CountySpec.TAISHUN).scaled(0.02);

        assertThat(small.population()).isEqualTo(Math.round(265_980 * 0.02));
    }

    @Test
    void a_place_outside_the_table_is_refused_by_name() {
        assertThatThrownBy(() -> census.get(AreaCode.of("350924"))).hasMessageContaining("350924");
    }
}
