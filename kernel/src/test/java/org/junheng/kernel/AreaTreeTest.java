package org.junheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junheng.kernel.AreaCode.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTreeTest {

    private static final AreaTree TREE = AreaTree.load();
    private static final AreaCode ZHEJIANG = AreaCode.of("33");
    private static final LocalDate TODAY = LocalDate.of(2025, 12, 1);

    /** The counties of each city of Zhejiang as of 2025, the last four digits of their codes. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            city | name | counties
            3301 | 杭州市 | 0102 0105 0106 0108 0109 0110 0111 0112 0113 0114 0122 0127 0182
            3302 | 宁波市 | 0203 0205 0206 0211 0212 0213 0225 0226 0281 0282
            3303 | 温州市 | 0302 0303 0304 0305 0324 0326 0327 0328 0329 0381 0382 0383
            3304 | 嘉兴市 | 0402 0411 0421 0424 0481 0482 0483
            3305 | 湖州市 | 0502 0503 0521 0522 0523
            3306 | 绍兴市 | 0602 0603 0604 0624 0681 0683
            3307 | 金华市 | 0702 0703 0723 0726 0727 0781 0782 0783 0784
            3308 | 衢州市 | 0802 0803 0822 0824 0825 0881
            3309 | 舟山市 | 0902 0903 0921 0922
            3310 | 台州市 | 1002 1003 1004 1022 1023 1024 1081 1082 1083
            3311 | 丽水市 | 1102 1121 1122 1123 1124 1125 1126 1127 1181
            """)
    void the_counties_of_zhejiang_are_those_of_today(String city, String name, String counties) {
        assertThat(TREE.name(AreaCode.of(city), Locale.CHINA)).isEqualTo(name);
        assertThat(TREE.children(AreaCode.of(city)))
                .extracting(Area::code)
                .containsExactlyElementsOf(Arrays.stream(counties.split(" "))
                        .map(county -> AreaCode.of("33" + county))
                        .toList());
    }

    @Test
    void zhejiang_has_11_cities_and_90_counties() {
        assertThat(TREE.children(ZHEJIANG)).hasSize(11);
        assertThat(TREE.within(ZHEJIANG, Level.COUNTY)).hasSize(90);
        assertThat(TREE.provinces()).hasSize(34).extracting(Area::en).contains("Zhejiang", "Fujian");
    }

    @Test
    void taishun_has_19_townships_and_a_nature_reserve_of_the_statistics_bureau() {
        List<Area> townships = TREE.children(AreaCode.of("330329"));

        assertThat(townships).hasSize(20);
        assertThat(townships)
                .extracting(Area::zh)
                .containsExactly(
                        "罗阳镇",
                        "司前畲族镇",
                        "百丈镇",
                        "筱村镇",
                        "泗溪镇",
                        "彭溪镇",
                        "雅阳镇",
                        "仕阳镇",
                        "三魁镇",
                        "南浦溪镇",
                        "龟湖镇",
                        "西旸镇",
                        "竹里畲族乡",
                        "包垟乡",
                        "凤垟乡",
                        "东溪乡",
                        "柳峰乡",
                        "雪溪乡",
                        "大安乡",
                        "乌岩岭自然保护区");
        assertThat(townships)
                .extracting(Area::en)
                .startsWith("Luoyang Town", "Siqian She Town")
                .contains("Zhuli She Township", "Da'an Township");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            code      | zh                  | en
            330329100 | 浙江省温州市泰顺县罗阳镇        | Luoyang Town, Taishun County, Wenzhou, Zhejiang
            350924    | 福建省宁德市寿宁县           | Shouning County, Ningde, Fujian
            350982    | 福建省宁德市福鼎市           | Fuding City, Ningde, Fujian
            350926    | 福建省宁德市柘荣县           | Zherong County, Ningde, Fujian
            331127    | 浙江省丽水市景宁畲族自治县       | Jingning She Autonomous County, Lishui, Zhejiang
            330382    | 浙江省温州市乐清市           | Yueqing City, Wenzhou, Zhejiang
            429004    | 湖北省仙桃市              | Xiantao City, Hubei
            110105    | 北京市朝阳区              | Chaoyang District, Beijing
            """)
    void a_place_is_named_with_all_above_it(String code, String zh, String en) {
        assertThat(TREE.fullName(AreaCode.of(code), Locale.CHINA)).isEqualTo(zh);
        assertThat(TREE.fullName(AreaCode.of(code), Locale.ENGLISH)).isEqualTo(en);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            code      | on         | codes of that day
            330329    | 2025-12-01 | 330329
            330104    | 2021-03-10 | 330104
            330104    | 2021-03-11 | 330102 330114
            330103    | 2025-12-01 | 330105
            330125    | 2025-12-01 | 330110
            330125    | 1995-01-01 | 330184
            330322    | 2025-12-01 | 330305
            331021    | 2025-12-01 | 331083
            332627    | 2025-12-01 | 331083
            332525    | 2025-12-01 | 331126
            330502    | 1990-01-01 | 330500
            330502    | 2025-12-01 | 330502
            330104005 | 2025-12-01 | 330102011
            330104009 | 2025-12-01 | 330114002
            330327101 | 2025-12-01 | 330383198
            500105    | 2025-12-01 | 500157
            330113    | 2020-12-31 |
            330199    | 2025-12-01 |
            """)
    void an_abolished_code_leads_to_those_that_followed(String code, LocalDate on, String expected) {
        List<AreaCode> codes = expected == null
                ? List.of()
                : Arrays.stream(expected.split(" ")).map(AreaCode::of).toList();

        assertThat(TREE.successors(AreaCode.of(code), on)).containsExactlyElementsOf(codes);
        assertThat(TREE.successor(AreaCode.of(code), on).map(List::of).orElse(List.of()))
                .isEqualTo(codes.size() == 1 ? codes : List.of());
    }

    @Test
    void abolished_places_are_found_with_their_dates_but_are_nobodys_children() {
        Area jianggan = TREE.get(AreaCode.of("330104"));

        assertThat(jianggan.zh()).isEqualTo("江干区");
        assertThat(jianggan.validTo()).isEqualTo(LocalDate.of(2021, 3, 11));
        assertThat(jianggan.isInForce()).isFalse();
        assertThat(TREE.children(AreaCode.of("3301"))).doesNotContain(jianggan);
        assertThat(TREE.isKnownPrefix(330104)).isTrue();
    }

    @Test
    void a_place_that_ceded_a_part_names_where_it_went() {
        assertThat(TREE.get(AreaCode.of("330327")).successors()).containsExactly(AreaCode.of("330383"));
        assertThat(TREE.find(AreaCode.of("330383"), LocalDate.of(2019, 8, 15))).isEmpty();
        assertThat(TREE.find(AreaCode.of("330383"), LocalDate.of(2019, 8, 16))).isPresent();
    }

    @Test
    void a_renamed_code_has_the_name_of_its_day() {
        AreaCode nanhu = AreaCode.of("330402");

        assertThat(TREE.history(nanhu)).extracting(Area::zh).containsExactly("城区", "秀城区", "南湖区");
        assertThat(TREE.find(nanhu, LocalDate.of(2000, 1, 1)).orElseThrow().en())
                .isEqualTo("Xiucheng District");
        assertThat(TREE.get(nanhu).en()).isEqualTo("Nanhu District");
    }

    @Test
    void prefixes_of_id_numbers_are_known_if_they_ever_were_codes() {
        assertThat(List.of(330329, 332529, 339001, 110105, 441900, 810000, 830000))
                .allMatch(TREE::isKnownPrefix);
        assertThat(List.of(330399, 990101, 0, 999_999, 1_000_000)).noneMatch(TREE::isKnownPrefix);
    }

    /** The list against itself: nothing in force hangs in the air, and no code is in force twice on a day. */
    @Test
    void the_list_is_consistent_in_itself() {
        List<Area> all = TREE.all();

        assertThat(all).hasSizeGreaterThan(8_000);
        for (Area area : all) {
            LocalDate first = area.validFrom() == null ? LocalDate.of(1981, 12, 31) : area.validFrom();
            assertThat(TREE.history(area.code()).stream().filter(each -> each.isInForce(first)))
                    .as("%s on %s", area, first)
                    .containsExactly(area);
            if (area.validTo() != null) {
                assertThat(area.successors())
                        .as("successors of %s on %s", area, area.validTo())
                        .allMatch(next -> TREE.find(next, area.validTo()).isPresent());
            } else if (area.code().level() != Level.PROVINCE) {
                assertThat(TREE.parentOf(area.code()).flatMap(parent -> TREE.find(parent, TODAY)))
                        .as("place above %s", area)
                        .isPresent();
            }
        }
    }

    @Test
    void an_unknown_code_is_refused_with_the_edition_and_advice() {
        assertThat(TREE.find(AreaCode.of("330199"))).isEmpty();
        assertThat(TREE.edition()).startsWith("2025-11");
        assertThatThrownBy(() -> TREE.get(AreaCode.of("330199")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("330199000000")
                .hasMessageContaining("2025-11");
    }

    @Test
    void a_newer_list_is_read_without_a_new_release() {
        AreaTree tree = AreaTree.read(new StringReader("""
                # edition: 2031
                code,zh,en,valid_from,valid_to,successors
                330000,浙江省,Zhejiang,,,
                330199,新区,Xinqu District,2031-05-01,,
                """));

        assertThat(tree.edition()).isEqualTo("2031");
        assertThat(tree.children(ZHEJIANG)).extracting(Area::zh).containsExactly("新区");
        assertThatThrownBy(() -> AreaTree.read(new StringReader("code,zh\n330000,浙江省,x\n")))
                .hasMessageContaining("Line 2");
    }
}
