package org.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void wrong_words_are_told_with_their_place() throws IOException {
        var bench = new Workbench(folder);
        String files = files(bench);
        var layout = bench.run("link", files + "layout: {rec_id: nr, nam: who}\n");
        assertThat(layout.code()).isEqualTo(2);
        var hide = bench.run("link", files + "layout: {rec_id: nr, name: who}\nhide: [numbr]\n");
        assertThat(hide.code()).isEqualTo(2);
        assertThat(hide.said()).contains("numbr");
        assertThat(bench.run("link", files + "layout: china-person\n").said()).contains("left.csv");
    }
}
