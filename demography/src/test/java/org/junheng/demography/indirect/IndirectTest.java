package org.junheng.demography.indirect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junheng.demography.Sex;
import org.junheng.demography.graduation.SingleRates;
import org.junheng.demography.mortality.LifeTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every estimate is held against a population made with known rates. */
class IndirectTest {

    private static final double[] GROUP_RATES = {0.05, 0.18, 0.20, 0.14, 0.08, 0.03, 0.005};

    @Test
    void child_mortality_made_with_known_rates_is_found_again() {
        double[] rates = singleRates();
        double[] alive = survivors();
        double[] born = new double[7];
        double[] dead = new double[7];
        for (int group = 0; group < 7; group++) {
            for (int age = 15 + 5 * group; age < 20 + 5 * group; age++) {
                for (int mother = 15; mother <= age; mother++) {
                    double births = mother == age ? rates[mother] / 2 : rates[mother];
                    born[group] += births / 5;
                    dead[group] += births * (1 - meanSurvival(alive, age - mother)) / 5;
                }
            }
        }
        double[] share = new double[7];
        Arrays.setAll(share, i -> dead[i] / born[i]);
        ChildrenEverBorn.ChildMortality[] found = ChildrenEverBorn.mortality(born, share);
        for (int i = 1; i < 6; i++) {
            double truth = 1 - alive[found[i].childAge()];
            assertThat(found[i].dying()).as("before age " + found[i].childAge()).isCloseTo(truth, within(0.10 * truth));
        }
    }

    @Test
    void children_ever_born_at_constant_fertility_are_those_the_rates_give() {
        double[] born = ChildrenEverBorn.cumulated(GROUP_RATES);
        assertThat(born[6]).isCloseTo(5 * Arrays.stream(GROUP_RATES).sum(), within(0.03));
        assertThat(ChildrenEverBorn.ratios(born, GROUP_RATES))
                .containsExactly(new double[] {1, 1, 1, 1, 1, 1, 1}, within(1e-12));
        double[] half = Arrays.stream(GROUP_RATES).map(rate -> rate / 2).toArray();
        assertThat(ChildrenEverBorn.ratios(born, half)[2]).isCloseTo(2, within(1e-9));
        assertThatThrownBy(() -> ChildrenEverBorn.ratios(new double[5], new double[7]))
                .hasMessageContaining("seven");
    }

    @Test
    void own_children_give_back_the_fertility_that_made_them() {
        double[] rates = singleRates();
        LifeTable table = table();
        double[] women = table.personYears();
        double[][] children = new double[15][101];
        for (int ago = 0; ago < 15; ago++) {
            for (int mother = 15; mother < 50; mother++) {
                double births = rates[mother] * (women[mother] + women[mother + 1]) / 2 * table.personYears()[ago];
                children[ago][mother + ago] += births / 2;
                children[ago][mother + ago + 1] += births / 2;
            }
        }
        double[] alive = women.clone();
        OwnChildren found =
                OwnChildren.of(new OwnChildren.Found(children, alive), table.personYears(), table.personYears());
        double truth = Arrays.stream(rates).sum();
        for (int ago = 0; ago < 15; ago++) {
            assertThat(found.total(ago)).as(ago + " years before").isCloseTo(truth, within(0.01 * truth));
        }
    }

    @Test
    void births_of_a_stationary_population_are_the_same_in_every_year() {
        LifeTable table = table();
        double[] persons = Arrays.stream(Arrays.copyOf(table.personYears(), 90))
                .map(l -> 1000 * l)
                .toArray();
        for (double births : ReverseSurvival.births(persons, table.personYears())) {
            assertThat(births).isCloseTo(1000, within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_preference_for_digits_disappears_and_a_curve_passes(int order) {
        double[] curve = new double[100];
        Arrays.setAll(curve, x -> 5000 - 30 * x + 0.4 * x * x - 0.01 * x * x * x);
        double[] heaped = curve.clone();
        for (int age = 0; age < 100; age++) {
            heaped[age] += age % 10 == 0 ? 900 : age % 10 == 5 ? 300 : -150;
        }
        double[] smooth = Zelnik.smooth(heaped, order);
        double[] plain = Zelnik.smooth(curve, order);
        int edge = 5 * (order + 1);
        for (int age = edge; age < 100 - edge; age++) {
            assertThat(plain[age]).isCloseTo(curve[age], within(1e-8));
            assertThat(smooth[age]).isCloseTo(curve[age], within(1e-8));
        }
        assertThat(smooth[edge - 1]).isNaN();
    }

    private static double[] singleRates() {
        double[] sums = Arrays.stream(GROUP_RATES).map(rate -> 5 * rate).toArray();
        return SingleRates.fertility(15, sums, 101);
    }

    private static LifeTable table() {
        double[] m = new double[101];
        Arrays.setAll(m, x -> x == 0 ? 0.06 : x < 5 ? 0.012 / x : 0.0008 + 2e-5 * Math.exp(0.1 * x));
        return LifeTable.single(m, Sex.FEMALE);
    }

    private static double[] survivors() {
        return table().l();
    }

    /** Share alive of children born somewhen in a year, so many years before. */
    private static double meanSurvival(double[] alive, int years) {
        return years == 0 ? 1 - (1 - alive[1]) * 0.75 : (alive[years] + alive[years + 1]) / 2;
    }
}
