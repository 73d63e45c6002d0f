package org.junheng.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.DateRange;
import org.junheng.kernel.Money;
import org.junheng.kernel.Timeline;
import org.junheng.policy.internal.sql.FactValues;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of entitlement whatever the family: over fixed seeds. */
class EntitlementPropertiesTest {

    private static final SchemeBook BOOK = Schemes.load(ShippedSchemesTest.FOLDER);
    private static final Provenance REGISTER = new Provenance(new Text("登记", "register"), null);
    private static final LocalDate FILED = LocalDate.of(2022, 5, 10);
    private static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);
    private static final List<String> AREAS = List.of("330328", "330329", "510104", "140105", "500103");

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** A parent's life as single statements, which may arrive in any order. */
    private static List<Consumer<Facts.Builder>> parent(Random random) {
        List<Consumer<Facts.Builder>> all = new ArrayList<>();
        LocalDate born = LocalDate.of(1968, 1, 1).plusDays(random.nextInt(3000));
        all.add(facts -> facts.known("person.sex", "female", REGISTER));
        all.add(facts -> facts.known("person.born", born, REGISTER));
        all.add(facts -> facts.known("person.marital", "widowed", REGISTER));
        LocalDate urban = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(6000));
        all.add(facts -> facts.over("person.hukouKind", from("agricultural", "urban", urban), REGISTER));
        AreaCode first = AreaCode.of(AREAS.get(random.nextInt(AREAS.size())));
        AreaCode second = AreaCode.of(AREAS.get(random.nextInt(AREAS.size())));
        LocalDate moved = LocalDate.of(2022, 1, 1).plusDays(random.nextInt(1500));
        all.add(facts -> facts.over("person.hukou", from(first, second, moved), REGISTER));
        all.add(facts -> facts.known("claim.office", first.province(), REGISTER));
        all.add(facts -> facts.known("claim.firstFiledOn", FILED, REGISTER));
        if (random.nextInt(3) == 0) {
            LocalDate died = FILED.plusDays(random.nextInt(1200));
            all.add(facts -> facts.known("person.died", died, REGISTER));
        }
        for (int child = random.nextInt(3); child >= 0; child--) {
            LocalDate birth = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(9000));
            LocalDate death = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(4000));
            boolean dies = random.nextInt(4) != 0;
            all.add(facts -> facts.member("person.children", member -> {
                member.known("born", birth, REGISTER);
                if (dies) {
                    member.known("died", death, REGISTER);
                }
            }));
        }
        return all;
    }

    private static <T> Timeline<T> from(T before, T after, LocalDate day) {
        return Timeline.ofEntries(List.of(
                new Timeline.Entry<>(new DateRange(LocalDate.of(1960, 1, 1), day), before),
                new Timeline.Entry<>(DateRange.from(day), after)));
    }

    private static Facts facts(List<Consumer<Facts.Builder>> statements) {
        Facts.Builder builder = BOOK.vocabulary().facts("person");
        statements.forEach(each -> each.accept(builder));
        return builder.build();
    }

    private static List<EntitledPeriod> owed(Facts facts, LocalDate until) {
        return BOOK.get("special-assistance-death").entitlement(facts, FILED, until, UNTIL);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_in_which_facts_arrive_does_not_matter_and_replay_changes_nothing(int seed) {
        Random random = new Random(seed);
        List<Consumer<Facts.Builder>> statements = parent(random);
        List<EntitledPeriod> first = owed(facts(statements), UNTIL);

        Collections.shuffle(statements, random);

        assertThat(owed(facts(statements), UNTIL)).isEqualTo(first).isEqualTo(owed(facts(statements), UNTIL));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_sum_of_all_differences_is_what_is_owed_in_the_end(int seed) {
        Random random = new Random(seed);
        List<Consumer<Facts.Builder>> statements = parent(random);
        Collections.shuffle(statements, random);
        Map<String, Long> instructed = new TreeMap<>();
        for (int arrived = 1; arrived <= statements.size(); arrived++) {
            Map<String, Long> owed = new TreeMap<>();
            owed(facts(statements.subList(0, arrived)), UNTIL)
                    .forEach(each -> owed.put(each.period().key(), each.amount().fen()));
            owed.forEach(
                    (period, fen) -> instructed.merge(period, fen - instructed.getOrDefault(period, 0L), Long::sum));
            instructed.replaceAll((period, fen) -> owed.containsKey(period) ? fen : 0L);
        }

        Money total = Money.ofFen(
                instructed.values().stream().mapToLong(Long::longValue).sum());
        assertThat(owed(facts(statements), UNTIL).stream()
                        .map(EntitledPeriod::amount)
                        .collect(Money.sum()))
                .isEqualTo(total);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void asking_for_less_time_gives_the_same_periods_up_to_there(int seed) {
        Facts facts = facts(parent(new Random(seed)));
        LocalDate cut = LocalDate.of(2022, 6, 15).plusMonths(new Random(seed).nextInt(50));

        assertThat(owed(facts, cut))
                .isEqualTo(owed(facts, UNTIL).stream()
                        .filter(each -> !each.period().start().isAfter(cut))
                        .toList());
    }

    private static Facts child(Random random) {
        Facts.Builder facts = BOOK.vocabulary()
                .facts("child")
                .known("child.born", LocalDate.of(2021, 6, 1).plusDays(random.nextInt(2000)), REGISTER)
                .known("child.birthCertified", true, REGISTER)
                .known("child.chineseNational", true, REGISTER)
                .known("child.hukou", AreaCode.of("330329"), REGISTER)
                .known("claim.office", AreaCode.of("330329"), REGISTER)
                .known("claim.firstFiledOn", LocalDate.of(2025, 9, 1), REGISTER);
        if (random.nextInt(3) == 0) {
            facts.known("child.died", LocalDate.of(2025, 1, 1).plusDays(random.nextInt(1200)), REGISTER);
        }
        return facts.build();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_year_cut_at_any_month_has_the_same_sum(int seed) {
        Random random = new Random(seed);
        Facts facts = child(random);
        Scheme subsidy = BOOK.get("childcare-subsidy");
        Period year = Period.containing(LocalDate.of(2025 + random.nextInt(4), 1, 1), Period.Length.YEAR);
        LocalDate cut = year.start().plusMonths(1 + random.nextInt(11));

        Money parts = year.cutAt(List.of(cut)).stream()
                .map(part -> amount(subsidy.decide(facts, part, UNTIL, UNTIL)))
                .collect(Money.sum());

        assertThat(parts).isEqualTo(amount(subsidy.decide(facts, year, UNTIL, UNTIL)));
    }

    private static Money amount(Decision decision) {
        return decision instanceof Decision.Eligible eligible ? eligible.amount() : Money.ZERO;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-01", "2026-07-01", "2026-12-01"})
    void a_standard_that_rises_within_a_year_counts_from_its_month_on_both_back_ends(
            LocalDate rise, @TempDir Path folder) throws IOException {
        SmallSchemes.copy(ShippedSchemesTest.FOLDER, folder);
        SmallSchemes.edit(
                folder.resolve("childcare-subsidy/scheme.yaml"),
                "value: 3600, legal: plan2025}]",
                "value: 3600, legal: plan2025},\n      {from: %s, known_from: 2026-01-01, value: 4800, legal: plan2025}]"
                        .formatted(rise));
        SchemeBook book = Schemes.load(folder);
        Facts facts = book.vocabulary()
                .facts("child")
                .known("child.born", LocalDate.of(2025, 3, 5), REGISTER)
                .known("child.birthCertified", true, REGISTER)
                .known("child.chineseNational", true, REGISTER)
                .known("child.hukou", AreaCode.of("330329"), REGISTER)
                .known("claim.office", AreaCode.of("330329"), REGISTER)
                .known("claim.firstFiledOn", LocalDate.of(2025, 9, 1), REGISTER)
                .build();
        Scheme subsidy = book.get("childcare-subsidy");
        int months = 13 - rise.getMonthValue();
        Money expected = Money.ofYuan(3600 + 100L * months);

        assertThat(subsidy.entitlement(facts, UNTIL, UNTIL, UNTIL))
                .extracting(each -> each.period().key(), EntitledPeriod::amount, EntitledPeriod::months)
                .startsWith(tuple("2025", Money.ofYuan(3600), 12), tuple("2026", expected, 12));
        try (DuckDb engine = new DuckDb()) {
            var tables = FactValues.tables(subsidy.unit(), List.of(facts), UNTIL);
            String sweep = subsidy.sweep(UNTIL, UNTIL, tables).orElseThrow().sql();
            assertThat(engine.run("SELECT outcome, months, amount FROM (" + sweep + ")"))
                    .containsExactly(List.of(2L, 12L, expected.fen()));
        }
    }
}
