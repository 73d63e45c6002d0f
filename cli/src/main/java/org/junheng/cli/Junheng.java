package org.junheng.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code junheng COMMAND SPEC.yaml --out DIR}. */
@Command(
        name = "junheng",
        mixinStandardHelpOptions = true,
        version = "junheng 0.1.0",
        description = "Population and family services of a province: the libraries without the server.",
        subcommands = {
            ProjectCommand.class,
            IndicatorsCommand.class,
            SynthesizeCommand.class,
            SweepCommand.class,
            SimulateCommand.class,
            CheckCommand.class,
            DecideCommand.class,
            GapsCommand.class,
            LinkCommand.class
        })
public final class Junheng {

    private Junheng() {}

    /** Runs a command and returns its exit code: 0 done, 1 our fault, 2 wrong input, 3 refused. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Junheng());
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }
}
