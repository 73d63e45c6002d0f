package org.junheng.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Known truth: files whose persons are known. The same thresholds for all of them; truth is only read here. */
class ReferenceFilesTest {

    private static List<Map<String, String>> rows(String name) throws IOException {
        Path file = Path.of(System.getProperty("junheng.reference.data", "missing"), "linkage", name);
        if (!Files.exists(file)) {
            if (System.getenv("CI") != null) {
                fail("reference file %s is missing; set junheng.reference.data", file);
            }
            Assumptions.abort("no reference data: " + file);
        }
        List<String> lines = Files.readAllLines(file);
        List<String> header = Arrays.stream(lines.getFirst().split(",", -1))
                .map(String::strip)
                .toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), cells[i].strip());
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<Entry> entries(Layout layout, List<Map<String, String>> rows) {
        return new ArrayList<>(rows.stream()
                .map(row -> Entry.read(layout, row.getOrDefault(layout.idColumn(), ""), column -> {
                    assertThat(layout.columns()).contains(column);
                    return row.get(column);
                }))
                .toList());
    }

    private record Score(double precision, double recall, double f1) {}

    private static Score score(String what, Set<String> found, Set<String> truth) {
        double right = found.stream().filter(truth::contains).count();
        double precision = right / found.size();
        double recall = right / truth.size();
        var score = new Score(precision, recall, 2 * precision * recall / (precision + recall));
        System.out.printf("%-28s precision %.4f recall %.4f F1 %.4f%n", what, precision, recall, score.f1);
        return score;
    }

    private static String pair(String a, String b) {
        return a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
    }

    private static Set<String> within(Map<String, String> groupOf) {
        Map<String, List<String>> groups = new HashMap<>();
        groupOf.forEach((record, group) ->
                groups.computeIfAbsent(group, k -> new ArrayList<>()).add(record));
        Set<String> pairs = new HashSet<>();
        for (List<String> group : groups.values()) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    pairs.add(pair(group.get(i), group.get(j)));
                }
            }
        }
        return pairs;
    }

    private static Set<String> linked(Linkage linkage) {
        Set<String> linked = new HashSet<>();
        linkage.pairs().stream()
                .filter(p -> p.decision() == Pair.Decision.LINK)
                .forEach(p -> linked.add(pair(p.left(), p.right())));
        return linked;
    }

    private static Map<String, String> truth(
            List<Map<String, String>> rows, String id, Function<Map<String, String>, String> person) {
        Map<String, String> truth = new HashMap<>();
        rows.forEach(row -> truth.put(row.get(id), person.apply(row)));
        return truth;
    }

    private static Score febrl(int number) throws IOException {
        var rows = rows("febrl_dataset" + number + ".csv");
        var linkage = Linker.of(Layout.febrl()).build().deduplicate(entries(Layout.febrl(), rows));
        var truth = within(truth(rows, "rec_id", row -> row.get("rec_id").split("-")[1]));
        score("FEBRL" + number + " clustered", within(linkage.clusters()), truth);
        return score("FEBRL" + number, linked(linkage), truth);
    }

    @Test
    void febrl_1_is_found() throws IOException {
        assertThat(febrl(1).f1).isGreaterThanOrEqualTo(.999);
    }

    @Test
    void febrl_2_is_found() throws IOException {
        assertThat(febrl(2).f1).isGreaterThanOrEqualTo(.995);
    }

    @Test
    void febrl_3_is_found() throws IOException {
        assertThat(febrl(3).f1).isGreaterThanOrEqualTo(.995);
    }

    @Test
    void originals_of_febrl_3_find_their_copies_in_another_file() throws IOException {
        var layout = Layout.febrl();
        var rows = rows("febrl_dataset3.csv");
        var left =
                rows.stream().filter(row -> row.get("rec_id").endsWith("-org")).toList();
        var right =
                rows.stream().filter(row -> !row.get("rec_id").endsWith("-org")).toList();
        Set<String> truth = new HashSet<>();
        right.forEach(row -> truth.add(pair("rec-" + row.get("rec_id").split("-")[1] + "-org", row.get("rec_id"))));
        var linkage = Linker.of(layout).build().link(entries(layout, left), entries(layout, right));
        assertThat(score("FEBRL3 as two files", linked(linkage), truth).f1).isGreaterThanOrEqualTo(.995);
    }

    @Test
    void fake_1000_is_found_in_clusters() throws IOException {
        var rows = rows("splink_fake_1000.csv");
        var linkage = Linker.of(Layout.splinkFake()).build().deduplicate(entries(Layout.splinkFake(), rows));
        var truth = within(truth(rows, "unique_id", row -> row.get("cluster")));
        assertThat(score("fake_1000", linked(linkage), truth).f1).isGreaterThanOrEqualTo(.94);
        assertThat(score("fake_1000 clustered", within(linkage.clusters()), truth).f1)
                .isGreaterThanOrEqualTo(.97);
    }

    private static Score chinese(Layout layout, String what) throws IOException {
        var left = rows("cn_link_50k_a.csv");
        var right = rows("cn_link_50k_b.csv");
        Map<String, String> register = new HashMap<>();
        left.forEach(row -> register.put(row.get("truth_pid"), row.get("rec_id")));
        Set<String> truth = new HashSet<>();
        right.stream()
                .filter(row -> register.containsKey(row.get("truth_pid")))
                .forEach(row -> truth.add(pair(register.get(row.get("truth_pid")), row.get("rec_id"))));
        var linkage = Linker.of(layout).build().link(entries(layout, left), entries(layout, right));
        System.out.printf(
                "%s: %d pairs compared, %d for review%n",
                what,
                linkage.compared(),
                linkage.pairs().size() - linked(linkage).size());
        twinsAreNotMixedUp(what, left, right, linked(linkage));
        return score(what, linked(linkage), truth);
    }

    /**
     * Twins are persons of the register with one household and one birth; of their records, few may go to the other.
     */
    private static void twinsAreNotMixedUp(
            String what, List<Map<String, String>> left, List<Map<String, String>> right, Set<String> linked) {
        Map<String, List<Map<String, String>>> births = new HashMap<>();
        left.forEach(row -> births.computeIfAbsent(row.get("hh_id") + row.get("dob"), k -> new ArrayList<>())
                .add(row));
        Map<String, List<String>> others = new HashMap<>();
        births.values().stream()
                .filter(rows -> rows.size() > 1)
                .forEach(rows -> rows.forEach(row -> others.put(
                        row.get("truth_pid"),
                        rows.stream()
                                .filter(r -> r != row)
                                .map(r -> r.get("rec_id"))
                                .toList())));
        List<Map<String, String>> records = right.stream()
                .filter(row -> others.containsKey(row.get("truth_pid")))
                .toList();
        long wrong = records.stream()
                .filter(row -> others.getOrDefault(row.get("truth_pid"), List.of()).stream()
                        .anyMatch(other -> linked.contains(pair(other, row.get("rec_id")))))
                .count();
        System.out.printf("%s: of %d records of twins %d linked to the other%n", what, records.size(), wrong);
        assertThat(wrong).isLessThanOrEqualTo(records.size() / 50);
    }

    @Test
    void chinese_files_are_linked() throws IOException {
        assertThat(chinese(Layout.chinaPerson(), "cn_link_50k").f1).isGreaterThanOrEqualTo(.998);
    }

    @Test
    void chinese_files_are_linked_without_numbers() throws IOException {
        assertThat(chinese(Layout.chinaPerson().hide(Set.of("id_no")), "cn_link_50k id hidden").f1)
                .isGreaterThanOrEqualTo(.996);
    }

    @Test
    void chinese_persons_are_counted_once_in_any_order() throws IOException {
        var rows = rows("cn_dedup_20k.csv");
        var layout = Layout.chinaPerson();
        var entries = entries(layout, rows);
        var linkage = Linker.of(layout).build().deduplicate(entries);
        var truth = within(truth(rows, "rec_id", row -> row.get("truth_pid")));
        score("cn_dedup_20k", linked(linkage), truth);
        assertThat(score("cn_dedup_20k clustered", within(linkage.clusters()), truth).f1)
                .isGreaterThanOrEqualTo(.993);
        Collections.shuffle(entries, new Random(7));
        assertThat(Linker.of(layout).build().deduplicate(entries)).isEqualTo(linkage);
    }
}
