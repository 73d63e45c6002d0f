package org.junheng.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;
import org.junit.jupiter.api.Test;

/** The public face, tried on the national childcare subsidy. */
class ChildcareSubsidyTest {

    private static final SchemeBook BOOK = Schemes.load(ShippedSchemesTest.FOLDER);
    private static final Scheme SUBSIDY = BOOK.get("childcare-subsidy");
    private static final LocalDate FILED = LocalDate.of(2025, 9, 10);
    private static final Provenance CERTIFICATE =
            new Provenance(new Text("出生医学证明", "birth medical certificate"), LocalDate.of(2022, 8, 20));

    private static Facts.Builder child(LocalDate born) {
        return BOOK.vocabulary()
                .facts("child")
                .known("child.born", born, CERTIFICATE)
                .known("child.birthCertified", true, CERTIFICATE)
                .known("child.chineseNational", true, Provenance.declared(FILED))
                .known("child.hukou", AreaCode.of("330329001"), Provenance.declared(FILED))
                .known("claim.office", AreaCode.of("330329"), Provenance.declared(FILED));
    }

    @Test
    void an_eligible_child_gets_the_amount_of_the_year_and_the_periods_so_far() {
        Decision decision = SUBSIDY.decide(child(LocalDate.of(2022, 8, 15)).build(), FILED, FILED);

        assertThat(decision).isInstanceOfSatisfying(Decision.Eligible.class, eligible -> {
            assertThat(eligible.amount()).isEqualTo(Money.ofYuan(2400));
            assertThat(eligible.periods()).extracting(EntitledPeriod::months).containsExactly(8);
        });
        assertThat(decision.grounds().trueMask()).isEqualTo(0b111111);
        assertThat(decision.grounds().parameterValues()).contains("annual@CN/2025-01-01/2025-07-28");
        assertThat(decision.grounds().sample()).isTrue();
    }

    @Test
    void the_explanation_tells_facts_with_source_and_date_and_cites_the_law() {
        Facts facts = child(LocalDate.of(2022, 8, 15))
                .unknown("child.chineseNational")
                .build();
        Explanation explanation = SUBSIDY.decide(facts, FILED, FILED).explanation();

        assertThat(explanation.sentences(Locale.CHINESE))
                .startsWith(
                        "能否享受育儿补贴（2025年度）尚缺信息。",
                        "本年度有应补贴月数：符合。出生日期：2022年8月15日（出生医学证明，2022-08-20），制度实施日：2025年1月1日，"
                                + "补贴至几周岁：3。依据：《育儿补贴制度实施方案》。")
                .contains("具有中国国籍：尚不能判断。具有中国国籍：未知。依据：《育儿补贴制度管理规范（试行）》第五条。");
        assertThat(explanation.sentences(Locale.ENGLISH))
                .contains(
                        "Registered in the area of the office: met. place of household registration: 330329001"
                                + " (the applicant's declaration, 2025-09-10), area of the office: 330329 (the applicant's"
                                + " declaration, 2025-09-10). See Administrative rules of the childcare subsidy (trial), Article 9.");
    }

    @Test
    void an_undetermined_decision_asks_exactly_the_missing_facts() {
        Facts facts = child(LocalDate.of(2025, 2, 1))
                .unknown("child.hukou")
                .unknown("child.birthCertified")
                .build();

        assertThat(SUBSIDY.decide(facts, FILED, FILED))
                .isInstanceOfSatisfying(
                        Decision.Undetermined.class,
                        open -> assertThat(open.missing())
                                .extracting(
                                        Question::fact,
                                        question ->
                                                question.evidence().getFirst().zh())
                                .containsExactly(
                                        tuple("child.birthCertified", "出生医学证明"), tuple("child.hukou", "居民户口簿")));
    }

    @Test
    void facts_of_unknown_name_or_wrong_type_are_refused_with_advice() {
        Facts.Builder facts = BOOK.vocabulary().facts("child");

        assertThatThrownBy(() -> facts.known("child.bron", LocalDate.EPOCH, CERTIFICATE))
                .hasMessageContaining("child.bron")
                .hasMessageContaining("Did you mean 'child.born'?");
        assertThatThrownBy(() -> facts.known("child.born", 2025, CERTIFICATE))
                .hasMessage("Fact 'child.born': '2025' (Integer) is not of the type date.");
        assertThatThrownBy(() -> facts.none("child.born", CERTIFICATE)).hasMessageContaining("unknown(\"child.born\")");
    }

    @Test
    void splitting_the_time_asked_for_changes_no_sum() {
        Facts facts = child(LocalDate.of(2023, 6, 30)).build();
        LocalDate until = LocalDate.of(2029, 12, 31);
        List<EntitledPeriod> all = SUBSIDY.entitlement(facts, FILED, until, FILED);

        Money perYear = Money.ZERO;
        for (int year = 2025; year <= 2029; year++) {
            Period period = Period.containing(LocalDate.of(year, 7, 1), Period.Length.YEAR);
            if (SUBSIDY.decide(facts, period, FILED, FILED) instanceof Decision.Eligible eligible) {
                perYear = perYear.plus(eligible.amount());
            }
        }
        assertThat(all.stream().map(EntitledPeriod::amount).collect(Money.sum()))
                .isEqualTo(perYear)
                .isEqualTo(Money.ofYuan(5400));
    }
}
