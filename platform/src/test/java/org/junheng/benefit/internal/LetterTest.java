package org.junheng.benefit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junheng.PlatformTest;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.catalogue.Catalogue;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;
import org.junheng.policy.Facts;
import org.junheng.policy.Provenance;
import org.junheng.policy.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PlatformTest
class LetterTest {

    private static final LocalDate FILED = LocalDate.of(2026, 11, 2);

    private final TestFamilies families;

    @Autowired
    private LetterText text;

    @Autowired
    private Letters letters;

    @Autowired
    private LetterDrafts drafts;

    @Autowired
    private ReviewDesk review;

    @Autowired
    private ClaimDesk desk;

    @Autowired
    private Catalogue catalogue;

    LetterTest(@Autowired ApplicationContext context) {
        families = new TestFamilies(context);
    }

    @ParameterizedTest
    @CsvSource({
        "refusal,  330302001,            , zh",
        "refusal,  330302001,            , en",
        "stop,     330302001,            , zh",
        "recovery, 330329100, 2026-11-10 , zh",
        "recovery, 330329100, 2026-11-10 , en"
    })
    void the_letter_reads_as_it_was_accepted(String kind, String hukou, String died, String language)
            throws IOException {
        var written =
                text.write(content(kind, hukou, died), Locale.of(language)).plain();

        var file = Path.of("src/test/resources/golden/letter-%s-%s.txt".formatted(kind, language));
        if ("accept".equals(System.getProperty("golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, written);
        }
        assertThat(file)
                .as("Stale: run with -Dgolden=accept and review the change.")
                .hasContent(written);
    }

    @Test
    void a_heading_spares_the_family() {
        for (var kind : JdbcLetters.Kind.values()) {
            assertThat(kind.zh()).doesNotContain("失独", "死亡", "伤残");
        }
        assertThat(text.write(content("stop", "330302001", null), Locale.CHINESE)
                        .title())
                .doesNotContain("失独", "死亡", "伤残");
    }

    @Test
    void a_refusal_has_its_letter_at_once_and_the_family_reads_it() {
        var parents = families.parents("letter-a", "330329100");
        var child = families.noticed("letter-a-child", "2026-10-05", "letter-a");
        var filing = new ClaimDesk.Filing(
                child,
                Map.of(ChildFacts.HUKOU, "330329100"),
                new ClaimDesk.TypedAccount("林晓", "6222021200001234567"),
                true);
        var claim = ((StepOutcome.Done) Actors.call(family(parents.mother()), () -> desk.file(filing))).claim();
        var found = new Claimed.Found("330302001000", "hukou-book", "", LocalDate.now(AdministrativeTime.ZONE));
        Actors.call(township(), () -> review.find(claim, ChildFacts.HUKOU, found));
        act(township(), claim, ClaimAction.PROPOSE_REFUSAL);
        assertThat(Actors.call(family(parents.mother()), () -> letters.listOf(claim)))
                .isEmpty();

        act(county(), claim, ClaimAction.CONFIRM_REFUSAL);

        var mine = Actors.call(family(parents.mother()), () -> letters.listOf(claim));
        assertThat(mine).hasSize(1);
        var content = Actors.call(
                        family(parents.mother()),
                        () -> letters.find(mine.getFirst().id()))
                .orElseThrow();
        assertThat(text.write(content, Locale.CHINESE).plain())
                .contains("不符合“户籍（福利机构为登记地）在受理地”", "经办核实（居民户口簿）", "60 日", "6 个月");
        var stranger = family(UUID.randomUUID());
        assertThat(Actors.call(stranger, () -> letters.find(mine.getFirst().id())))
                .isEmpty();
    }

    @Test
    void a_recovery_is_drafted_once_and_the_family_sees_it_only_when_it_is_issued() {
        var child = families.granted("letter-b", "330329100", "2025-12-20");
        families.died("letter-b-child", "2026-02-10");
        families.follow();
        drafts.draft();
        drafts.draft();

        var claim = UUID.fromString(
                families.row("SELECT id::text FROM benefit.claim WHERE unit_id = '%s'".formatted(child)));
        var mother = families.mother(child);
        assertThat(families.rows(
                        "SELECT kind || ' ' || amount_fen || ' ' || state FROM benefit.letter WHERE claim_id = '%s'"
                                .formatted(claim)))
                .containsExactly("recovery 300000 draft");
        assertThat(Actors.call(mother, () -> letters.listOf(claim))).isEmpty();

        var letter = Actors.call(county(), () -> letters.listOf(claim)).getFirst();
        assertThat(Actors.call(township(), () -> letters.issue(letter.id()))).isFalse();
        assertThat(Actors.call(county(), () -> letters.issue(letter.id()))).isTrue();
        assertThat(Actors.call(county(), () -> letters.issue(letter.id()))).isFalse();
        assertThat(Actors.call(mother, () -> letters.find(letter.id()))).isPresent();
    }

    private LetterText.Content content(String kind, String hukou, @org.jspecify.annotations.Nullable String died) {
        var scheme = catalogue.book().get(Subsidy.SCHEME);
        var decision = scheme.decide(facts(hukou, died), FILED, LocalDate.of(2026, 11, 20));
        var letter = new JdbcLetters.Letter(
                new UUID(0, 1),
                "育补〔2026〕330329-000012号",
                JdbcLetters.Kind.ofCode(kind),
                new JdbcLetters.Concerns(new UUID(0, 2), new UUID(0, 3), AreaCode.of("330329100"), new UUID(0, 4)),
                kind.equals("refusal") ? Money.ZERO : Money.ofYuan(3000),
                Instant.parse("2026-11-20T02:00:00Z"),
                Optional.of(Instant.parse("2026-11-23T02:00:00Z")));
        return new LetterText.Content(
                letter, decision.explanation(), FILED, "王小宝", "林晓", Optional.of(LocalDate.of(2026, 11, 23)));
    }

    private Facts facts(String hukou, @org.jspecify.annotations.Nullable String died) {
        var hospital = new Provenance(new Text("助产机构", "Hospital"), LocalDate.of(2026, 1, 8));
        var police = new Provenance(new Text("公安", "Public security"), LocalDate.of(2026, 1, 20));
        var builder = catalogue
                .book()
                .vocabulary()
                .facts("child")
                .known("child.born", LocalDate.of(2026, 1, 5), hospital)
                .known(ChildFacts.CERTIFIED, true, hospital)
                .known(ChildFacts.NATIONAL, true, police)
                .known(ChildFacts.HUKOU, AreaCode.of(hukou), police)
                .known(
                        "claim.office",
                        AreaCode.of("330329"),
                        new Provenance(new Text("受理机构", "the office in charge"), null))
                .known("claim.applicant", "parent", Provenance.declared(FILED))
                .known("claim.firstFiledOn", FILED, Provenance.declared(FILED));
        return (died == null
                        ? builder
                        : builder.known(
                                "child.died",
                                LocalDate.parse(died),
                                new Provenance(new Text("民政", "Civil affairs"), LocalDate.of(2026, 11, 12))))
                .build();
    }

    private void act(Actor actor, UUID claim, ClaimAction action) {
        assertThat(Actors.call(actor, () -> review.act(new ReviewDesk.Verdict(claim, JdbcClaims.Deed.of(action)))))
                .isInstanceOf(StepOutcome.Done.class);
    }

    private static Actor family(UUID person) {
        return new Actor("family", Role.FAMILY, List.of(), Purpose.OWN_AFFAIRS, Optional.of(person));
    }

    private static Actor township() {
        return new Actor(
                "township",
                Role.TOWNSHIP_OFFICER,
                List.of(AreaCode.of("330329100")),
                Purpose.BENEFIT_DECISION,
                Optional.empty());
    }

    private static Actor county() {
        return new Actor(
                "county",
                Role.COUNTY_REVIEWER,
                List.of(AreaCode.of("330329")),
                Purpose.BENEFIT_DECISION,
                Optional.empty());
    }
}
