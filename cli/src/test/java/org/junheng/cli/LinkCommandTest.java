package org.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkCommandTest {

    private static final String HEADER = "nr,who,birth,number\n";

    @TempDir
    private Path folder;

    private String files(Workbench bench) throws IOException {
        var left = new StringBuilder(HEADER);
        var right = new StringBuilder(HEADER);
        String given = "伟芳娜敏静丽强磊洋艳勇军杰娟涛明超";
        for (int i = 0; i < 200; i++) {
            String row = "%s%s%s,19%02d-%02d-%02d,%n"
                    .formatted(
                            "王李张刘陈杨赵黄".charAt(i % 8),
                            given.charAt(i * 7 % 17),
                            given.charAt(i * 11 % 17),
                            30 + i * 13 % 60,
                            1 + i * 5 % 12,
                            1 + i * 17 % 28);
            left.append("L%03d,%s".formatted(i, row));
            right.append(i % 2 == 0 ? "R%03d,%s".formatted(i, row) : "");
        }
        bench.write("left.csv", left.toString());
        bench.write("right.csv", right.toString());
        return "left: {file: left.csv}\nright: {file: right.csv}\n";
    }

    @Test
    void a_mapping_links_two_files_and_its_model_can_be_used_again() throws IOException {
        var bench = new Workbench(folder);
        String spec = files(bench) + "layout: {rec_id: nr, name: who, born: birth, id: number}\n";
        assertThat(bench.run("link", spec).code()).isZero();
        var pairs = bench.result("pairs.csv");
        assertThat(pairs.stream().filter(p -> p.get("decision").equals("link")))
                .hasSizeGreaterThanOrEqualTo(95)
                .allMatch(p ->
                        p.get("left_id").substring(1).equals(p.get("right_id").substring(1)));
        assertThat(bench.result("clusters.csv")).hasSize(300);
        byte[] first = Files.readAllBytes(bench.out().resolve("pairs.csv"));
        Files.copy(bench.out().resolve("model.json"), folder.resolve("released.json"));
        assertThat(bench.run("link", spec + "model: {file: released.json}\n").code())
                .isZero();
        assertThat(Files.readAllBytes(bench.out().resolve("pairs.csv"))).isEqualTo(first);
    }

    private static final String LAYOUT = "layout: {rec_id: nr, name: who, born: birth, id: number}\n";

    private static void assertRefused(Workbench.Outcome outcome, String... words) {
        assertThat(outcome.code()).as(outcome.said()).isEqualTo(2);
        assertThat(outcome.said()).contains(words).doesNotContain("internal error");
    }

    @Test
    void wrong_words_are_told_with_their_place() throws IOException {
        var bench = new Workbench(folder);
        String files = files(bench);
        assertRefused(bench.run("link", files + "layout: {rec_id: nr, nam: who}\n"), "layout.nam");
        assertRefused(bench.run("link", files + "layout: {rec_id: nr}\n"), "layout", "name, sex, born");
        assertRefused(bench.run("link", files + "layout: china\n"), "china-person, febrl, splink-fake");
        assertRefused(bench.run("link", files + LAYOUT + "hide: [numbr]\n"), "numbr", "number");
        assertRefused(bench.run("link", files + LAYOUT + "hide: [nr]\n"), "nr");
        assertRefused(bench.run("link", files + LAYOUT + "blocking: wide\n"), "narrow, broad");
        assertRefused(bench.run("link", files + "layout: china-person\n"), "left.csv:1", "missing");
        assertThat(bench.out()).doesNotExist();
    }

    @Test
    void files_that_cannot_be_read_are_told_with_the_place_and_what_to_do() throws IOException {
        var bench = new Workbench(folder);
        String files = files(bench);
        bench.write("left.csv", "");
        assertRefused(bench.run("link", files + LAYOUT), "left.csv:1", "empty");
        bench.write("left.csv", HEADER);
        assertRefused(bench.run("link", files + LAYOUT), "left.csv", "no rows");
        bench.write("left.csv", HEADER + "1,王芳,1990-01-01,\n\n1,李强,1980-01-01,\n");
        assertRefused(bench.run("link", files + LAYOUT), "left.csv:4: column nr: \"1\"", "line 2");
        bench.write("left.csv", HEADER + ",王芳,1990-01-01,\n");
        assertRefused(bench.run("link", files + LAYOUT), "left.csv:2: column nr");
        bench.write("left.csv", HEADER + "1,王芳,1990-01-01\n");
        assertRefused(bench.run("link", files + LAYOUT), "left.csv:2: 3 fields");
        Files.write(folder.resolve("left.csv"), (HEADER + "1,王芳,1990-01-01,\n").getBytes("GB18030"));
        assertRefused(bench.run("link", files + LAYOUT), "left.csv", "UTF-8", "GB18030");
        Files.delete(folder.resolve("left.csv"));
        assertRefused(bench.run("link", files + LAYOUT), "left.csv", "no such file");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                              | not readable as JSON
            {}                                                             | version
            {"version": 9, "layout": "mapping", "prior": 0.1}              | version 9
            {"version": 1, "layout": "mapping", "prior": 7}                | prior of 7
            {"version": 1, "layout": "febrl", "prior": 0.1}                | febrl
            {"version": 1, "layout": "mapping", "prior": 0.1}              | mapping
            {"version": 1, "layout": "mapping", "prior": 0.1, "comparisons": [{"comparison": "name", "m": [2], "u": [1]}]} | name
            """)
    void a_model_that_does_not_fit_is_refused_with_the_reason(String model, String reason) throws IOException {
        var bench = new Workbench(folder);
        String files = files(bench);
        bench.write("model.json", model);
        assertRefused(bench.run("link", files + LAYOUT + "model: {file: model.json}\n"), "model.json", reason);
    }

    @Test
    void what_people_decided_and_names_of_before_are_kept() throws IOException {
        var bench = new Workbench(folder);
        String spec = files(bench) + LAYOUT;
        bench.write("decided.csv", "left_id,right_id,decision\nL000,R000,cannot-link\nL001,R000,must-link\n");
        bench.write("before.csv", "rec_id,cluster\nL002,P-2\n");
        assertThat(bench.run("link", spec + "decided: {file: decided.csv}\nbefore: {file: before.csv}\n")
                        .code())
                .isZero();
        assertThat(bench.result("pairs.csv").stream()
                        .filter(p -> p.get("right_id").equals("R000")
                                && p.get("decision").equals("link"))
                        .map(p -> p.get("left_id")))
                .containsExactly("L001");
        assertThat(bench.result("clusters.csv").stream()
                        .filter(c -> c.get("rec_id").equals("R002"))
                        .map(c -> c.get("cluster")))
                .containsExactly("P-2");
        bench.write("decided.csv", "left_id,right_id,decision\nL000,R000,maybe\n");
        assertRefused(
                bench.run("link", spec + "decided: {file: decided.csv}\n"), "decided.csv:2", "maybe", "must-link");
    }

    @Test
    void files_that_use_the_same_ids_are_told_apart() throws IOException {
        var bench = new Workbench(folder);
        String spec = files(bench) + LAYOUT;
        bench.write("right.csv", Files.readString(folder.resolve("left.csv")));
        assertThat(bench.run("link", spec).code()).isZero();
        assertThat(bench.result("pairs.csv"))
                .hasSizeGreaterThanOrEqualTo(195)
                .allMatch(p ->
                        p.get("left_id").startsWith("L") && p.get("right_id").startsWith("L"));
        assertThat(bench.result("clusters.csv"))
                .hasSize(400)
                .allMatch(c -> c.get("rec_id").matches("(left|right):L\\d+"));
    }
}
