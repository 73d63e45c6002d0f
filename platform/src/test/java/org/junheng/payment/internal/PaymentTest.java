package org.junheng.payment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.benefit.PaymentProgress;
import org.junheng.benefit.internal.TestFamilies;
import org.junheng.kernel.AreaCode;
import org.junheng.payment.internal.ReturnDesk.Received;
import org.junheng.payment.internal.ReturnDesk.Taken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class PaymentTest {

    private static final AtomicInteger TOWNSHIPS = new AtomicInteger(400);

    private final TestFamilies families;
    private String area = "";

    @Autowired
    private InstructionTaker taker;

    @Autowired
    private RollDesk desk;

    @Autowired
    private JdbcRolls rolls;

    @Autowired
    private RollFile file;

    @Autowired
    private ReturnDesk returns;

    @Autowired
    private PaymentProgress progress;

    @Autowired
    private JdbcClient app;

    @Autowired
    private TransactionTemplate work;

    PaymentTest(@Autowired ApplicationContext context) {
        families = new TestFamilies(context);
    }

    /** Each test pays in a township of its own. */
    @BeforeEach
    void a_township_of_its_own() {
        area = "330329" + TOWNSHIPS.incrementAndGet();
    }

    @Test
    void a_granted_newborn_is_paid_through_a_frozen_roll_and_the_banks_return_file() {
        var child = granted("pay-a");
        var roll = frozen();

        var lines = bankFile(roll).lines().toList();
        assertThat(lines.getFirst()).isEqualTo("transfer_id,amount_fen,payee,account,purpose");
        assertThat(lines.getLast()).endsWith(",360000,林晓,6222021200001234567,育儿补贴2026");

        var taken = take("transfer_id,amount_fen,result,reason\n%s,360000,paid,\n".formatted(transfer(child)), roll);

        assertThat(counts(taken)).containsExactly(Map.entry("applied", 1L));
        assertThat(state(roll)).isEqualTo(RollState.SETTLED);
        assertThat(Actors.call(families.mother(child), () -> progress.listOf(child)))
                .extracting(PaymentProgress.Progress::state)
                .containsExactly(PaymentProgress.State.PAID);
    }

    @Test
    void who_made_a_roll_cannot_freeze_it_neither_at_the_desk_nor_past_it() {
        granted("pay-b");
        var roll = made();

        assertThat(Actors.call(maker(), () -> desk.freeze(roll))).isEqualTo(new RollOutcome.SamePerson());
        assertThatThrownBy(() -> sql(maker(), """
                        UPDATE payment.roll SET state = 'frozen', sha256 = '\\x00', frozen_by = made_by, frozen_at = now() WHERE id = '%s'
                        """.formatted(roll)))
                .rootCause()
                .hasMessageContaining("another_person_approves");
    }

    @Test
    void the_hash_of_the_frozen_file_is_that_of_every_later_export() {
        granted("pay-c");
        var roll = frozen();

        var frozen =
                call(maker(), () -> rolls.find(roll)).orElseThrow().frozen().orElseThrow();
        var again = call(maker(), () -> file.measure(roll));

        assertThat(HexFormat.of().formatHex(again.sha256())).isEqualTo(frozen.hex());
        assertThat(again.controls().lines()).isEqualTo(1);
    }

    @Test
    void what_is_frozen_cannot_be_changed_and_gets_no_more_lines() {
        granted("pay-d");
        var roll = frozen();
        var other = granted("pay-d2");

        assertThatThrownBy(() -> sql(maker(), "UPDATE payment.roll SET total_fen = 1 WHERE id = '%s'".formatted(roll)))
                .rootCause()
                .hasMessageContaining("frozen");
        assertThatThrownBy(() -> sql(maker(), """
                        INSERT INTO payment.transfer (instruction_id, roll_id, attempt, line, unit_id, area, amount_fen, payee)
                        SELECT instruction_id, '%s', 1, 99, unit_id, area, amount_fen, '\\x00' FROM payment.payable WHERE unit_id = '%s'
                        """.formatted(roll, other)))
                .rootCause()
                .hasMessageContaining("draft");
        assertThatThrownBy(() -> sql(maker(), "UPDATE payment.transfer SET amount_fen = 1"))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void an_instruction_is_on_one_living_roll_only() {
        granted("pay-e");
        frozen();

        assertThat(Actors.call(maker(), () -> desk.make(order(false)))).isEqualTo(new RollOutcome.NothingDue());
    }

    @Test
    void a_discarded_draft_lets_its_instructions_go() {
        granted("pay-f");
        var draft = made();

        assertThat(Actors.call(maker(), () -> desk.discard(draft)))
                .isEqualTo(new RollOutcome.Done(draft, RollState.DISCARDED));
        assertThat(made()).isNotEqualTo(draft);
    }

    @Test
    void a_returned_transfer_is_paid_again_once_the_family_gave_another_account() {
        var child = granted("pay-g");
        var roll = frozen();
        take("transfer_id,amount_fen,result,reason\n%s,360000,returned,户名不符\n".formatted(transfer(child)), roll);
        assertThat(Actors.call(maker(), () -> desk.make(order(false)))).isEqualTo(new RollOutcome.NothingDue());

        families.correctAccount(child, "6217000000007654321");
        var second = frozen();

        assertThat(bankFile(second)).contains("6217000000007654321");
        assertThat(families.rows("""
                        SELECT attempt || ' ' || state FROM payment.transfer WHERE unit_id = '%s' ORDER BY attempt
                        """.formatted(child))).containsExactly("1 returned", "2 pending");
    }

    @Test
    void every_oddity_of_a_return_file_is_reported_and_only_what_fits_is_applied() {
        var ids = List.of(granted("pay-h1"), granted("pay-h2"), granted("pay-h3"), granted("pay-h4"));
        var roll = frozen();
        var t = ids.stream().map(this::transfer).toList();
        var text = """
                transfer_id,amount_fen,result,reason
                %1$s,360000,paid,
                %2$s,360001,paid,
                %3$s,360000,paid,
                %3$s,360000,paid,
                %4$s,360000,paid,
                %4$s,360000,returned,账户已销户
                %5$s,360000,paid,
                not-a-transfer,360000,paid,
                %1$s,36.5,paid,
                %1$s,360000,perhaps,
                """.formatted(t.get(0), t.get(1), t.get(2), t.get(3), UUID.randomUUID());

        var report = ((Taken.Applied) take(text, roll)).report();

        assertThat(report.counts())
                .isEqualTo(Map.of(
                        "applied", 2L,
                        "other-amount", 1L,
                        "duplicate-line", 1L,
                        "contradicts", 2L,
                        "unknown-transfer", 1L,
                        "malformed", 3L));
        assertThat(report.problems())
                .hasSize(8)
                .extracting(JdbcReturns.Problem::line)
                .contains(3, 5, 6, 7, 8);
        assertThat(state(roll)).isEqualTo(RollState.FROZEN);
    }

    @Test
    void the_same_return_file_again_changes_nothing_and_an_overlapping_one_is_recognised() {
        var child = granted("pay-i");
        var roll = frozen();
        var text = "transfer_id,amount_fen,result,reason\n%s,360000,paid,\n".formatted(transfer(child));
        var first = ((Taken.Applied) take(text, roll)).report();

        assertThat(take(text, roll)).isEqualTo(new Taken.Repeated(first));
        assertThat(counts(take(text + "\n", roll))).containsExactly(Map.entry("repeated", 1L));
        assertThat(counts(take(text.replace("paid", "returned"), roll))).containsExactly(Map.entry("contradicts", 1L));
    }

    @Test
    void a_file_whose_control_totals_do_not_fit_is_held_and_nothing_of_it_is_applied() {
        var child = granted("pay-j");
        var roll = frozen();
        var bytes = bytes("transfer_id,amount_fen,result,reason\n%s,360000,paid,\n".formatted(transfer(child)));

        var held = Actors.call(
                maker(), () -> returns.take(new Received(bytes, Optional.of(roll), Optional.of(2), Optional.empty())));
        assertThat(held).isInstanceOf(Taken.Held.class);
        assertThat(state(roll)).isEqualTo(RollState.FROZEN);

        var right = Actors.call(
                maker(),
                () -> returns.take(new Received(bytes, Optional.of(roll), Optional.of(1), Optional.of(360000L))));
        assertThat(counts(right)).containsExactly(Map.entry("applied", 1L));
    }

    @Test
    void an_empty_file_and_one_with_other_columns_are_no_return_files_but_gb18030_is_read() {
        var child = granted("pay-k");
        var roll = frozen();

        assertThat(take("", roll)).isEqualTo(new Taken.Unreadable(ReturnFile.Why.EMPTY, ""));
        assertThat(take("id,sum\n1,2\n", roll)).isEqualTo(new Taken.Unreadable(ReturnFile.Why.COLUMNS, "id,sum"));
        var text = "transfer_id,amount_fen,result,reason\n%s,360000,returned,户名不符\n".formatted(transfer(child));
        var gb = new Received(
                text.getBytes(Charset.forName("GB18030")), Optional.of(roll), Optional.empty(), Optional.empty());
        assertThat(counts(Actors.call(maker(), () -> returns.take(gb)))).containsExactly(Map.entry("applied", 1L));
        assertThat(families.row("SELECT reason FROM payment.transfer WHERE unit_id = '%s'".formatted(child)))
                .isEqualTo("户名不符");
    }

    @Test
    void a_recovery_is_set_off_against_what_is_not_paid_yet_and_stays_open_where_it_was_paid() {
        var unpaid = granted("pay-l1");
        var paid = granted("pay-l2");
        var draft = made();
        Actors.call(maker(), () -> desk.discard(draft));
        families.died("pay-l1-child", "2026-10-20");
        learn();
        var roll = frozen();
        assertThat(bankFile(roll)).contains(",300000,").contains(",360000,");

        take(everythingPaid(roll), roll);
        families.died("pay-l2-child", "2026-10-20");
        learn();

        assertThat(states(paid)).containsExactly(PaymentProgress.State.PAID, PaymentProgress.State.TO_RECOVER);
        assertThat(states(unpaid)).containsExactly(PaymentProgress.State.PAID, PaymentProgress.State.SET_OFF);
    }

    @Test
    void a_draft_overtaken_by_a_recovery_must_be_made_anew() {
        granted("pay-m");
        var draft = made();
        families.died("pay-m-child", "2026-10-20");
        learn();

        assertThat(Actors.call(approver(), () -> desk.freeze(draft))).isEqualTo(new RollOutcome.ChangedSince(1));
    }

    @Test
    void nobody_sees_lines_of_another_area_and_families_see_their_own_only() {
        var mine = granted("pay-n1");
        var theirs = granted("pay-n2");
        var roll = frozen();
        var elsewhere =
                new Actor("f", Role.FINANCE_OFFICER, List.of(AreaCode.of("330328")), Purpose.PAYMENT, Optional.empty());
        var analyst = new Actor(
                "a", Role.COUNTY_ANALYST, List.of(AreaCode.of("330329")), Purpose.STATISTICS, Optional.empty());

        assertThat(call(elsewhere, () -> rolls.listLines(roll, 0, 10))).isEmpty();
        assertThat(call(analyst, () -> rolls.listLines(roll, 0, 10))).isEmpty();
        assertThat(Actors.call(families.mother(mine), () -> progress.listOf(mine)))
                .hasSize(1);
        assertThat(Actors.call(families.mother(mine), () -> progress.listOf(theirs)))
                .isEmpty();
    }

    private UUID granted(String name) {
        var child = families.granted(name, area, "2026-10-05");
        taker.take();
        return child;
    }

    private void learn() {
        families.follow();
        taker.take();
    }

    private UUID made() {
        return ((RollOutcome.Done) Actors.call(maker(), () -> desk.make(order(false)))).roll();
    }

    private UUID frozen() {
        var roll = made();
        assertThat(Actors.call(approver(), () -> desk.freeze(roll)))
                .isEqualTo(new RollOutcome.Done(roll, RollState.FROZEN));
        return roll;
    }

    private RollDesk.Order order(boolean withUncorrected) {
        return new RollDesk.Order(AreaCode.of(area), "childcare-subsidy", withUncorrected);
    }

    private String bankFile(UUID roll) {
        var out = new java.io.ByteArrayOutputStream();
        call(maker(), () -> file.write(roll, out));
        return out.toString(StandardCharsets.UTF_8);
    }

    private String everythingPaid(UUID roll) {
        var text = new StringBuilder("transfer_id,amount_fen,result,reason\n");
        call(maker(), () -> rolls.listLines(roll, 0, 100))
                .forEach(l -> text.append("%s,%d,paid,\n"
                        .formatted(l.transfer(), l.what().amount().fen())));
        return text.toString();
    }

    private String transfer(UUID child) {
        return families.row("SELECT id::text FROM payment.transfer WHERE unit_id = '%s'".formatted(child));
    }

    private Taken take(String text, UUID roll) {
        var received = new Received(bytes(text), Optional.of(roll), Optional.empty(), Optional.empty());
        return Actors.call(maker(), () -> returns.take(received));
    }

    private static Map<String, Long> counts(Taken taken) {
        return ((Taken.Applied) taken).report().counts();
    }

    private RollState state(UUID roll) {
        return call(maker(), () -> rolls.find(roll)).orElseThrow().state();
    }

    private List<PaymentProgress.State> states(UUID child) {
        return Actors.call(families.mother(child), () -> progress.listOf(child)).stream()
                .map(PaymentProgress.Progress::state)
                .toList();
    }

    private <T> T call(Actor actor, java.util.function.Supplier<T> read) {
        return Actors.call(actor, () -> work.execute(status -> read.get()));
    }

    private int sql(Actor actor, String statement) {
        return call(actor, () -> app.sql(statement).update());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Actor maker() {
        return finance("finance");
    }

    private static Actor approver() {
        return finance("finance-2");
    }

    private static Actor finance(String subject) {
        return new Actor(
                subject, Role.FINANCE_OFFICER, List.of(AreaCode.of("330329")), Purpose.PAYMENT, Optional.empty());
    }
}
