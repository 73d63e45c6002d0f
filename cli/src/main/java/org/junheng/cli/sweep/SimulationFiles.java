package org.junheng.cli.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;
import org.junheng.cli.frame.CsvOut;
import org.junheng.cli.frame.InputWrong;
import org.junheng.cli.frame.Run;
import org.junheng.population.Effects;
import org.junheng.population.Reform;
import org.junheng.population.Simulation;
import org.junheng.population.SweepQuestion;

/** Simulates a reform over a snapshot and writes its effects. */
public final class SimulationFiles {

    private static final String COLUMNS = ",winners,losers,unchanged,cost_fen,baseline_fen";

    private SimulationFiles() {}

    /** Keys: population, reform (the overlay's file), on, known_at, areas (county), memory, threads, scheme_files. */
    public static void write(Run run) {
        Population.allow(run.spec(), "reform");
        Path overlay = run.spec().path("reform");
        Path folder = Population.schemes(run);
        SweepQuestion question = Population.question(run);
        if (!Files.isRegularFile(overlay)) {
            throw new InputWrong(overlay + ": no such file");
        }
        run.note(overlay);
        Population.book(folder);
        Effects effects = Population.asked(run.spec(), () -> {
            Reform reform = Reform.read(folder, overlay, question.on());
            return Simulation.run(question, reform, run.progress("simulate")::at);
        });
        write(run, "effects.csv", "area", effects.byArea(), Population::area);
        write(run, "effects_by_age.csv", "age", effects.byAge(), Long::toString);
        write(
                run,
                "effects_by_birth_order.csv",
                "birth_order",
                effects.byBirthOrder(),
                order -> order == 0 ? "" : Long.toString(order));
        Effects.Sum all = effects.total();
        run.tell("winners %d, losers %d, unchanged %d; undetermined for lack of facts %d"
                .formatted(all.winners(), all.losers(), all.unchanged(), effects.undetermined()));
        run.tell("cost %s yuan, baseline %s yuan".formatted(yuan(all.costFen()), yuan(all.baselineFen())));
    }

    private static String yuan(long fen) {
        return "%d.%02d".formatted(fen / 100, fen % 100);
    }

    private static void write(Run run, String file, String key, List<Effects.Sum> sums, LongFunction<String> name) {
        try (CsvOut csv = run.csv(file, key + COLUMNS)) {
            sums.forEach(sum -> csv.row(
                    name.apply(sum.key()),
                    sum.winners(),
                    sum.losers(),
                    sum.unchanged(),
                    sum.costFen(),
                    sum.baselineFen()));
        }
    }
}
