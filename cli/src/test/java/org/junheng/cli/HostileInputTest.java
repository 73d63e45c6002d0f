package org.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Canada's inputs, each time with one of the mistakes that people make. */
class HostileInputTest {

    private static final String SPECIFICATION = """
            model: single-year
            base: {file: base.csv, year: 1950}
            rates: {file: rates.csv}
            srb: {file: srb.csv}
            migration: end
            """;

    @TempDir
    private Path folder;

    private Workbench bench;
    private List<Map<String, String>> base;
    private List<Map<String, String>> rates;
    private List<Map<String, String>> srb;

    @BeforeEach
    void copyCanada() throws IOException {
        bench = new Workbench(folder);
        Path canada = Workbench.reference("wpp/canada_1x1_end");
        base = Workbench.rows(canada.resolve("in_base_pop_1950.csv"));
        rates = new ArrayList<>(
                Workbench.rows(canada.resolve("in_rates_1x1.csv.gz")).subList(0, 5 * 101));
        srb = Workbench.rows(canada.resolve("in_srb.csv"));
    }

    @Test
    void unharmed_inputs_pass() throws IOException {
        assertThat(run().code()).isZero();
    }

    @Test
    void a_negative_population_is_refused_at_its_line() throws IOException {
        base.get(40).put("pop_f", "-5");
        assertRefused("base.csv:42: column pop_f: \"-5\"", "zero or more");
    }

    @Test
    void a_sex_ratio_per_hundred_is_refused_with_advice() throws IOException {
        change(srb, "srb", v -> 100 * v);
        assertRefused("srb.csv:2: column srb: \"105.8", "divide by 100");
    }

    @Test
    void ages_counted_from_one_are_refused_with_advice() throws IOException {
        change(base, "age", v -> v + 1);
        assertRefused("base.csv: column age", "Subtract one");
    }

    @Test
    void survival_ratios_that_slipped_by_an_age_against_their_death_rates_are_refused() throws IOException {
        for (int year = 0; year < 5; year++) {
            for (int age = 0; age < 100; age++) {
                slip(year * 101 + age, "Sx_m");
                slip(year * 101 + age, "Sx_f");
            }
        }
        assertRefused("rates.csv:42: column Sx_m", "shifted by one");
    }

    @Test
    void fertility_per_thousand_is_refused_with_advice() throws IOException {
        change(rates, "asfr", v -> 1000 * v);
        assertRefused("rates.csv:", "column asfr", "divide rates per 1,000");
    }

    @Test
    void fertility_at_impossible_ages_is_refused() throws IOException {
        rates.get(5).put("asfr", "0.1");
        assertRefused("rates.csv:7: column asfr: \"0.1\"", "no births at this age");
    }

    @Test
    void migration_in_thousands_is_refused_with_advice() throws IOException {
        change(rates, "netmig_m", v -> v / 1000);
        change(rates, "netmig_f", v -> v / 1000);
        assertRefused("rates.csv: column netmig_m+netmig_f", "Are they in thousands?");
    }

    @Test
    void small_migration_can_be_accepted_by_name() throws IOException {
        change(rates, "netmig_m", v -> v / 1000);
        change(rates, "netmig_f", v -> v / 1000);
        writeInputs();
        assertThat(bench.run("project", SPECIFICATION + "accept: [migration-scale]\n")
                        .code())
                .isZero();
    }

    @Test
    void a_population_in_thousands_is_refused_with_advice() throws IOException {
        change(base, "pop_m", v -> v / 1000);
        change(base, "pop_f", v -> v / 1000);
        assertRefused("rates.csv: column netmig_m+netmig_f", "Is the population in thousands?");
    }

    @Test
    void a_missing_open_age_is_refused() throws IOException {
        base.removeLast();
        assertRefused("base.csv: column age: the open age 100+", "missing");
    }

    @Test
    void a_missing_year_is_refused() throws IOException {
        rates.removeIf(row -> row.get("year").equals("1952"));
        assertRefused("rates.csv: column year: no rows for 1952");
    }

    @Test
    void an_age_given_twice_is_refused() throws IOException {
        base.get(7).put("age", "6");
        assertRefused("base.csv:9: column age: \"6\"", "already in line 8");
    }

    @Test
    void survival_above_one_is_refused() throws IOException {
        rates.get(30).put("Sx_m", "99.8");
        assertRefused("rates.csv:32: column Sx_m: \"99.8\"", "between 0 and 1");
    }

    @Test
    void a_word_where_a_number_belongs_is_refused() throws IOException {
        base.get(3).put("pop_m", "n/a");
        assertRefused("base.csv:5: column pop_m: \"n/a\"", "a number");
    }

    @Test
    void a_misspelt_key_is_refused() throws IOException {
        writeInputs();
        Workbench.Outcome outcome = bench.run("project", SPECIFICATION.replace("migration:", "migraton:"));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("migraton").contains("migration");
    }

    @Test
    void out_migration_of_people_who_are_not_there_is_refused_by_assumption() throws IOException {
        for (int age = 40; age < 50; age++) {
            rates.get(age).put("netmig_m", "-120000");
        }
        writeInputs();
        Workbench.Outcome outcome = bench.run("project", SPECIFICATION);
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(bench.out().resolve("refusal.json")).content().contains("nobody-leaves-who-is-not-there");
        assertThat(bench.out().resolve("withheld.csv")).exists();
        assertThat(bench.out().resolve("population.csv")).doesNotExist();
    }

    private void slip(int row, String column) {
        rates.get(row).put(column, rates.get(row + 1).get(column));
    }

    private void assertRefused(String... fragments) throws IOException {
        Workbench.Outcome outcome = run();
        assertThat(outcome.code()).as(outcome.said()).isEqualTo(2);
        assertThat(outcome.said()).contains(fragments);
        assertThat(bench.out()).as("nothing is written").doesNotExist();
    }

    private Workbench.Outcome run() throws IOException {
        writeInputs();
        return bench.run("project", SPECIFICATION);
    }

    private void writeInputs() throws IOException {
        write("base.csv", base);
        write("rates.csv", rates);
        write("srb.csv", srb);
    }

    private void write(String name, List<Map<String, String>> rows) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", rows.getFirst().keySet()));
        rows.forEach(row -> lines.add(String.join(",", row.values())));
        Files.write(folder.resolve(name), lines);
    }

    private static void change(List<Map<String, String>> rows, String column, UnaryOperator<Double> change) {
        for (Map<String, String> row : rows) {
            double value = change.apply(Double.parseDouble(row.get(column)));
            row.put(column, value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value));
        }
    }
}
