package org.junheng.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files on which nothing was tuned: other names, places, addresses and rates of error than the reference files. */
class OtherFilesTest {

    private static final List<String> COLUMNS = List.of(SyntheticPersons.HEADER.split(","));

    private static Entry entry(Layout layout, String row) {
        String[] cells = row.split(",", -1);
        return Entry.read(layout, cells[0], column -> cells[COLUMNS.indexOf(column)]);
    }

    /** A register and what other offices wrote; every tenth person is missing on either side. */
    private record Files(List<Entry> left, List<Entry> right, Set<String> truth, Set<String> twins) {

        static Files of(Layout layout, int persons, long seed, double slips) {
            var synthetic = new SyntheticPersons(seed, slips);
            List<Entry> left = new ArrayList<>();
            List<Entry> right = new ArrayList<>();
            Set<String> truth = new HashSet<>();
            Set<String> twins = new HashSet<>();
            for (SyntheticPersons.Person person : synthetic.register(persons)) {
                if (person.pid() % 10 != 3) {
                    left.add(entry(layout, person.row("L" + person.pid())));
                }
                if (person.pid() % 10 != 7) {
                    right.add(entry(layout, synthetic.writtenRow("R" + person.pid(), person)));
                }
                if (person.pid() % 10 != 3 && person.pid() % 10 != 7) {
                    truth.add("L%d R%d".formatted(person.pid(), person.pid()));
                }
                if (person.twin() > 0) {
                    twins.add("L%d R%d".formatted(person.pid(), person.twin()));
                    twins.add("L%d R%d".formatted(person.twin(), person.pid()));
                }
            }
            return new Files(left, right, truth, twins);
        }
    }

    private static Set<String> linked(Linkage linkage) {
        Set<String> linked = new HashSet<>();
        linkage.pairs().stream()
                .filter(pair -> pair.decision() == Pair.Decision.LINK)
                .forEach(pair -> linked.add(pair.left() + " " + pair.right()));
        return linked;
    }

    private static double f1(String what, Set<String> found, Set<String> truth) {
        double right = found.stream().filter(truth::contains).count();
        double f1 = 2 * right / (found.size() + truth.size());
        System.out.printf(
                "%-36s precision %.4f recall %.4f F1 %.4f%n", what, right / found.size(), right / truth.size(), f1);
        return f1;
    }

    @ParameterizedTest
    @CsvSource({"1, 1, false, .998", "2, 1, false, .998", "3, 2, false, .99", "1, 1, true, .996", "3, 2, true, .985"})
    void a_register_finds_what_other_offices_wrote(long seed, double slips, boolean isHidden, double least) {
        Layout layout = isHidden ? Layout.chinaPerson().hide(Set.of("id_no")) : Layout.chinaPerson();
        var files = Files.of(layout, 40_000, seed, slips);
        var linkage = Linker.of(layout).build().link(files.left, files.right);
        Set<String> linked = linked(linkage);
        String what = "seed %d slips %.0f%s".formatted(seed, slips, isHidden ? " id hidden" : "");
        long twins = linked.stream().filter(files.twins::contains).count();
        System.out.printf("%s: %d of %d pairs of twins linked%n", what, twins, files.twins.size());
        assertThat(f1(what, linked, files.truth)).isGreaterThanOrEqualTo(least);
        // without numbers, and often without the mother's name, a twin looks like a slip of the pen
        assertThat(twins).isLessThanOrEqualTo(files.twins.size() / (isHidden ? 8 : 50));
    }

    /** Before anything is weighed: of the true pairs, how many does some narrow rule find? */
    @ParameterizedTest
    @CsvSource({"1, 1, false", "2, 1, true"})
    void narrow_rules_find_nearly_every_true_pair(long seed, double slips, boolean isHidden) {
        Layout layout = isHidden ? Layout.chinaPerson().hide(Set.of("id_no")) : Layout.chinaPerson();
        var files = Files.of(layout, 40_000, seed, slips);
        Map<String, Entry> byId = new HashMap<>();
        files.left.forEach(entry -> byId.put(entry.id(), entry));
        files.right.forEach(entry -> byId.put(entry.id(), entry));
        long found = files.truth.stream()
                .map(pair -> pair.split(" "))
                .filter(two ->
                        layout.rules().stream().anyMatch(rule -> isFound(rule, byId.get(two[0]), byId.get(two[1]))))
                .count();
        System.out.printf(
                "seed %d%s: %d of %d true pairs are candidates%n",
                seed, isHidden ? " id hidden" : "", found, files.truth.size());
        assertThat((double) found / files.truth.size()).isGreaterThanOrEqualTo(.999);
    }

    private static boolean isFound(Rule rule, Entry a, Entry b) {
        return rule.hash(a) != 0 && rule.hash(a) == rule.hash(b);
    }

    @Test
    void one_record_alone_finds_whom_it_finds_in_a_whole_file() {
        Layout layout = Layout.chinaPerson();
        var files = Files.of(layout, 6_000, 7, 2);
        var linkage = Linker.of(layout).build().link(files.left, files.right);
        Map<String, Pair> batch = new HashMap<>();
        linkage.pairs().stream()
                .filter(pair -> pair.decision() == Pair.Decision.LINK)
                .forEach(pair -> batch.put(pair.right(), pair));
        assertThat(batch).hasSizeGreaterThan(4_500);
        var finder = Finder.over(layout, linkage.model(), files.left);
        for (Entry incoming : files.right) {
            var best = finder.find(incoming).stream()
                    .findFirst()
                    .filter(match -> match.waterfall().weight() >= 0 && !match.isDoubtful());
            Pair pair = batch.get(incoming.id());
            assertThat(best.map(Finder.Match::id))
                    .isEqualTo(Optional.ofNullable(pair).map(Pair::left));
            assertThat(best.map(match -> match.waterfall().weight()))
                    .isEqualTo(Optional.ofNullable(pair).map(Pair::weight));
        }
    }

    @Test
    void neither_the_order_of_rows_nor_the_number_of_threads_matters() throws Exception {
        Layout layout = Layout.chinaPerson();
        var files = Files.of(layout, 4_000, 5, 1);
        Linkage first = Linker.of(layout).build().link(files.left, files.right);
        List<Entry> left = new ArrayList<>(files.left);
        List<Entry> right = new ArrayList<>(files.right);
        Collections.shuffle(left, new Random(8));
        Collections.shuffle(right, new Random(9));
        try (var alone = new ForkJoinPool(1);
                var many = new ForkJoinPool(7)) {
            assertThat(alone.submit(() -> Linker.of(layout).build().link(left, right))
                            .get())
                    .isEqualTo(first);
            assertThat(many.submit(() -> Linker.of(layout).build().link(left, right))
                            .get())
                    .isEqualTo(first);
        }
    }

    @ParameterizedTest
    @CsvSource({"4, 1, .993", "6, 2, .98"})
    void records_of_one_file_are_grouped_to_persons(long seed, double slips, double least) {
        Layout layout = Layout.chinaPerson();
        var synthetic = new SyntheticPersons(seed, slips);
        var random = new Random(seed);
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> person = new HashMap<>();
        for (SyntheticPersons.Person one : synthetic.register(8_000)) {
            for (int copy = (int) Math.max(1, 2 + 2 * random.nextGaussian()); copy > 0; copy--) {
                String id = "R%06d".formatted(entries.size());
                entries.add(entry(layout, synthetic.writtenRow(id, one)));
                person.put(id, one.pid());
            }
        }
        var linkage = Linker.of(layout).build().deduplicate(entries);
        Set<String> truth = within(person);
        assertThat(f1("one file, seed %d slips %.0f".formatted(seed, slips), within(linkage.clusters()), truth))
                .isGreaterThanOrEqualTo(least);
    }

    private static <T> Set<String> within(Map<String, T> groupOf) {
        Map<T, List<String>> groups = new HashMap<>();
        groupOf.forEach((record, group) ->
                groups.computeIfAbsent(group, k -> new ArrayList<>()).add(record));
        Set<String> pairs = new HashSet<>();
        for (List<String> group : groups.values()) {
            String[] sorted = group.toArray(String[]::new);
            Arrays.sort(sorted);
            for (int i = 0; i < sorted.length; i++) {
                for (int j = i + 1; j < sorted.length; j++) {
                    pairs.add(sorted[i] + " " + sorted[j]);
                }
            }
        }
        return pairs;
    }
}
