package org.junheng.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Money survives kill -9 at any step: the platform, a process of its own with its own PostgreSQL, is killed while it
 * makes, freezes and sends pay-rolls and takes return files, and is started again; the officers go on from what they
 * see. In the end every instruction has been paid exactly once, and the bank's books say the same.
 */
class PaymentKillTest {

    private static final long SEED = 20261124;
    private static final String PAYABLES = "SELECT count(*) FROM payment.payable";
    private static final String SETTLED = "SELECT count(*) FROM payment.roll WHERE state = 'settled'";

    private final Random random = new Random(SEED);
    private final Map<Step, Long> usual = new EnumMap<>(Step.class);
    private final List<String> report = new ArrayList<>();

    /** What is done with money, and how long it takes about, before it was measured. */
    private enum Step {
        MAKE(700),
        FREEZE(600),
        SEND(400),
        SETTLE(800);

        private final long about;

        Step(long about) {
            this.about = about;
        }
    }

    @Test
    void every_instruction_is_paid_exactly_once_though_the_platform_is_killed_at_every_step() {
        run(4_000, 1, 1);
    }

    @Test
    @Tag("bench")
    void every_instruction_is_paid_exactly_once_through_forty_kills() {
        run(50_000, 5, 2);
    }

    /**
     * Pays a number of lines in rounds.
     *
     * @param lines lines that become due in each round
     * @param rounds rounds
     * @param kills how often the platform is killed in each step of a round
     */
    private void run(int lines, int rounds, int kills) {
        var house = TwoProcesses.forOutages();
        try {
            var paperwork = new Paperwork(house);
            long before = number(house, PAYABLES);
            paperwork.report("ONCE");
            paperwork.grant();
            Paperwork.await("something due", () -> number(house, PAYABLES) == before + 1);
            for (int round = 0; round < rounds; round++) {
                becomesDue(house, lines);
                pay(house, kills);
            }
            assertThat(Step.values()).allMatch(step -> report.stream().anyMatch(line -> line.contains("into " + step)));
            nothingIsLostOrPaidTwice(house, before + 1 + (long) rounds * lines);
        } finally {
            report.forEach(System.out::println);
            System.out.println("Without a kill, in ms: " + usual);
        }
    }

    /** The claim's instruction many times over: as if so many children had been granted. */
    private static void becomesDue(TwoProcesses house, int lines) {
        house.database().sql("""
                        INSERT INTO payment.payable (instruction_id, unit_id, scheme, period, claim_id, amount_fen, area)
                        SELECT uuidv7(), uuidv7(), scheme, period, claim_id, 100 + n, area
                          FROM (SELECT * FROM payment.payable ORDER BY taken_at LIMIT 1) one
                         CROSS JOIN generate_series(1, :lines) AS n
                        """).param("lines", lines).update();
    }

    /** The officers' work, step by step, until nothing is due; a third of the first roll comes back. */
    private void pay(TwoProcesses house, int kills) {
        behave(house, 33);
        long before = number(house, SETTLED);
        var left = new EnumMap<Step, Integer>(Step.class);
        for (var step : Step.values()) {
            left.put(step, kills);
        }
        for (var step = next(house); step != null; step = next(house)) {
            boolean kill = left.merge(step, -1, Integer::sum) >= 0;
            if (kill) {
                killDuring(house, step);
            } else {
                var began = System.nanoTime();
                act(house, step);
                usual.put(step, Duration.ofNanos(System.nanoTime() - began).toMillis());
            }
            if (number(house, SETTLED) > before) {
                behave(house, 0);
            }
        }
    }

    /** Begins the step and kills the platform at some moment of the time it usually takes. */
    private void killDuring(TwoProcesses house, Step step) {
        long delay = random.nextLong(Math.max(usual.getOrDefault(step, step.about), 50) * 1_000_000);
        var work = Thread.ofVirtual().start(() -> {
            try {
                act(house, step);
            } catch (RuntimeException | AssertionError e) {
                // Cut off: nobody knows whether it happened.
            }
        });
        LockSupport.parkNanos(delay);
        house.killPlatform();
        join(work);
        house.startPlatform();
        report.add("killed %,5d ms into %s; afterwards: %s".formatted(delay / 1_000_000, step, states(house)));
    }

    private static void join(Thread work) {
        try {
            work.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What an officer who comes back sees is to be done; null for nothing. */
    private static @Nullable Step next(TwoProcesses house) {
        var states = house.database()
                .sql("SELECT DISTINCT state FROM payment.roll")
                .query(String.class)
                .list();
        if (states.contains("draft")) {
            return Step.FREEZE;
        }
        if (states.contains("frozen")) {
            return Step.SEND;
        }
        if (states.contains("queued") || states.contains("at-bank")) {
            return Step.SETTLE;
        }
        return number(house, """
                SELECT count(*) FROM payment.payable p
                 WHERE NOT EXISTS (SELECT FROM payment.transfer t
                                    WHERE t.instruction_id = p.instruction_id AND t.state IN ('pending', 'paid'))
                """) > 0 ? Step.MAKE : null;
    }

    private static void act(TwoProcesses house, Step step) {
        switch (step) {
            case MAKE -> {
                var finance = house.platform().signIn("finance");
                finance.get("/payment");
                finance.post("/payment/rolls", Map.of("withUncorrected", "true"));
            }
            case FREEZE -> onRoll(house, "treasurer", "draft", "freeze");
            case SEND -> onRoll(house, "finance", "frozen", "send");
            case SETTLE ->
                Paperwork.await(
                        "the return file",
                        () -> !house.isPlatformAlive()
                                || number(
                                                house,
                                                "SELECT count(*) FROM payment.roll WHERE state IN ('queued', 'at-bank')")
                                        == 0);
        }
    }

    private static void onRoll(TwoProcesses house, String who, String state, String act) {
        var officer = house.platform().signIn(who);
        var roll = "/payment/rolls/"
                + house.database()
                        .sql("SELECT id::text FROM payment.roll WHERE state = :state")
                        .param("state", state)
                        .query(String.class)
                        .single();
        officer.get(roll);
        officer.post(roll + "/" + act, Map.of());
    }

    private static void behave(TwoProcesses house, int returnedPercent) {
        var counter = house.sandbox();
        counter.get("/bank");
        counter.post(
                "/bank/behaviour",
                Map.of(
                        "returnedPercent", Integer.toString(returnedPercent),
                        "reason", "NAME_DIFFERS",
                        "delaySeconds", "0"));
    }

    private static void nothingIsLostOrPaidTwice(TwoProcesses house, long instructions) {
        assertThat(number(house, PAYABLES)).isEqualTo(instructions);
        assertThat(number(house, """
                        SELECT count(*) FROM payment.payable p
                         WHERE 1 <> (SELECT count(*) FROM payment.transfer t
                                      WHERE t.instruction_id = p.instruction_id AND t.state = 'paid'
                                        AND t.amount_fen = p.amount_fen)
                        """)).as("instructions not paid exactly once").isZero();
        assertThat(number(house, "SELECT count(*) FROM payment.transfer WHERE state = 'pending'"))
                .isZero();
        assertThat(number(house, "SELECT count(*) FROM payment.roll WHERE state NOT IN ('settled', 'discarded')"))
                .isZero();
        var paidByBank = new ArrayList<String[]>();
        bankLines(house.data().resolve("sandbox/bank"), ".return.csv").forEach(line -> {
            if (line[2].equals("paid")) {
                paidByBank.add(line);
            }
        });
        assertThat(paidByBank.stream().map(line -> line[0]).distinct()).hasSize((int) instructions);
        assertThat(paidByBank).as("lines the bank paid").hasSize((int) instructions);
        assertThat(paidByBank.stream()
                        .mapToLong(line -> Long.parseLong(line[1]))
                        .sum())
                .isEqualTo(number(house, "SELECT sum(amount_fen) FROM payment.payable"));
    }

    private static Stream<String[]> bankLines(Path folder, String ending) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream()
                    .flatMap(file -> TwoProcesses.read(file).lines().skip(1))
                    .map(line -> line.split(",", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String states(TwoProcesses house) {
        return house.database().sql("""
                        SELECT coalesce(string_agg(text, ', ' ORDER BY text), 'no roll')
                          FROM (SELECT count(*) || ' ' || state AS text FROM payment.roll GROUP BY state) s
                        """).query(String.class).single();
    }

    private static long number(TwoProcesses house, String sql) {
        return house.database().sql(sql).query(Long.class).single();
    }
}
