package org.junheng.demography.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Map;
import org.junheng.demography.BySex;
import org.junheng.demography.Reference;
import org.junit.jupiter.api.Test;

class AgeStructureTest {

    private static final int[] AGES = {0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85};

    @Test
    void zhejiang_2020_as_in_the_official_bulletin() {
        Map<String, String> province =
                Reference.rows("china/zhejiang_census2020_county_age_sex.csv").getFirst();
        double[] male = new double[AGES.length];
        double[] female = new double[AGES.length];
        for (int i = 0; i < AGES.length; i++) {
            String group = i == 0 ? "0" : i == AGES.length - 1 ? "85+" : AGES[i] + "-" + (AGES[i + 1] - 1);
            male[i] = Reference.number(province, "m_" + group);
            female[i] = Reference.number(province, "f_" + group);
        }
        AgeStructure zhejiang = new AgeStructure(AGES, new BySex(male, female));
        assertThat(zhejiang.total()).isEqualTo(64_567_588);
        assertThat(zhejiang.share(0, 15)).isCloseTo(13.45, offset(0.005));
        assertThat(zhejiang.shareFrom(60)).isCloseTo(18.70, offset(0.005));
        assertThat(zhejiang.shareFrom(65)).isCloseTo(13.27, offset(0.005));
        assertThat(zhejiang.sexRatio()).isCloseTo(109.04, offset(0.005));
        assertThat(zhejiang.totalDependency())
                .isCloseTo(zhejiang.childDependency() + zhejiang.oldDependency(), offset(1e-12));
    }

    @Test
    void the_median_is_found_by_a_straight_line_within_its_group() {
        AgeStructure structure =
                new AgeStructure(new int[] {0, 10, 20}, new BySex(new double[] {10, 30, 0}, new double[] {10, 30, 0}));
        assertThat(structure.medianAge()).isCloseTo(10 + 20.0 / 60 * 10, offset(1e-12));
    }

    @Test
    void a_group_cannot_be_cut() {
        AgeStructure structure =
                new AgeStructure(new int[] {0, 10, 20}, new BySex(new double[] {10, 30, 0}, new double[] {10, 30, 0}));
        assertThatThrownBy(() -> structure.share(0, 15)).hasMessageContaining("cannot be cut");
    }
}
