package org.junheng.demography.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junheng.demography.Reference;
import org.junit.jupiter.api.Test;

class MultistateTest {

    private static final double SWISS_GIRLS = 100.0 / 205;

    @Test
    void every_published_cell_of_aargau_to_2055_lies_within_one_person() {
        Map<Integer, List<Map<String, String>>> parameters = byYear("fso/in_parameters_aargau_reference.csv.gz");
        Map<Integer, List<Map<String, String>>> expected =
                byYear("fso/expected_fso_projection_aargau_reference.csv.gz");
        double[][][] start = cells(parameters.get(2025), "start_n");
        double worst = 0;
        double worstTotal = 0;
        double worstBalance = 0;
        for (int year = 2025; year <= 2055; year++) {
            Multistate.Year rates = year(parameters.get(year));
            Multistate.Outcome outcome = Multistate.step(start, rates);
            double[][][] published = cells(expected.get(year), "fso_projection_n");
            worst = Math.max(worst, distance(outcome.population(), published));
            worstTotal = Math.max(worstTotal, Math.abs(sum(outcome.population()) / sum(published) - 1));
            worstBalance = Math.max(worstBalance, imbalance(start, rates, outcome));
            start = Multistate.birthday(outcome.population());
        }
        System.out.printf(
                "Aargau: worst cell %.3f persons, total %.1e, balance %.1e%n", worst, worstTotal, worstBalance);
        assertThat(worst).isLessThan(1);
        assertThat(worstTotal).isLessThan(5e-5);
        assertThat(worstBalance).isLessThan(1e-9);
    }

    private static double imbalance(double[][][] start, Multistate.Year rates, Multistate.Outcome outcome) {
        double worst = 0;
        for (int n = 0; n < 2; n++) {
            for (int s = 0; s < 2; s++) {
                for (int x = 0; x < start[n][s].length; x++) {
                    double opening = x == 0 ? outcome.births()[n][s][0] : start[n][s][x];
                    double closing = opening
                            - outcome.deaths()[n][s][x]
                            - outcome.emigrants()[n][s][x]
                            + outcome.naturalised()[n][s][x]
                            + rates.immigrants()[n][s][x];
                    worst = Math.max(worst, Math.abs(closing - outcome.population()[n][s][x]));
                }
            }
        }
        return worst;
    }

    private static Multistate.Year year(List<Map<String, String>> rows) {
        double[][][] abroad = cells(rows, "emi_int");
        double[][][] elsewhere = cells(rows, "emi_nat");
        double[][][] fromAbroad = cells(rows, "imm_int_n");
        double[][][] fromElsewhere = cells(rows, "imm_nat_n");
        double[][][] fertility = cells(rows, "birthrate");
        return new Multistate.Year(
                cells(rows, "mor"),
                plus(abroad, elsewhere),
                cells(rows, "acq"),
                plus(fromAbroad, fromElsewhere),
                new double[][] {fertility[0][1], fertility[1][1]},
                Reference.number(rows.getFirst(), "int_mothers"),
                SWISS_GIRLS);
    }

    private static double[][][] plus(double[][][] a, double[][][] b) {
        double[][][] sum = new double[2][2][a[0][0].length];
        for (int n = 0; n < 2; n++) {
            for (int s = 0; s < 2; s++) {
                for (int x = 0; x < sum[n][s].length; x++) {
                    sum[n][s][x] = a[n][s][x] + b[n][s][x];
                }
            }
        }
        return sum;
    }

    private static double distance(double[][][] a, double[][][] b) {
        double worst = 0;
        for (int n = 0; n < 2; n++) {
            for (int s = 0; s < 2; s++) {
                for (int x = 0; x < a[n][s].length; x++) {
                    worst = Math.max(worst, Math.abs(a[n][s][x] - b[n][s][x]));
                }
            }
        }
        return worst;
    }

    private static double sum(double[][][] cells) {
        double sum = 0;
        for (double[][] nationality : cells) {
            for (double[] sex : nationality) {
                for (double value : sex) {
                    sum += value;
                }
            }
        }
        return sum;
    }

    private static double[][][] cells(List<Map<String, String>> rows, String column) {
        double[][][] cells = new double[2][2][101];
        for (Map<String, String> row : rows) {
            int n = row.get("nat").equals("ch") ? 0 : 1;
            int s = row.get("sex").equals("m") ? 0 : 1;
            String text = row.get(column);
            cells[n][s][Integer.parseInt(row.get("age"))] = text.isEmpty() ? 0 : Double.parseDouble(text);
        }
        return cells;
    }

    private static Map<Integer, List<Map<String, String>>> byYear(String file) {
        return Reference.rows(file).stream()
                .collect(Collectors.groupingBy(
                        row -> Integer.parseInt(row.get("year")), TreeMap::new, Collectors.toList()));
    }
}
