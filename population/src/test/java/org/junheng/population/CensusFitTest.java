package org.junheng.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole county against the census and the bulletin, counted from the files it wrote. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CensusFitTest {

    private static final String HERE = " >= 330329000000 AND %1$s < 330330000000 ";
    private MadeCounty made;

    @BeforeAll
    void make() {
        made = new MadeCounty(1, LocalDate.of(2023, 12, 31), 20261123);
    }

    @AfterAll
    void close() {
        made.close();
    }

    @Test
    void every_cell_of_the_census_is_reproduced_exactly() {
        for (AgeCell cell : Census.load().get(CountySpec.TAISHUN).cells()) {
            assertThat(residents(cell, 1)).as(cell.label() + " male").isEqualTo(cell.male());
            assertThat(residents(cell, 2)).as(cell.label() + " female").isEqualTo(cell.female());
        }
        assertThat(made.county.listCells()).hasSize(38).allMatch(CellCheck::isWithin);
    }

    private long residents(AgeCell cell, int sex) {
        return made.count("""
                SELECT count(*) FROM person p JOIN residence r ON r.person = p.key
                 WHERE r.kind = 'residence' AND %s
                   AND r.since <= DATE '2020-11-01' AND (r.until IS NULL OR r.until > DATE '2020-11-01')
                   AND p.birth <= DATE '2020-11-01' AND (p.death IS NULL OR p.death > DATE '2020-11-01')
                   AND p.sex = %d
                   AND date_sub('year', p.birth, DATE '2020-11-01') >= %d
                   AND date_sub('year', p.birth, DATE '2020-11-01') < %d
                """.formatted(here("r.area"), sex, cell.from(), cell.to()));
    }

    private static String here(String column) {
        return column + HERE.formatted(column);
    }

    @Test
    void stocks_and_flows_of_2023_are_those_of_the_bulletin() {
        String alive = "death IS NULL AND ";
        assertThat(made.count("SELECT count(*) FROM person WHERE sex = 1 AND " + alive + here("hukou_area")))
                .isEqualTo(189_700);
        assertThat(made.count("SELECT count(*) FROM person WHERE sex = 2 AND " + alive + here("hukou_area")))
                .isEqualTo(175_600);
        assertThat(made.count("SELECT count(*) FROM person WHERE " + alive + here("residence_area")))
                .isEqualTo(269_400);
        assertThat(made.count("SELECT count(*) FROM person WHERE year(death) = 2023 AND " + here("hukou_area")))
                .isEqualTo(2789);
        assertThat(made.count("""
                SELECT count(*) FROM person p JOIN residence r ON r.person = p.key AND r.since = p.birth
                 WHERE r.kind = 'hukou' AND year(p.birth) = 2023 AND %s
                """.formatted(here("r.area")))).isEqualTo(2115);
    }

    @Test
    void at_least_95_900_of_the_registered_live_elsewhere() {
        assertThat(made.count("SELECT count(*) FROM person WHERE death IS NULL AND " + here("hukou_area") + " AND NOT ("
                        + here("residence_area") + ")"))
                .isGreaterThan(95_900);
    }

    @Test
    void all_figures_are_within_one_percent_and_shares_not_fitted_are_near() {
        assertThat(made.county.listFigures()).allSatisfy(figure -> {
            boolean fitted =
                    !figure.id().equals("census.minorities") && !figure.id().equals("census.in.county");
            double tolerance = fitted ? 0.01 : 0.03;
            assertThat(Math.abs(figure.synthetic() - figure.target()))
                    .as(figure.id())
                    .isLessThanOrEqualTo(tolerance * figure.target());
        });
    }

    @Test
    void women_have_borne_as_many_children_as_the_census_says() {
        CensusArea census = Census.load().get(CountySpec.TAISHUN);
        String women = """
                SELECT count(k.child)%s / CAST(count(DISTINCT w.key) AS DOUBLE) * 1000
                  FROM person w JOIN residence r ON r.person = w.key AND r.kind = 'residence'
                   AND r.since <= DATE '2020-11-01' AND (r.until IS NULL OR r.until > DATE '2020-11-01')
                  LEFT JOIN (SELECT mother, child, death FROM kinship JOIN person c ON c.key = child
                              WHERE c.birth < DATE '2020-11-01') k ON k.mother = w.key
                 WHERE w.sex = 2 AND (w.death IS NULL OR w.death > DATE '2020-11-01') AND %s
                   AND date_sub('year', w.birth, DATE '2020-11-01') BETWEEN 15 AND 64
                """;
        String surviving = " FILTER (k.death IS NULL OR k.death > DATE '2020-11-01')";
        assertThat(made.count(women.formatted("", here("r.area"))) / 1000.0)
                .isBetween(census.childrenEverBorn() - 0.03, census.childrenEverBorn() + 0.03);
        assertThat(made.count(women.formatted(surviving, here("r.area"))) / 1000.0)
                .isBetween(census.childrenSurviving() - 0.03, census.childrenSurviving() + 0.03);
    }

    @Test
    void more_boys_than_girls_are_born_and_first_births_lead() {
        long boys = made.count("SELECT count(*) FROM person WHERE sex = 1 AND birth > DATE '2020-11-01'");
        long girls = made.count("SELECT count(*) FROM person WHERE sex = 2 AND birth > DATE '2020-11-01'");
        assertThat(100.0 * boys / girls).isBetween(103.0, 113.0);
        String order =
                "SELECT count(*) FROM kinship k JOIN person p ON p.key = k.child WHERE p.birth > DATE '2020-11-01'";
        double all = made.count(order);
        assertThat(made.count(order + " AND birth_order = 1") / all).isBetween(0.5, 0.65);
        assertThat(made.count(order + " AND birth_order >= 3") / all).isBetween(0.02, 0.1);
    }
}
