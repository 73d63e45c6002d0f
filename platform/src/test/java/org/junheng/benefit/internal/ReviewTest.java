package org.junheng.benefit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.junheng.benefit.internal.ClaimDesk.Helped;
import org.junheng.benefit.internal.ClaimDesk.TypedAccount;
import org.junheng.benefit.internal.FactComparison.Tone;
import org.junheng.benefit.internal.JdbcClaims.Deed;
import org.junheng.kernel.AreaCode;
import org.junheng.web.PageRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The reviewer's desk: what differs, findings, undoing, bulks; and families helped by a clerk. */
@PlatformTest
class ReviewTest {

    private static final String LUOYANG = "330329100";
    private static final Map<String, String> IN_LUOYANG = Map.of(ChildFacts.HUKOU, LUOYANG);

    private final TestFamilies families;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private ReviewDesk review;

    @Autowired
    private Comparisons comparisons;

    @Autowired
    private BulkDesk bulks;

    @Autowired
    private Outreach outreach;

    @Autowired
    private ClaimFiles files;

    @Autowired
    private JdbcClient app;

    @Autowired
    private TransactionTemplate work;

    ReviewTest(@Autowired ApplicationContext context) {
        families = new TestFamilies(context);
    }

    @Test
    void only_what_differs_is_shown_first_and_a_claim_without_differences_is_clean() {
        var clean = file(newborn("review-a"), IN_LUOYANG, "林晓");
        assertThat(tones(clean)).doesNotContain(Tone.DIFFERS, Tone.ONLY_STATED);
        assertThat(compare(clean).clean()).isTrue();

        var elsewhere = file(newborn("review-b"), Map.of(ChildFacts.HUKOU, "330329101"), "林晓");
        assertThat(differing(elsewhere)).containsExactly("hukou-with-parent DIFFERS");

        var stranger = file(newborn("review-c"), IN_LUOYANG, "赵六");
        assertThat(differing(stranger)).containsExactly("holder DIFFERS");
    }

    @Test
    void another_source_with_another_date_of_birth_is_a_difference() {
        var family = newborn("review-d");
        var claim = file(family, IN_LUOYANG, "林晓");
        families.take(
                List.of(families.police("review-d-child", org.junheng.register.EventKind.BIRTH, null, "2026-10-06")));

        assertThat(differing(claim)).contains("born DIFFERS");
    }

    @Test
    void a_fact_found_by_the_office_decides_anew_at_once_with_its_document_as_source() {
        var claim = file(newborn("review-e"), IN_LUOYANG, "林晓");
        var found = new Claimed.Found("330302001000", "hukou-book", "户口簿在鹿城", LocalDate.of(2026, 11, 20));

        assertThat(Actors.call(township(), () -> review.find(claim, ChildFacts.HUKOU, found)))
                .isInstanceOf(StepOutcome.Done.class);

        var compared = compare(claim);
        assertThat(JdbcDecisions.Made.outcome(compared.decision())).isEqualTo("not-eligible");
        assertThat(compared.decision().explanation().sentences(java.util.Locale.CHINESE))
                .anyMatch(sentence -> sentence.contains("经办核实（居民户口簿），2026-11-20"));
        assertThat(act(township(), claim, ClaimAction.RECOMMEND)).isInstanceOf(StepOutcome.AgainstTheScheme.class);
    }

    @Test
    void nobody_but_the_township_finds_and_only_what_a_family_can_state() {
        var claim = file(newborn("review-f"), IN_LUOYANG, "林晓");
        var found = new Claimed.Found("true", "other", "", LocalDate.of(2026, 11, 20));

        assertThat(Actors.call(county(), () -> review.find(claim, ChildFacts.CERTIFIED, found)))
                .isEqualTo(new StepOutcome.NotNow());
        assertThat(Actors.call(township(), () -> review.find(claim, "child.born", found)))
                .isEqualTo(new StepOutcome.NotNow());
    }

    @Test
    void what_was_done_today_is_undone_by_the_same_person_while_nobody_built_on_it() {
        var claim = file(newborn("review-g"), IN_LUOYANG, "林晓");
        act(township(), claim, ClaimAction.RECOMMEND);

        assertThat(act(officer("another", Role.TOWNSHIP_OFFICER, LUOYANG), claim, ClaimAction.UNDO))
                .isEqualTo(new StepOutcome.NotNow());
        assertThat(act(township(), claim, ClaimAction.UNDO)).isEqualTo(done(claim, ClaimState.SUBMITTED));
        assertThat(act(township(), claim, ClaimAction.UNDO)).isEqualTo(new StepOutcome.NotNow());

        act(township(), claim, ClaimAction.RECOMMEND);
        act(county(), claim, ClaimAction.CONFIRM_GRANT);
        assertThat(act(township(), claim, ClaimAction.UNDO)).isEqualTo(new StepOutcome.NotNow());
    }

    @Test
    void what_was_done_yesterday_stays() {
        var claim = file(newborn("review-h"), IN_LUOYANG, "林晓");
        act(township(), claim, ClaimAction.RECOMMEND);
        asOwner("UPDATE benefit.claim_step SET at = at - interval '1 day' WHERE claim_id = '%s'".formatted(claim));

        assertThat(act(township(), claim, ClaimAction.UNDO)).isEqualTo(new StepOutcome.NotNow());
        int changed = Actors.call(
                township(),
                () -> work.execute(status -> app.sql("UPDATE benefit.claim SET state = 'submitted' WHERE id = :id")
                        .param("id", claim)
                        .update()));
        assertThat(changed).isZero();
    }

    @Test
    void a_bulk_is_confirmed_only_after_its_sample_one_by_one() {
        var reviewer = officer("bulk-county", Role.COUNTY_REVIEWER, "330329108");
        var mine = new ArrayList<UUID>();
        for (int i = 0; i < 6; i++) {
            mine.add(recommended("bulk-a" + i, "330329108"));
        }
        var id = Actors.call(reviewer, () -> bulks.draw()).orElseThrow();
        var drawn = Actors.call(reviewer, () -> bulks.find(id)).orElseThrow();
        assertThat(drawn.items()).hasSize(6);
        assertThat(drawn.sample()).hasSize(2); // 20 % of six, rounded up

        assertThat(Actors.call(reviewer, () -> bulks.confirm(id))).isInstanceOf(BulkDesk.BulkOutcome.NotYet.class);
        drawn.sample().forEach(item -> act(reviewer, item.claim(), ClaimAction.CONFIRM_GRANT));
        assertThat(Actors.call(officer("another", Role.COUNTY_REVIEWER, "330329108"), () -> bulks.confirm(id)))
                .isInstanceOf(BulkDesk.BulkOutcome.NotYet.class);

        assertThat(Actors.call(reviewer, () -> bulks.confirm(id))).isEqualTo(new BulkDesk.BulkOutcome.Confirmed(4, 0));
        assertThat(mine).allSatisfy(claim -> assertThat(state(claim)).isEqualTo("granted bulk-county"));
    }

    @Test
    void one_claim_of_the_sample_sent_back_ends_the_bulk() {
        var reviewer = officer("bulk-county-b", Role.COUNTY_REVIEWER, "330329109");
        for (int i = 0; i < 3; i++) {
            recommended("bulk-b" + i, "330329109");
        }
        var id = Actors.call(reviewer, () -> bulks.draw()).orElseThrow();
        var sampled = Actors.call(reviewer, () -> bulks.find(id))
                .orElseThrow()
                .sample()
                .getFirst()
                .claim();
        Actors.call(
                reviewer,
                () -> review.act(new ReviewDesk.Verdict(sampled, new Deed(ClaimAction.SEND_BACK, List.of(), "请再核"))));

        assertThat(Actors.call(reviewer, () -> bulks.find(id)).orElseThrow().failed())
                .isTrue();
        assertThat(Actors.call(reviewer, () -> bulks.confirm(id))).isInstanceOf(BulkDesk.BulkOutcome.NotYet.class);
    }

    @Test
    void who_recommended_draws_nothing_of_their_own() {
        recommended("bulk-c", "330329110");

        assertThat(Actors.call(officer("township", Role.COUNTY_REVIEWER, "330329110"), () -> bulks.draw()))
                .isEmpty();
    }

    @Test
    void a_family_without_an_answer_is_on_the_clerks_list_until_it_applies() {
        var family = newborn("help-a");
        families.follow();
        assertThat(list(clerk())).contains(family.child());
        assertThat(list(officer("clerk-elsewhere", Role.VILLAGE_CLERK, "330329101")))
                .doesNotContain(family.child());

        Actors.run(clerk(), () -> outreach.note(family.child(), "does-not-want"));
        assertThat(list(clerk())).doesNotContain(family.child());
    }

    @Test
    void a_clerk_files_on_a_signed_paper_and_reviews_nothing_of_it() {
        var family = newborn("help-b");
        var mother = family.parents().mother();
        assertThat(help(clerk(), family.child(), mother, ""))
                .isEqualTo(new StepOutcome.Incomplete(List.of("authority")));

        var claim = ((StepOutcome.Done) help(clerk(), family.child(), mother, "委托书 2026-015")).claim();

        assertThat(families.row(
                        "SELECT filed_by || ' ' || authority || ' ' || (applicant_id = '%s')::text FROM benefit.claim WHERE id = '%s'"
                                .formatted(mother, claim)))
                .isEqualTo("clerk 委托书 2026-015 true");
        var same = officer("clerk", Role.TOWNSHIP_OFFICER, LUOYANG);
        assertThat(act(same, claim, ClaimAction.RECOMMEND)).isEqualTo(new StepOutcome.SamePerson());
        assertThatThrownBy(() -> Actors.call(
                        same,
                        () -> work.execute(status -> app.sql(
                                        "UPDATE benefit.claim SET state = 'recommended', reviewed_by = filed_by WHERE id = :id")
                                .param("id", claim)
                                .update())))
                .rootCause()
                .hasMessageContaining("who_files_does_not_review");
        assertThat(act(township(), claim, ClaimAction.RECOMMEND)).isEqualTo(done(claim, ClaimState.RECOMMENDED));
        assertThat(Actors.call(mother(mother), () -> files.find(claim))).isPresent();
    }

    @Test
    void a_clerk_files_for_nobody_but_a_parent() {
        var family = newborn("help-c");
        var other = families.parents("help-d", LUOYANG);

        assertThatThrownBy(() -> help(clerk(), family.child(), other.mother(), "委托书 2026-016"))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_phone_looked_up_for_a_call_leaves_a_trace() {
        var family = newborn("help-e");
        families.follow();

        var found = Actors.call(clerk(), () -> outreach.find(family.child())).orElseThrow();

        assertThat(found.phones()).containsKey(family.parents().mother());
        assertThat(families.rows("SELECT subject || ' ' || action FROM access.read_log WHERE person_id = '%s'"
                        .formatted(family.parents().mother())))
                .contains("clerk phone");
    }

    record Family(TestFamilies.Parents parents, UUID child) {}

    private Family newborn(String name) {
        return newborn(name, LUOYANG);
    }

    private Family newborn(String name, String area) {
        var parents = families.parents(name, area);
        return new Family(parents, families.noticed(name + "-child", "2026-10-05", name));
    }

    private UUID recommended(String name, String area) {
        var family = newborn(name, area);
        var holder = families.row("SELECT name FROM register.identity WHERE person_id = '%s'"
                .formatted(family.parents().mother()));
        var claim = file(family, Map.of(ChildFacts.HUKOU, area), holder);
        act(officer("township", Role.TOWNSHIP_OFFICER, area), claim, ClaimAction.RECOMMEND);
        return claim;
    }

    private UUID file(Family family, Map<String, String> declared, String holder) {
        var name = holder.equals("林晓")
                ? families.row("SELECT name FROM register.identity WHERE person_id = '%s'"
                        .formatted(family.parents().mother()))
                : holder;
        var filing = new Filing(family.child(), declared, new TypedAccount(name, "6222021200001234567"), true);
        var outcome = Actors.call(mother(family.parents().mother()), () -> desk.file(filing));
        return ((StepOutcome.Done) outcome).claim();
    }

    private StepOutcome help(Actor actor, UUID child, UUID parent, String authority) {
        var account = new TypedAccount("林晓", "6222021200001234567");
        return Actors.call(
                actor,
                () -> desk.file(
                        new Filing(child, IN_LUOYANG, account, true, Optional.of(new Helped(parent, authority)))));
    }

    private List<UUID> list(Actor actor) {
        return Actors.call(actor, () -> outreach.listAll(PageRequest.first(), false, 1000)).stream()
                .map(line -> line.offer().unit())
                .toList();
    }

    private Comparisons.Compared compare(UUID claim) {
        return Actors.call(
                county(),
                () -> comparisons.compare(files.find(claim).orElseThrow().claim()));
    }

    private List<Tone> tones(UUID claim) {
        return compare(claim).rows().stream().map(FactComparison.Row::tone).toList();
    }

    private List<String> differing(UUID claim) {
        return compare(claim).rows().stream()
                .filter(row -> !row.same())
                .map(row -> row.key() + " " + row.tone())
                .toList();
    }

    private String state(UUID claim) {
        return families.row("SELECT state || ' ' || settled_by FROM benefit.claim WHERE id = '%s'".formatted(claim));
    }

    private StepOutcome act(Actor actor, UUID claim, ClaimAction action) {
        return Actors.call(actor, () -> review.act(new ReviewDesk.Verdict(claim, Deed.of(action))));
    }

    private static StepOutcome done(UUID claim, ClaimState state) {
        return new StepOutcome.Done(claim, state);
    }

    private static Actor mother(UUID person) {
        return new Actor("family", Role.FAMILY, List.of(), Purpose.OWN_AFFAIRS, Optional.of(person));
    }

    private static Actor clerk() {
        return officer("clerk", Role.VILLAGE_CLERK, LUOYANG);
    }

    private static Actor township() {
        return officer("township", Role.TOWNSHIP_OFFICER, LUOYANG);
    }

    private static Actor county() {
        return officer("county", Role.COUNTY_REVIEWER, "330329");
    }

    private static Actor officer(String subject, Role role, String area) {
        return new Actor(subject, role, List.of(AreaCode.of(area)), Purpose.BENEFIT_DECISION, Optional.empty());
    }

    @Autowired
    @org.springframework.boot.flyway.autoconfigure.FlywayDataSource
    private javax.sql.DataSource owner;

    private void asOwner(String statement) {
        JdbcClient.create(owner).sql(statement).update();
    }
}
