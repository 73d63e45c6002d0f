package org.junheng.population.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junheng.demography.Sex;
import org.junheng.demography.regional.Accounts;
import org.junheng.demography.regional.Summary;
import org.junheng.population.internal.model.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlookTest {

    private static final BasePopulation CENSUS = BasePopulation.census2020();
    private static final Scenario MEDIUM = Scenario.central("medium", 2030);
    private static final Outlook OUTLOOK = Outlook.of(CENSUS, MEDIUM, "pool");
    private static final double[] PROBABILITIES = {0.025, 0.1, 0.5, 0.9, 0.975};

    @Test
    void all_counties_and_the_development_zone_are_there_and_no_age_group_loses_anybody() {
        assertThat(CENSUS.places()).hasSize(91).anyMatch(place -> place.id().equals("温州经济技术开发区"));
        double total = 0;
        for (int i = 0; i < 91; i++) {
            for (Sex sex : Sex.values()) {
                double[] groups = CENSUS.places().get(i).groups().of(sex);
                for (int group = 0; group < BasePlace.AGES.length; group++) {
                    int to = group + 1 < BasePlace.AGES.length ? BasePlace.AGES[group + 1] : China.AGES;
                    double sum = 0;
                    for (int age = BasePlace.AGES[group]; age < to; age++) {
                        double persons = OUTLOOK.model().base()[i][sex.ordinal() * China.AGES + age];
                        assertThat(persons).isNotNegative();
                        sum += persons;
                    }
                    assertThat(sum).isCloseTo(groups[group], within(1e-6));
                    total += sum;
                }
            }
        }
        assertThat(total).isCloseTo(64_567_588, within(1e-4));
    }

    @Test
    void single_ages_carry_the_ripples_of_the_birth_cohorts() {
        double[] persons = new double[China.AGES];
        for (double[] row : OUTLOOK.model().base()) {
            for (int age = 0; age < China.AGES; age++) {
                persons[age] += row[age] + row[China.AGES + age];
            }
        }
        assertThat(persons[59]).as("born in the famine of 1961").isLessThan(0.75 * persons[57]);
    }

    @Test
    void births_and_deaths_of_the_known_years_are_those_of_the_bulletins() {
        double deaths = 0;
        double told = 0;
        for (Sheet.Row row : Sheet.of("outlook/bulletins.csv").rows()) {
            if (!row.text("deaths").isEmpty()) {
                Accounts.Year year = OUTLOOK.accounts().get(row.whole("year") - 2021);
                assertThat(births(year)).isCloseTo(row.number("births") * 1e4, within(2e3));
                deaths += Arrays.stream(year.deathsMale()).sum()
                        + Arrays.stream(year.deathsFemale()).sum();
                told += row.number("deaths") * 1e4;
            }
        }
        assertThat(deaths).isCloseTo(told, within(0.002 * told));
        assertThat(OUTLOOK.mortalityLevel()).isBetween(0.6, 0.95);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool", "od", "none"})
    void what_a_county_gains_and_loses_is_its_change_and_moves_between_counties_cancel(String migration) {
        Outlook outlook = Outlook.of(CENSUS, MEDIUM, migration);
        double[][] before = outlook.model().base();
        for (Accounts.Year year : outlook.accounts()) {
            for (int i = 0; i < before.length; i++) {
                double expected = Arrays.stream(before[i]).sum()
                        + year.births(i)
                        - year.deathsMale()[i]
                        - year.deathsFemale()[i]
                        + year.internal()[i]
                        + year.external()[i];
                assertThat(Arrays.stream(year.population()[i]).sum()).isCloseTo(expected, within(1e-6));
            }
            assertThat(Arrays.stream(year.internal()).sum()).isCloseTo(0, within(1e-4));
            before = year.population();
        }
    }

    @Test
    void residents_are_the_same_whether_or_not_they_are_told_apart_by_hukou() {
        Outlook apart = Outlook.of(CENSUS, MEDIUM.with(Scenario.Residence.BY_HUKOU), "pool");
        double[][] together = OUTLOOK.accounts().getLast().population();
        double[][] parts = apart.accounts().getLast().population();
        for (int i = 0; i < 91; i++) {
            double sum =
                    Arrays.stream(parts[i]).sum() + Arrays.stream(parts[91 + i]).sum();
            assertThat(sum).isCloseTo(Arrays.stream(together[i]).sum(), within(0.002 * sum));
            assertThat(Arrays.stream(apart.model().base()[91 + i]).sum())
                    .isCloseTo(
                            CENSUS.places().get(i).fromProvince()
                                    + CENSUS.places().get(i).fromElsewhere(),
                            within(1.0));
        }
        assertThat(apart.listAreas()).anyMatch(area -> area.id().equals("330329.local"));
    }

    @Test
    void low_medium_and_high_differ_from_the_year_after_the_last_known_one() {
        double[] low = births(Outlook.of(CENSUS, MEDIUM.with(Scenario.Variant.LOW), "pool"));
        double[] medium = births(OUTLOOK);
        double[] high = births(Outlook.of(CENSUS, MEDIUM.with(Scenario.Variant.HIGH), "pool"));
        for (int i = 0; i < medium.length; i++) {
            if (i < 3) {
                assertThat(low[i]).isEqualTo(medium[i]).isEqualTo(high[i]);
            } else {
                assertThat(low[i]).isLessThan(medium[i]);
                assertThat(high[i]).isGreaterThan(medium[i]);
            }
        }
    }

    @Test
    void a_measure_for_second_children_changes_second_births_by_its_effect_and_no_others() {
        Outlook with = Outlook.of(CENSUS, MEDIUM.with(measure(0)), "pool");
        Accounts.Year plain = OUTLOOK.accounts().get(7);
        Accounts.Year raised = with.accounts().get(7);
        for (int order = 1; order <= 3; order++) {
            assertThat(births(raised, order) / births(plain, order)).isCloseTo(order == 2 ? 1.08 : 1, within(1e-9));
        }
        assertThat(births(plain, 2) / births(plain)).isBetween(0.3, 0.45);
    }

    @Test
    void a_scenario_compared_with_itself_differs_in_nothing_and_with_a_measure_only_by_the_measure() {
        Outlook with = Outlook.of(CENSUS, MEDIUM.with(measure(0.02)), "pool");
        Summary summary = OUTLOOK.summary();
        int province = OUTLOOK.listAreas().getFirst().index();
        List<double[]> second = new ArrayList<>();
        OUTLOOK.against(OUTLOOK, 9, 5, 2).quantiles(PROBABILITIES, (year, quantiles) -> {
            for (double[] q : quantiles) {
                assertThat(q).containsOnly(0);
            }
        });
        OUTLOOK.against(with, 40, 5, 2).quantiles(PROBABILITIES, (year, quantiles) -> {
            second.add(quantiles[summary.birthsIndex(province, 2)]);
            assertThat(quantiles[summary.birthsIndex(province, 1)])
                    .contains(new double[] {0, 0, 0, 0, 0}, within(1e-6));
        });
        double born = births(OUTLOOK.accounts().get(9), 2);
        assertThat(second.getLast()[2]).isCloseTo(0.08 * born, within(0.03 * born));
        assertThat(second.getLast()[0]).isLessThan(second.getLast()[4]);
    }

    @Test
    void the_fan_of_a_union_is_narrower_than_the_sum_of_its_parts() {
        Summary summary = OUTLOOK.summary();
        List<double[][]> years = new ArrayList<>();
        OUTLOOK.forecast(60, 1, 2).quantiles(PROBABILITIES, (year, q) -> years.add(q));
        double[][] last = years.getLast();
        double parts = 0;
        int all = summary.groups() - 1;
        for (OutlookArea area : OUTLOOK.listAreas()) {
            if (area.level().equals("county")) {
                double[] q = last[summary.index(area.index(), 2, all)];
                parts += q[4] - q[0];
            }
        }
        double[] province = last[summary.index(OUTLOOK.listAreas().getFirst().index(), 2, all)];
        assertThat(province[4] - province[0]).isPositive().isLessThan(parts);
    }

    @Test
    void residents_of_2024_as_the_bulletin_counts_them_lie_in_the_fan() {
        HeldOut.Residents residents = HeldOut.residents(400, 1);
        double[] q = residents.forecast();
        System.out.printf(
                "2024: 66.70 M counted, forecast %.2f (95 %%: %.2f to %.2f)%n", q[2] / 1e6, q[0] / 1e6, q[4] / 1e6);
        assertThat(residents.counted()).isEqualTo(66_700_000).isBetween(q[0], q[4]);
    }

    @Test
    void birth_rates_of_the_cities_in_2023_held_against_their_bulletins() {
        List<HeldOut.BirthRate> cities = HeldOut.cityBirthRates();
        cities.forEach(city -> System.out.printf(
                "birth rate 2023 %s: %.2f, bulletin %.1f%n", city.zh(), city.forecast(), city.published()));
        assertThat(cities).hasSize(7);
        assertThat(cities.stream()
                        .mapToDouble(city -> Math.abs(city.forecast() - city.published()))
                        .average()
                        .orElseThrow())
                .isLessThan(1.0);
    }

    @Test
    void total_fertility_of_three_countries_is_held_against_its_forecasts() {
        assertThat(HeldOut.fertility(5, 10)).hasSize(6).allSatisfy(each -> {
            assertThat(each.test().crps()).isLessThan(each.test().unchanged());
            assertThat(each.test().within95()).isBetween(0.4, 1.0);
            System.out.printf(
                    "assumed width, %s, %d years ahead: 80 %% holds %.2f, 95 %% holds %.2f%n",
                    each.en(),
                    each.test().horizon(),
                    each.assumed().within80(),
                    each.assumed().within95());
            assertThat(each.assumed().within80())
                    .as("wide enough for countries whose fertility moved without a break; not for China's turn")
                    .isGreaterThan(each.en().equals("China") ? 0.4 : 0.8);
        });
    }

    @Test
    void every_figure_says_its_unit_and_source_in_chinese() {
        Figures figures = Figures.load();
        assertThat(figures.list()).isNotEmpty().allSatisfy(figure -> {
            Figures.Chinese words = figures.chinese(figure.id());
            assertThat(words.source()).containsPattern("\\p{IsHan}");
            assertThat(words.unit()).containsPattern("\\p{IsHan}");
        });
    }

    @Test
    void a_measure_raises_effective_fertility_by_its_effect_on_its_share_of_births() {
        Outlook with = Outlook.of(CENSUS, MEDIUM.with(measure(0)), "pool");
        double[] plain = OUTLOOK.effectiveFertility();
        assertThat(plain).containsExactly(OUTLOOK.totalFertility(), within(1e-6));
        double second =
                births(OUTLOOK.accounts().get(9), 2) / births(OUTLOOK.accounts().get(9));
        assertThat(with.effectiveFertility()[9] / plain[9]).isCloseTo(1 + 0.08 * second, within(0.01));
    }

    @Test
    void series_begin_with_the_census_and_births_a_year_later() {
        OutlookSeries series = new OutlookSeries(OUTLOOK);
        OUTLOOK.forecast(20, 1, 2).quantiles(OutlookSeries.probabilities(), series);
        OutlookArea province = OUTLOOK.listAreas().getFirst();
        List<OutlookSeries.Series> all = series.of(province);
        OutlookSeries.Series residents = all.getFirst();
        assertThat(residents.firstYear()).isEqualTo(2020);
        assertThat(residents.quantiles()[OutlookSeries.MEDIAN]).hasSize(11);
        assertThat(residents.quantiles()[0][0]).isCloseTo(64_567_588, within(1e-3));
        assertThat(residents.quantiles()[0][10]).isLessThan(residents.quantiles()[4][10]);
        assertThat(all)
                .filteredOn(each -> each.id().startsWith("births"))
                .hasSize(4)
                .allMatch(each -> each.firstYear() == 2021 && each.quantiles()[0].length == 10);
        double people = all.stream()
                .filter(each -> each.id().startsWith("men_") || each.id().startsWith("women_"))
                .mapToDouble(each -> each.quantiles()[0][0])
                .sum();
        assertThat(people).isCloseTo(64_567_588, within(1e-3));
        OutlookSeries.Series pensions = series.pensionable(new CentralPeople(OUTLOOK), province);
        assertThat(pensions.uncertain()).isFalse();
        assertThat(pensions.quantiles()[0][10]).isBetween(12e6, 22e6);
    }

    @Test
    void the_fingerprint_changes_with_anything_a_number_stands_on() {
        assertThat(Outlook.of(CENSUS, MEDIUM, "pool").fingerprint()).isEqualTo(OUTLOOK.fingerprint());
        assertThat(List.of(
                        OUTLOOK.fingerprint(),
                        Outlook.of(CENSUS, MEDIUM, "none").fingerprint(),
                        Outlook.of(CENSUS, MEDIUM.with(Scenario.Variant.LOW), "pool")
                                .fingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    void nonsense_is_refused_by_name() {
        assertThatThrownBy(() -> new Scenario.Mortality(17, 1)).hasMessageContaining("pace of mortality is 17");
        assertThatThrownBy(() -> Outlook.of(CENSUS, Scenario.central("past", 2019), "pool"))
                .hasMessageContaining("2019");
        assertThatThrownBy(() -> Outlook.of(CENSUS, MEDIUM, "magic")).hasMessageContaining("magic");
    }

    private static Scenario.Measure measure(double error) {
        return new Scenario.Measure("second child subsidy", 2, 2026, 2, 0.08, error, "a study");
    }

    private static double[] births(Outlook outlook) {
        return outlook.accounts().stream().mapToDouble(OutlookTest::births).toArray();
    }

    private static double births(Accounts.Year year) {
        double births = 0;
        for (int region = 0; region < year.population().length; region++) {
            births += year.births(region);
        }
        return births;
    }

    private static double births(Accounts.Year year, int order) {
        double births = 0;
        for (int region = 0; region < year.population().length; region++) {
            births += year.births(region, order);
        }
        return births;
    }
}
