package org.junheng.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a policy officer can get wrong is told with its place (▸ in the table) and advice. */
class FaultTest {

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        SmallSchemes.copy(SmallSchemes.FOLDER, folder);
    }

    private List<String> faultsAfter(String file, String text, String by) throws IOException {
        SmallSchemes.edit(folder.resolve(file), text, by);
        return Schemes.check(folder).faults().stream().map(Fault::toString).toList();
    }

    @Test
    void the_small_scheme_as_it_stands_has_no_fault() {
        try (DuckDb engine = new DuckDb()) {
            assertThat(Schemes.check(folder, engine).faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', useHeadersInDisplayName = true, quoteCharacter = '`', textBlock = """
        text                            ¦ by                               ¦ fault
        years >= fromAge                ¦ ▸yeers >= fromAge                ¦ 词表和本办法中都没有“yeers”。 是否想写“years”？
        years >= fromAge                ¦ years >= ▸formAge                ¦ 词表和本办法中都没有“formAge”。 是否想写“fromAge”？
        person.kind ==                  ¦ person▸.knid ==                  ¦ 词表和本办法中都没有“knid”。 是否想写“kind”？
        years >= fromAge                ¦ years ▸>= rate                   ¦ “>=”不能用于（int, money）。 它可用于：(date, date) (int, int) (money, money)。
        years >= fromAge                ¦ years >▸                         ¦ 表达式不完整。 请检查括号、引号和运算符。
        years >= fromAge                ¦ years >= fromAge ▸5              ¦ “5”不该在此处。
        years >= fromAge                ¦ years ▸/ 2 >= fromAge            ¦ 不能使用“/”。 请用 roundHalfUp(a, b) 或 roundDown(a, b)。
        years >= fromAge                ¦ years ▸+ fromAge                 ¦ 结果是int，应为bool。
        years >= fromAge                ¦ years >= fromAge && ▸1.5 > 1.0   ¦ 只能使用整数、true/false 和文字。
        == "rural"                      ¦ == ▸"rurl"                       ¦ 代码表“hukouKind”中没有“rurl”。 是否想写“rural”？
        !has(person.died) || person     ¦ person                           ¦ “person.died”可能没有。 请在它之前先问 has(person.died)。
        !has(person.died) ||            ¦ !has▸(person.born) ||            ¦ “person.born”总是存在的，只可能未知。
        c.daughter && !has(c.died)      ¦ c.daughter && c▸.died >= on      ¦ “c.died”可能没有。 请在它之前先问 has(c.died)。
        c.daughter && !has(c.died)      ¦ person.children.exists▸(d, d.daughter) ¦ 列表不能这样用。
        filter(c, c.daughter && !has(c.died)).size() ¦ map▸(c, c.born).size() ¦ 不能使用“map”。 对列表只能用 exists、all、filter(…).size()。
        age(person.born, period.start)  ¦ ▸girls                           ¦ “girls”在此还没有算出。 一个值只能用排在它前面的值。
        rate + yuan(10)                 ¦ rate ▸+ 10                       ¦ “+”不能用于（money, int）。 它可用于：(int, int) (money, money)。
        rate + yuan(10) * girls         ¦ roundDown(rate, ▸girls)          ¦ 除数必须是写明的正整数。
        rate + yuan(10)                 ¦ rate + yuan(▸girls)              ¦ yuan(…) 中应为写明的值。
        person.died >= period.start     ¦ person.died >= date▸('2025-02-30') ¦ date(…) 中的值不对。
        unit: person                    ¦ unit: ▸persom                    ¦ 词表中没有单位“persom”。 是否想写“person”？
        period: month                   ¦ period: ▸weekly                  ¦ “weekly”不能用在“period”下。 可用的有：month, year, once。
        region: person.hukou            ¦ region: person▸.born             ¦ 结果是date，应为area。
        type: money                     ¦ type: ▸mony                      ¦ 没有“mony”这种类型。 是否想写“money”？
        value: 120.50                   ¦ value: ▸120.505                  ¦ “120.505”不是money。 请写成：3600 或 3600.50（元）。
        known_from: 2021-11-15          ¦ known_from: ▸2021-13-15          ¦ “2021-13-15”不是日期。 请写成 2025-01-31 的形式。
        {from: 2020-01-01, known_from: 2019-12-01, value: 80, legal: law} ¦ ▸{from: 2020-01-01, known_from: 2019-12-01, value: 80} ¦ 缺少依据。 请用“legal: …”写明依据哪份文件。
        legal: law, article             ¦ legal: ▸lew, article             ¦ legal 中没有文件“lew”。 是否想写“law”？
        article: 第二条, when:          ¦ article: 第二条, wen:            ¦ 不认识的键“wen”。 是否想写“when”？
        to: 2022-01-01, known_from: 2019 ¦ to: 2022-02-01, known_from: 2019 ¦ rate@CN/2020-01-01/2019-12-01 与 rate@CN/2022-01-01/2021-11-15 的有效期重叠。
        to: 2022-01-01, known_from      ¦ to: 2019-01-01, known_from       ¦ 结束日 2019-01-01 不在开始日 2020-01-01 之后。
        id: rural,                      ¦ id: alive,                       ¦ 名称“alive”用了两次。
        - {id: girls, type              ¦ `- ▸{id: boys, type: int, value: "1"}\\n      - {id: girls, type` ¦ 值“boys”从未被使用。
        years >= fromAge                ¦ years >= 80                      ¦ 参数“fromAge”从未被使用。
        - {from: 2022-01-01, known_from ¦ - {from: 2022-02-01, known_from  ¦ “rate”在 2022-01-01 没有值（版本 1）。
        known_from: 2019-12-01, value: 80 ¦ known_from: 2020-01-02, value: 80 ¦ “fromAge”在 2020-01-01 没有值
        {from: 2022-01-01, known_from   ¦ {from: 2022-01-02, known_from    ¦ 2022-01-02 不是一个发放周期的开始。
        known_from: 2021-11-15, value: 120.50 ¦ known_from: 2021-11-15, value: 200 ¦ rate@330300/2021-01-01/2020-12-01 定为 ¥150.00，超出了上级规定 ¥200.00 所允许的范围。
        to: [city, county]              ¦ to: [county]                     ¦ “每月标准”未授权city一级制定。
        to: [city, county]              ¦ to: [city, countri]              ¦ 没有“countri”这一级。 是否想写“county”？
        person.born: [id-card]          ¦ person.born: [▸id-crd]           ¦ 词表中没有证件“id-crd”。 是否想写“id-card”？
        person.born: [id-card]          ¦ person.burn: [id-card]           ¦ 词表中没有事实“person.burn”。 是否想写“person.born”？
        period: month                   ¦ `period: month\nexcludes: [oldage]` ¦ 没有名为“oldage”的办法。 是否想写“old-age”？
        unit: person                    ¦ `unit: person\nunit: person`    ¦ “unit”出现了两次。
        """)
    void a_fault_in_the_scheme_is_told_with_place_and_advice(String text, String by, String fault) throws IOException {
        String changed = by.replace("\\n", "\n");
        List<String> faults = faultsAfter("old-age/scheme.yaml", text, changed.replace("▸", ""));

        assertThat(faults)
                .anySatisfy(each -> assertThat(each).startsWith("old-age/").contains(place(text, changed) + fault));
    }

    /** Where the mark is, as a fault tells it. */
    private static String place(String text, String by) throws IOException {
        String marked = Files.readString(SmallSchemes.FOLDER.resolve("old-age/scheme.yaml"))
                .replace(text, by);
        int at = marked.indexOf('▸');
        if (at < 0) {
            return "";
        }
        long line = marked.substring(0, at).lines().count();
        return line + ":" + (at - marked.lastIndexOf('\n', at)) + ": ";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        old-age/regions/330300.yaml | area: "330300"  | area: "33"         | “每月标准”未授权province一级制定。
        old-age/regions/330300.yaml | value: 150      | value: 90          | 超出了上级规定
        old-age/regions/330300.yaml | rate:           | rat:               | 5:5: 本办法没有参数“rat”。 是否想写“rate”？
        old-age/regions/330300.yaml | scheme: old-age | scheme: old        | 此文件属于办法“old”。
        old-age/cases/cases.yaml    | amount: 150     | amount: 151        | 14:11: amount 应为 151.00，实为 150.00。
        old-age/cases/cases.yaml    | fails: [old, rural] | fails: [old]   | fails 应为 [old]，实为 [old, rural]。
        old-age/cases/cases.yaml    | person.born: 1945 | person.bron: 1945 | 词表中没有事实“person.bron”。 是否想写“person.born”？
        old-age/cases/cases.yaml    | fails: [alive]  | fails: []          | fails 应为 []，实为 [alive]。
        old-age/cases/cases.yaml    | person.kind: urban | person.kind: none | “person.kind”总是存在的。 不知道时请写 unknown。
        old-age/cases/cases.yaml    | person.kind: urban | person.kind: rural | 没有案例使条件“rural”为：不符合。
        vocabulary.yaml             | absent: unknown, column: married | absent: perhaps | “perhaps”不能用在“absent”下。
        vocabulary.yaml             | sees: [person]  | sees: [persons]    | 没有名为“persons”的记录。 是否想写“person”？
        vocabulary.yaml             | of: offspring   | of: ofspring       | 没有名为“ofspring”的记录。 是否想写“offspring”？
        """)
    void a_fault_in_another_file_is_told_too(String file, String text, String by, String fault) throws IOException {
        assertThat(faultsAfter(file, text, by))
                .anySatisfy(each -> assertThat(each)
                        .startsWith(file.contains("vocabulary") ? "vocabulary.yaml" : "old-age/")
                        .contains(fault));
    }

    @Test
    void all_faults_are_reported_at_once_and_in_english_too() throws IOException {
        Path scheme = folder.resolve("old-age/scheme.yaml");
        SmallSchemes.edit(scheme, "years >= fromAge", "yeers >= fromAge");
        SmallSchemes.edit(scheme, "== \"rural\"", "== \"rurl\"");
        SmallSchemes.edit(scheme, "value: 80", "value: eighty");

        List<Fault> faults = Schemes.read(folder).faults();

        assertThat(faults).extracting(Fault::line).containsExactly(21, 32, 38);
        assertThat(faults.getLast().what().en()).isEqualTo("The code list 'hukouKind' has no 'rurl'.");
        assertThat(faults.getLast().advice().en()).isEqualTo("Did you mean 'rural'?");
        assertThatThrownBy(() -> Schemes.load(folder)).isInstanceOf(FaultySchemes.class);
    }

    @Test
    void a_scheme_with_faults_is_left_out_and_the_others_stay() throws IOException {
        SmallSchemes.copy(folder.resolve("old-age"), folder.resolve("other"));
        SmallSchemes.edit(folder.resolve("other/scheme.yaml"), "scheme: old-age", "scheme: other");
        SmallSchemes.edit(folder.resolve("other/scheme.yaml"), "unit: person", "unit: persom");

        assertThat(Schemes.read(folder).book().schemes()).extracting(Scheme::id).containsExactly("old-age");
    }

    @Test
    void broken_yaml_and_wrong_encodings_are_faults_of_the_file() throws IOException {
        Path scheme = folder.resolve("old-age/scheme.yaml");
        String content = Files.readString(scheme);

        Files.writeString(scheme, content.replace("title: {zh: 高龄津贴,", "title: {zh: 高龄津贴"));
        assertThat(Schemes.read(folder).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(2));

        Files.writeString(scheme, content, Charset.forName("GB18030"));
        assertThat(Schemes.read(folder).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).contains("UTF-8"));

        Files.writeString(scheme, "");
        assertThat(Schemes.read(folder).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).contains("文件是空的"));
    }

    @Test
    void a_released_version_can_only_be_ended() throws IOException {
        Path scheme = folder.resolve("old-age/scheme.yaml");
        String hash = Schemes.load(folder).get("old-age").versions().getFirst().hash();
        SmallSchemes.edit(scheme, "- version: \"1\"", "- version: \"1\"\n    released: " + hash);
        assertThat(Schemes.read(folder).faults()).isEmpty();

        SmallSchemes.edit(scheme, "    outcome:\n", "    to: 2030-01-01\n    outcome:\n");
        assertThat(Schemes.read(folder).faults()).isEmpty();

        SmallSchemes.edit(scheme, "years >= fromAge", "years > fromAge");
        assertThat(Schemes.read(folder).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.toString()).contains("此版本发布后内容被改动。"));
    }
}
