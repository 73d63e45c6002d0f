package org.junheng.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkagePropertiesTest {

    private static final Layout LAYOUT = Layout.chinaPerson();

    private static Entry person(String id, String name, String born, String number, String mother) {
        Map<String, String> row = new HashMap<>();
        row.put("name", name);
        row.put("dob", born);
        row.put("id_no", number);
        row.put("mother_name", mother);
        row.put("county", "330329");
        row.put("address", "罗阳镇新城社区7组12号");
        return Entry.read(LAYOUT, id, column -> row.getOrDefault(column, ""));
    }

    private static int level(String comparison, Entry a, Entry b) {
        return Layout.level(LAYOUT.compare(a, b), LAYOUT.index(comparison));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            曾国华,   曾国华,       5
            張偉,     张伟,         5
            王　芳,   王芳,         5
            鄒麗鵬,   邹丽鹏,       5
            吳堃,     吴坤,         5
            刘□,      刘欣,         3
            陈义刚,   陈宜刚,       4
            谢哨椽,   XIE SHAOCHUAN, 4
            单雄,     SHAN XIONG,   4
            尉迟恭,   YUCHI GONG,   4
            刘翠琴,   刘琴,         3
            朱斌兴,   朱兴斌,       3
            范佳飞,   范*飞,        3
            郭春琴,   郭春瑟,       3
            张勇维,   张树伟,       2
            王芳,     李强,         1
            王芳之子, 李强,         0
            """)
    void names_are_compared_by_characters_and_readings(String a, String b, int expected) {
        Entry left = person("a", a, "", "", "");
        Entry right = person("b", b, "", "", "");
        assertThat(level("name", left, right)).isEqualTo(expected);
        assertThat(LAYOUT.compare(right, left)).isEqualTo(LAYOUT.compare(left, right));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1970-05-01, 1970-05-01, 5
            1970-05-01, 1970-05-05, 4
            1970-05-11, 1970-11-05, 4
            2000-02-05, 2000-01-01, 4
            1964-03-10, 1964-02-09, 3
            1964-12-10, 1964-01-01, 2
            1964-12-10, 1971-03-22, 1
            """)
    void dates_of_birth_slip_and_are_written_in_the_lunar_calendar(String a, String b, int expected) {
        Entry left = person("a", "", a, "", "");
        Entry right = person("b", "", b, "", "");
        assertThat(level("born", left, right)).isEqualTo(expected);
        assertThat(LAYOUT.compare(right, left)).isEqualTo(LAYOUT.compare(left, right));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2000-02-05, 20000101
            1949-10-01, 19490810
            2023-03-22, 20230201
            2023-04-20, 20230301
            2024-02-10, 20240101
            2025-01-28, 20241229
            2025-07-25, 20250601
            """)
    void the_lunar_calendar_is_the_official_one(LocalDate day, int lunar) {
        assertThat(LunarDate.of(day)).isEqualTo(lunar);
    }

    @Test
    void numbers_of_fifteen_digits_are_lifted_and_placeholders_say_nothing() {
        Entry full = person("a", "", "", "430623199401177375", "");
        assertThat(level("id", full, person("b", "", "", "430623940117737", "")))
                .isEqualTo(5);
        assertThat(level("id", full, person("b", "", "", "430623199401177575", "")))
                .isEqualTo(4);
        assertThat(level("id", full, person("b", "", "", "430000000000000000", "")))
                .isZero();
        assertThat(level("id", full, person("b", "", "", "111111111111111111", "")))
                .isZero();
    }

    @Test
    void sixty_surnames_and_more_have_their_own_reading() {
        assertThat(Pinyin.surnameCount()).isGreaterThanOrEqualTo(60);
        assertThat(List.of("曾", "单", "解", "仇", "区", "查", "朴", "覃", "缪", "召", "乐", "翟").stream()
                        .map(Pinyin::surname))
                .containsExactly(
                        "zeng", "shan", "xie", "qiu", "ou", "zha", "piao", "qin", "miao", "shao", "yue", "zhai");
    }

    @Test
    void an_infant_without_a_name_tells_the_mothers() {
        Entry infant = person("a", "郭怡之女", "2025-05-08", "", "");
        Entry child = person("b", "谢兰艳", "2025-05-08", "", "郭怡");
        assertThat(level("mother", infant, child)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void estimation_finds_the_weights_that_were_planted(long seed) {
        var random = new Random(seed);
        double[] m = {.95, .9, .85, .97};
        double[] u = {.01, .05, .1, .02};
        var patterns = new Patterns();
        var strangers = new Patterns();
        for (int i = 0; i < 200_000; i++) {
            patterns.add(levels(random, random.nextDouble() < .05 ? m : u), 1);
            strangers.add(levels(random, u), 1);
        }
        var estimation = new Estimation(new int[] {2, 2, 2, 2});
        estimation.relearnStrangers(strangers, 1e-9);
        double share = estimation.learnOnePerson(patterns, .01, new boolean[4]);
        assertThat(share).isCloseTo(.05, within(.003));
        for (int c = 0; c < 4; c++) {
            assertThat(estimation.m[c][2]).isCloseTo(m[c], within(.015));
            assertThat(estimation.u[c][2]).isCloseTo(u[c], within(.005));
        }
    }

    private static long levels(Random random, double[] agrees) {
        long levels = 0;
        for (int c = 0; c < agrees.length; c++) {
            levels |= (random.nextDouble() < agrees[c] ? 2L : 1L) << (4 * c);
        }
        return levels;
    }

    /** Groups of one-letter or numbered records, named as in a run after {@code before}. */
    private static Map<String, String> groups(
            List<String> records, List<Clusters.Link> links, List<String> apart, Map<String, String> before) {
        var clusters = new Clusters(records.size(), null);
        apart.forEach(
                two -> clusters.keepApart(records.indexOf(two.split(" ")[0]), records.indexOf(two.split(" ")[1])));
        clusters.join(links);
        String[] names = clusters.named(records, before);
        Map<String, String> groups = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            groups.put(records.get(i), names[i]);
        }
        return groups;
    }

    @Test
    void records_that_must_stay_apart_do_not_come_together_through_a_third() {
        var links = List.of(new Clusters.Link(0, 1, 9), new Clusters.Link(1, 2, 8), new Clusters.Link(2, 3, 7));
        assertThat(groups(List.of("a", "b", "c", "d"), links, List.of("a c"), Map.of()))
                .isEqualTo(Map.of("a", "a", "b", "a", "c", "c", "d", "c"));
        var clusters = new Clusters(2, null);
        clusters.keepApart(0, 1);
        assertThat(clusters.mustJoin(0, 1)).isFalse();
    }

    @Test
    void one_doubtful_link_does_not_make_one_person_of_two_groups() {
        Clusters.Evidence evidence = (a, b) -> a / 3 == b / 3 ? 12 : a == 2 && b == 3 ? 2 : -9;
        var clusters = new Clusters(6, evidence);
        clusters.join(List.of(
                new Clusters.Link(0, 1, 12),
                new Clusters.Link(1, 2, 12),
                new Clusters.Link(3, 4, 12),
                new Clusters.Link(4, 5, 12),
                new Clusters.Link(2, 3, 2)));
        assertThat(clusters.members(0)).containsExactly(0, 1, 2);
        assertThat(clusters.members(5)).containsExactly(3, 4, 5);
    }

    @Test
    void a_cluster_keeps_its_id_when_records_come_and_go() {
        var before = Map.of("b", "P1", "c", "P1", "d", "P2");
        var links = List.of(new Clusters.Link(0, 1, 9), new Clusters.Link(1, 2, 8));
        assertThat(groups(List.of("a", "b", "c", "d", "e"), links, List.of(), before))
                .isEqualTo(Map.of("a", "P1", "b", "P1", "c", "P1", "d", "P2", "e", "e"));
        assertThat(groups(List.of("b", "c"), List.of(), List.of(), before)).isEqualTo(Map.of("b", "P1", "c", "c"));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void the_order_of_links_does_not_change_clusters(long seed) {
        var random = new Random(seed);
        List<Clusters.Link> links = new ArrayList<>();
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            records.add("r" + i);
            links.add(new Clusters.Link(random.nextInt(300), random.nextInt(300), random.nextInt(5)));
        }
        var first = groups(records, links, List.of("r1 r2"), Map.of());
        Collections.shuffle(links, random);
        assertThat(groups(records, links, List.of("r1 r2"), Map.of())).isEqualTo(first);
        assertThat(first.get("r1")).isNotEqualTo(first.get("r2"));
    }

    @Test
    void what_people_decided_is_obeyed_by_a_later_run() {
        var left = List.of(person("a", "王芳", "1970-05-01", "", ""), person("b", "李强", "1980-01-02", "", ""));
        var right = List.of(person("x", "王芳", "1970-05-01", "", ""), person("y", "赵敏", "1990-03-04", "", ""));
        Model model = released();
        var free = Linker.of(LAYOUT).model(model).build().link(left, right);
        assertThat(linked(free)).containsExactly("a x");
        var decided = new Constraints(List.of(new Constraints.Ids("b", "y")), List.of(new Constraints.Ids("x", "a")));
        var obedient =
                Linker.of(LAYOUT).model(model).constraints(decided).build().link(left, right);
        assertThat(linked(obedient)).containsExactly("b y");
        assertThat(obedient.clusters()).isEqualTo(Map.of("a", "a", "b", "b", "x", "x", "y", "b"));
        var torn = new Constraints(List.of(new Constraints.Ids("a", "x")), List.of(new Constraints.Ids("x", "a")));
        assertThatThrownBy(() ->
                        Linker.of(LAYOUT).model(model).constraints(torn).build().link(left, right))
                .hasMessageContaining("take one of the decisions back");
    }

    @Test
    void who_may_be_either_of_two_is_for_a_person_to_look_at() {
        var left = List.of(person("a", "王芳", "1970-05-01", "", ""), person("b", "王芳", "1970-05-01", "", ""));
        var right = List.of(person("x", "王芳", "1970-05-01", "", ""));
        var linkage = Linker.of(LAYOUT).model(released()).build().link(left, right);
        assertThat(linked(linkage)).isEmpty();
        assertThat(linkage.pairs()).extracting(Pair::left).containsExactly("a", "b");
        assertThat(Finder.over(LAYOUT, released(), left).find(right.getFirst()))
                .hasSize(2)
                .allMatch(Finder.Match::isDoubtful);
    }

    private static List<String> linked(Linkage linkage) {
        return linkage.pairs().stream()
                .filter(pair -> pair.decision() == Pair.Decision.LINK)
                .map(pair -> pair.left() + " " + pair.right())
                .toList();
    }

    /** Every comparison as good as a released model could have it, all levels between equally likely. */
    private static Model released() {
        List<Model.Weights> weights = new ArrayList<>();
        for (Comparison comparison : LAYOUT.comparisons()) {
            int top = comparison.top();
            List<Double> m = new ArrayList<>(Collections.nCopies(top, .1 / (top - 1)));
            List<Double> u = new ArrayList<>(Collections.nCopies(top, .05 / (top - 1)));
            m.set(top - 1, .9);
            u.set(0, .95);
            u.set(top - 1, .0001);
            weights.add(new Model.Weights(comparison.name(), m, u));
        }
        return new Model(Model.VERSION, LAYOUT.name(), .1, weights);
    }
}
