package org.junheng.demography.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junheng.demography.BySex;
import org.junheng.demography.Reference;
import org.junit.jupiter.api.Test;

class DemProjTest {

    private static final String FRANCE = "spectrum/france_demproj_1970_1990/";

    @Test
    void france_1970_to_1990_in_every_cell() {
        BySex population = population(1970);
        double worst = 0;
        double worstTotal = 0;
        double worstBirths = 0;
        for (int year = 1971; year <= 1990; year++) {
            Step step = DemProj.step(population, year(year), DemProj.Migration.END_OF_YEAR);
            population = step.population();
            BySex expected = population(year);
            worstTotal = Math.max(worstTotal, Math.abs(population.total() / expected.total() - 1));
            double births =
                    Reference.number(of(year, "expected_births_deaths.csv").getFirst(), "births");
            worstBirths = Math.max(worstBirths, Math.abs(step.births() / births - 1));
            for (int x = 0; x <= 80; x++) {
                worst = Math.max(worst, Math.abs(population.male()[x] / expected.male()[x] - 1));
                worst = Math.max(worst, Math.abs(population.female()[x] / expected.female()[x] - 1));
            }
        }
        System.out.printf("France DemProj: worst cell %.1e, total %.1e, births %.1e%n", worst, worstTotal, worstBirths);
        assertThat(worst).isLessThan(2e-5);
        assertThat(worstTotal).isLessThan(2e-6);
        assertThat(worstBirths).isLessThan(2e-5);
    }

    @Test
    void midyear_migrants_are_those_of_the_year_less_the_deaths_of_half_a_year() {
        BySex immortal = new BySex(ones(82), ones(82));
        BySex migrants = new BySex(ones(81), ones(81));
        DemProj.Year year = new DemProj.Year(immortal, new double[81], 0.512, migrants, BySex.zeros(81));
        BySex end = DemProj.step(new BySex(ones(81), ones(81)), year, DemProj.Migration.MIDYEAR)
                .population();
        assertThat(end.male()[0]).as("half of those aged 0 have their birthday").isCloseTo(0.5, offset(1e-12));
        assertThat(end.male()[40]).isCloseTo(2, offset(1e-12));
        assertThat(end.total()).isCloseTo(4 * 81, offset(1e-9));
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static DemProj.Year year(int year) {
        List<Map<String, String>> survival = of(year, "in_survival.csv.gz");
        List<Map<String, String>> groups = of(year, "in_mig_age_dist_pct.csv");
        Map<String, String> totals = of(year, "in_totals.csv").getFirst();
        double[] fertility = new double[81];
        of(year, "in_asfr_single.csv")
                .forEach(row -> fertility[Integer.parseInt(row.get("age"))] = Reference.number(row, "asfr"));
        BySex ratios = bySex(survival, "Sx_");
        double boys = Reference.number(totals, "srb_m_per_100f");
        return new DemProj.Year(
                ratios,
                fertility,
                boys / (100 + boys),
                new BySex(migrants(groups, totals, "m", ratios.male()), migrants(groups, totals, "f", ratios.female())),
                bySex(of(year, "in_excess_deaths_hiv.csv.gz"), "excess_deaths_"));
    }

    private static double[] migrants(
            List<Map<String, String>> groups, Map<String, String> totals, String sex, double[] survival) {
        double total = Reference.number(totals, "netmig_" + sex);
        double[] persons = groups.stream()
                .mapToDouble(row -> total * Reference.number(row, "pct_" + sex) / 100)
                .toArray();
        return DemProj.migrantsBySingleAge(persons, survival);
    }

    private static BySex population(int year) {
        return bySex(of(year, "expected_pop_spectrum.csv.gz"), "pop_");
    }

    private static BySex bySex(List<Map<String, String>> rows, String prefix) {
        return new BySex(
                rows.stream()
                        .mapToDouble(row -> Reference.number(row, prefix + "m"))
                        .toArray(),
                rows.stream()
                        .mapToDouble(row -> Reference.number(row, prefix + "f"))
                        .toArray());
    }

    private static List<Map<String, String>> of(int year, String file) {
        return Reference.rows(FRANCE + file).stream()
                .filter(row -> row.get("year").equals("" + year))
                .toList();
    }
}
