package org.junheng.demography.mortality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junheng.demography.Reference;
import org.junheng.demography.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class LifeTableTest {

    @Test
    void austrian_males_of_1992_as_in_the_textbook() {
        JsonNode box = Reference.json("vectors/phg_box3_1_austria_males_1992_lifetable.json");
        double[] population = Reference.numbers(box.get("pop"));
        double[] deaths = Reference.numbers(box.get("deaths"));
        double[] m = IntStream.range(0, deaths.length)
                .mapToDouble(i -> deaths[i] / population[i])
                .toArray();
        int[] ages = Arrays.stream(Reference.numbers(box.get("age")))
                .mapToInt(a -> (int) a)
                .toArray();

        LifeTable table = LifeTable.of(ages, m, Reference.numbers(box.get("ax_input")));

        assertThat(per100000(table.l())).containsExactly(Reference.numbers(box.get("expected_lx")), within(1.0));
        assertThat(per100000(table.d())).containsExactly(Reference.numbers(box.get("expected_dx")), within(1.0));
        assertThat(per100000(table.personYears()))
                .containsExactly(Reference.numbers(box.get("expected_nLx")), within(3.0));
        assertThat(table.lifeExpectancy()).isCloseTo(72.8890, offset(0.002));
    }

    @ParameterizedTest
    @CsvSource({"1950,male", "1950,female", "2019,male", "2019,female"})
    void the_united_nations_complete_tables_follow_from_their_rates_and_a(int year, String sex) {
        List<Map<String, String>> rows = complete(year, sex);
        double[] m = column(rows, "nMx");
        int[] ages = IntStream.range(0, m.length).toArray();

        LifeTable table = LifeTable.of(ages, m, column(rows, "nAx"));

        assertThat(per100000(table.l())).containsExactly(column(rows, "lx"), within(1e-6));
        assertThat(per100000(table.personYears())).containsExactly(column(rows, "nLx"), within(1e-6));
        assertThat(table.e()).containsExactly(column(rows, "ex"), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1950,male", "1950,female", "2019,male", "2019,female"})
    void closing_by_our_own_rules_stays_near_the_united_nations_tables(int year, String sex) {
        List<Map<String, String>> rows = complete(year, sex);
        Sex which = sex.equals("male") ? Sex.MALE : Sex.FEMALE;

        double[] m = column(rows, "nMx");
        double published = column(rows, "ex")[0];

        assertThat(LifeTable.single(m, which).lifeExpectancy()).isCloseTo(published, offset(0.005));
        assertThat(LifeTable.closed(m, which).lifeExpectancy()).isCloseTo(published, offset(0.06));
        assertThat(LifeTable.closed(m, which).survivalRatios(1)[50]).isCloseTo(column(rows, "Sx")[50], offset(1e-9));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            male,   0.005,  0.13931275
            male,   0.05,   0.1913305
            male,   0.1,    0.29915
            female, 0.005,  0.13875365
            female, 0.05,   0.2407145
            female, 0.1,    0.31411
            """)
    void years_lived_by_dying_infants_follow_the_three_stretches_of_andreev_and_kingkade(
            String sex, double m0, double a0) {
        Sex which = sex.equals("male") ? Sex.MALE : Sex.FEMALE;
        assertThat(YearsLivedByTheDying.infantAndreevKingkade(m0, which)).isCloseTo(a0, offset(1e-12));
    }

    @Test
    void published_life_expectancies_follow_from_published_abridged_rates() {
        List<Map<String, String>> published = Reference.rows("wpp/wpp2024_5x5/ref_e0_published.csv");
        List<Map<String, String>> rates = Reference.rows("wpp/wpp2024_5x5/in_mx_abridged.csv");
        for (Map<String, String> expected : published) {
            List<Map<String, String>> own = rates.stream()
                    .filter(r -> r.get("country_code").equals(expected.get("country_code"))
                            && r.get("period").equals(expected.get("period")))
                    .toList();
            if (own.isEmpty()) {
                continue;
            }
            String where = expected.get("country") + " " + expected.get("period");
            assertThat(LifeTable.abridged(column(own, "mxM"), Sex.MALE).lifeExpectancy())
                    .as(where)
                    .isCloseTo(Reference.number(expected, "e0M"), offset(0.02));
            assertThat(LifeTable.abridged(column(own, "mxF"), Sex.FEMALE).lifeExpectancy())
                    .as(where)
                    .isCloseTo(Reference.number(expected, "e0F"), offset(0.02));
        }
    }

    @Test
    void survival_ratios_carry_the_stationary_population_one_step_on() {
        LifeTable table = gompertz(100);
        for (int width : new int[] {1, 5}) {
            double[] s = table.survivalRatios(width);
            double[] stationary = table.personYearsByGroup(width);
            int open = s.length - 1;
            assertThat(width * s[0]).isCloseTo(stationary[0], offset(1e-12));
            for (int i = 1; i < open; i++) {
                assertThat(stationary[i - 1] * s[i]).isCloseTo(stationary[i], offset(1e-12));
            }
            assertThat((stationary[open - 1] + stationary[open]) * s[open]).isCloseTo(stationary[open], offset(1e-12));
        }
    }

    @Test
    void cohort_deaths_turned_into_period_deaths_lose_nobody_and_give_the_tables_deaths_back() {
        LifeTable table = gompertz(100);
        double[] years = table.personYears();
        double[] cohort = new double[years.length];
        cohort[0] = 1 - years[0];
        for (int x = 1; x < cohort.length - 1; x++) {
            cohort[x] = years[x - 1] - years[x];
        }
        cohort[100] = years[99];

        double[] deaths = PeriodDeaths.fromCohorts(cohort, table.separationFactors());

        assertThat(Arrays.stream(deaths).sum()).isCloseTo(Arrays.stream(cohort).sum(), offset(1e-12));
        assertThat(Arrays.copyOf(deaths, 98)).containsExactly(Arrays.copyOf(table.d(), 98), within(1e-12));
    }

    @Test
    void the_kannisto_curve_is_recovered_from_its_own_rates_and_never_falls() {
        Kannisto truth = new Kannisto(80, 0.08, 0.11);
        double[] rates = IntStream.rangeClosed(80, 99).mapToDouble(truth::rate).toArray();
        Kannisto fitted = Kannisto.fit(80, rates);
        assertThat(fitted.level()).isCloseTo(0.08, offset(1e-12));
        assertThat(fitted.slope()).isCloseTo(0.11, offset(1e-12));
        assertThat(fitted.rate(130)).isLessThan(1);
        assertThat(Kannisto.fit(80, new double[] {0.3, 0.2, 0.1}).slope()).isZero();
    }

    @Test
    void an_open_age_in_which_nobody_dies_is_refused_with_advice() {
        assertThatThrownBy(() -> LifeTable.of(new int[] {0, 1}, new double[] {0.01, 0}, new double[] {0.1, 0}))
                .hasMessageContaining("1+")
                .hasMessageContaining("extend the rates");
        assertThatThrownBy(() -> LifeTable.of(new int[] {0, 1}, new double[] {-0.01, 0.1}, new double[] {0.1, 0}))
                .hasMessageContaining("-0.01 at age 0");
    }

    private static LifeTable gompertz(int open) {
        double[] m = IntStream.rangeClosed(0, open)
                .mapToDouble(x -> 3e-5 * Math.exp(0.1 * x))
                .toArray();
        return LifeTable.closed(m, Sex.FEMALE);
    }

    private static List<Map<String, String>> complete(int year, String sex) {
        List<Map<String, String>> rows =
                Reference.rows("wpp/canada_1x1_end/ref_life_tables_complete_1950_2019.csv").stream()
                        .filter(r -> r.get("time_start").equals("" + year)
                                && r.get("sex").equals(sex))
                        .toList();
        assertThat(rows).hasSize(101);
        return rows;
    }

    private static double[] column(List<Map<String, String>> rows, String name) {
        return rows.stream().mapToDouble(r -> Reference.number(r, name)).toArray();
    }

    private static double[] per100000(double[] values) {
        return Arrays.stream(values).map(v -> v * 1e5).toArray();
    }
}
