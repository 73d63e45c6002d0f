package org.junheng.cli.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junheng.cli.frame.CsvOut;
import org.junheng.cli.frame.Run;
import org.junheng.policy.Scheme;
import org.junheng.population.GapAnalysis;
import org.junheng.population.SweepQuestion;
import org.junheng.population.Swept;

/** Looks for gaps and overlaps between schemes and writes them. */
public final class GapFiles {

    private static final int TOLD = 8;

    private GapFiles() {}

    /** Keys: population, schemes (a list or all), on, known_at, areas (county), memory, threads, scheme_files. */
    public static void write(Run run) {
        Population.allow(run.spec(), "schemes");
        Path folder = Population.schemes(run);
        List<Scheme> schemes = Population.chosen(run, Population.book(folder));
        SweepQuestion question = Population.question(run);
        GapAnalysis.Findings findings =
                Population.asked(run.spec(), () -> GapAnalysis.run(question, schemes, run.progress("gaps")::at));
        gaps(run, findings.gaps());
        overlaps(run, findings.overlaps());
        conditions(run, findings.swept().reasons());
    }

    private static void gaps(Run run, List<GapAnalysis.Gap> gaps) {
        try (CsvOut csv = run.csv("gaps.csv", "area,scheme,condition,other_scheme,other_condition,units,counted")) {
            gaps.forEach(gap -> csv.row(
                    Population.area(gap.area()),
                    gap.one(),
                    gap.oneCondition(),
                    gap.other(),
                    gap.otherCondition(),
                    gap.units(),
                    gap.counted().name().toLowerCase(Locale.ROOT)));
        }
        gaps.stream()
                .sorted((one, other) -> Long.compare(other.units(), one.units()))
                .limit(TOLD)
                .forEach(gap -> run.tell("%d miss %s by %s and %s by %s (%s)"
                        .formatted(
                                gap.units(),
                                gap.one(),
                                gap.oneCondition(),
                                gap.other(),
                                gap.otherCondition(),
                                Population.area(gap.area()))));
    }

    private static void overlaps(Run run, List<GapAnalysis.Overlap> overlaps) {
        try (CsvOut csv =
                run.csv("overlaps.csv", "area,scheme,other_scheme,excluded,units,amount_fen,other_amount_fen")) {
            overlaps.forEach(overlap -> csv.row(
                    Population.area(overlap.area()),
                    overlap.one(),
                    overlap.other(),
                    overlap.excluded(),
                    overlap.units(),
                    overlap.oneFen(),
                    overlap.otherFen()));
        }
        overlaps.stream()
                .filter(overlap -> !overlap.excluded())
                .sorted((one, other) -> Long.compare(other.units(), one.units()))
                .limit(TOLD)
                .forEach(overlap -> run.tell("%d draw both %s and %s, which no exclusion names (%s)"
                        .formatted(overlap.units(), overlap.one(), overlap.other(), Population.area(overlap.area()))));
    }

    private static void conditions(Run run, List<Swept.Reason> reasons) {
        try (CsvOut csv = run.csv("conditions.csv", "scheme,condition,true,false,unknown,never_true,never_false")) {
            reasons.forEach(reason -> csv.row(
                    reason.scheme(),
                    reason.condition().id(),
                    reason.isTrue(),
                    reason.isFalse(),
                    reason.unknown(),
                    reason.neverTrue(),
                    reason.neverFalse()));
        }
        reasons.stream()
                .filter(reason -> reason.neverTrue() || reason.neverFalse())
                .forEach(reason -> run.tell("%s: %s is never %s here"
                        .formatted(reason.scheme(), reason.condition().id(), reason.neverTrue() ? "true" : "false")));
    }
}
