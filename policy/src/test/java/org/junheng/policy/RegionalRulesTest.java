package org.junheng.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junheng.kernel.AreaCode;
import org.junheng.kernel.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What areas may add to a scheme, what one scheme may take from another, and which contradict each other. */
class RegionalRulesTest {

    private static final Provenance REGISTER = new Provenance(new Text("登记", "register"), null);
    private static final LocalDate ON = LocalDate.of(2021, 3, 10);

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        SmallSchemes.copy(SmallSchemes.FOLDER, folder);
    }

    private void edit(String file, String text, String by) throws IOException {
        SmallSchemes.edit(folder.resolve(file), text, by);
    }

    private List<String> faults() {
        return Schemes.read(folder).faults().stream().map(Fault::toString).toList();
    }

    private void countyAddsACondition() throws IOException {
        edit("old-age/scheme.yaml", "region: person.hukou\n", "region: person.hukou\nextensible: {to: [county]}\n");
        Files.writeString(folder.resolve("old-age/regions/330329.yaml"), """
                scheme: old-age
                area: "330329"
                conditions:
                  - id: single
                    zh: 独居
                    en: Lives alone
                    legal: law
                    from: 2021-03-01
                    known_from: 2021-02-15
                    when: "!person.married"
                """);
    }

    private static Facts.Builder person(SchemeBook book, String area) {
        return book.vocabulary()
                .facts("person")
                .known("person.born", LocalDate.of(1930, 5, 20), REGISTER)
                .known("person.hukou", AreaCode.of(area), REGISTER)
                .known("person.kind", "rural", REGISTER);
    }

    @Test
    void a_condition_an_area_adds_counts_there_from_its_day_and_once_it_is_known() throws IOException {
        countyAddsACondition();
        SchemeBook book = Schemes.load(folder);
        Scheme scheme = book.get("old-age");
        Facts married =
                person(book, "330329").known("person.married", true, REGISTER).build();

        assertThat(scheme.decide(married, Period.containing(ON, Period.Length.MONTH), ON, ON))
                .isInstanceOfSatisfying(
                        Decision.NotEligible.class,
                        refused -> assertThat(refused.failed()).containsExactly("single"));
        assertThat(scheme.decide(married, ON.minusMonths(1), ON)).isInstanceOf(Decision.Eligible.class);
        assertThat(scheme.decide(married, ON, LocalDate.of(2021, 2, 14))).isInstanceOf(Decision.Eligible.class);
        Decision here = scheme.decide(
                person(book, "330329").known("person.married", false, REGISTER).build(), ON, ON);
        assertThat(here.grounds().parameterValues()).contains("single@330329/2021-03-01/2021-02-15");
        assertThat(here.explanation().findings()).hasSize(4);
        Decision elsewhere = scheme.decide(
                person(book, "330328").known("person.married", true, REGISTER).build(), ON, ON);
        assertThat(elsewhere).isInstanceOf(Decision.Eligible.class);
        assertThat(elsewhere.explanation().findings()).hasSize(3);
        assertThat(elsewhere.grounds().trueMask()).isEqualTo(0b1111);
    }

    @Test
    void a_condition_an_area_adds_is_judged_alike_on_both_back_ends() throws IOException {
        countyAddsACondition();
        Files.writeString(folder.resolve("old-age/cases/added.yaml"), """
                defaults: {person.born: 1930-05-20, person.hukou: "330329", person.kind: rural}
                cases:
                  - {case: married, zh: 已婚, en: Married, facts: {person.married: true}, on: 2021-03-10, expect: eligible,
                     amount: 150, periods: {2020-01: 100, 2020-02: 100, 2020-03: 100, 2020-04: 100, 2020-05: 100, 2020-06: 100,
                     2020-07: 100, 2020-08: 100, 2020-09: 100, 2020-10: 100, 2020-11: 100, 2020-12: 100, 2021-01: 150, 2021-02: 150}}
                  - {case: young, zh: 年轻已婚, en: Young, facts: {person.married: true, person.born: 1950-01-01}, on: 2021-03-10,
                     expect: not-eligible, fails: [old, single]}
                  - {case: unknown, zh: 未知, en: Unknown, facts: {person.born: 1941-02-20}, on: 2021-03-10,
                     expect: undetermined, missing: [person.married]}
                  - {case: single, zh: 独居, en: Single, facts: {person.married: false}, on: 2021-03-10, expect: eligible}
                """);
        try (DuckDb engine = new DuckDb()) {
            assertThat(Schemes.check(folder, engine).faults()).isEmpty();
        }
    }

    @Test
    void an_area_adds_conditions_only_where_the_scheme_lets_it() throws IOException {
        countyAddsACondition();
        edit("old-age/scheme.yaml", "extensible: {to: [county]}", "extensible: {to: [province]}");

        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("old-age/regions/330329.yaml:4:5: 本办法不允许county一级增加条件。");
    }

    @Test
    void an_area_that_does_not_exist_or_no_longer_exists_sets_nothing() throws IOException {
        edit("old-age/regions/330300.yaml", "area: \"330300\"", "area: \"339900\"");
        assertThat(faults()).singleElement().asString().startsWith("old-age/regions/330300.yaml:2:7: 区划表中没有“3399");

        edit("old-age/regions/330300.yaml", "area: \"339900\"", "area: \"330103\"");
        assertThat(faults())
                .singleElement()
                .asString()
                .contains("已于 2021-03-11 撤销")
                .contains("330105");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        excludes: [old-age]          | excludes: [other]              | 没有名为“other”的办法。
        excludes: [old-age]          | excludes: [old-age]            | “old-age”没有反过来排除本办法。
        of: old-age                  | of: old-gae                    | 没有可用的办法“old-gae”。
        of: old-age                  | of: top-up                     | 没有可用的办法“top-up”。
        ignoring: [rural]            | ignoring: [rurl]               | 办法“old-age”没有条件“rurl”。
        period: month                | period: year                   | 办法“old-age”的给付不能在此抵扣。
        of: old-age.rate             | of: old-age.rat                | 办法“old-age”没有参数“rat”。
        """)
    void what_one_scheme_takes_from_another_is_checked(String text, String by, String fault) throws IOException {
        topUp();
        edit("top-up/scheme.yaml", "excludes: []", text.startsWith("excludes") ? by : "excludes: []");
        if (!text.startsWith("excludes")) {
            edit("top-up/scheme.yaml", text, by);
        }

        assertThat(faults())
                .anySatisfy(each ->
                        assertThat(each).startsWith("top-up/scheme.yaml:").contains(fault));
    }

    private void topUp() throws IOException {
        Files.createDirectories(folder.resolve("top-up"));
        Files.writeString(folder.resolve("top-up/scheme.yaml"), """
                scheme: top-up
                title: {zh: 县级高龄补助, en: county top-up}
                unit: person
                period: month
                region: person.hukou
                excludes: []
                legal:
                  county: {title: {zh: 县办法, en: County rules}, published: 2019-12-01}
                parameters:
                  local:
                    zh: 县标准
                    en: county amount
                    type: money
                    values: [{from: 2020-01-01, known_from: 2019-12-01, value: 180, legal: county}]
                  standard: {zh: 国家标准, en: national amount, of: old-age.rate}
                versions:
                  - version: "1"
                    from: 2020-01-01
                    known_from: 2019-12-01
                    values:
                      - {id: national, zh: 国家津贴, en: national allowance, of: old-age, ignoring: [rural]}
                    conditions:
                      - {id: settled, zh: 有户籍, en: Registered, legal: county, when: person.married && standard > yuan(0)}
                    outcome: {amount: "topUp(local, national)"}
                """);
    }

    @Test
    void a_top_up_nets_what_the_other_scheme_gives_in_that_month_and_area() throws IOException {
        topUp();
        SchemeBook book = Schemes.load(folder);
        Scheme scheme = book.get("top-up");

        assertThat(amount(
                        scheme,
                        person(book, "330328")
                                .known("person.married", true, REGISTER)
                                .build(),
                        ON))
                .as("180 - 150, which the city sets")
                .isEqualTo(Money.ofYuan(30));
        assertThat(amount(
                        scheme,
                        person(book, "330100")
                                .known("person.married", true, REGISTER)
                                .build(),
                        ON))
                .as("180 - 100")
                .isEqualTo(Money.ofYuan(80));
        Facts young = person(book, "330328")
                .known("person.born", LocalDate.of(1990, 1, 1), REGISTER)
                .known("person.married", true, REGISTER)
                .build();
        assertThat(amount(scheme, young, ON)).as("nothing to net").isEqualTo(Money.ofYuan(180));
        Facts open = person(book, "330328")
                .unknown("person.born")
                .known("person.married", true, REGISTER)
                .build();
        assertThat(scheme.decide(open, Period.containing(ON, Period.Length.MONTH), ON, ON))
                .isInstanceOfSatisfying(
                        Decision.Undetermined.class,
                        undetermined -> assertThat(undetermined.missing())
                                .extracting(Question::fact)
                                .containsExactly("person.born"));
    }

    private static Money amount(Scheme scheme, Facts facts, LocalDate on) {
        Decision decision = scheme.decide(facts, Period.containing(on, Period.Length.MONTH), on, on);
        return ((Decision.Eligible) decision).amount();
    }

    @Test
    void who_could_draw_two_that_exclude_each_other_chooses_and_who_draws_one_is_barred() throws IOException {
        topUp();
        edit("top-up/scheme.yaml", "excludes: []", "excludes: [old-age]");
        edit("old-age/scheme.yaml", "region: person.hukou\n", "region: person.hukou\nexcludes: [top-up]\n");
        SchemeBook book = Schemes.load(folder);
        Facts facts =
                person(book, "330328").known("person.married", true, REGISTER).build();
        List<Decision> decisions =
                book.schemes().stream().map(each -> each.decide(facts, ON, ON)).toList();

        assertThat(book.verdicts(decisions, Set.of()))
                .isEqualTo(Map.of(
                        "old-age", new Verdict.Choice(List.of("top-up"), true),
                        "top-up", new Verdict.Choice(List.of("old-age"), false)));
        assertThat(book.verdicts(decisions, Set.of("old-age")))
                .isEqualTo(Map.of("top-up", new Verdict.Barred(List.of("old-age"))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        years >= fromAge          | years >= fromAge && years < 70                       | 条件“old”自相矛盾
        years >= fromAge          | years >= fromAge && fromAge > 90                     | 条件“old”不可能符合
        years >= fromAge          | years >= fromAge \\|\\| fromAge > 5                  | 条件“old”在任何情况下都符合
        'person.kind == "rural"'  | 'person.kind == "rural" && age(person.born, period.start) < 60' | 条件“old”与“rural”不可能同时符合
        """)
    void conditions_that_contradict_themselves_or_each_other_are_told(String text, String by, String fault)
            throws IOException {
        edit("old-age/scheme.yaml", "when: " + text, "when: " + by.replace("\\|", "|"));

        assertThat(Schemes.check(folder).faults())
                .anySatisfy(each -> assertThat(each.toString())
                        .startsWith("old-age/scheme.yaml:")
                        .contains(fault));
    }

    @Test
    void a_released_value_can_be_ended_and_nothing_else() throws IOException {
        assertThat(Schemes.release(folder, "old-age")).contains("1", "rate@330300/2021-01-01/2020-12-01");
        edit("old-age/regions/330300.yaml", "value: 150", "value: 150, to: 2023-01-01");
        assertThat(faults()).isEmpty();

        edit("old-age/regions/330300.yaml", "value: 150", "value: 160");
        edit("old-age/scheme.yaml", "years >= fromAge", "years > fromAge");
        assertThat(faults())
                .hasSize(2)
                .allSatisfy(
                        each -> assertThat(each).startsWith("released.yaml:").contains("发布后内容被改动"));
        assertThat(Schemes.read(folder).book().schemes()).isEmpty();

        Files.delete(folder.resolve("old-age/regions/330300.yaml"));
        assertThat(faults())
                .anySatisfy(each -> assertThat(each).contains("已发布的“rate@330300/2021-01-01/2020-12-01”不见了"));
    }
}
