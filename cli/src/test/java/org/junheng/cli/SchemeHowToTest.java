package org.junheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Follows {@code docs/how-to/add-a-scheme.md} step by step, with the files and the output the page shows. */
class SchemeHowToTest {

    private static final Path ROOT = Path.of(System.getProperty("junheng.root"));
    private static final Pattern FILE = Pattern.compile("```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern OUTPUT = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MISTAKE =
            Pattern.compile("^\\| `(.*?)` \\| `(.*?)` \\| (.*?) \\|$", Pattern.MULTILINE);
    private static final String SCHEME = "schemes/taishun-second-child-aid/";

    @TempDir
    Path folder;

    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(ROOT.resolve("docs/how-to/add-a-scheme.md"));
        Path subsidy = folder.resolve("schemes/childcare-subsidy");
        Files.createDirectories(subsidy);
        Files.copy(ROOT.resolve("schemes/vocabulary.yaml"), folder.resolve("schemes/vocabulary.yaml"));
        Files.copy(ROOT.resolve("schemes/childcare-subsidy/scheme.yaml"), subsidy.resolve("scheme.yaml"));
        Files.createDirectories(subsidy.resolve("cases"));
        for (String cases : List.of("newborns", "transition")) {
            String file = "childcare-subsidy/cases/" + cases + ".yaml";
            Files.copy(ROOT.resolve("schemes/" + file), folder.resolve("schemes/" + file));
        }
    }

    private void write(String wanted) throws IOException {
        Matcher files = FILE.matcher(page);
        while (files.find()) {
            if (files.group(1).equals(wanted)) {
                Path file = folder.resolve(wanted);
                Files.createDirectories(file.getParent());
                Files.writeString(file, "# " + wanted + "\n" + files.group(2));
                return;
            }
        }
        throw new AssertionError("The page shows no file " + wanted);
    }

    private Workbench.Outcome run(String... arguments) {
        CommandLine line = Junheng.commandLine();
        StringWriter said = new StringWriter();
        line.setErr(new PrintWriter(said));
        line.setOut(new PrintWriter(said));
        return new Workbench.Outcome(line.execute(arguments), said.toString());
    }

    private Workbench.Outcome check() {
        return run("check", folder.resolve("schemes").toString(), "--lang", "en");
    }

    @Test
    void the_steps_lead_where_the_page_says() throws IOException {
        write(SCHEME + "scheme.yaml");
        Workbench.Outcome withoutCases = check();
        assertThat(withoutCases.code()).isEqualTo(2);
        Matcher shown = OUTPUT.matcher(page);
        assertThat(shown.find()).isTrue();
        assertThat(withoutCases.said().replace(folder + "/", ""))
                .contains(shown.group(1).strip());

        write(SCHEME + "cases/cases.yaml");
        Workbench.Outcome withCases = check();
        assertThat(withCases.said()).contains("3 conditions (3 true, false and unknown somewhere)");
        assertThat(withCases.code()).isZero();

        write("case.yaml");
        write("spec.yaml");
        Path out = folder.resolve("decision");
        assertThat(run("decide", folder.resolve("spec.yaml").toString(), "--out", out.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(out.resolve("decision.json")))
                .contains("\"undetermined\"")
                .contains("child.birthCertified")
                .contains("child.chineseNational");

        assertThat(run("check", folder.resolve("schemes").toString(), "--release", "taishun-second-child-aid")
                        .code())
                .isZero();
        assertThat(check().code()).isZero();
        Path scheme = folder.resolve(SCHEME + "scheme.yaml");
        Files.writeString(scheme, Files.readString(scheme).replace("value: 4200", "value: 4300"));
        assertThat(check().said()).contains("was changed after its release");
    }

    @Test
    void every_mistake_of_the_page_is_told_as_the_page_says() throws IOException {
        write(SCHEME + "scheme.yaml");
        write(SCHEME + "cases/cases.yaml");
        Path scheme = folder.resolve(SCHEME + "scheme.yaml");
        String right = Files.readString(scheme);
        List<String> tried = new ArrayList<>();
        Matcher mistakes = MISTAKE.matcher(page);
        while (mistakes.find()) {
            String wrong = right.replace(mistakes.group(1), mistakes.group(2));
            assertThat(wrong).as(mistakes.group(1)).isNotEqualTo(right);
            Files.writeString(scheme, wrong);
            Workbench.Outcome outcome = check();
            assertThat(outcome.code()).as(mistakes.group(2)).isEqualTo(2);
            assertThat(outcome.said())
                    .as(mistakes.group(2))
                    .containsPattern("taishun-second-child-aid/scheme\\.yaml:\\d+:\\d+: ")
                    .contains(mistakes.group(3));
            tried.add(mistakes.group(2));
        }
        assertThat(tried).hasSize(10);
    }
}
