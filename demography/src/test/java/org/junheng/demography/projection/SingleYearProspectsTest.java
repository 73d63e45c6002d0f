package org.junheng.demography.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junheng.demography.BySex;
import org.junheng.demography.Reference;
import org.junheng.demography.Sex;
import org.junheng.demography.graduation.Graduation;
import org.junheng.demography.graduation.SingleRates;
import org.junheng.demography.mortality.LifeTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same prospects by single years of age and time: what the five-year tables give is graduated, what is published by
 * year (total fertility, its pattern, sex ratio at birth, births of the past, net migrants by the age they have at the
 * end of the year) is used by year.
 */
class SingleYearProspectsTest {

    private static final String FOLDER = "wpp/wpp2024_5x5/";
    private static final int AGES = 101;
    private static final int FIRST = 2025;
    private static final int LAST = 2100;

    /** Ages whose years of birth are in the record, which begins in 1950. */
    private static final int COHORTS = 75;

    @ParameterizedTest
    @CsvSource({"China, 156, 0.0020", "France, 250, 0.0006", "Japan, 392, 0.0008", "Nigeria, 566, 0.0014"})
    void graduated_to_single_years_the_published_totals_are_met(String country, String code, double tolerance) {
        BySex population = base(code);
        List<Components> years = new ArrayList<>();
        Map<Integer, BySex> migrants = migrants(code);
        for (int year = FIRST; year < LAST; year++) {
            years.add(year(code, year, migrants));
        }
        Projection projection = Projection.run(population, years, MigrationTiming.END);
        double worst = 0;
        double shares = 0;
        for (int year = FIRST + 5; year <= LAST; year += 5) {
            BySex published = published(code, year);
            BySex own = groups(projection.populations().get(year - FIRST));
            double error = own.total() / published.total() - 1;
            if (year % 25 == 0) {
                System.out.printf("WPP 2024 %s %d by single years: %+.4f %%%n", country, year, 100 * error);
            }
            worst = Math.max(worst, Math.abs(error));
            double apart = 0;
            for (Sex sex : Sex.values()) {
                for (int i = 0; i < own.ages(); i++) {
                    apart += Math.abs(own.of(sex)[i] - published.of(sex)[i]);
                }
            }
            shares = Math.max(shares, apart / published.total());
        }
        System.out.printf(
                "WPP 2024 %s by single years: worst total %.4f %%, worst age distribution %.4f %%%n",
                country, 100 * worst, 100 * shares);
        assertThat(worst).isLessThan(tolerance);
    }

    private static Components year(String code, int year, Map<Integer, BySex> migrants) {
        double[] survivalM = table(code, Sex.MALE, year + 1.0).survivalRatios(1);
        double[] survivalF = table(code, Sex.FEMALE, year + 1.0).survivalRatios(1);
        double total = (annual(code, year, "tfr") + annual(code, year + 1, "tfr")) / 2;
        double[] now = pattern(code, year);
        double[] next = pattern(code, year + 1);
        double[] fertility = new double[AGES];
        Arrays.setAll(fertility, age -> total * (now[age] + next[age]) / 2);
        double ratio = (annual(code, year, "srb") + annual(code, year + 1, "srb")) / 2;
        return new Components(
                1,
                new BySex(survivalM, survivalF),
                fertility,
                ratio,
                mean(migrants.get(year), migrants.get(Math.min(year + 1, LAST))));
    }

    private static BySex mean(BySex a, BySex b) {
        BySex mean = BySex.zeros(AGES);
        for (Sex sex : Sex.values()) {
            Arrays.setAll(mean.of(sex), x -> (a.of(sex)[x] + b.of(sex)[x]) / 2);
        }
        return mean;
    }

    private static LifeTable table(String code, Sex sex, double moment) {
        double position = Math.clamp((moment - 2023) / 5, 0, 15);
        int below = Math.min((int) position, 14);
        double share = position - below;
        double[] low = deaths(code, sex, below);
        double[] high = deaths(code, sex, below + 1);
        double[] rates = new double[low.length];
        Arrays.setAll(rates, i -> Math.exp((1 - share) * Math.log(low[i]) + share * Math.log(high[i])));
        return LifeTable.single(SingleRates.deaths(rates), sex);
    }

    private static double[] deaths(String code, Sex sex, int period) {
        String name = (2020 + 5 * period) + "-" + (2025 + 5 * period);
        return rows("in_mx_abridged.csv", code).stream()
                .filter(row -> row.get("period").equals(name))
                .mapToDouble(row -> Reference.number(row, sex == Sex.MALE ? "mxM" : "mxF"))
                .toArray();
    }

    private static double[] pattern(String code, int year) {
        double[] shares = rows("in_pasfr_5yr_age_annual_1950_2100.csv", code).stream()
                .mapToDouble(row -> Reference.number(row, Integer.toString(year)) / 100)
                .toArray();
        return SingleRates.fertility(10, shares, AGES);
    }

    private static double annual(String code, int year, String column) {
        return rows("ref_annual_indicators_1950_2100.csv", code).stream()
                .filter(row -> row.get("year").equals(Integer.toString(year)))
                .mapToDouble(row -> Reference.number(row, column))
                .findFirst()
                .orElseThrow();
    }

    private static Map<Integer, BySex> migrants(String code) {
        Map<Integer, BySex> migrants = new HashMap<>();
        for (Map<String, String> row : rows("in_netmig_single_age_annual_thousands.csv.gz", code)) {
            BySex year = migrants.computeIfAbsent((int) Reference.number(row, "year"), y -> BySex.zeros(AGES));
            int age = (int) Reference.number(row, "age");
            year.male()[age] = Reference.number(row, "migM");
            year.female()[age] = Reference.number(row, "migF");
        }
        return migrants;
    }

    /**
     * Persons by single age at the middle of 2025: Beers' outline with the sizes of the birth cohorts on it, without
     * which a cohort half as large as the one five years before it is smoothed away. Every group keeps its sum.
     */
    private static BySex base(String code) {
        double[] born = new double[COHORTS];
        Arrays.setAll(born, age -> (annual(code, 2024 - age, "births") + annual(code, FIRST - age, "births")) / 2);
        double[] outline = Graduation.BEERS_ORDINARY.graduate(groups(born));
        return bySex(rows("in_base_pop_2025.csv", code)).map(persons -> {
            double[] singles =
                    Arrays.copyOf(Graduation.BEERS_ORDINARY.graduate(Arrays.copyOf(persons, persons.length - 1)), AGES);
            singles[AGES - 1] = persons[persons.length - 1];
            for (int age = 0; age < COHORTS; age++) {
                singles[age] *= born[age] / outline[age];
            }
            for (int age = 0; age < COHORTS; age += 5) {
                double sum = Arrays.stream(singles, age, age + 5).sum();
                for (int x = age; x < age + 5; x++) {
                    singles[x] *= persons[age / 5] / sum;
                }
            }
            return singles;
        });
    }

    private static BySex published(String code, int year) {
        return bySex(rows("expected_pop_2030_2100.csv", code).stream()
                .filter(row -> row.get("year").equals(Integer.toString(year)))
                .toList());
    }

    private static BySex groups(BySex singles) {
        return singles.map(SingleYearProspectsTest::groups);
    }

    private static double[] groups(double[] singles) {
        return IntStream.range(0, (singles.length + 4) / 5)
                .mapToDouble(group -> Arrays.stream(singles, 5 * group, Math.min(5 * group + 5, singles.length))
                        .sum())
                .toArray();
    }

    private static BySex bySex(List<Map<String, String>> rows) {
        return new BySex(
                rows.stream().mapToDouble(row -> Reference.number(row, "popM")).toArray(),
                rows.stream().mapToDouble(row -> Reference.number(row, "popF")).toArray());
    }

    private static final Map<String, List<Map<String, String>>> READ = new HashMap<>();

    private static List<Map<String, String>> rows(String file, String code) {
        return READ.computeIfAbsent(
                file + code,
                key -> Reference.rows(FOLDER + file).stream()
                        .filter(row -> row.get("country_code").equals(code))
                        .toList());
    }
}
