package org.junheng.reference;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junheng.problem.Problem;
import org.junit.jupiter.api.Test;

/** Every failure a caller can act on: its type, its status, and the words a person reads. */
class ProblemPageTest {

    private static final ResourceBundle CHINESE = ResourceBundle.getBundle("i18n/problem", Locale.ROOT);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("i18n/problem", Locale.ENGLISH);

    @Test
    void the_page_of_problems_lists_every_failure_a_caller_can_act_on() throws IOException {
        var problems = problems();

        assertThat(problems).isNotEmpty();
        ReferencePage.check("problems.md", """
                # Problems

                Written by a test. A machine gets `application/problem+json` (RFC 9457) with the type `/problems/<slug>`; a person gets a page with
                these words. `{0}` stands for a value without personal data.

                | type | status | 中文 | English |
                |---|---|---|---|
                %s
                """.formatted(
                        problems.stream().map(ProblemPageTest::row).collect(joining("\n"))));
    }

    private static List<JavaClass> problems() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.junheng").stream()
                        .filter(type -> type.isAssignableTo(Problem.class))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .sorted(Comparator.comparing(JavaClass::getSimpleName))
                        .toList();
    }

    private static String row(JavaClass problem) {
        var slug = Problem.slugOf(problem.getSimpleName());
        return "| `/problems/%s` | %d | %s | %s |"
                .formatted(slug, kind(problem).status(), words(CHINESE, slug), words(ENGLISH, slug));
    }

    private static String words(ResourceBundle catalogue, String slug) {
        return catalogue.getString("problem." + slug);
    }

    /** The one kind that the constructor hands on. */
    private static Problem.Kind kind(JavaClass problem) {
        var kinds = problem.getFieldAccessesFromSelf().stream()
                .filter(access -> access.getTargetOwner().isEquivalentTo(Problem.Kind.class))
                .map(access -> Problem.Kind.valueOf(access.getTarget().getName()))
                .distinct()
                .toList();
        assertThat(kinds).as(problem.getName()).hasSize(1);
        return kinds.getFirst();
    }
}
