package org.junheng.cli.frame;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * A command of the form {@code junheng NAME SPEC.yaml --out DIR [--seed N] [--quiet]}. It turns what happened into an
 * exit code: 0 done, 2 the input is wrong (nothing written), 3 refused ({@code refusal.json} and diagnostics written),
 * 1 our fault (nothing written).
 */
public abstract class SpecCommand implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int OUR_FAULT = 1;
    private static final int WRONG_INPUT = 2;
    private static final int REFUSED = 3;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills these fields before call()
    private CommandSpec command;

    @Parameters(index = "0", paramLabel = "SPEC.yaml", description = "what to do; file names in it are relative to it")
    @SuppressWarnings("NullAway.Init")
    private Path specification;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the results")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", description = "seed of every random draw (default ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--quiet", description = "no progress, no summary")
    private boolean quiet;

    /** Reads through {@code run}, works, writes through {@code run}. */
    protected abstract void work(Run run);

    @Override
    public final Integer call() throws IOException {
        long began = System.nanoTime();
        Path staging = Files.createTempDirectory("junheng");
        try {
            return attempt(staging, began);
        } finally {
            delete(staging);
        }
    }

    private int attempt(Path staging, long began) throws IOException {
        try {
            Run run = new Run(org.junheng.cli.frame.Spec.read(specification), seed, staging);
            run.showProgress(
                    !quiet && System.console() != null && System.console().isTerminal());
            int code = refusedOrDone(run);
            run.json("run.json", RunRecord.of(command.name(), run, staging, began));
            Results.publish(staging, out);
            if (!quiet && code == DONE) {
                run.summary().forEach(line -> say(command.commandLine().getOut(), line));
                say(command.commandLine().getOut(), "done: results in " + out);
            }
            return code;
        } catch (InputWrong e) {
            say(command.commandLine().getErr(), e.getMessage());
            return WRONG_INPUT;
        } catch (RuntimeException e) {
            say(command.commandLine().getErr(), "internal error, please report it: " + e);
            e.printStackTrace(command.commandLine().getErr());
            return OUR_FAULT;
        }
    }

    private int refusedOrDone(Run run) {
        try {
            work(run);
            return DONE;
        } catch (Refused refused) {
            Map<String, Object> refusal = new LinkedHashMap<>();
            refusal.put("refused", true);
            refusal.put("reasons", refused.reasons());
            run.json("refusal.json", refusal);
            say(command.commandLine().getErr(), "refused: " + refused.getMessage());
            return REFUSED;
        }
    }

    private static void say(PrintWriter writer, @Nullable String message) {
        writer.println(message);
        writer.flush();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
