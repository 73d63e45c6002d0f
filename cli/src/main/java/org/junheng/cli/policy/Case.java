package org.junheng.cli.policy;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.cli.frame.Spec;
import org.junheng.policy.Decision;
import org.junheng.policy.Facts;
import org.junheng.policy.Fault;
import org.junheng.policy.Scheme;
import org.junheng.policy.SchemeBook;
import org.junheng.policy.Schemes;
import org.junheng.policy.Verdict;

/** Decides the case a specification names. */
public final class Case {

    private static final String INSTALLED = "junheng.schemes";

    private Case() {}

    /**
     * Keys: scheme, case, on; known_at (as {@code on}), schemes (the folder; those installed), drawn (schemes the unit
     * draws already).
     */
    public static void decide(Run run) {
        Spec spec = run.spec();
        spec.allow("scheme", "case", "on", "known_at", "schemes", "drawn");
        SchemeBook book = book(spec);
        Scheme scheme = book.find(spec.text("scheme"))
                .orElseThrow(() -> new InputWrong("%s: key scheme: \"%s\": expected one of %s"
                        .formatted(
                                spec.file(),
                                spec.text("scheme"),
                                book.schemes().stream().map(Scheme::id).collect(joining(", ")))));
        LocalDate on = spec.date("on");
        LocalDate knownAt = spec.has("known_at") ? spec.date("known_at") : on;
        Decision decision = scheme.decide(facts(run, book, scheme), on, knownAt);
        Map<String, Verdict> verdicts = book.verdicts(List.of(decision), Set.copyOf(spec.list("drawn")));
        run.json("decision.json", new DecisionJson(scheme, decision).write(verdicts));
        decision.explanation().sentences(java.util.Locale.CHINESE).forEach(run::tell);
    }

    private static SchemeBook book(Spec spec) {
        Path folder = spec.has("schemes") ? spec.path("schemes") : Path.of(System.getProperty(INSTALLED, "schemes"));
        if (!Files.isRegularFile(folder.resolve("vocabulary.yaml"))) {
            throw new InputWrong(
                    "%s: key schemes: \"%s\": expected a folder of schemes".formatted(spec.file(), folder));
        }
        Schemes.Report report = Schemes.read(folder);
        if (!report.faults().isEmpty()) {
            throw new InputWrong(told(folder, report.faults()));
        }
        return report.book();
    }

    private static Facts facts(Run run, SchemeBook book, Scheme scheme) {
        Path file = run.spec().path("case");
        if (!Files.isRegularFile(file)) {
            throw new InputWrong(
                    "%s: key case: \"%s\": no such file".formatted(run.spec().file(), file));
        }
        run.note(file);
        Schemes.Situation situation = Schemes.readSituation(file, book, scheme.id());
        Path folder = file.toAbsolutePath().getParent();
        return situation
                .facts()
                .orElseThrow(() -> new InputWrong(told(folder == null ? file : folder, situation.faults())));
    }

    /** Both languages: who runs the command may be an acceptance test abroad. */
    private static String told(Path folder, List<Fault> faults) {
        return faults.stream()
                .map(fault -> "%s:%d:%d: %s %s | %s %s"
                        .formatted(
                                folder.resolve(fault.file()),
                                fault.line(),
                                fault.column(),
                                fault.what().zh(),
                                fault.advice().zh(),
                                fault.what().en(),
                                fault.advice().en()))
                .collect(joining("\n"));
    }
}
