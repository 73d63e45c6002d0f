package org.junheng.population.outlook;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junheng.demography.BySex;
import org.junheng.demography.Sex;
import org.junheng.demography.mortality.LifeTable;

/**
 * Net migration from 2010 to 2020 by county, age and sex: residents of 2020 beyond the survivors of ten years before
 * (Shryock and Siegel 1973, forward survival ratios; children by the ratio of children to women). What the province
 * gained as a whole is migration with the outside, shared out over the counties by their residents from other
 * provinces; the rest of every county's gain or loss is migration between the counties. Ages over 70 are taken not to
 * move: there the residual is mortality. A base of another year than 2020 has no past migration: nobody is known to
 * have come or gone.
 */
final class PastMigration {

    private static final int CENSUS = 2020;
    private static final int GROUPS = 18;
    private static final int DECADE = 2;
    private static final int STILL = 14;
    private static final double LARGEST_RATE = 0.06;
    private static final int WIDTH = 5;

    private final List<BasePlace> places;
    private final Census2010 before;
    private final boolean aDecadeLater;
    private final LifeTable[] tables;
    private final double[] outside;
    private final double[] province;
    private final double[][] rates;

    PastMigration(BasePopulation base, Census2010 before, China china) {
        this.places = base.places();
        this.aDecadeLater = base.year() == CENSUS;
        this.before = before;
        this.tables = new LifeTable[] {china.lifeTable(Sex.MALE, 2015), china.lifeTable(Sex.FEMALE, 2015)};
        double all = places.stream().mapToDouble(BasePlace::fromElsewhere).sum();
        this.outside = places.stream()
                .mapToDouble(p -> all > 0 ? p.fromElsewhere() / all : 1.0 / places.size())
                .toArray();
        Map<String, double[]> nowByUnit = new HashMap<>();
        Map<String, Double> outsideByUnit = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            String unit = before.unitOf(places.get(i));
            nowByUnit.merge(unit, groups(places.get(i).groups()), PastMigration::plus);
            outsideByUnit.merge(unit, outside[i], Double::sum);
        }
        Map<String, double[]> gains = new HashMap<>();
        nowByUnit.forEach((unit, now) -> gains.put(unit, gain(unit, now)));
        this.province = gains.values().stream().reduce(new double[2 * GROUPS], PastMigration::plus);
        this.rates = new double[places.size()][];
        for (int i = 0; i < places.size(); i++) {
            String unit = before.unitOf(places.get(i));
            rates[i] = rates(
                    gains.getOrDefault(unit, new double[2 * GROUPS]),
                    outsideByUnit.getOrDefault(unit, 0.0),
                    nowByUnit.getOrDefault(unit, new double[2 * GROUPS]));
        }
    }

    /** Share of each county in migration with the outside. */
    double[] outside() {
        return outside.clone();
    }

    /** Net migrants of the decade. */
    double total() {
        return Arrays.stream(province).sum();
    }

    /** Net migrants of a year by sex and single age relative to their sum, laid out as a row of the model. */
    double[] profile(int rowLength) {
        double total = total();
        double[] row = new double[rowLength];
        for (Sex sex : Sex.values()) {
            for (int age = 0; age < GROUPS * WIDTH; age++) {
                row[sex.ordinal() * China.AGES + age] = moved(province, sex, age / WIDTH) / WIDTH / total;
            }
        }
        return row;
    }

    /** Net migrants with the other counties per resident and year, laid out as a row of the model. */
    double[] netRates(int place, int rowLength) {
        double[] row = new double[rowLength];
        for (Sex sex : Sex.values()) {
            for (int age = 0; age < GROUPS * WIDTH; age++) {
                double position = (age - 2.0) / WIDTH;
                int below = (int) Math.clamp(Math.floor(position), 0, GROUPS - 1);
                int above = Math.min(below + 1, GROUPS - 1);
                double share = Math.clamp(position - below, 0, 1);
                row[sex.ordinal() * China.AGES + age] =
                        (1 - share) * moved(rates[place], sex, below) + share * moved(rates[place], sex, above);
            }
        }
        return row;
    }

    /** Whoever is found in a group at the end of the decade moved, on average, one group younger. */
    private static double moved(double[] byGroup, Sex sex, int group) {
        return group + 1 < GROUPS ? byGroup[sex.ordinal() * GROUPS + group + 1] : 0;
    }

    private double[] gain(String unit, double[] now) {
        Census2010.Unit then = before.find(unit);
        double[] gain = new double[2 * GROUPS];
        if (then == null || !aDecadeLater) {
            return gain;
        }
        double[] start = groups(then.residents());
        for (Sex sex : Sex.values()) {
            double[] years = tables[sex.ordinal()].personYearsByGroup(WIDTH);
            int from = sex.ordinal() * GROUPS;
            for (int group = DECADE; group < STILL; group++) {
                double survivors = start[from + group - DECADE] * years[group] / years[group - DECADE];
                gain[from + group] = now[from + group] - survivors;
            }
        }
        children(gain, now);
        return gain;
    }

    /** Children came with their mothers: a quarter of those under five, three quarters of those up to nine. */
    private static void children(double[] gain, double[] now) {
        for (int group = 0; group < DECADE; group++) {
            double women = 0;
            double movers = 0;
            for (int mother = 3 + group; mother < 9 + group; mother++) {
                women += now[GROUPS + mother];
                movers += gain[GROUPS + mother];
            }
            double share = (group == 0 ? 0.25 : 0.75) * movers / women;
            gain[group] = share * now[group];
            gain[GROUPS + group] = share * now[GROUPS + group];
        }
    }

    private double[] rates(double[] gain, double outsideShare, double[] now) {
        double[] rates = new double[gain.length];
        for (int i = 0; i < rates.length; i++) {
            double internal = gain[i] - outsideShare * province[i];
            double residents = now[i] - gain[i] / 2;
            rates[i] = residents > 0 ? Math.clamp(internal / 10 / residents, -LARGEST_RATE, LARGEST_RATE) : 0;
        }
        return rates;
    }

    private static double[] groups(BySex census) {
        double[] groups = new double[2 * GROUPS];
        for (Sex sex : Sex.values()) {
            double[] counts = census.of(sex);
            int to = sex.ordinal() * GROUPS;
            groups[to] = counts[0] + counts[1];
            System.arraycopy(counts, 2, groups, to + 1, GROUPS - 1);
        }
        return groups;
    }

    private static double[] plus(double[] a, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> a[i] + b[i]);
        return sum;
    }
}
