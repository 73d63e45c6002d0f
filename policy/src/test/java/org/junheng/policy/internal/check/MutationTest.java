package org.junheng.policy.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junheng.policy.GoldenCase;
import org.junheng.policy.Scheme;
import org.junheng.policy.Schemes;
import org.junheng.policy.Schemes.CheckReport;
import org.junheng.policy.internal.engine.CompiledScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every operator flipped and every threshold shifted by one, one at a time: some golden case must notice. What cannot
 * be noticed, because it means the same, stands with its reason in {@code equivalent-mutants.txt} beside the scheme.
 */
class MutationTest {

    private static final Path FOLDER = Path.of(System.getProperty("junheng.root"), "schemes");

    @Test
    @Tag("slow")
    void a_case_notices_every_flipped_operator_and_every_shifted_threshold() throws IOException {
        CheckReport report = Schemes.check(FOLDER);
        List<String> unnoticed = new ArrayList<>();
        for (Scheme scheme : report.book().schemes()) {
            List<GoldenCase> cases = report.cases().stream()
                    .filter(each -> each.scheme().equals(scheme.id()))
                    .toList();
            List<Mutants.Mutant> mutants = Mutants.of((CompiledScheme) scheme);
            Map<String, String> excused = excused(scheme.id());
            TreeSet<String> survivors = new TreeSet<>();
            mutants.stream()
                    .filter(mutant -> cases.stream().noneMatch(each -> notices(mutant.scheme(), each)))
                    .forEach(mutant -> survivors.add(mutant.where()));
            System.out.printf(
                    "%-32s %4d mutants, %3d cases, %2d survive, %2d of them with a reason%n",
                    scheme.id(), mutants.size(), cases.size(), survivors.size(), excused.size());
            survivors.stream()
                    .filter(where -> !excused.containsKey(where))
                    .forEach(where -> unnoticed.add(scheme.id() + ": " + where));
            excused.keySet().stream()
                    .filter(where -> !survivors.contains(where))
                    .forEach(where -> unnoticed.add(scheme.id() + ": excused, yet noticed or gone: " + where));
        }
        assertThat(unnoticed).isEmpty();
    }

    private static boolean notices(CompiledScheme mutant, GoldenCase golden) {
        try {
            var decision = mutant.decide(golden.facts(), golden.on(), golden.knownAt());
            return !CaseRunner.differences(mutant, golden, decision).isEmpty();
        } catch (ArithmeticException | DateTimeException broken) {
            return true;
        }
    }

    /** Lines of the form {@code mutant :: reason}. */
    private static Map<String, String> excused(String scheme) throws IOException {
        Path file = FOLDER.resolve(scheme).resolve("equivalent-mutants.txt");
        Map<String, String> excused = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(" :: ", 2);
                    assertThat(parts).as("%s: mutant :: reason", line).hasSize(2);
                    excused.put(parts[0], parts[1]);
                }
            }
        }
        return excused;
    }
}
