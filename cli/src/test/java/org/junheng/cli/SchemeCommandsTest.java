package org.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code check} and {@code decide} on the schemes this repository ships. */
class SchemeCommandsTest {

    private static final Path SHIPPED = Path.of(System.getProperty("junheng.root"), "schemes");

    @TempDir
    Path folder;

    private Workbench bench;

    @BeforeEach
    void prepare() {
        bench = new Workbench(folder);
    }

    private Workbench.Outcome check(String... arguments) {
        CommandLine line = Junheng.commandLine();
        StringWriter said = new StringWriter();
        line.setErr(new PrintWriter(said));
        line.setOut(new PrintWriter(said));
        String[] all = Stream.concat(Stream.of("check"), Stream.of(arguments)).toArray(String[]::new);
        return new Workbench.Outcome(line.execute(all), said.toString());
    }

    private Path copyOf(String... schemes) throws IOException {
        Path copy = folder.resolve("schemes");
        Files.createDirectories(copy);
        Files.copy(SHIPPED.resolve("vocabulary.yaml"), copy.resolve("vocabulary.yaml"));
        for (String scheme : schemes) {
            try (Stream<Path> files = Files.walk(SHIPPED.resolve(scheme))) {
                for (Path file : files.toList()) {
                    Path target = copy.resolve(SHIPPED.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                }
            }
        }
        return copy;
    }

    private static void edit(Path file, String text, String by) throws IOException {
        String content = Files.readString(file);
        assertThat(content).contains(text);
        Files.writeString(file, content.replace(text, by));
    }

    private JsonNode decision() {
        return JsonMapper.shared().readTree(bench.out().resolve("decision.json").toFile());
    }

    @Test
    void schemes_without_fault_end_with_0_and_say_what_the_cases_cover() throws IOException {
        Workbench.Outcome outcome =
                check(copyOf("childcare-subsidy", "rural-reward").toString());

        assertThat(outcome.said())
                .contains("childcare-subsidy")
                .contains("6 conditions (6 true, false and unknown somewhere)")
                .contains("0 faults");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void every_fault_is_told_with_file_line_and_column_and_ends_with_2() throws IOException {
        Path copy = copyOf("childcare-subsidy");
        edit(copy.resolve("childcare-subsidy/scheme.yaml"), "when: dueMonths > 0", "when: dueMonts > 0");
        edit(copy.resolve("childcare-subsidy/scheme.yaml"), "legal: norm2025, status", "legal: norm2052, status");

        Workbench.Outcome outcome = check(copy.toString(), "--lang", "en");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said())
                .containsPattern(
                        "scheme\\.yaml:\\d+:\\d+: Neither the vocabulary nor this scheme knows 'dueMonts'\\. Did you"
                                + " mean 'dueMonths'\\?")
                .contains("There is no document 'norm2052' under 'legal'. Did you mean 'norm2025'?");
    }

    @Test
    void a_released_scheme_cannot_be_edited_any_more() throws IOException {
        Path copy = copyOf("childcare-subsidy");
        assertThat(check(copy.toString(), "--release", "childcare-subsidy").said())
                .contains("annual@CN/2025-01-01/2025-07-28");
        assertThat(check(copy.toString()).code()).isZero();

        edit(copy.resolve("childcare-subsidy/scheme.yaml"), "value: 3600, legal", "value: 3700, legal");
        Workbench.Outcome outcome = check(copy.toString(), "--lang", "en");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said())
                .containsPattern(
                        "released\\.yaml:\\d+:\\d+: 'annual@CN/2025-01-01/2025-07-28' of 'childcare-subsidy' was"
                                + " changed after its release\\.")
                .contains("3,700.00");
    }

    @Test
    void a_case_is_decided_with_reasons_in_both_languages() throws IOException {
        bench.write("case.yaml", """
                source: {zh: 出生医学证明, en: birth medical certificate}
                recorded: 2025-02-03
                facts:
                  child.born: 2025-02-01
                  child.birthCertified: true
                  child.chineseNational: true
                  child.hukou: "330329"
                  claim.office: "330329"
                """);

        Workbench.Outcome outcome = bench.run("decide", """
                scheme: childcare-subsidy
                case: case.yaml
                on: 2025-09-01
                known_at: 2025-09-20
                schemes: %s
                """.formatted(SHIPPED));

        assertThat(outcome.code()).as(outcome.said()).isZero();
        JsonNode decision = decision();
        assertThat(decision.path("outcome").asString()).isEqualTo("eligible");
        assertThat(decision.path("amount_fen").asLong()).isEqualTo(360_000);
        assertThat(decision.path("known_at").asString()).isEqualTo("2025-09-20");
        assertThat(decision.path("conditions")).hasSize(6);
        assertThat(decision.path("sentences").path("zh").path(0).asString()).isEqualTo("可以享受育儿补贴，2025年度应得¥3,600.00。");
        assertThat(decision.path("sentences").path("en").toString())
                .contains("date of birth: 2025-02-01 (birth medical certificate, 2025-02-03)");
    }

    @Test
    void an_undetermined_case_names_the_missing_facts_and_who_draws_one_scheme_is_barred_from_another()
            throws IOException {
        bench.write("case.yaml", "child.born: 2025-02-01\nclaim.office: \"330329\"\nchild.hukou: \"330329\"\n");
        bench.run(
                "decide",
                "{scheme: childcare-subsidy, case: case.yaml, on: 2025-09-01, schemes: %s}".formatted(SHIPPED));
        assertThat(decision().path("missing").findValuesAsString("fact"))
                .isEqualTo(List.of("child.birthCertified", "child.chineseNational"));

        bench.write("case.yaml", """
                facts: {person.sex: female, person.born: 1950-03-01, person.hukou: "330328", person.hukouKind: urban,
                  person.marital: widowed, claim.office: "330328", person.children: [{born: 1975-03-01, died: 2000-01-01}]}
                """);
        bench.run("decide", """
                {scheme: special-assistance-death, case: case.yaml, on: 2022-07-01, schemes: %s,
                 drawn: [special-assistance-disability]}
                """.formatted(SHIPPED));
        assertThat(decision().path("outcome").asString()).isEqualTo("eligible");
        assertThat(decision().path("double_benefit").path("verdict").asString()).isEqualTo("barred");
    }

    @Test
    void a_wrong_case_or_specification_ends_with_2_and_writes_nothing() throws IOException {
        bench.write("case.yaml", "facts: {child.bron: 2025-02-01}");

        Workbench.Outcome outcome = bench.run(
                "decide",
                "{scheme: childcare-subsidy, case: case.yaml, on: 2025-09-01, schemes: %s}".formatted(SHIPPED));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).containsPattern("case\\.yaml:1:\\d+").contains("Did you mean 'child.born'?");
        assertThat(bench.out()).doesNotExist();

        assertThat(bench.run(
                        "decide",
                        "{scheme: child-subsidy, case: case.yaml, on: 2025-09-01, schemes: %s}".formatted(SHIPPED)))
                .satisfies(wrong -> assertThat(wrong.code()).isEqualTo(2))
                .satisfies(wrong ->
                        assertThat(wrong.said()).contains("child-subsidy").contains("childcare-subsidy"));
    }
}
