package org.junheng.cli.sweep;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junheng.cli.frame.CsvOut;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.policy.Scheme;
import org.junheng.population.PopulationSweep;
import org.junheng.population.PopulationSweep.Decisions;
import org.junheng.population.PopulationSweep.Rows;
import org.junheng.population.SchemeCells;
import org.junheng.population.SweepQuestion;
import org.junheng.population.Swept;

/** Sweeps a snapshot and writes what was found. */
public final class SweepFiles {

    private SweepFiles() {}

    /**
     * Keys: population, schemes (a list or all), on, known_at, areas (county), memory (2GB), threads, decisions (all,
     * open or none), cells (true or false), scheme_files.
     */
    public static void write(Run run) {
        Population.allow(run.spec(), "schemes", "decisions", "cells");
        String rows = run.spec().has("decisions") ? run.spec().choice("decisions", "all", "open", "none") : "all";
        Path folder = Population.schemes(run);
        List<Scheme> schemes = Population.chosen(run, Population.book(folder));
        SweepQuestion question = Population.question(run);
        Decisions decisions = switch (rows) {
            case "all" -> new Decisions(Optional.of(run.file("decisions.parquet")), Rows.ALL);
            case "open" -> new Decisions(Optional.of(run.file("decisions.parquet")), Rows.OPEN);
            default -> Decisions.NONE;
        };
        Swept swept = Population.asked(
                run.spec(), () -> PopulationSweep.run(question, schemes, decisions, run.progress("sweep")::at));
        if (run.spec().has("cells")
                && run.spec().choice("cells", "true", "false").equals("true")) {
            cells(run, question, schemes, decisions);
        }
        summary(run, swept.summary());
        enrolment(run, swept.summary());
        nearMisses(run, swept.nearMisses());
        reasons(run, swept.reasons());
        tell(run, swept.totals());
    }

    /** What a projection needs to say what the schemes will cost. */
    private static void cells(Run run, SweepQuestion question, List<Scheme> schemes, Decisions decisions) {
        Path file = decisions
                .file()
                .orElseThrow(() -> new InputWrong(
                        "%s: key cells: \"true\": cells are read off the decisions; expected decisions: all or open"
                                .formatted(run.spec().file())));
        try (CsvOut csv = run.csv("cells.csv", "scheme,area,sex,age,order,persons,amount_fen")) {
            SchemeCells.of(question, schemes, file, run.file("decisions_a_year_before.parquet"))
                    .forEach(cell -> csv.row(
                            cell.scheme(),
                            cell.county(),
                            cell.male() ? "m" : "f",
                            cell.age(),
                            cell.birthOrder(),
                            cell.persons(),
                            cell.amountFen()));
        }
    }

    private static void summary(Run run, List<Swept.Line> lines) {
        try (CsvOut csv = run.csv("summary.csv", "area,scheme,eligible,undetermined,not_eligible,amount_fen")) {
            lines.forEach(line -> csv.row(
                    Population.area(line.area()),
                    line.scheme(),
                    line.eligible(),
                    line.undetermined(),
                    line.notEligible(),
                    line.amountFen()));
        }
    }

    private static void enrolment(Run run, List<Swept.Line> lines) {
        try (CsvOut csv = run.csv("enrolment.csv", "area,scheme,enrolled,to_offer,to_review,to_verify")) {
            lines.forEach(line -> csv.row(
                    Population.area(line.area()),
                    line.scheme(),
                    line.enrolled(),
                    line.toOffer(),
                    line.toReview(),
                    line.toVerify()));
        }
    }

    private static void nearMisses(Run run, List<Swept.NearMiss> misses) {
        try (CsvOut csv = run.csv("near_misses.csv", "area,scheme,condition,units")) {
            misses.forEach(
                    miss -> csv.row(Population.area(miss.area()), miss.scheme(), miss.condition(), miss.units()));
        }
    }

    private static void reasons(Run run, List<Swept.Reason> reasons) {
        try (CsvOut csv = run.csv("why_not.csv", "scheme,condition,zh,en,true,false,unknown,only_this_false")) {
            reasons.forEach(reason -> csv.row(
                    reason.scheme(),
                    reason.condition().id(),
                    reason.condition().title().zh(),
                    reason.condition().title().en(),
                    reason.isTrue(),
                    reason.isFalse(),
                    reason.unknown(),
                    reason.alone()));
        }
    }

    private static void tell(Run run, List<Swept.Line> totals) {
        run.tell("%-34s %12s %12s %12s %18s %10s %10s"
                .formatted(
                        "scheme",
                        "eligible",
                        "undetermined",
                        "not eligible",
                        "amount (yuan)",
                        "to offer",
                        "to review"));
        totals.forEach(line -> run.tell("%-34s %12d %12d %12d %15d.%02d %10d %10d"
                .formatted(
                        line.scheme(),
                        line.eligible(),
                        line.undetermined(),
                        line.notEligible(),
                        line.amountFen() / 100,
                        line.amountFen() % 100,
                        line.toOffer(),
                        line.toReview())));
    }
}
