package org.junheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How fast schemes are loaded, decided one by one, and swept; on one thread, in processor time. Seed 20261124. */
@Tag("bench")
class PolicyBenchTest {

    private static final int UNITS = 4_096;
    private static final int ROUNDS = 7;
    private static final LocalDate ON = LocalDate.of(2025, 10, 10);
    private static final int PERSONS = Integer.getInteger("sweep.units", 50_000);
    private static final int COPIES = 20;

    @Test
    void loading_all_schemes() {
        double first = seconds(() -> Schemes.load(ShippedSchemesTest.FOLDER));
        double[] later = new double[5];
        Arrays.setAll(later, i -> seconds(() -> Schemes.load(ShippedSchemesTest.FOLDER)));
        SchemeBook book = Schemes.load(ShippedSchemesTest.FOLDER);
        System.out.printf(
                "load %d schemes: %.3f s in a fresh JVM, then %s s (wall)%n",
                book.schemes().size(), first, Arrays.toString(later));
    }

    @Test
    void decisions_a_processor_second() {
        SchemeBook book = Schemes.load(ShippedSchemesTest.FOLDER);
        System.out.println("decisions per processor second, best and median of " + ROUNDS + " rounds");
        for (Scheme scheme : book.schemes()) {
            RandomUnits random = new RandomUnits(book.vocabulary(), scheme.unit(), 20261124);
            Facts[] units = new Facts[UNITS];
            Arrays.setAll(units, i -> random.next());
            Period period = Period.containing(ON, scheme.period());
            String plain = rate(
                    units,
                    400_000,
                    each -> scheme.decide(each, period, ON, ON).grounds().trueMask());
            String traced = rate(units, 200_000, each -> {
                Decision decision = scheme.decide(each, period, ON, ON);
                return decision.grounds().trueMask()
                        + decision.grounds().trace().steps().size();
            });
            String told = rate(
                    units,
                    20_000,
                    each -> scheme.decide(each, period, ON, ON)
                            .explanation()
                            .sentences(Locale.CHINESE)
                            .size());
            System.out.printf(
                    "%-32s without trace %s, with trace %s, told in sentences %s%n", scheme.id(), plain, traced, told);
        }
    }

    private static String rate(Facts[] units, int count, ToLongFunction<Facts> work) {
        double[] rates = new double[ROUNDS];
        long sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int i = 0; i < count; i++) {
                sum += work.applyAsLong(units[i % units.length]);
            }
            rates[round] = count * 1e9 / (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began);
        }
        assertThat(sum).isNotZero(); // so that nothing can be left out
        Arrays.sort(rates);
        return "%,.0f (%,.0f)".formatted(rates[ROUNDS - 1], rates[ROUNDS / 2]);
    }

    @Test
    void generated_against_hand_written_sql() throws SQLException, IOException {
        SchemeBook book = Schemes.load(ShippedSchemesTest.FOLDER);
        System.out.printf("%,d units a kind, seconds (best of 5), generated against hand-written%n", PERSONS * COPIES);
        try (DuckDb engine = new DuckDb()) {
            for (Unit unit : book.vocabulary().units()) {
                RandomUnits random = new RandomUnits(book.vocabulary(), unit, 20261124);
                List<Facts> units = new ArrayList<>();
                for (int i = 0; i < PERSONS; i++) {
                    units.add(random.next());
                }
                SweepTables few = UnitTables.load(engine.connection(), unit, units, ON);
                SweepTables many = UnitTables.copies(engine.connection(), few, PERSONS, COPIES);
                for (Scheme scheme : book.schemes()) {
                    if (scheme.unit().equals(unit)) {
                        compare(scheme, many, engine);
                    }
                }
            }
        }
    }

    private static void compare(Scheme scheme, SweepTables tables, DuckDb engine) throws IOException {
        String given = scheme.gives() == Benefit.DAYS ? "days" : "amount";
        String generated =
                "SELECT count(*), sum(outcome), count(*) FILTER (outcome = 2), CAST(sum(%s) AS BIGINT) FROM (%s)"
                        .formatted(
                                given,
                                scheme.sweep(ON, ON, tables).orElseThrow().sql());
        String byHand = "SELECT count(*), sum(outcome), count(*) FILTER (outcome = 2),"
                + " CAST(sum(CASE WHEN outcome = 2 THEN given END) AS BIGINT) FROM (%s)"
                        .formatted(handWritten(scheme, tables));
        List<List<@Nullable Long>> expected = engine.run(byHand);
        assertThat(engine.run(generated)).as("%s: the same rule", scheme.id()).isEqualTo(expected);
        double[] ours = new double[5];
        double[] theirs = new double[5];
        for (int i = 0; i < 5; i++) {
            ours[i] = seconds(() -> engine.run(generated));
            theirs[i] = seconds(() -> engine.run(byHand));
        }
        double own = Arrays.stream(ours).min().orElseThrow();
        double other = Arrays.stream(theirs).min().orElseThrow();
        System.out.printf(
                "%-32s %.3f / %.3f = %.2f   (%,d eligible)%n",
                scheme.id(), own, other, own / other, expected.getFirst().get(2));
    }

    private static String handWritten(Scheme scheme, SweepTables tables) throws IOException {
        String resource = "/handwritten/" + scheme.id() + ".sql";
        try (InputStream in = Objects.requireNonNull(PolicyBenchTest.class.getResourceAsStream(resource))) {
            String relation = tables.relations().values().stream().findFirst().orElse("");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{u}", tables.units())
                    .replace("{r}", relation);
        }
    }

    private static double seconds(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e9;
    }
}
