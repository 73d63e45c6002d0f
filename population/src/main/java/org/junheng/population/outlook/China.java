package org.junheng.population.outlook;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junheng.demography.BySex;
import org.junheng.demography.Sex;
import org.junheng.demography.graduation.Graduation;
import org.junheng.demography.graduation.SingleRates;
import org.junheng.demography.mortality.LifeTable;
import org.junheng.population.internal.model.Sheet;

/**
 * China's patterns by age and year, from the World Population Prospects 2024 (medium variant): what a province borrows
 * where it has no table of its own.
 */
final class China {

    /** Single ages 0 … 100 and above. */
    static final int AGES = 101;

    private static final int ABRIDGED = 22;
    private static final int FIRST_MOTHERS = 15;
    private static final int MOTHER_GROUPS = 7;
    private static final double MIDDLE = 2.5;
    private static final double CENSUS_MONTH = 10.0 / 12;

    private final TreeMap<Integer, BySex> mortality = new TreeMap<>();
    private final TreeMap<Integer, double[]> fertility = new TreeMap<>();
    private final TreeMap<Integer, Sheet.Row> years = new TreeMap<>();

    China() {
        group("outlook/china_mortality.csv").forEach((period, rows) -> {
            BySex rates = BySex.zeros(ABRIDGED);
            for (int i = 0; i < ABRIDGED; i++) {
                rates.male()[i] = rows.get(i).number("male");
                rates.female()[i] = rows.get(i).number("female");
            }
            mortality.put(period, rates);
        });
        group("outlook/china_fertility_pattern.csv")
                .forEach((period, rows) -> fertility.put(
                        period,
                        rows.stream()
                                .mapToDouble(row -> row.number("percent") / 100)
                                .toArray()));
        for (Sheet.Row row : Sheet.of("outlook/china_years.csv").rows()) {
            years.put(row.whole("year"), row);
        }
    }

    private static Map<Integer, List<Sheet.Row>> group(String sheet) {
        Map<Integer, List<Sheet.Row>> groups = new TreeMap<>();
        for (Sheet.Row row : Sheet.of(sheet).rows()) {
            groups.merge(row.whole("period"), List.of(row), China::joined);
        }
        return groups;
    }

    private static List<Sheet.Row> joined(List<Sheet.Row> a, List<Sheet.Row> b) {
        return Stream.concat(a.stream(), b.stream()).toList();
    }

    /**
     * Life table of a sex by single age around the middle of a year; before and after the periods the nearest one's.
     */
    LifeTable lifeTable(Sex sex, double year) {
        return LifeTable.single(SingleRates.deaths(abridged(sex, year)), sex);
    }

    /** Abridged death rates: logarithms on a straight line between the middles of the periods. */
    double[] abridged(Sex sex, double year) {
        double position = year - MIDDLE;
        Integer before = mortality.floorKey((int) Math.floor(position));
        Integer after = mortality.ceilingKey((int) Math.floor(position) + 1);
        int from = before == null ? mortality.firstKey() : before;
        int to = after == null ? mortality.lastKey() : after;
        double share = from == to ? 0 : Math.clamp((position - from) / (to - from), 0, 1);
        double[] low = at(mortality, from).of(sex);
        double[] high = at(mortality, to).of(sex);
        double[] rates = new double[low.length];
        Arrays.setAll(rates, i -> Math.exp((1 - share) * Math.log(low[i]) + share * Math.log(high[i])));
        return rates;
    }

    /** All periods' abridged death rates of a sex, [period][age group]. */
    double[][] allAbridged(Sex sex) {
        return mortality.values().stream().map(rates -> rates.of(sex)).toArray(double[][]::new);
    }

    /** Survival ratios of a year laid out males, then females, then zeros up to a length. */
    double[] survival(double year, int length) {
        double[] row = new double[length];
        for (Sex sex : Sex.values()) {
            System.arraycopy(lifeTable(sex, year).survivalRatios(1), 0, row, sex.ordinal() * AGES, AGES);
        }
        return row;
    }

    /** Share of total fertility by single age of the mother; sums to one. */
    double[] fertilityPattern(double year) {
        double position = year - MIDDLE;
        Integer before = fertility.floorKey((int) Math.floor(position));
        Integer after = fertility.ceilingKey((int) Math.floor(position) + 1);
        int from = before == null ? fertility.firstKey() : before;
        int to = after == null ? fertility.lastKey() : after;
        double share = from == to ? 0 : Math.clamp((position - from) / (to - from), 0, 1);
        double[] shares = new double[MOTHER_GROUPS];
        Arrays.setAll(shares, i -> (1 - share) * at(fertility, from)[i] + share * at(fertility, to)[i]);
        return SingleRates.fertility(FIRST_MOTHERS, shares, AGES);
    }

    /** Births of a calendar year, persons. */
    double births(int year) {
        return row(year).number("births") * 1000;
    }

    double totalFertility(int year) {
        return row(year).number("tfr");
    }

    /** Boys per girl at birth. */
    double sexRatioAtBirth(int year) {
        return row(year).number("srb");
    }

    private Sheet.Row row(int year) {
        return at(years, Math.clamp(year, years.firstKey(), years.lastKey()));
    }

    private static <T> T at(TreeMap<Integer, T> values, int key) {
        return Objects.requireNonNull(values.get(key), "no figures of " + key);
    }

    /**
     * How much larger the cohort of each single age at a census on 1 November was at birth than its neighbours would
     * have it; 1 where births are not known.
     */
    double[] ripples(int censusYear) {
        int known = (censusYear - years.firstKey()) / 5 * 5;
        double[] cohorts = new double[known];
        for (int age = 0; age < known; age++) {
            cohorts[age] = CENSUS_MONTH * births(censusYear - age) + (1 - CENSUS_MONTH) * births(censusYear - age - 1);
        }
        double[] groups = new double[known / 5];
        for (int age = 0; age < known; age++) {
            groups[age / 5] += cohorts[age];
        }
        double[] smooth = Graduation.BEERS_ORDINARY.graduate(groups);
        double[] ripples = new double[AGES];
        Arrays.fill(ripples, 1);
        for (int age = 0; age < known; age++) {
            ripples[age] = cohorts[age] / smooth[age];
        }
        return ripples;
    }
}
