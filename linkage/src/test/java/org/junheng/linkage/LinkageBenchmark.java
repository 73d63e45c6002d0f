package org.junheng.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long the command takes to link two large files, from the command to its files, in a process of its own; and how
 * right it is. Seed 77.
 *
 * <p>{@code -Dlinkage.records=1000000 -Dlinkage.folder=…}
 */
@Tag("bench")
class LinkageBenchmark {

    private static final int RECORDS = Integer.getInteger("linkage.records", 1_000_000);

    private static final String LAYOUT = """
            left: {file: left.csv}
            right: {file: right.csv}
            layout: {name: name, sex: sex, born: dob, id: id_no, phone: phone, area: county, address: address, mother: mother_name}
            """;

    @Test
    void two_large_files_are_linked() throws Exception {
        Path folder = Path.of(System.getProperty(
                "linkage.folder", Files.createTempDirectory("linkage").toString()));
        int pairs = write(folder);
        for (String blocking : List.of("narrow", "broad")) {
            Path spec = Files.writeString(folder.resolve(blocking + ".yaml"), LAYOUT + "blocking: " + blocking + "\n");
            Path out = folder.resolve(blocking);
            Process command = new ProcessBuilder(
                            root().resolve("script/junheng").toString(),
                            "link",
                            spec.toString(),
                            "--out",
                            out.toString())
                    .inheritIO()
                    .start();
            assertThat(command.waitFor()).isZero();
            tell(blocking, out, pairs);
        }
    }

    /** One incoming record against the register, one after the other on one thread. */
    @Test
    void one_record_is_found_in_a_large_register() {
        Layout layout = Layout.chinaPerson();
        var synthetic = new SyntheticPersons(78, 1);
        List<SyntheticPersons.Person> persons = synthetic.register(RECORDS);
        List<Entry> register = new ArrayList<>();
        persons.forEach(p -> register.add(entry(layout, p.row("L" + p.pid()))));
        List<Entry> sample = register.subList(0, Math.min(50_000, register.size()));
        List<Entry> taught = new ArrayList<>();
        persons.stream().limit(50_000).forEach(p -> taught.add(entry(layout, synthetic.writtenRow("R" + p.pid(), p))));
        var finder = Finder.over(
                layout, Linker.of(layout).build().link(sample, taught).model(), register);
        double[] millis = new double[20_000];
        int right = 0;
        for (int i = 0; i < millis.length; i++) {
            var person = persons.get((int) ((long) i * persons.size() / millis.length));
            String row = synthetic.writtenRow("R", person);
            long began = System.nanoTime();
            var found = finder.find(entry(layout, row));
            millis[i] = (System.nanoTime() - began) / 1e6;
            right += !found.isEmpty() && found.getFirst().id().equals("L" + person.pid()) ? 1 : 0;
        }
        Arrays.sort(millis);
        System.out.printf(
                "one of %,d: p50 %.3f ms, p95 %.3f ms, p99 %.3f ms, worst %.1f ms; the right one first %.4f%n",
                register.size(),
                millis[millis.length / 2],
                millis[millis.length * 95 / 100],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1],
                (double) right / millis.length);
    }

    private static Entry entry(Layout layout, String row) {
        String[] cells = row.split(",", -1);
        List<String> columns = List.of(SyntheticPersons.HEADER.split(","));
        return Entry.read(layout, cells[0], column -> cells[columns.indexOf(column)]);
    }

    private static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }

    /** Writes the files; returns how many persons stand in both. */
    private static int write(Path folder) throws IOException {
        var synthetic = new SyntheticPersons(77, 1);
        int pairs = 0;
        try (BufferedWriter left = Files.newBufferedWriter(folder.resolve("left.csv"));
                BufferedWriter right = Files.newBufferedWriter(folder.resolve("right.csv"))) {
            left.write(SyntheticPersons.HEADER + "\n");
            right.write(SyntheticPersons.HEADER + "\n");
            for (SyntheticPersons.Person person : synthetic.register(RECORDS / 9 * 10)) {
                boolean isLeft = person.pid() % 10 != 3;
                boolean isRight = person.pid() % 10 != 7;
                left.write(isLeft ? person.row("L" + person.pid()) + "\n" : "");
                right.write(isRight ? synthetic.writtenRow("R" + person.pid(), person) + "\n" : "");
                pairs += isLeft && isRight ? 1 : 0;
            }
        }
        return pairs;
    }

    private static void tell(String blocking, Path out, int pairs) throws IOException {
        long compared = 0;
        for (String line : rows(out.resolve("rules.csv"))) {
            compared += Long.parseLong(line.split(",")[1]);
        }
        List<String> links = rows(out.resolve("pairs.csv")).stream()
                .filter(line -> line.endsWith(",link"))
                .toList();
        long right = links.stream()
                .filter(line -> line.substring(1, line.indexOf(','))
                        .equals(line.substring(line.indexOf(',') + 2, line.indexOf(',', line.indexOf(',') + 1))))
                .count();
        System.out.printf(
                "%s: %,d pairs scored, precision %.5f, recall %.5f%n",
                blocking, compared, (double) right / links.size(), (double) right / pairs);
        try (Stream<String> lines = Files.lines(out.resolve("run.json"))) {
            lines.filter(line -> line.contains("wall_seconds") || line.contains("peak_memory"))
                    .forEach(System.out::println);
        }
    }

    private static List<String> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size());
    }
}
