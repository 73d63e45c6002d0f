package org.junheng.payment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.benefit.internal.TestFamilies;
import org.junheng.database.Loader;
import org.junheng.database.Secrets;
import org.junheng.kernel.AreaCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class DispatchTest {

    private final TestFamilies families;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer bank;
    private boolean loseFirstAnswer;
    private int answers = 202;

    @Autowired
    private InstructionTaker taker;

    @Autowired
    private RollDesk desk;

    @Autowired
    private ReturnDesk returns;

    @Autowired
    private JdbcRolls rolls;

    @Autowired
    private RollFile file;

    @Autowired
    private Secrets secrets;

    @Autowired
    private JdbcClient app;

    @Autowired
    private TransactionTemplate work;

    @Autowired
    @Loader
    private JdbcClient loader;

    @Autowired
    @Loader
    private TransactionTemplate loading;

    DispatchTest(@Autowired ApplicationContext context) {
        families = new TestFamilies(context);
    }

    @BeforeEach
    void a_bank() throws IOException {
        bank = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        bank.createContext("/bank/rolls", this::answer);
        bank.start();
    }

    @AfterEach
    void no_bank() {
        bank.stop(0);
    }

    @Test
    void a_roll_whose_answer_was_lost_is_sent_again_with_the_same_id_and_hash() {
        loseFirstAnswer = true;
        var roll = frozen("send-a", "330329501");
        assertThat(Actors.call(finance("finance"), () -> desk.send(roll)))
                .isEqualTo(new RollOutcome.Done(roll, RollState.QUEUED));

        // An hour later by its clock, so that no pause is in the way.
        dispatcher(Duration.ofHours(1)).dispatch();
        assertThat(families.row("SELECT outcome FROM payment.dispatch WHERE roll_id = '%s'".formatted(roll)))
                .isEqualTo("no-answer");
        dispatcher(Duration.ofHours(3)).dispatch();

        assertThat(received).hasSize(2).allMatch(call -> call.equals(received.getFirst()));
        assertThat(received.getFirst()).startsWith(roll + " 1 360000 Bearer " + secrets.get("client-bank-out"));
        assertThat(state(roll)).isEqualTo(RollState.AT_BANK);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            status, outcome,  state
            202,    accepted, AT_BANK
            409,    refused,  QUEUED
            422,    refused,  QUEUED
            401,    stranger, QUEUED
            503,    unwell,   QUEUED
            """, useHeadersInDisplayName = true)
    void what_the_bank_answers_is_kept_in_a_word_and_its_reason_in_words(int status, String outcome, RollState state) {
        answers = status;
        var roll = frozen("answer-" + status, "33032950" + status % 7);
        Actors.call(finance("finance"), () -> desk.send(roll));

        dispatcher(Duration.ofHours(1)).dispatch();

        var kept = families.row(
                "SELECT outcome || ' ' || last_answer FROM payment.dispatch WHERE roll_id = '%s'".formatted(roll));
        assertThat(kept).isEqualTo(outcome + " 清单 Reason");
        assertThat(state(roll)).isEqualTo(state);
        nothingWaits();
    }

    /** Otherwise a later test would send what this one left. */
    private void nothingWaits() {
        answers = 202;
        dispatcher(Duration.ofHours(5)).dispatch();
    }

    @Test
    void what_was_refused_can_be_sent_again_at_once_and_what_was_accepted_cannot() {
        answers = 422;
        var roll = frozen("again", "330329506");
        Actors.call(finance("finance"), () -> desk.send(roll));
        dispatcher(Duration.ofHours(1)).dispatch();
        assertThat(received).hasSize(1);

        answers = 202;
        assertThat(Actors.call(finance("finance"), () -> desk.sendAgain(roll)))
                .isEqualTo(new RollOutcome.Done(roll, RollState.QUEUED));
        dispatcher(Duration.ofSeconds(1)).dispatch();

        assertThat(state(roll)).isEqualTo(RollState.AT_BANK);
        assertThat(Actors.call(finance("finance"), () -> desk.sendAgain(roll))).isEqualTo(new RollOutcome.NotNow());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void freezing_and_returning_survive_a_database_connection_cut_at_any_moment(long seed) throws InterruptedException {
        var random = new Random(seed);
        var area = "3303295" + (10 + seed);
        var child = granted("cut-" + seed, area);
        var roll = insist(random, () -> Actors.call(finance("finance"), () -> desk.make(order(area))))
                .map(outcome -> outcome instanceof RollOutcome.Done(var id, var state) ? id : null)
                .orElseGet(() -> UUID.fromString(families.row(
                        "SELECT roll_id::text FROM payment.transfer WHERE unit_id = '%s'".formatted(child))));
        insist(random, () -> Actors.call(finance("finance-2"), () -> desk.freeze(roll)));

        var text = "transfer_id,amount_fen,result,reason\n%s,360000,paid,\n"
                .formatted(families.row("SELECT id::text FROM payment.transfer WHERE unit_id = '%s'".formatted(child)));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var back = new ReturnDesk.Received(bytes, Optional.of(roll), Optional.empty(), Optional.empty());
        insist(random, () -> Actors.call(finance("finance"), () -> returns.take(back)));

        assertThat(state(roll)).isEqualTo(RollState.SETTLED);
        assertThat(families.rows("SELECT state FROM payment.transfer WHERE unit_id = '%s'".formatted(child)))
                .containsExactly("paid");
        assertThat(Actors.call(finance("finance"), () -> returns.take(back)))
                .isInstanceOf(ReturnDesk.Taken.Repeated.class);
    }

    /** Does it again until it has not been cut off; the knife falls within the first twenty milliseconds. */
    private <T> Optional<T> insist(Random random, Supplier<T> act) throws InterruptedException {
        for (int attempt = 0; attempt < 8; attempt++) {
            long pause = random.nextLong(20_000_000);
            boolean cut = attempt < 5;
            var knife = Thread.ofVirtual().start(() -> {
                LockSupport.parkNanos(pause);
                if (cut) {
                    cutEverythingOff();
                }
            });
            try {
                return Optional.of(act.get());
            } catch (DataAccessException | TransactionException e) {
                // cut off: again
            } finally {
                knife.join();
            }
        }
        return Optional.empty();
    }

    private void cutEverythingOff() {
        app.sql("""
                SELECT count(pg_terminate_backend(pid))
                  FROM pg_stat_activity
                 WHERE usename = 'junheng_app' AND state <> 'idle' AND pid <> pg_backend_pid()
                """).query(Long.class).single();
    }

    private void answer(HttpExchange call) throws IOException {
        var headers = call.getRequestHeaders();
        var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(String.join(
                " ",
                headers.getFirst("X-Roll-Id"),
                headers.getFirst("X-Lines"),
                headers.getFirst("X-Total-Fen"),
                headers.getFirst("Authorization"),
                headers.getFirst("X-Sha256"),
                body));
        if (loseFirstAnswer && received.size() == 1) {
            call.close();
        } else {
            var words = "{\"title\": \"清单\", \"detail\": \"Reason\"}".getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(answers, words.length);
            call.getResponseBody().write(words);
            call.close();
        }
    }

    /** A dispatcher whose clock is so much ahead that no pause is in the way. */
    private Dispatcher dispatcher(Duration ahead) {
        var clock = Clock.offset(Clock.systemUTC(), ahead);
        return new Dispatcher(line(), loader, loading, clock, Duration.ofMinutes(2));
    }

    private BankLine line() {
        return new BankLine(
                rolls, file, work, "http://localhost:" + bank.getAddress().getPort(), secrets);
    }

    private UUID frozen(String name, String area) {
        granted(name, area);
        var roll = ((RollOutcome.Done) Actors.call(finance("finance"), () -> desk.make(order(area)))).roll();
        Actors.call(finance("finance-2"), () -> desk.freeze(roll));
        return roll;
    }

    private UUID granted(String name, String area) {
        var child = families.granted(name, area, "2026-10-05");
        taker.take();
        return child;
    }

    private static RollDesk.Order order(String area) {
        return new RollDesk.Order(AreaCode.of(area), "childcare-subsidy", false);
    }

    private RollState state(UUID roll) {
        return Actors.call(finance("finance"), () -> work.execute(status -> rolls.find(roll)))
                .orElseThrow()
                .state();
    }

    private static Actor finance(String subject) {
        return new Actor(
                subject, Role.FINANCE_OFFICER, List.of(AreaCode.of("330329")), Purpose.PAYMENT, Optional.empty());
    }
}
