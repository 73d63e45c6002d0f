package org.junheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every condition of every shipped scheme, on many random units: the JVM and SQL agree on every bit, month and fen. */
class ShippedBitsTest {

    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2022, 7, 15), LocalDate.of(2025, 10, 10));

    @Test
    @Tag("slow")
    void both_back_ends_agree_on_ten_thousand_units_of_every_scheme() throws SQLException {
        compare(10_000);
    }

    @Test
    @Tag("bench")
    void both_back_ends_agree_on_a_hundred_thousand_units_of_every_scheme() throws SQLException {
        compare(100_000);
    }

    /** A register may not hold retirements or certificates at all; that must not read as if nobody had any. */
    @Test
    void what_a_table_cannot_know_is_unknown_and_not_absent() throws SQLException {
        SchemeBook book = Schemes.load(ShippedSchemesTest.FOLDER);
        long open = 0;
        try (DuckDb engine = new DuckDb()) {
            for (Unit unit : book.vocabulary().units()) {
                Set<String> unknown = optionalColumns(unit);
                RandomUnits random = new RandomUnits(book.vocabulary(), unit, 7).knowingNothingOf(unknown);
                List<Facts> units = Stream.generate(random::next).limit(1_000).toList();
                SweepTables all = UnitTables.load(engine.connection(), unit, units, DAYS.getLast());
                SweepTables tables = new SweepTables(all.units(), all.relations(), unknown);
                for (Scheme scheme : book.schemes()) {
                    if (scheme.unit().equals(unit)) {
                        compare(scheme, DAYS.getLast(), units, tables, engine);
                        open += undetermined(scheme, tables, engine) - undetermined(scheme, all, engine);
                    }
                }
            }
        }
        assertThat(open)
                .as("more is undetermined than if nothing recorded meant none")
                .isPositive();
    }

    /** Of the unit itself, unless members have a column of that name too. */
    private static Set<String> optionalColumns(Unit unit) {
        Set<String> columns = unit.facts().stream()
                .filter(FactDefinition::optional)
                .map(FactDefinition::column)
                .collect(Collectors.toSet());
        unit.relations().forEach(relation -> relation.facts().forEach(fact -> columns.remove(fact.column())));
        return columns;
    }

    private static long undetermined(Scheme scheme, SweepTables tables, DuckDb engine) {
        String sql = scheme.sweep(DAYS.getLast(), DAYS.getLast(), tables)
                .orElseThrow()
                .sql();
        return Objects.requireNonNull(engine.run("SELECT count(*) FROM (" + sql + ") WHERE outcome = 1")
                .getFirst()
                .getFirst());
    }

    private static void compare(int count) throws SQLException {
        SchemeBook book = Schemes.load(ShippedSchemesTest.FOLDER);
        Map<String, List<Facts>> units = new HashMap<>();
        for (Unit unit : book.vocabulary().units()) {
            RandomUnits random = new RandomUnits(book.vocabulary(), unit, 20261124);
            List<Facts> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(random.next());
            }
            units.put(unit.id(), all);
        }
        long bits = 0;
        try (DuckDb engine = new DuckDb()) {
            Map<String, SweepTables> tables = new HashMap<>();
            for (Unit unit : book.vocabulary().units()) {
                tables.put(unit.id(), UnitTables.load(engine.connection(), unit, units.get(unit.id()), DAYS.getLast()));
            }
            for (Scheme scheme : book.schemes()) {
                long began = System.nanoTime();
                long compared = 0;
                for (LocalDate day : DAYS) {
                    compared += compare(
                            scheme,
                            day,
                            units.get(scheme.unit().id()),
                            tables.get(scheme.unit().id()),
                            engine);
                }
                bits += compared;
                System.out.printf(
                        "%-32s %,12d condition bits agree on %,d units at %d days (%d ms)%n",
                        scheme.id(), compared, count, DAYS.size(), (System.nanoTime() - began) / 1_000_000);
            }
        }
        System.out.printf("%,d condition bits compared in all%n", bits);
    }

    private static long compare(Scheme scheme, LocalDate day, List<Facts> units, SweepTables tables, DuckDb engine) {
        Optional<Sweep> some = scheme.sweep(day, day, tables);
        return some.isPresent() ? compare(scheme, day, units, some.get(), engine) : 0; // not in force yet
    }

    private static long compare(Scheme scheme, LocalDate day, List<Facts> units, Sweep sweep, DuckDb engine) {
        List<List<@Nullable Long>> rows =
                engine.run("SELECT id, true_mask, unknown_mask, outcome, months, amount, days FROM (" + sweep.sql()
                        + ") ORDER BY id");
        assertThat(rows).hasSameSizeAs(units);
        for (int id = 0; id < units.size(); id++) {
            Decision decision = scheme.decide(units.get(id), sweep.period(), day, day);
            List<@Nullable Long> here = row(id, decision);
            if (!here.equals(rows.get(id))) {
                assertThat(rows.get(id))
                        .as("%s on %s, unit %d", scheme.id(), day, id)
                        .isEqualTo(here);
            }
        }
        return (long) units.size() * sweep.version().conditions().size();
    }

    private static List<@Nullable Long> row(int id, Decision decision) {
        List<@Nullable Long> row = new ArrayList<>();
        row.add((long) id);
        row.add(decision.grounds().trueMask());
        row.add(decision.grounds().unknownMask());
        switch (decision) {
            case Decision.Eligible eligible -> {
                row.add(2L);
                row.add((long) eligible.periods().getLast().months());
                row.add(eligible.amount().fen());
                row.add((long) eligible.days());
            }
            case Decision.Undetermined _ -> addNothing(row, 1);
            case Decision.NotEligible _ -> addNothing(row, 0);
        }
        return row;
    }

    private static void addNothing(List<@Nullable Long> row, long outcome) {
        row.add(outcome);
        row.add(null);
        row.add(null);
        row.add(null);
    }
}
