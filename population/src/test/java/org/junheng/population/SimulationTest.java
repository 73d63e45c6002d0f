package org.junheng.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Parameter;
import org.junheng.policy.Scheme;
import org.junheng.population.PopulationSweep.Decisions;
import org.junheng.population.PopulationSweep.Rows;
import org.junheng.tables.Limits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {

    private static final LocalDate ON = LocalDate.of(2025, 12, 31);
    private static final Path SCHEMES = Path.of("../schemes");

    private static MadeCounty made;

    @BeforeAll
    static void make() {
        made = new MadeCounty(0.02, ON, 11);
    }

    @AfterAll
    static void close() {
        made.close();
    }

    private static SweepQuestion question() {
        return new SweepQuestion(
                made.folder.resolve("snapshot"), ON, ON, AreaCode.Level.TOWNSHIP, new Limits(512, 2, made.folder));
    }

    private static Reform reform(String overlay) throws IOException {
        return Reform.read(SCHEMES, Files.writeString(made.folder.resolve("reform.yaml"), overlay), ON);
    }

    @Test
    void a_higher_amount_makes_winners_only_and_its_cost_is_in_proportion() throws IOException {
        Effects.Sum all = Simulation.run(
                        question(), reform("{base: childcare-subsidy, set: {annual: 7200}}"), SweepProgress.SILENT)
                .total();

        assertThat(all.winners()).isPositive();
        assertThat(all.losers()).isZero();
        assertThat(all.unchanged()).isZero();
        assertThat(all.costFen()).isEqualTo(2 * all.baselineFen()).isPositive();
    }

    @Test
    void what_a_county_decides_itself_can_be_tried_for_that_county_alone() throws IOException {
        Reform own = reform("{base: rural-reward, set: {annual@330329: 1500}}");
        Reform elsewhere = reform("{base: rural-reward, set: {annual@330328: 1500}}");

        assertThat(value(own, "330329")).as("in place of its own 1,080").isEqualTo(150_000);
        assertThat(value(own, "330328")).isEqualTo(96_000);
        assertThat(value(elsewhere, "330328")).as("it had set none").isEqualTo(150_000);
        assertThat(value(elsewhere, "330329")).isEqualTo(108_000);
        assertThatThrownBy(() -> reform("{base: rural-reward, set: {annual@330329: 500}}"))
                .as("less than what stands above it")
                .isInstanceOf(ReformFaulty.class);
    }

    private static long value(Reform reform, String county) {
        AreaCode area = AreaCode.of(county);
        Parameter annual = reform.changed().parameters().stream()
                .filter(each -> each.name().equals("annual"))
                .findFirst()
                .orElseThrow();
        return Stream.of(
                        annual.values().stream().filter(each -> area.equals(each.area())),
                        annual.values().stream().filter(each -> each.area() == null))
                .flatMap(values -> Parameter.inForce(values.toList(), ON, ON).stream())
                .findFirst()
                .orElseThrow()
                .number();
    }

    @Test
    void one_scan_says_what_two_separate_sweeps_say() throws IOException {
        Reform reform = reform("""
                reform: four-years
                base: childcare-subsidy
                set: {untilAge: 2, yearsToClaim: 2}
                replace:
                  outcome: {amount: "roundHalfUp(annual * dueMonths, 6)"}
                """);

        Effects effects = Simulation.run(question(), reform, SweepProgress.SILENT);

        Map<Long, Long> before = amounts(reform.base());
        Map<Long, Long> after = amounts(reform.changed());
        long winners = 0;
        long losers = 0;
        for (long id : before.keySet()) {
            long difference = after.getOrDefault(id, 0L) - before.getOrDefault(id, 0L);
            winners += difference > 0 ? 1 : 0;
            losers += difference < 0 ? 1 : 0;
        }
        Effects.Sum all = effects.total();
        assertThat(all.winners()).isEqualTo(winners).isPositive();
        assertThat(all.losers()).isEqualTo(losers).isPositive();
        assertThat(all.baselineFen()).isEqualTo(sum(before));
        assertThat(all.costFen()).isEqualTo(sum(after));
        for (List<Effects.Sum> parts : List.of(effects.byArea(), effects.byAge(), effects.byBirthOrder())) {
            assertThat(parts.stream().mapToLong(Effects.Sum::costFen).sum()).isEqualTo(all.costFen());
            assertThat(parts.stream().mapToLong(Effects.Sum::winners).sum()).isEqualTo(all.winners());
        }
        assertThat(effects.byBirthOrder()).hasSizeGreaterThan(1);
        assertThat(effects.byAge()).hasSizeGreaterThan(1);
    }

    private static Map<Long, Long> amounts(Scheme scheme) {
        Path file = made.folder.resolve("amounts.parquet");
        PopulationSweep.run(
                question(), List.of(scheme), new Decisions(Optional.of(file), Rows.ALL), SweepProgress.SILENT);
        Map<Long, Long> amounts = new HashMap<>();
        made.tables.forEach(
                "SELECT id, coalesce(amount, 0) AS amount FROM read_parquet(?)",
                List.of(file.toString()),
                row -> amounts.put(row.getLong("id"), row.getLong("amount")));
        return amounts;
    }

    private static long sum(Map<Long, Long> amounts) {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void a_reform_that_changes_nothing_has_no_winners() throws IOException {
        Effects.Sum all = Simulation.run(question(), reform("base: childcare-subsidy"), SweepProgress.SILENT)
                .total();

        assertThat(all.winners() + all.losers()).isZero();
        assertThat(all.unchanged()).isPositive();
        assertThat(all.costFen()).isEqualTo(all.baselineFen());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            base: no-such-scheme                                                        | no-such-scheme
            set: {annual: 1}                                                            | key base: missing
            {base: childcare-subsidy, set: {anual: 1}}                                  | key set.anual
            {base: childcare-subsidy, sett: {annual: 1}}                                | key sett
            {base: childcare-subsidy, set: {annual: much}}                              | much
            {base: childcare-subsidy, replace: {conditions: {months_due: "duMonths"}}}  | duMonths
            {base: childcare-subsidy, replace: {conditions: {no_such: "true"}}}         | no_such
            """)
    void a_wrong_reform_is_refused_and_says_where(String overlay, String said) {
        assertThatThrownBy(() -> reform(overlay))
                .isInstanceOf(ReformFaulty.class)
                .hasMessageContaining(said);
    }
}
