package org.junheng.demography.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junheng.demography.BySex;
import org.junheng.demography.Reference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldPopulationProspectsTest {

    private static final String FOLDER = "wpp/wpp2024_5x5/";

    @ParameterizedTest
    @CsvSource(textBlock = """
            country, code, tolerance
            China,   156,  0.0020
            France,  250,  0.0030
            Japan,   392,  0.0030
            Nigeria, 566,  0.0030
            """, useHeadersInDisplayName = true)
    void the_published_totals_to_2100_follow_from_the_published_components(
            String country, String code, double tolerance) {
        BySex base = bySex(rows("in_base_pop_2025.csv", code), "pop");
        List<Components> periods = new ArrayList<>();
        for (int year = 2025; year < 2100; year += 5) {
            periods.add(period(code, year + "-" + (year + 5), base.ages()));
        }

        Projection projection = Projection.run(base, periods, MigrationTiming.EVEN);

        double worst = 0;
        List<Map<String, String>> published = rows("expected_pop_2030_2100.csv", code);
        for (int i = 1; i < projection.populations().size(); i++) {
            String year = "" + (2025 + 5 * i);
            double expected = bySex(
                            published.stream()
                                    .filter(r -> r.get("year").equals(year))
                                    .toList(),
                            "pop")
                    .total();
            double error = projection.populations().get(i).total() / expected - 1;
            worst = Math.max(worst, Math.abs(error));
            assertThat(Math.abs(error)).as(country + " " + year).isLessThan(tolerance);
        }
        System.out.printf("WPP 2024 %s by five years: worst total %.4f %%%n", country, 100 * worst);
    }

    private static Components period(String code, String period, int ages) {
        BySex rates = bySex(of(rows("in_mx_abridged.csv", code), period), "mx");
        double tfr = Reference.number(of(rows("in_tfr.csv", code), period).getFirst(), "tfr");
        double[] percent = new double[ages];
        for (Map<String, String> row : of(rows("in_pasfr_percent.csv", code), period)) {
            percent[Integer.parseInt(row.get("age").split("-")[0]) / 5] = Reference.number(row, "pasfr");
        }
        return new Components(
                5,
                FiveYear.survival(FiveYear.lifeTables(rates)),
                FiveYear.fertility(tfr, percent),
                Reference.number(of(rows("in_srb.csv", code), period).getFirst(), "srb"),
                bySex(of(rows("in_netmig_by_age_thousands.csv", code), period), "mig"));
    }

    private static BySex bySex(List<Map<String, String>> rows, String prefix) {
        return new BySex(
                rows.stream()
                        .mapToDouble(row -> Reference.number(row, prefix + "M"))
                        .toArray(),
                rows.stream()
                        .mapToDouble(row -> Reference.number(row, prefix + "F"))
                        .toArray());
    }

    private static List<Map<String, String>> rows(String file, String code) {
        return Reference.rows(FOLDER + file).stream()
                .filter(row -> row.get("country_code").equals(code))
                .toList();
    }

    private static List<Map<String, String>> of(List<Map<String, String>> rows, String period) {
        return rows.stream().filter(row -> row.get("period").equals(period)).toList();
    }
}
