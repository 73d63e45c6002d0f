package org.junheng.benefit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.benefit.internal.ClaimDesk.Filing;
import org.junheng.benefit.internal.ClaimDesk.TypedAccount;
import org.junheng.benefit.internal.JdbcClaims.Deed;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.worklist.Worklist;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class ClaimTest {

    private static final TypedAccount ACCOUNT = new TypedAccount("林晓", "6222 0212 0000 1234 567");
    private static final Map<String, String> IN_LUOYANG = Map.of(ChildFacts.HUKOU, "330329100");

    private final TestFamilies families;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private ReviewDesk review;

    @Autowired
    private Worklist worklist;

    @Autowired
    private JdbcClient app;

    @Autowired
    private TransactionTemplate work;

    ClaimTest(@Autowired ApplicationContext context) {
        families = new TestFamilies(context);
    }

    @Test
    void a_claim_goes_from_the_family_through_township_and_county_to_an_instruction() {
        var family = newborn("claim-a");

        var claim = file(family);
        assertThat(act(township(), claim, ClaimAction.RECOMMEND)).isEqualTo(done(claim, ClaimState.RECOMMENDED));
        assertThat(act(county(), claim, ClaimAction.CONFIRM_GRANT)).isEqualTo(done(claim, ClaimState.GRANTED));

        assertThat(instructions(family.child())).containsExactly("2026 1 360000");
        assertThat(families.row(
                        "SELECT d.outcome || ' ' || d.version || ' ' || length(d.content_hash) || ' ' || (d.ledger_horizon > 0)"
                                + " FROM benefit.claim c JOIN benefit.decision d ON d.id = c.decision_id WHERE c.id = '"
                                + claim + "'"))
                .isEqualTo("eligible 2025.1 64 true");
    }

    @Test
    void one_applicant_is_enough_and_the_other_parent_is_told() {
        var family = newborn("claim-b");
        file(family);

        var other = as(family.parents().father(), () -> desk.file(filing(family.child(), IN_LUOYANG)));

        assertThat(other).isEqualTo(new StepOutcome.AlreadyFiled());
    }

    @Test
    void who_reviewed_cannot_confirm_neither_by_the_desk_nor_past_it() {
        var family = newborn("claim-c");
        var claim = file(family);
        act(township(), claim, ClaimAction.RECOMMEND);
        var sameOfficer = officer("township", Role.COUNTY_REVIEWER, "330329");

        assertThat(act(sameOfficer, claim, ClaimAction.CONFIRM_GRANT)).isEqualTo(new StepOutcome.SamePerson());
        assertThatThrownBy(() -> sql(sameOfficer, """
                        UPDATE benefit.claim SET state = 'granted', settled_by = reviewed_by WHERE id = '%s'
                        """.formatted(claim)))
                .rootCause()
                .hasMessageContaining("claim_check");
    }

    @Test
    void no_role_moves_a_claim_that_it_does_not_have_in_hand() {
        var family = newborn("claim-d");
        var claim = file(family);

        assertThat(act(county(), claim, ClaimAction.CONFIRM_GRANT)).isEqualTo(new StepOutcome.NotNow());
        assertThat(act(officer("elsewhere", Role.TOWNSHIP_OFFICER, "330329103"), claim, ClaimAction.RECOMMEND))
                .isEqualTo(new StepOutcome.NotNow());
        assertThat(sql(county(), "UPDATE benefit.claim SET state = 'granted' WHERE id = '%s'".formatted(claim)))
                .isZero();
        assertThatThrownBy(() -> sql(
                        township(),
                        "UPDATE benefit.claim SET state = 'granted', reviewed_by = 'x', settled_by = 'y'"
                                + " WHERE id = '%s'".formatted(claim)))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_returned_claim_stops_the_clock_and_goes_on_with_what_was_left() {
        var family = newborn("claim-e");
        var claim = file(family);
        var due = due(claim);

        assertThat(act(township(), claim, ClaimAction.RETURN)).isEqualTo(new StepOutcome.ReasonMissing());
        var deed = new Deed(ClaimAction.RETURN, List.of(ReturnReason.HUKOU_NOT_SHOWN.name()), "请补户口簿页。");
        assertThat(Actors.call(township(), () -> review.act(new ReviewDesk.Verdict(claim, deed))))
                .isEqualTo(done(claim, ClaimState.RETURNED));
        assertThat(tasks(township(), claim)).isZero();

        var again = as(family.parents().mother(), () -> desk.supplement(claim, IN_LUOYANG, ACCOUNT, "已补"));
        assertThat(again).isEqualTo(done(claim, ClaimState.SUBMITTED));
        assertThat(due(claim)).isEqualTo(due);
        assertThat(tasks(township(), claim)).isEqualTo(1);
    }

    @Test
    void what_the_scheme_does_not_bear_is_neither_granted_nor_refused() {
        var family = newborn("claim-f");
        var claim = file(family);
        var proposal = new Deed(ClaimAction.PROPOSE_REFUSAL, List.of(), "");

        assertThat(Actors.call(township(), () -> review.act(new ReviewDesk.Verdict(claim, proposal))))
                .isInstanceOf(StepOutcome.AgainstTheScheme.class);

        var elsewhere =
                new Claimed.Found("330302001000", "hukou-book", "", java.time.LocalDate.now(AdministrativeTime.ZONE));
        Actors.call(township(), () -> review.find(claim, ChildFacts.HUKOU, elsewhere));
        assertThat(Actors.call(township(), () -> review.act(new ReviewDesk.Verdict(claim, proposal))))
                .isEqualTo(done(claim, ClaimState.REFUSAL_PROPOSED));
        assertThat(act(county(), claim, ClaimAction.CONFIRM_REFUSAL)).isEqualTo(done(claim, ClaimState.REFUSED));
        assertThat(instructions(family.child())).isEmpty();
    }

    @Test
    void an_account_or_declaration_that_is_missing_is_named() {
        var family = newborn("claim-g");

        var outcome = as(
                family.parents().mother(),
                () -> desk.file(new Filing(family.child(), IN_LUOYANG, new TypedAccount("林晓", "12"), false)));

        assertThat(outcome).isEqualTo(new StepOutcome.Incomplete(List.of("account", "declaration")));
    }

    @Test
    void the_account_is_nowhere_in_plain_text() {
        var family = newborn("claim-h");
        var claim = file(family);

        assertThat(families.row(
                        "SELECT position('6222021200001234567'::bytea IN payee) || ' ' || position('6222' IN c::text)"
                                + " FROM benefit.claim c WHERE id = '" + claim + "'"))
                .isEqualTo("0 0");
        assertThat(ACCOUNT.toString() + ACCOUNT.read().orElseThrow()).doesNotContain("6222");
    }

    @Test
    void the_tasks_of_a_claim_follow_it_from_township_to_county() {
        var family = newborn("claim-i");
        var claim = file(family);
        assertThat(tasks(township(), claim)).isEqualTo(1);
        assertThat(tasks(county(), claim)).isZero();

        act(township(), claim, ClaimAction.RECOMMEND);
        assertThat(tasks(township(), claim)).isZero();
        assertThat(tasks(county(), claim)).isEqualTo(1);

        act(county(), claim, ClaimAction.CONFIRM_GRANT);
        assertThat(tasks(county(), claim)).isZero();
    }

    record Family(TestFamilies.Parents parents, UUID child) {}

    private Family newborn(String name) {
        var parents = families.parents(name, "330329100");
        return new Family(parents, families.noticed(name + "-child", "2026-10-05", name));
    }

    private UUID file(Family family) {
        var outcome = as(family.parents().mother(), () -> desk.file(filing(family.child(), IN_LUOYANG)));
        return ((StepOutcome.Done) outcome).claim();
    }

    private static Filing filing(UUID child, Map<String, String> declared) {
        return new Filing(child, declared, ACCOUNT, true);
    }

    private StepOutcome act(Actor actor, UUID claim, ClaimAction action) {
        return Actors.call(actor, () -> review.act(new ReviewDesk.Verdict(claim, Deed.of(action))));
    }

    private static StepOutcome done(UUID claim, ClaimState state) {
        return new StepOutcome.Done(claim, state);
    }

    private static StepOutcome as(UUID person, java.util.function.Supplier<StepOutcome> work) {
        var actor = new Actor("family", Role.FAMILY, List.of(), Purpose.OWN_AFFAIRS, Optional.of(person));
        return Actors.call(actor, work::get);
    }

    private List<String> instructions(UUID child) {
        return families.rows(
                "SELECT period || ' ' || revision || ' ' || amount_fen FROM benefit.instruction WHERE unit_id = '%s' ORDER BY 1"
                        .formatted(child));
    }

    private String due(UUID claim) {
        return families.row("SELECT due_on::text FROM benefit.claim WHERE id = '%s'".formatted(claim));
    }

    private long tasks(Actor actor, UUID claim) {
        return Actors.call(actor, () -> worklist.listMine(1000, 0)).stream()
                .filter(task -> task.link().endsWith(claim.toString()))
                .count();
    }

    private int sql(Actor actor, String statement) {
        return Actors.call(
                actor, () -> work.execute(status -> app.sql(statement).update()));
    }

    private static Actor township() {
        return officer("township", Role.TOWNSHIP_OFFICER, "330329100");
    }

    private static Actor county() {
        return officer("county", Role.COUNTY_REVIEWER, "330329");
    }

    private static Actor officer(String subject, Role role, String area) {
        return new Actor(subject, role, List.of(AreaCode.of(area)), Purpose.BENEFIT_DECISION, Optional.empty());
    }
}
