package org.junheng.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junheng.kernel.AreaCode;
import org.junheng.policy.Decision;
import org.junheng.policy.FactDefinition;
import org.junheng.policy.Facts;
import org.junheng.policy.Period;
import org.junheng.policy.Scheme;
import org.junheng.policy.SchemeBook;
import org.junheng.policy.Schemes;
import org.junheng.population.PopulationSweep.Decisions;
import org.junheng.population.PopulationSweep.Rows;
import org.junheng.tables.Limits;
import org.junheng.tables.Row;
import org.junheng.tables.TableSchema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final LocalDate ON = LocalDate.of(2025, 12, 31);
    private static final SchemeBook BOOK = Schemes.load(Path.of("../schemes"));
    private static final List<Scheme> ALL = List.copyOf(BOOK.schemes());

    private static MadeCounty made;

    @BeforeAll
    static void make() {
        made = new MadeCounty(0.02, ON, 7);
    }

    @AfterAll
    static void close() {
        made.close();
    }

    static SweepQuestion question(int threads) {
        return new SweepQuestion(
                made.folder.resolve("snapshot"), ON, ON, AreaCode.Level.COUNTY, new Limits(512, threads, made.folder));
    }

    private static Swept sweep(Path file, int threads) {
        return PopulationSweep.run(
                question(threads), ALL, new Decisions(Optional.of(file), Rows.ALL), SweepProgress.SILENT);
    }

    @Test
    void every_row_of_the_sweep_is_the_decision_of_the_jvm() {
        Path file = made.folder.resolve("decisions.parquet");
        sweep(file, 2);
        int compared = 0;
        try (SnapshotFacts facts = SnapshotFacts.open(question(2), BOOK)) {
            for (Scheme scheme : ALL) {
                Map<Long, String> swept = rows(file, scheme);
                Map<Long, Facts> units = facts.read(scheme);
                assertThat(swept.keySet()).as(scheme.id()).isEqualTo(units.keySet());
                units.forEach((id, unit) -> assertThat(swept.get(id))
                        .as("%s of %s %d", scheme, scheme.unit(), id)
                        .isEqualTo(decided(scheme, unit)));
                compared += units.size();
            }
        }
        System.out.printf("sweep = JVM: %d decisions of %d schemes compared%n", compared, ALL.size());
        assertThat(compared).isGreaterThan(1_000);
    }

    private static Map<Long, String> rows(Path file, Scheme scheme) {
        Map<Long, String> rows = new HashMap<>();
        made.tables.forEach(
                "SELECT * FROM read_parquet(?) WHERE scheme = ?",
                List.of(file.toString(), scheme.id()),
                row -> rows.put(row.getLong("id"), row(row)));
        return rows;
    }

    private static String row(Row row) {
        return "%d %d %s %s"
                .formatted(
                        row.getLong("true_mask"),
                        row.getLong("unknown_mask"),
                        row.getString("outcome"),
                        row.findLong("amount").map(Object::toString).orElse("-"));
    }

    private static String decided(Scheme scheme, Facts facts) {
        Decision decision = scheme.decide(facts, Period.containing(ON, scheme.period()), ON, ON);
        return "%d %d %s"
                .formatted(
                        decision.grounds().trueMask(),
                        decision.grounds().unknownMask(),
                        switch (decision) {
                            case Decision.Eligible eligible ->
                                "eligible " + eligible.amount().fen();
                            case Decision.NotEligible _ -> "not_eligible -";
                            case Decision.Undetermined _ -> "undetermined -";
                        });
    }

    @Test
    void the_same_bytes_come_from_any_number_of_threads() throws IOException {
        Path one = made.folder.resolve("one.parquet");
        Path three = made.folder.resolve("three.parquet");

        assertThat(sweep(one, 1)).isEqualTo(sweep(three, 3));

        assertThat(Files.mismatch(one, three)).isEqualTo(-1);
    }

    @Test
    void sums_by_area_are_the_sums_of_the_decisions() {
        Path file = made.folder.resolve("summed.parquet");
        Swept swept = sweep(file, 2);
        List<String> counted = made.tables.list(
                """
                SELECT coalesce(area, 0) AS area, scheme, count(*) FILTER (outcome = 'eligible') AS eligible,
                       count(*) FILTER (outcome = 'undetermined') AS undetermined,
                       count(*) FILTER (outcome = 'not_eligible') AS not_eligible,
                       CAST(coalesce(sum(amount), 0) AS BIGINT) AS amount,
                       count(*) FILTER (outcome = 'eligible' AND NOT enrolled) AS offer,
                       count(*) FILTER (outcome = 'not_eligible' AND enrolled) AS review
                  FROM read_parquet(?) GROUP BY ALL ORDER BY area, scheme
                """,
                List.of(file.toString()),
                row -> "%d %s %d %d %d %d %d %d"
                        .formatted(
                                row.getLong("area"),
                                row.getString("scheme"),
                                row.getLong("eligible"),
                                row.getLong("undetermined"),
                                row.getLong("not_eligible"),
                                row.getLong("amount"),
                                row.getLong("offer"),
                                row.getLong("review")));
        assertThat(swept.summary())
                .extracting(line -> "%d %s %d %d %d %d %d %d"
                        .formatted(
                                line.area(),
                                line.scheme(),
                                line.eligible(),
                                line.undetermined(),
                                line.notEligible(),
                                line.amountFen(),
                                line.toOffer(),
                                line.toReview()))
                .isEqualTo(counted);
        assertThat(swept.totals())
                .filteredOn(line -> line.scheme().equals("childcare-subsidy"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.eligible()).isPositive();
                    assertThat(line.toOffer()).isPositive();
                    assertThat(line.enrolled()).isPositive();
                });
    }

    @Test
    void who_is_missed_by_one_condition_is_found_in_the_masks() {
        Swept swept = PopulationSweep.run(question(2), ALL, Decisions.NONE, SweepProgress.SILENT);
        for (SweptScheme scheme : swept.schemes()) {
            long near = swept.nearMisses().stream()
                    .filter(miss -> miss.scheme().equals(scheme.scheme().id()))
                    .mapToLong(Swept.NearMiss::units)
                    .sum();
            long alone = swept.reasons().stream()
                    .filter(reason -> reason.scheme().equals(scheme.scheme().id()))
                    .mapToLong(Swept.Reason::alone)
                    .sum();
            assertThat(near).isEqualTo(alone);
        }
        assertThat(swept.nearMisses()).isNotEmpty();
        assertThat(swept.reasons())
                .allSatisfy(reason -> assertThat(reason.isTrue() + reason.isFalse() + reason.unknown())
                        .isPositive());
    }

    @Test
    void only_what_is_open_or_nearly_so_is_written_if_asked() {
        Path all = made.folder.resolve("all.parquet");
        Path open = made.folder.resolve("open.parquet");
        Swept swept = sweep(all, 2);

        PopulationSweep.run(question(2), ALL, new Decisions(Optional.of(open), Rows.OPEN), SweepProgress.SILENT);

        List<Long> counts = new ArrayList<>();
        for (Path file : List.of(all, open)) {
            counts.addAll(made.tables
                    .list("""
                    SELECT count(*) AS n, count(*) FILTER (outcome <> 'not_eligible' OR enrolled) AS acted FROM read_parquet(?)
                    """, List.of(file.toString()), row -> List.of(row.getLong("n"), row.getLong("acted")))
                    .getFirst());
        }
        assertThat(counts.get(1)).isEqualTo(counts.get(3)).isPositive();
        assertThat(counts.get(2)).isLessThan(counts.get(0));
        assertThat(counts.get(2) - counts.get(3))
                .isLessThanOrEqualTo(swept.nearMisses().stream()
                        .mapToLong(Swept.NearMiss::units)
                        .sum());
    }

    @Test
    void what_a_snapshot_has_no_table_for_is_unknown_and_not_absent() throws IOException {
        Path without = Files.createDirectories(made.folder.resolve("without"));
        for (TableSchema table : SnapshotSchema.list()) {
            if (table != SnapshotSchema.COMPLICATION) {
                Path file = made.folder.resolve("snapshot").resolve(table.fileName());
                Files.copy(file, without.resolve(table.fileName()));
            }
        }
        Scheme scheme = BOOK.get("special-assistance-complications");

        Swept.Line known = total(made.folder.resolve("snapshot"), scheme);
        Swept.Line unknown = total(without, scheme);

        assertThat(known.undetermined()).isZero();
        assertThat(unknown.eligible()).isZero();
        assertThat(unknown.undetermined())
                .as("all whom no other condition rules out")
                .isPositive();
        assertThat(PopulationSweep.unknown(SnapshotSchema.lacking(without), scheme))
                .extracting(FactDefinition::name)
                .containsExactly("person.complicationGrade");
        assertThat(PopulationSweep.unknown(SnapshotSchema.lacking(without), BOOK.get("childcare-subsidy")))
                .isEmpty();
        Effects effects = Simulation.run(
                new SweepQuestion(without, ON, ON, AreaCode.Level.COUNTY, new Limits(512, 2, made.folder)),
                Reform.setting(Path.of("../schemes"), scheme.id(), Map.of(), ON),
                SweepProgress.SILENT);
        assertThat(effects.cells()).isEmpty();
        assertThat(effects.undetermined()).isEqualTo(unknown.undetermined());
    }

    private static Swept.Line total(Path snapshot, Scheme scheme) {
        SweepQuestion question =
                new SweepQuestion(snapshot, ON, ON, AreaCode.Level.COUNTY, new Limits(512, 2, made.folder));
        return PopulationSweep.run(question, List.of(scheme), Decisions.NONE, SweepProgress.SILENT)
                .totals()
                .getFirst();
    }

    @Test
    void a_snapshot_without_a_table_is_refused_by_its_name() {
        SweepQuestion empty = new SweepQuestion(
                made.folder.resolve("nowhere"), ON, ON, AreaCode.Level.COUNTY, new Limits(512, 2, made.folder));

        assertThatThrownBy(() -> PopulationSweep.run(empty, ALL, Decisions.NONE, SweepProgress.SILENT))
                .isInstanceOf(SnapshotFaulty.class)
                .hasMessageContaining("person.parquet");
    }
}
